import { expect, test } from '@jest/globals';
import { sketchOf, SketchSection } from '../../../domain/content/sketch.ts';
import { templates } from '../../../console/src/write/templates/templates.ts';

test.each(templates.map(({ name, in: { de, en } }) => ({ name, de, en })))(
  'the picture of $name shows every part of it, whatever its language',
  ({ de, en }) => {
    const sketch = sketchOf(de.mjml());
    const parts = sketch.flatMap(({ columns }) => columns.flat());
    const elements = de.mjml().match(/<mj-(text|button|divider|table)\b(?=[^>]*>)/g) ?? [];
    // The head names each of them once.
    expect(parts.length).toBeGreaterThanOrEqual(elements.length - 4);
    expect(sketch.map(({ ground }) => ground)).toContain('card');
    expect(sketchOf(en.mjml())).toEqual(sketch);
  },
);

test.each(['<mj-section>', '<mj-text', '<', '<mj-section><mj-column><mj-text><p>', '<mj-text><p></mj-text>'])(
  'a picture of many %s has no more parts than it has room for',
  (part) => {
    const sketch = sketchOf(part.repeat(50_000));
    expect(SketchSection.array().max(12).safeParse(sketch).success).toBe(true);
  },
);

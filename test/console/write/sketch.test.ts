import { expect, test } from '@jest/globals';
import { sketchOf } from '../../../console/src/write/templates/sketch.ts';
import { templates } from '../../../console/src/write/templates/templates.ts';

test.each(templates.map(({ name, in: { de, en } }) => ({ name, de, en })))(
  'the picture of $name shows every part of it, whatever its language',
  ({ de, en }) => {
    const sketch = sketchOf(de.mjml);
    const parts = sketch.flatMap(({ columns }) => columns.flat());
    const elements = de.mjml.match(/<mj-(text|button|divider|table)\b(?=[^>]*>)/g) ?? [];
    // The head names each of them once.
    expect(parts.length).toBeGreaterThanOrEqual(elements.length - 4);
    expect(sketch.map(({ ground }) => ground)).toContain('card');
    expect(sketchOf(en.mjml)).toEqual(sketch);
  },
);

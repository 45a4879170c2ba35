import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { brandColours, brandFonts, contrastsOf, isReadable } from '../../../../domain/model/brand.ts';
import { contrastOf, READABLE } from '../../../../domain/values/colour.ts';
import { logoCode } from '../../../../console/src/write/brand/logo-code.ts';
import { darkness } from '../../../../console/src/write/brand/shades.ts';
import { lookOf } from '../../../../console/src/write/templates/look.ts';
import { accents } from '../../../../console/src/write/templates/template.ts';
import { templates } from '../../../../console/src/write/templates/templates.ts';
import { shown } from '../../../domain/write/brand-world.ts';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const colours = fc.record({ primary: hex, onPrimary: hex, text: hex, link: hex, background: hex, card: hex });

/** Texts of a mail on what they stand on, in light and in dark. */
const standing = (look: ReturnType<typeof lookOf>): [string, string][] => [
  [look.text, look.soft],
  [look.link, look.soft],
  [darkness.text, look.softDark],
  [darkness.quiet, look.softDark],
  ...[darkness.page, darkness.card, look.softDark].map((ground): [string, string] => [look.linkDark, ground]),
];

describe('our own templates in the look of a brand', () => {
  test('have no text that is harder to read than the brand says, and none in dark that cannot be read', () => {
    fc.assert(
      fc.property(colours, fc.constantFrom(...brandFonts), (chosen, font) => {
        const look = lookOf('en', accents.petrol, { ...shown, colours: chosen, font });
        const worst = Math.min(...contrastsOf(chosen).map(({ text, on }) => contrastOf(chosen[text], chosen[on])));
        for (const [text, ground] of standing(look))
          expect(contrastOf(text, ground)).toBeGreaterThanOrEqual(Math.min(READABLE, worst));
        for (const [text, ground] of standing(look).slice(2))
          expect(contrastOf(text, ground)).toBeGreaterThanOrEqual(READABLE);
      }),
      { numRuns: 200 },
    );
  });

  test.each(Object.entries(accents))('can be read without one, too: %s', (_name, accent) => {
    const look = lookOf('de', accent, undefined);
    const { primary, onPrimary, text, link, page: background, card } = look;
    expect(contrastsOf({ primary, onPrimary, text, link, background, card }).filter((one) => !isReadable(one))).toEqual(
      [],
    );
    for (const [one, ground] of standing(look)) expect(contrastOf(one, ground)).toBeGreaterThanOrEqual(READABLE);
  });

  test.each(templates.map((template) => [template.name, template] as const))(
    'have nothing else than that: %s',
    (_name, { in: { de } }) => {
      const source = de.mjml(shown);
      const ours = new Set([...brandColours.map((name) => shown.colours[name]), ...Object.values(darkness)]);
      const look = lookOf('de', accents.petrol, shown);
      for (const tone of [look.soft, look.softDark, look.line, look.linkDark, '#2a3532']) ours.add(tone);
      expect(new Set(source.match(/#[0-9a-f]{6}\b/g))).toEqual(
        new Set([...ours].filter((tone) => source.includes(tone))),
      );
      expect(source).not.toMatch(/Muster GmbH|Helvetica/);
    },
  );
});

test.each([
  [640, 160, 200],
  [100, 40, 100],
  [300, 900, 27],
  [1, 5000, 1],
])('a logo of %i by %i pixels is %i wide', (width, height, expected) => {
  expect(logoCode({ ...shown.logo!, width, height })).toContain(` width="${expected}px"`);
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { brandColours, BrandInput, contrastsOf } from '../../../domain/model/brand.ts';
import { BrandEdit, BrandView } from '../../../domain/write/brand-routes.ts';
import { removePicture } from '../../../lambdas/write/pictures.ts';
import { author } from '../samples.ts';
import { brand, BrandWorld, consoleUrl, logo } from './brand-world.ts';

const colours = (changed: Partial<BrandInput['colours']>): BrandInput => ({
  ...brand,
  colours: { ...brand.colours, ...changed },
});

describe('the brand of a stage', () => {
  test('is none at first, is set by its number, and taken away', async () => {
    const world = new BrandWorld();
    expect(await world.get()).toEqual({ version: 0, brand: null, isUnreadable: false, lowContrast: [] });
    const set = await world.put(0, brand);
    expect(BrandView.parse(set)).toMatchObject({
      version: 1,
      brand: { font: 'georgia', logo: { width: 640, url: `${consoleUrl}/media/${logo.id}.png` } },
      lowContrast: [],
    });
    expect(await world.get()).toEqual(set);
    await expect(world.put(0, { ...brand, font: 'times' })).rejects.toMatchObject({ cause: 'brandChanged' });
    expect(await world.put(1, null)).toMatchObject({ version: 2, brand: null });
  });

  test('is in a history with what was changed, and saved as it was it is no change', async () => {
    const world = new BrandWorld();
    await world.put(0, brand);
    expect(await world.put(1, brand)).toMatchObject({ version: 1 });
    await world.put(1, { ...colours({ primary: '#004488' }), logo: null });
    await world.put(2, null);
    expect(world.audited.map(({ runId, what, facts }) => [runId, what, facts])).toEqual([
      ['brand', 'brandSet', expect.objectContaining({ version: 1 })],
      ['brand', 'brandSet', { version: 2, changes: 'colours.primary: #004488, logo: –' }],
      ['brand', 'brandRemoved', { version: 3, changes: 'none' }],
    ]);
    expect(world.audited[0]?.facts?.['changes']).toContain(
      `logo: ${logo.id} (House of Tulips), sender: House of Tulips`,
    );
  });

  test.each([
    ['no item of ours', { doc: 1 }, 0],
    ['of another shape', { version: 4, brand: { colours: 'red' } }, 4],
    ['without a number', { version: 'x', brand: null }, 0],
  ])('that nobody can read counts as none, and is replaced: %s', async (_what, item, version) => {
    const world = new BrandWorld();
    world.keep(item);
    expect(await world.get()).toMatchObject({ version, brand: null, isUnreadable: true });
    await world.put(version, null);
    expect(await world.get()).toMatchObject({ version: version + 1, brand: null, isUnreadable: false });
  });

  test('says which of its texts cannot be read on their ground, with the ratio', async () => {
    const world = new BrandWorld();
    const { lowContrast } = await world.put(0, colours({ onPrimary: '#ffcc00', primary: '#ffffff', text: '#777777' }));
    expect(lowContrast).toEqual([
      { text: 'onPrimary', on: 'primary', ratio: 1.51 },
      { text: 'text', on: 'card', ratio: 4.47 },
      { text: 'text', on: 'background', ratio: 4.04 },
    ]);
    expect((await world.get()).lowContrast).toEqual(lowContrast);
  });

  test('keeps its logo when that is no longer offered', async () => {
    const world = new BrandWorld();
    await world.put(0, brand);
    const pictures = {
      ...world.ports.pictures,
      all: async () => ({ items: [], unreadable: [] }),
      keep: async (picture: typeof logo) => void world.pictures.set(picture.id, picture),
    };
    await removePicture({ ...world.ports, pictures })({ params: { id: logo.id }, actor: author } as never);
    expect((await world.get()).brand?.logo?.id).toBe(logo.id);
    expect(await world.put(1, { ...brand, font: 'times' })).toMatchObject({ version: 2 });
  });

  test('has a logo that is there and stands still', async () => {
    const world = new BrandWorld();
    const other = { ...brand, logo: { id: 'b'.repeat(64), alt: 'x' } };
    await expect(world.put(0, other)).rejects.toMatchObject({ code: 'invalid-input', cause: 'logoUnknown' });
    world.pictures.set(logo.id, { ...logo, type: 'gif', isAnimated: true });
    await expect(world.put(0, brand)).rejects.toMatchObject({ code: 'invalid-input', cause: 'logoAnimated' });
    expect(world.stored.size + world.audited.length).toBe(0);
  });
});

const long = 'x'.repeat(100_000);
test.each([
  ['brand.colours.primary', colours({ primary: 'red' })],
  ['brand.colours.text', colours({ text: '#abc' })],
  ['brand.colours.link', colours({ link: '#0b5a56; } a { x: y' })],
  ['brand.colours.card', colours({ card: long })],
  ['brand.colours.card', colours({ card: '#fff fff' })],
  ['brand.font', { ...brand, font: 'Comic Sans' }],
  ['brand.logo.id', { ...brand, logo: { id: 'logo.svg', alt: 'x' } }],
  ['brand.logo.id', { ...brand, logo: { id: '../x', alt: 'x' } }],
  ['brand.logo.alt', { ...brand, logo: { id: logo.id, alt: ' ' } }],
  ['brand.logo.alt', { ...brand, logo: { id: logo.id, alt: '{{ email }}' } }],
  ['brand.sender', { ...brand, sender: long }],
  ['brand.sender', { ...brand, sender: 'a\nb' }],
  ['brand.sender', { ...brand, sender: '\ud800' }],
  ['brand.imprint', { ...brand, imprint: long }],
  ['brand.imprint', { ...brand, imprint: 'a\0b' }],
  ['brand.imprint', { ...brand, imprint: 'a\n{% if x %}' }],
  ['version', brand],
])('what is wrong with %s is told by its name', (field, given) => {
  const { error } = BrandEdit.safeParse({ version: field === 'version' ? -1 : 0, brand: given });
  expect(error?.issues.map(({ path }) => path.join('.'))).toContain(field);
});

test('colours are kept in small letters, and ends of lines are one', () => {
  const { colours: kept, imprint } = BrandInput.parse({ ...colours({ primary: '#ABCDEF' }), imprint: 'a\r\nb' });
  expect([kept.primary, imprint]).toEqual(['#abcdef', 'a\nb']);
});

test('a ratio is from 1 to 21, the same from both sides, and never more than it is', () => {
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(hex, hex, (one, other) => {
      const all = (text: string, ground: string) =>
        contrastsOf({
          ...brand.colours,
          ...Object.fromEntries(brandColours.map((name) => [name, /text|link|on/.test(name) ? text : ground])),
        }).map(({ ratio }) => ratio);
      expect(all(one, other)).toEqual(all(other, one));
      for (const ratio of all(one, other)) expect(ratio >= 1 && ratio <= 21).toBe(true);
    }),
    { numRuns: 100 },
  );
  expect(contrastsOf(brand.colours).find(({ on }) => on === 'card')?.ratio).toBeGreaterThan(15);
});

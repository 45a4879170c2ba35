import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { frozenContent, ManifestDiffers } from '../../../domain/model/frozen.ts';
import { manifest } from '../samples.ts';
import { contentGot, decideAbTest, type AbFigures } from '../../../domain/model/ab-test.ts';
import { WINNER } from '../../../domain/model/test-names.ts';
import { CampaignInput, Content, mailOfVariant } from '../../../domain/model/campaign.ts';

const figures = (...all: [known: number, clicked: number, opened?: number][]): AbFigures[] =>
  all.map(([known, clicked, opened = 0], place) => ({
    id: place === 0 ? null : `v${place}`,
    recipients: known,
    delivered: known,
    known,
    opened,
    clicked,
  }));
const byClicks = { decideBy: 'clicks' } as const;

describe('what a test comes to', () => {
  test.each([
    [
      'the most clicks, by their share',
      figures([1000, 10], [500, 40]),
      { winner: 'v1', reason: 'most', isClear: true },
    ],
    ['a lead that may be chance', figures([100, 6], [100, 8]), { winner: 'v1', reason: 'most', isClear: false }],
    ['as many, by their share', figures([100, 5], [300, 15]), { winner: null, reason: 'tie', isClear: false }],
    [
      'a tie behind the own content',
      figures([100, 1], [90, 9], [100, 10]),
      { winner: 'v1', reason: 'tie', isClear: false },
    ],
    ['nobody known', figures([0, 0], [0, 0]), { winner: null, reason: 'tooFew', isClear: false }],
    ['nobody clicked', figures([500, 0], [500, 0]), { winner: null, reason: 'tooFew', isClear: false }],
    ['four people', figures([500, 0], [500, 4]), { winner: null, reason: 'tooFew', isClear: false }],
    ['few known of one', figures([500, 5], [49, 49]), { winner: null, reason: 'tooFew', isClear: false }],
  ])('%s', (_, all, expected) => {
    expect(decideAbTest(all, byClicks)).toEqual(expected);
  });

  test('by opens, clicks do not matter', () => {
    expect(decideAbTest(figures([100, 50, 20], [100, 0, 60]), { decideBy: 'opens' }).winner).toBe('v1');
  });

  test('nothing that wins is beaten, and a tie has another one that is as good', () => {
    const one = fc.record({ known: fc.integer({ min: 0, max: 300 }), did: fc.nat(300) });
    fc.assert(
      fc.property(fc.array(one, { minLength: 2, maxLength: 5 }), (drawn) => {
        const all = figures(...drawn.map(({ known, did }): [number, number] => [known, Math.min(known, did)]));
        const { winner, reason } = decideAbTest(all, byClicks);
        if (reason === 'tooFew') return expect(winner).toBeNull();
        const won = all.find(({ id }) => id === winner) as AbFigures;
        const against = all
          .filter((other) => other !== won)
          .map((other) => won.clicked * other.known - other.clicked * won.known);
        expect(Math.min(...against) >= 0).toBe(true);
        return expect(against.includes(0)).toBe(reason === 'tie');
      }),
    );
  });

  test('of the rest nobody has a content before it is decided', () => {
    expect(contentGot('winner', undefined)).toBe('winner');
    const result = { decidedAt: '', reason: 'most' as const, isClear: true, figures: [] };
    expect(contentGot('winner', { ...result, winner: null })).toBeUndefined();
    expect(contentGot('winner', { ...result, winner: 'v1' })).toBe('v1');
    expect(contentGot('v2', { ...result, winner: 'v1' })).toBe('v2');
  });
});

const input = (schedule: object, content: object, more: object = {}): string[] => {
  const written = { subject: 's', html: '<p>x</p>', ...content };
  const sender = { name: 'Shop', address: 'shop@shop.example' };
  const asked = { name: 'n', list: 'l', sender, content: written, schedule, ...more };
  return CampaignInput.safeParse(asked).error?.issues.map(({ path }) => path.join('.')) ?? [];
};
const abTest = { share: { by: 'percent', percent: 20 }, decideBy: 'clicks', afterHours: 4 };
const once = { mode: 'onceConfirmed', abTest };
const inTest = { variants: [{ id: 'b', for: { by: 'abTest' }, content: { subject: 'b' } }] };
const waves = { split: { by: 'share', percents: [50, 50] }, gapMinutes: 60 };

test.each([
  ['a test with a variant', once, inTest, {}, []],
  ['a test without one', once, {}, {}, ['content.variants']],
  ['a variant without a test', { mode: 'onceConfirmed' }, inTest, {}, ['schedule.abTest']],
  ['waves beside it', { ...once, waves }, inTest, {}, ['schedule.abTest']],
  [
    'messages that are not valid as long',
    { ...once, validity: { by: 'hours', hours: 4 } },
    inTest,
    {},
    ['schedule.abTest'],
  ],
  ['nobody who is tracked', once, inTest, { links: { isTracked: false } }, ['links.isTracked']],
  ['no time', { ...once, abTest: { ...abTest, afterHours: 0 } }, inTest, {}, ['schedule.abTest.afterHours']],
  [
    'everybody',
    { ...once, abTest: { ...abTest, share: { by: 'percent', percent: 100 } } },
    inTest,
    {},
    ['schedule.abTest.share.percent'],
  ],
])('of a campaign with %s is said what is wrong', (...[, schedule, content, more, expected]) => {
  expect(input(schedule, content, more)).toEqual(expected);
});

test('what is not decided cannot be sent', () => {
  const variants = [{ id: 'b', for: { by: 'abTest' as const }, content: manifest.content }];
  const got = contentGot(WINNER, undefined);
  expect(() => frozenContent({ ...manifest, variants }, got)).toThrow(ManifestDiffers);
});

describe('contents of a test', () => {
  const variant = (id: string) => ({ id, for: { by: 'abTest' }, content: { subject: id } });
  const wrongIn = (content: object): string[] =>
    Content.safeParse({ subject: 's', html: '<p>x</p>', ...content }).error?.issues.map(({ path }) => path.join('.')) ??
    [];

  test('are at most five with the own one, beside no languages, and none is called as the one that wins', () => {
    expect(wrongIn({ variants: ['b', 'c', 'd', 'e'].map(variant) })).toEqual([]);
    expect(wrongIn({ variants: ['b', 'c', 'd', 'e', 'f'].map(variant) })).toEqual(['variants']);
    expect(wrongIn({ variants: [variant('winner')] })).toEqual(['variants.0.id']);
    const french = { id: 'fr', for: { by: 'language', language: 'fr' }, content: { subject: 'f' } };
    expect(wrongIn({ language: 'de', variants: [variant('b'), french] })).toEqual(['variants']);
  });

  test('take from the own one what they do not say, but for subject and preheader', () => {
    const { variants = [], ...own } = Content.parse({
      subject: 's',
      preheader: 'p',
      html: '<p>x</p>',
      text: 'x',
      variants: [variant('b'), { ...variant('c'), content: { subject: 'c', html: '<p>y</p>' } }],
    });
    const [second, third] = variants.map((one) => mailOfVariant(one, own));
    expect(second).toMatchObject({ subject: 'b', preheader: '', html: '<p>x</p>', text: 'x' });
    expect(third).toMatchObject({ subject: 'c', html: '<p>y</p>', text: '' });
  });
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BreakingDown } from '../../../domain/kpi/break-down.ts';
import { variantFigures } from '../../../domain/kpi/part-figures.ts';
import type { ChunkTally } from '../../../domain/model/ledger.ts';
import type { TrackingLine } from '../../../domain/model/message.ts';
import { messageOf } from '../../../domain/kpi/message-of.ts';
import { now } from '../samples.ts';

const ids = [null, 'en', 'pt-br'] as const;

test('the parts of several languages add up to the run, and each is of its own chunks', () => {
  const tally = fc.record({
    of: fc.constantFrom(...ids),
    handedOver: fc.nat(200),
    refused: fc.nat(20),
    optedOut: fc.nat(20),
    open: fc.nat(20),
  });
  fc.assert(
    fc.property(fc.array(tally, { maxLength: 20 }), (drawn) => {
      const tallies = drawn.map(({ of, ...figures }, chunk): ChunkTally => {
        return { chunk, closed: 1, ...figures, ...(of !== null && { variant: of }) };
      });
      const counts = ids.map((id) => ({ id, language: id ?? 'de', subject: '', recipients: 10_000 }));
      const shown = variantFigures(counts, tallies, []);
      expect(shown.map(({ id }) => id)).toEqual(ids);
      for (const name of ['handedOver', 'refused', 'optedOut', 'open'] as const) {
        const sum = (of: readonly Pick<ChunkTally, typeof name>[]): number =>
          of.reduce((all, one) => all + one[name], 0);
        expect(sum(shown)).toBe(sum(tallies));
        for (const part of shown) expect(part[name]).toBe(sum(drawn.filter(({ of }) => of === part.id)));
      }
      for (const { recipients, left, ...part } of shown)
        expect(left).toBe(recipients - part.handedOver - part.refused - part.optedOut - part.open);
    }),
    { numRuns: 100 },
  );
});

test('what came back is told by language and by wave, and a link of any of them is named', () => {
  const line = (kind: TrackingLine['kind'], link?: string): TrackingLine => ({
    kind,
    at: now,
    ...(link !== undefined && { link, agent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/130.0' }),
  });
  const breaking = new BreakingDown('<a href="https://shop.example/de"> <a href="https://shop.example/en">', ['en'], 2);
  for (const variant of [undefined, 'en', 'en'])
    breaking.addRecipient('post.example', { variant, wave: variant === undefined ? 0 : 1 });
  breaking.add(messageOf([line('delivery')], 'post.example'), { wave: 0 });
  const clicked = [line('delivery'), line('click', 'https://shop.example/en?x=1')];
  breaking.add(messageOf(clicked, 'post.example'), { variant: 'en', wave: 1 });
  const { variants, waves, links, domains } = breaking.result('r', now, 3);
  expect(variants).toMatchObject([
    { id: null, recipients: 1, delivered: 1, opened: 0, clicked: 0 },
    { id: 'en', recipients: 2, delivered: 1, opened: 1, clicked: 1 },
  ]);
  expect(waves).toMatchObject([
    { number: 0, recipients: 1, delivered: 1, opened: 0, clicked: 0 },
    { number: 1, recipients: 2, delivered: 1, opened: 1, clicked: 1 },
  ]);
  expect(links).toMatchObject([{ link: 'https://shop.example/en', clicks: 1 }]);
  expect(domains).toMatchObject([{ recipients: 3, delivered: 2 }]);
  expect(new BreakingDown('').result('r', now, 0).variants).toEqual([]);
});

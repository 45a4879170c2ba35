import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { behaviours, messageSetsIn, type Behaviour, type MessageSet } from '../../../domain/model/audience-filter.ts';
import { beginLook, deedsIn, goOnLooking, isLookedAt } from '../../../domain/model/look-at-messages.ts';
import { judgeOf, type Described, type Verdict } from '../../../domain/model/matches.ts';
import { SeenKeys } from '../../../domain/values/seen-keys.ts';
import { now } from '../samples.ts';
import { addressOf, BehaviourWorld, everyFate, idOf, type Fate, type Message } from './behaviour-world.ts';

/** Addresses that refuse tracking. */
const refusing = new Map([[undefined, new Set([addressOf(50)])]]);

const bounds = { now, audienceDays: 180 };

const personOf = (who: number): Described => ({ id: idOf(who), address: addressOf(who), attributes: {}, lists: [] });

/** The judgement of a filter with this one condition. `steps`: each has time for so many looks at the clock. */
const judgeBy = async (
  world: BehaviourWorld,
  { is, of }: { is: Behaviour; of: MessageSet },
  steps = Number.POSITIVE_INFINITY,
): Promise<{ judge: (person: Described) => Verdict; missing: string[] }> => {
  const conditions = [{ is, of }];
  const sets = messageSetsIn(conditions);
  let look = await beginLook(world.ports, sets, bounds);
  while (!isLookedAt(look)) {
    let left = steps;
    look = await goOnLooking(world.ports, look, () => (left -= 1) < 0);
    // What a step leaves to the next one.
    look = { looking: look.looking, table: SeenKeys.of(look.table.bytes(), sets.length) };
  }
  const judge = judgeOf({ join: 'all', conditions }, { deedsOf: deedsIn(look, sets, refusing), segments: new Map() });
  return { judge, missing: look.looking.missing };
};

const said = ({ isMeant, isUnseen }: Verdict): 'yes' | 'no' | 'unknown' =>
  isUnseen === true ? 'unknown' : isMeant ? 'yes' : 'no';

/** In the order of `behaviours`: got, did not get, opened, did not open, clicked, did not click. */
const expected: Record<Fate, readonly ('yes' | 'no' | 'unknown')[]> = {
  delivered: ['yes', 'no', 'no', 'yes', 'no', 'yes'],
  bounced: ['no', 'yes', 'no', 'no', 'no', 'no'],
  bouncedLate: ['no', 'yes', 'no', 'no', 'no', 'no'],
  deliveredAfterAll: ['yes', 'no', 'no', 'yes', 'no', 'yes'],
  onItsWay: ['unknown', 'unknown', 'no', 'unknown', 'no', 'unknown'],
  delayed: ['unknown', 'unknown', 'no', 'unknown', 'no', 'unknown'],
  opened: ['yes', 'no', 'yes', 'no', 'no', 'yes'],
  openedOnly: ['yes', 'no', 'yes', 'no', 'no', 'yes'],
  fetchedByApple: ['yes', 'no', 'no', 'yes', 'no', 'yes'],
  fetchedByBot: ['yes', 'no', 'no', 'yes', 'no', 'yes'],
  openedByNobodyKnows: ['yes', 'no', 'unknown', 'unknown', 'no', 'yes'],
  clicked: ['yes', 'no', 'yes', 'no', 'yes', 'no'],
  clickedByScanner: ['yes', 'no', 'no', 'yes', 'no', 'yes'],
  optedOut: ['yes', 'no', 'unknown', 'unknown', 'no', 'yes'],
  untracked: ['yes', 'no', 'unknown', 'unknown', 'unknown', 'unknown'],
  handedOver: ['unknown', 'unknown', 'no', 'unknown', 'no', 'unknown'],
  unknown: ['unknown', 'unknown', 'no', 'unknown', 'no', 'unknown'],
  refused: ['no', 'yes', 'no', 'no', 'no', 'no'],
  stopped: ['no', 'yes', 'no', 'no', 'no', 'no'],
  neverClaimed: ['no', 'yes', 'no', 'no', 'no', 'no'],
};

const nothing = ['no', 'yes', 'no', 'no', 'no', 'no'];

const answersOf = async (world: BehaviourWorld, of: MessageSet, person: Described): Promise<string[]> => {
  const answers: string[] = [];
  for (const is of behaviours) answers.push(said((await judgeBy(world, { is, of })).judge(person)));
  return answers;
};

describe('what became of a message decides who is meant', () => {
  test.each(everyFate)('%s', async (fate) => {
    const world = new BehaviourWorld().send('r1', { messages: [{ who: 0, fate }] });
    expect(await answersOf(world, { run: 'r1' }, personOf(0))).toEqual(expected[fate]);
    expect(await answersOf(world, { run: 'r1' }, personOf(1))).toEqual(nothing);
  });

  test('of whom a chunk is untracked nobody says that they did not open', async () => {
    const world = new BehaviourWorld().send('r1', { messages: [{ who: 0, fate: 'delivered' }], isUntracked: true });
    expect(await answersOf(world, { run: 'r1' }, personOf(0))).toEqual(expected.untracked);
  });

  test.each(everyFate)('%s, of somebody who refuses tracking by now', async (fate) => {
    const refusal = { choice: 'refused', at: now, source: 'page' } as const;
    const world = new BehaviourWorld().send('r1', { messages: [0, 50].map((who) => ({ who, fate })) });
    const [got = '', notGot = ''] = expected[fate];
    const hidden = got === 'yes' ? expected.untracked : [got, notGot, ...expected[fate].slice(2)];
    expect(await answersOf(world, { run: 'r1' }, { ...personOf(0), tracking: refusal })).toEqual(hidden);
    expect(await answersOf(world, { run: 'r1' }, personOf(50))).toEqual(hidden);
  });

  test('what a run that goes on has not sent yet may still come', async () => {
    const world = new BehaviourWorld().send('r1', { messages: [{ who: 0, fate: 'neverClaimed' }] });
    world.change('r1', (run) => (run.state === 'Finished' ? { ...run, state: 'Sending' } : run));
    expect(await answersOf(world, { run: 'r1' }, personOf(0))).toEqual(expected.onItsWay);
  });

  test('somebody is known by their id at another address, and by their address under another id', async () => {
    const world = new BehaviourWorld().send('r1', { messages: [{ who: 0, fate: 'opened', as: 'old' }] });
    const moved = { ...personOf(7), id: 'old' };
    const renamed = { ...personOf(0), id: 'new', address: ' Reader0@POST.example' };
    expect(await answersOf(world, { run: 'r1' }, moved)).toEqual(expected.opened);
    expect(await answersOf(world, { run: 'r1' }, renamed)).toEqual(expected.opened);
    expect(await answersOf(world, { run: 'r1' }, { ...personOf(3), address: '' })).toEqual(nothing);
  });

  test.each(everyFate)('%s, of whoever was merged into somebody', async (fate) => {
    const world = new BehaviourWorld().send('r1', { messages: [{ who: 7, fate }] });
    const survivor = { ...personOf(0), mergedFrom: [idOf(9), idOf(7)] };
    expect(await answersOf(world, { run: 'r1' }, survivor)).toEqual(expected[fate]);
  });
});

describe('which messages are meant', () => {
  const sent = (fate: Fate): Message[] => [{ who: 0, fate }];
  const meets = async (world: BehaviourWorld, of: MessageSet, is: Behaviour = 'opened'): Promise<string> =>
    said((await judgeBy(world, { is, of })).judge(personOf(0)));

  test('of a campaign the run whose sending began last, or all of them', async () => {
    const world = new BehaviourWorld()
      .send('r1', { messages: sent('opened'), daysAgo: 9 })
      .send('r2', { messages: sent('delivered'), daysAgo: 2 })
      .send('r3', { messages: sent('clicked'), campaignId: 'other' });
    expect(await meets(world, { campaign: 'c0', runs: 'last' })).toBe('no');
    expect(await meets(world, { campaign: 'c0', runs: 'all' })).toBe('yes');
    expect(await meets(world, { campaign: 'c0', runs: 'all' }, 'clicked')).toBe('no');
    expect(await meets(world, { campaign: 'nothing yet', runs: 'all' }, 'notGot')).toBe('yes');
  });

  test.each(['last', 'all'] as const)(
    'of a campaign that sent nothing that is kept still, %s: its last run is named, since nobody knows who got it',
    async (runs) => {
      const world = new BehaviourWorld()
        .send('r1', { messages: sent('opened'), daysAgo: 400 })
        .send('r2', { messages: sent('opened'), daysAgo: 181 })
        .send('r3', { messages: sent('opened') })
        .change('r3', (run) => ({ ...new BehaviourWorld().runs[0], ...run, sendingStartedAt: undefined }) as never);
      const of = { campaign: 'c0', runs };
      expect((await judgeBy(world, { is: 'notGot', of })).missing).toEqual(['r2']);
      expect((await judgeBy(world, { is: 'notGot', of: { ...of, campaign: 'nothing yet' } })).missing).toEqual([]);
      world.send('r4', { messages: sent('opened'), daysAgo: 179 });
      expect((await judgeBy(world, { is: 'notGot', of })).missing).toEqual([]);
    },
  );

  test('those of the last days', async () => {
    const world = new BehaviourWorld().send('r1', { messages: sent('opened'), daysAgo: 9 });
    expect(await meets(world, { days: 8 })).toBe('no');
    expect(await meets(world, { days: 9 })).toBe('yes');
  });

  test('those of the last days, of a run that was prepared long before it was sent too: without its people it is named', async () => {
    const sentLate = new Date(Date.parse(now) - 31 * 86_400_000).toISOString();
    const world = new BehaviourWorld()
      .send('r1', { messages: sent('opened'), daysAgo: 200 })
      .change('r1', (run) => ({ ...run, sendingStartedAt: sentLate }) as never)
      .forget('r1')
      .send('r2', { messages: sent('opened'), daysAgo: 190 })
      .send('r3', { messages: sent('opened') });
    expect((await judgeBy(world, { is: 'notGot', of: { days: 60 } })).missing).toEqual(['r1']);
    expect((await judgeBy(world, { is: 'notGot', of: { days: 30 } })).missing).toEqual([]);
  });

  test('a run with the one that sent its unknown messages again', async () => {
    const world = new BehaviourWorld()
      .send('r1', { messages: [{ who: 0, fate: 'unknown' }] })
      .send('r2', { messages: [{ who: 0, fate: 'opened' }] })
      .change('r1', (run) => (run.state === 'Finished' ? { ...run, resentAs: 'r2' } : run))
      .change('r2', (run) => ({ ...run, resendOf: { runId: 'r1', messages: 1, round: 0 } }));
    expect(await meets(world, { run: 'r1' })).toBe('yes');
    expect(await meets(world, { campaign: 'c0', runs: 'last' }, 'got')).toBe('yes');
  });

  test('a run that nobody knows, whose people are deleted, or that sent nothing, is named', async () => {
    const world = new BehaviourWorld().send('r1', { messages: sent('opened') }).forget('r1');
    world.change('r1', (run) => run).send('r2', { messages: sent('opened') });
    world.change('r2', ({ id }) => ({ ...new BehaviourWorld().runs[0], id, state: 'Preparing' }) as never);
    for (const run of ['r1', 'r2', 'r9'])
      expect((await judgeBy(world, { is: 'notOpened', of: { run } })).missing).toEqual([run]);
    world.unreadable.push('r8');
    expect((await judgeBy(world, { is: 'notGot', of: { days: 9 } })).missing).toEqual(['r8', 'r1']);
  });
});

const letters = fc.uniqueArray(fc.record({ who: fc.nat(12), fate: fc.constantFrom(...everyFate) }), {
  selector: ({ who }) => who,
  maxLength: 10,
});

/** Of several messages: one yes is enough to have done it; not to have done it takes that it is known of all. */
const together = (is: Behaviour, fatesOf: readonly Fate[]): string => {
  const each = (name: Behaviour): string[] => fatesOf.map((fate) => expected[fate][behaviours.indexOf(name)] ?? '');
  const any = (answers: readonly string[]): string =>
    answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no';
  const got = any(each('got'));
  if (is === 'notGot') return got === 'unknown' ? got : got === 'yes' ? 'no' : 'yes';
  if (is !== 'notOpened' && is !== 'notClicked') return any(each(is));
  const did = any(each(is === 'notOpened' ? 'opened' : 'clicked'));
  if (did === 'yes' || got !== 'yes') return did === 'yes' ? 'no' : got;
  return did === 'unknown' ? did : 'yes';
};

test('property: over any runs, in steps of any length, everybody is judged by all of their messages', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(letters, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...behaviours),
      fc.integer({ min: 1, max: 3 }),
      async (runs, is, steps) => {
        const world = new BehaviourWorld();
        for (const [index, messages] of runs.entries()) world.send(`r${index}`, { messages });
        const { judge } = await judgeBy(world, { is, of: { campaign: 'c0', runs: 'all' } }, steps);
        for (let who = 0; who < 13; who += 1) {
          const fatesOf = runs.flatMap((messages) => messages.filter((one) => one.who === who).map(({ fate }) => fate));
          expect(said(judge(personOf(who)))).toBe(together(is, fatesOf));
        }
      },
    ),
    { numRuns: 100 },
  );
});

test('all sets of a filter and its segments share one bound, which is asked before the table takes more', async () => {
  const sets = [{ campaign: 'c0', runs: 'all' }, { days: 9 }] as const;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 10, max: 22 }), async (runs, power) => {
      const world = new BehaviourWorld();
      for (let run = 0; run < runs; run += 1)
        world.send(`r${run}`, {
          messages: Array.from({ length: 300 }, (_, n) => ({ who: run * 300 + n, fate: 'opened' })),
        });
      const most = 2 ** power;
      const look = await goOnLooking(world.ports, await beginLook(world.ports, sets, bounds), () => false, most);
      expect(isLookedAt(look)).toBe(true);
      const { hashes, times } = look.table.bytes();
      // An empty table is there before anybody is asked about.
      expect(hashes.length + times.length).toBeLessThanOrEqual(Math.max(most, 1024 * 10));
      const isWhole = Array.from({ length: runs * 300 }, (_, who) => look.table.marksOf(`i${idOf(who)}`)).every(
        (one) => one > 0,
      );
      expect(isWhole).toBe(look.looking.isTooLarge !== true);
    }),
    { numRuns: 30 },
  );
});

test('who refuses tracking of a topic by now is unknown for mails of that topic, and of no other', async () => {
  const world = new BehaviourWorld();
  for (const [run, topic] of [
    ['r1', 'news'],
    ['r2', 'offers'],
  ] as const)
    world.send(run, { messages: [{ who: 0, fate: 'opened' }] }).change(run, (known) => ({ ...known, topic }));
  const at = '2026-11-29T10:00:00.000Z';
  const news = { choice: 'refused' as const, topic: 'news', at, source: 'page' as const };
  const person = { ...personOf(0), trackingByTopic: { news } };
  const asked = async (of: MessageSet) => said((await judgeBy(world, { is: 'opened', of })).judge(person));
  expect([await asked({ run: 'r1' }), await asked({ run: 'r2' }), await asked({ days: 9 })]).toEqual([
    'unknown',
    'yes',
    'unknown',
  ]);
});

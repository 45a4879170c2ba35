import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contribution } from '../../../domain/model/facts.ts';
import { addCounters, zeroCounters } from '../../../domain/model/figures.ts';
import type { TrackingLine } from '../../../domain/model/message.ts';
import { EventWorld, faults, Schedule, type Body, type Plan } from './event-world.ts';

const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/141.0';
const at = (minute: number): string => new Date(Date.UTC(2026, 10, 24, 10, minute)).toISOString();

const bodyOf = (number: number, detail: object, mail: object = {}): string =>
  JSON.stringify({
    ...detail,
    mail: {
      messageId: `m${number}`,
      timestamp: at(0),
      destination: [`${number % 2}@post.example`],
      tags: { run: ['r'], n: [String(number)], p: [`p${number}`] },
      ...mail,
    },
  });

const delivery = (minute: number) => ({ eventType: 'Delivery', delivery: { timestamp: at(minute) } });
const open = (minute: number) => ({ eventType: 'Open', open: { timestamp: at(minute), userAgent: agent } });
const click = (minute: number) => ({
  eventType: 'Click',
  click: { timestamp: at(minute), userAgent: agent, link: 'https://shop.example/' },
});
const complaint = (minute: number) => ({ eventType: 'Complaint', complaint: { timestamp: at(minute) } });
const bounce = (minute: number, status: string) => ({
  eventType: 'Bounce',
  bounce: { timestamp: at(minute), bounceType: 'Permanent', bouncedRecipients: [{ status }] },
});

const noTurn = async (): Promise<void> => {};

const linesOf = (world: EventWorld): Map<number, readonly TrackingLine[]> =>
  new Map([...world.items.values()].flatMap(({ rows }) => rows.map(({ number, lines }) => [number, lines] as const)));

/** The sum over all rows: what the counters have to say at every instant. */
const recounted = (world: EventWorld) =>
  [...linesOf(world).values()].map(contribution).reduce((sum, one) => addCounters(sum, one), zeroCounters());

/** What is known when every body was consumed once, one after the other. */
const reference = async (bodies: readonly Body[]): Promise<EventWorld> => {
  const world = new EventWorld();
  for (const body of bodies) await world.consume([body], noTurn);
  return world;
};

/** Which opt-outs stand of which address. */
const waysOut = ({ optOuts }: EventWorld) =>
  new Map([...optOuts].map(([key, { standing }]) => [key, standing.map(({ by }) => by).toSorted()]));

const quarantined = ({ statuses }: EventWorld): number =>
  [...statuses.values()].filter(({ quarantine }) => quarantine).length;

/** One expectation for all: thousands of orders ask for it. */
const seen = (world: EventWorld) => ({
  lines: linesOf(world),
  counters: world.counters,
  optedOut: world.optedOut,
  waysOut: waysOut(world),
  quarantined: quarantined(world),
});

const expectSame = (world: EventWorld, expected: EventWorld): void => {
  expect({ ...seen(world), recounted: recounted(world) }).toEqual({ ...seen(expected), recounted: expected.counters });
  // Nothing changed since the last publication, or the hourly rule knows that it has to come again.
  if (world.mark === 0) expect(world.published).toEqual(world.counters);
};

const listed = (bodies: readonly string[]): Body[] => bodies.map((body, index) => ({ id: String(index), body }));

describe('the events consumer', () => {
  test('two consumers in every order of their calls, one of them failing at each call in each way', async () => {
    const [one, two] = [bodyOf(0, delivery(1)), bodyOf(0, open(5))];
    const first = listed([one, two]);
    const second = listed([bodyOf(0, bounce(9, '5.2.2')), one]);
    const expected = await reference([...first, ...second]);
    const plans: Plan[] = [undefined];
    for (let call = 0; call < 6; call += 1) for (const fault of faults) plans.push({ call, fault });
    let tried = 0;
    for (const plan of plans) {
      let prefix: number[] | undefined = [];
      while (prefix) {
        const world = new EventWorld();
        const schedule = new Schedule(prefix);
        await schedule.drive([world.consume(first, schedule.turn, plan), world.consume(second, schedule.turn)]);
        expect(world.counters).toEqual(recounted(world));
        await world.consume([...first, ...second], noTurn);
        expectSame(world, expected);
        tried += 1;
        prefix = schedule.next();
      }
    }
    expect(tried).toBeGreaterThan(3000);
  });

  const detail = fc.oneof(
    fc.nat(9).map(delivery),
    fc.nat(9).map(open),
    fc.nat(9).map(click),
    fc.nat(9).map(complaint),
    fc.nat(9).map((minute) => ({
      eventType: 'Complaint',
      complaint: { timestamp: at(minute), complaintFeedbackType: 'not-spam' },
    })),
    fc.nat(9).map((minute) => ({
      eventType: 'Bounce',
      bounce: { timestamp: at(minute), bounceType: 'Transient', bounceSubType: 'General', bouncedRecipients: [] },
    })),
    fc.tuple(fc.nat(9), fc.constantFrom('5.1.1', '5.2.2')).map(([minute, status]) => bounce(minute, status)),
  );
  const body = fc.tuple(fc.nat(15), detail).map(([number, one]) => bodyOf(number, one));
  const plan = fc.option(fc.record({ call: fc.nat(12), fault: fc.constantFrom(...faults) }), { nil: undefined });

  test('up to three consumers and the hourly rule at once, repeats in any order, failures anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(body, { minLength: 1, maxLength: 8 }),
        fc.array(plan, { minLength: 2, maxLength: 3 }),
        fc.array(fc.nat(2), { minLength: 16, maxLength: 16 }),
        async (scheduler, bodies, plans, dice) => {
          const all = listed(bodies);
          const world = new EventWorld();
          const turn = async (): Promise<void> => scheduler.schedule(Promise.resolve());
          const batches = plans.map((): Body[] => []);
          // Each body comes twice, to the same consumer or to two.
          for (const [copy, one] of [...all, ...all].entries()) batches[(dice[copy] ?? 0) % batches.length]?.push(one);
          const actors = plans.map(async (failing, index) => world.consume(batches[index] ?? [], turn, failing));
          await scheduler.waitFor(Promise.all([...actors, world.publish(turn), world.publish(turn)]));
          expect(world.counters).toEqual(recounted(world));
          await world.consume(all.toReversed(), noTurn);
          expectSame(world, await reference(all));
        },
      ),
      { numRuns: 1500 },
    );
  });

  test('what is known costs a read of its items and the mark, and nothing else', async () => {
    const world = new EventWorld();
    const batch = listed([bodyOf(0, delivery(1)), bodyOf(1, complaint(3)), bodyOf(2, bounce(2, '5.1.1'))]);
    await world.consume(batch, noTurn);
    const before = world.calls;
    await world.consume(batch, noTurn);
    expect(world.calls - before).toBe(2);
  });

  test('what SES says new is counted by its name, and the event is recorded with what is known of it', async () => {
    const world = new EventWorld();
    const unknown = { ...delivery(1), delivery: { timestamp: at(1), quantum: 'a@b.example' }, extra: {} };
    const bodies = [bodyOf(1, unknown), bodyOf(2, unknown), bodyOf(3, delivery(1), { 'a@b.example': 1 })];
    expect(await world.consume(listed(bodies), noTurn)).toEqual([]);
    expect(world.counters.delivered).toBe(3);
    expect([...world.unknown]).toEqual([
      ['extra', 2],
      ['delivery.quantum', 2],
      ['mail.?', 1],
    ]);
  });

  test('an event is not repeated because what is new in it could not be counted', async () => {
    const world = new EventWorld();
    const batch = listed([bodyOf(1, { ...delivery(1), extra: {} })]);
    // After items, address statuses, commit and mark.
    expect(await world.consume(batch, noTurn, { call: 4, fault: 'loseBefore' })).toEqual([]);
    expect(world.counters.delivered).toBe(1);
    expect(world.unknown.size).toBe(0);
  });

  test.each([
    'Successfully validated SNS topic for Amazon SES event publishing.',
    ' Successfully validated SNS topic for Amazon SES event publishing.\n',
    JSON.stringify({
      Type: 'Notification',
      Message: 'Successfully validated SNS topic for Amazon SES event publishing.',
    }),
  ])('the greeting of a new event destination is forgotten: %s', async (greeting) => {
    const world = new EventWorld();
    expect(await world.consume(listed([greeting, bodyOf(1, delivery(1))]), noTurn)).toEqual([]);
    expect(world.dead).toEqual([]);
    expect(world.unmatched.size + world.unknown.size).toBe(0);
    expect(world.counters.delivered).toBe(1);
  });

  test('a body that is no event lies with its cause, one of no message of ours apart, and the others are recorded', async () => {
    const world = new EventWorld();
    const bodies = [
      'no json',
      'Successfully validated SNS topic for Amazon SES event publishing. Not quite.',
      bodyOf(3, { eventType: 'Delivery' }),
      bodyOf(3, delivery(1), { tags: {} }),
      bodyOf(3, delivery(1), { messageId: 'x', tags: { run: ['s'], n: ['3'], p: ['p'] } }),
      bodyOf(1000, delivery(2)),
      bodyOf(4, { eventType: 'Teleported' }),
      bodyOf(5, delivery(1)),
    ];
    expect(await world.consume(listed(bodies), noTurn)).toEqual([]);
    expect(world.dead.map(({ cause }) => cause)).toEqual([
      'body: is no JSON',
      'body: is no JSON',
      'delivery: Invalid input: expected object, received undefined',
    ]);
    const causes = [...world.unmatched.values()].map(({ cause }) => cause);
    expect(causes).toEqual(['noTags', 'newType', 'noSuchRun', 'noSuchMessage']);
    // A type of event that SES did not have before is counted with the fields and values that it did not.
    expect([...world.unknown]).toEqual([['eventType', 1]]);
    expect(world.counters.delivered).toBe(1);
  });
});

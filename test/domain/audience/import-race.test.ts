import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Actor } from '../../../domain/people/people.ts';
import { optOutPerson } from '../../../domain/model/opt-out.ts';
import type { Profile } from '../../../domain/model/profile.ts';
import { releaseAddress } from '../../../lambdas/audience/release-address.ts';
import { erasePerson, type CarePorts } from '../../../lambdas/track/care-for-person.ts';
import { applyToAddresses } from '../../../lambdas/track/apply-to-addresses.ts';
import { person } from '../samples.ts';
import { Schedule } from '../track/event-world.ts';
import { open, type Gate } from './import-gate.ts';
import { ImportWorld } from './import-world.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 24, 10, minute)).toISOString();
/** The import begins at this minute; what else happens has a time of its own, before or after it. */
const IMPORTED = 10;

const actor: Actor = { ...person, groups: ['administration'] };

type Row = { id: string; address: string; city: string; out: boolean; quarantined: boolean };
type Other = { kind: 'optOut' | 'optIn' | 'erase' | 'bounce' | 'release'; id: string; minute: number };

const csvOf = (rows: readonly Row[]): string[] => [
  'id,email,city,opted_out,quarantined',
  ...rows.map(({ id, address, city, out, quarantined }) =>
    [id, address, city, out ? 'yes' : 'no', quarantined ? 'userUnknown' : ''].join(','),
  ),
];

/** p0 opted out, p1 is in quarantine, p2 is as it should be; p3 is not known. */
const begin = (): ImportWorld => {
  const world = new ImportWorld();
  world.at = Date.parse(at(IMPORTED));
  for (const id of ['p0', 'p1', 'p2'])
    world.keep({
      id,
      address: `${id}@post.example`,
      lists: [],
      attributes: { city: 'Aachen' },
      importedAt: at(0),
      ...(id === 'p0' && { optedOut: { at: at(1), source: 'page' as const } }),
    });
  const quarantine = { since: at(1), reason: 'userUnknown' };
  world.statuses.set('p1@post.example', { addressKey: 'p1@post.example', quarantine, softErrors: 0, version: 1 });
  return world;
};

/** Of an administrator's handlers, as they are; with nothing else in the tables. */
const careIn = (world: ImportWorld, gate: Gate, minute: number) => {
  const ports = {
    profiles: world.profilesBehind(gate),
    runs: { recent: async () => ({ items: [], unreadable: [] }) },
    audit: { append: async () => {} },
    clock: () => Date.parse(at(minute)),
  } as unknown as CarePorts;
  return ports;
};

const request = (id: string) => ({
  params: { id },
  query: {},
  body: { reason: 'asked for' },
  actor,
  origin: { ip: '', userAgent: '' },
});

const act = async (world: ImportWorld, { kind, id, minute }: Other, gate: Gate): Promise<unknown> => {
  const profiles = world.profilesBehind(gate);
  if (kind === 'optOut') return profiles.optOut(id, at(minute), 'page');
  if (kind === 'optIn') return profiles.optIn(id, at(minute));
  const care = careIn(world, gate, minute);
  // Who is refused tries again or lets it be; here there is nobody to try again.
  if (kind === 'erase') return erasePerson(care)(request(id) as never).catch(() => undefined);
  if (kind === 'release') return releaseAddress(care)(request(id) as never).catch(() => undefined);
  const line = { kind: 'bounce' as const, at: at(minute), status: '5.1.1', type: 'Permanent', subType: 'General' };
  return applyToAddresses(profiles as never, [{ key: `${id}@post.example`, profileId: id, line }], at(minute));
};

/** Of an erased person it does not matter why nobody writes to them, nor of one whom the import just brings. */
const personIn = ({ optedOut, importedAt, ...left }: Profile) =>
  left.erasedAt === undefined && left.id !== 'p3'
    ? { ...left, optedOut, importedAt }
    : { ...left, isOut: optedOut !== undefined };

/** What counts, without how often it was written. What is known of an address that nobody has hits nobody. */
const stateOf = ({ profiles, statuses }: ImportWorld): string => {
  const people = [...profiles.values()].toSorted((one, other) => one.id.localeCompare(other.id));
  const known = people.map(({ address }) => {
    const { version: _version, ...status } = statuses.get(address) ?? {};
    return status;
  });
  return JSON.stringify([people.map(personIn), known], keysInOrder);
};

const keysInOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => one.localeCompare(other)))
    : value;

type Step = (world: ImportWorld, gate: Gate) => Promise<unknown>;

const ordersOf = <T>(all: readonly T[]): T[][] =>
  all.length === 0
    ? [[]]
    : all.flatMap((first, index) => ordersOf(all.toSpliced(index, 1)).map((rest) => [first, ...rest]));

const stepsOf = (rows: readonly Row[], others: readonly Other[]): Step[] => [
  async (world, gate) =>
    world.send(Buffer.from(csvOf(rows).join('\n')), { changedAddresses: rows.length }, world.portsBehind(gate, open)),
  ...others.map(
    (other): Step =>
      async (world, gate) =>
        act(world, other, gate),
  ),
];

/** What is left when one comes after the other, in each order. A release may be refused: the address is just moving. */
const serialStates = async (rows: readonly Row[], others: readonly Other[]): Promise<Set<string>> => {
  const unreleased = others.filter(({ kind }) => kind !== 'release');
  const states = new Set<string>();
  for (const order of [...ordersOf(stepsOf(rows, others)), ...ordersOf(stepsOf(rows, unreleased))]) {
    const world = begin();
    for (const step of order) await step(world, open);
    states.add(stateOf(world));
  }
  return states;
};

const interleaved = async (steps: readonly Step[], schedule: Schedule): Promise<ImportWorld> => {
  const world = begin();
  await schedule.drive(steps.map(async (step) => step(world, schedule.turn)));
  return world;
};

const MOVED = 'moved@post.example';

const keepsPromises = (world: ImportWorld, others: readonly Other[]): void => {
  for (const { id } of others.filter(({ kind }) => kind === 'erase'))
    if (id !== 'p3')
      expect(world.profiles.get(id)).toMatchObject({ address: '', attributes: {}, lists: [], optedOut: {} });
  // Of an erased person no address is left, the one that the import brought neither.
  const isSomebodys = [...world.profiles.values()].some(({ address }) => address === MOVED);
  expect(world.statuses.has(MOVED) && !isSomebodys).toBe(false);
  for (const { id } of others.filter(({ kind }) => kind === 'optOut')) {
    const isBack = others.some((other) => other.kind === 'optIn' && other.id === id);
    if (id !== 'p3' && !isBack) expect(world.profiles.get(id)?.optedOut).toBeDefined();
  }
};

const rowOf = (id: string, differently: Partial<Row> = {}): Row => ({
  id,
  address: `${id}@post.example`,
  city: 'Berlin',
  out: false,
  quarantined: false,
  ...differently,
});

const kinds = ['optOut', 'optIn', 'erase', 'bounce', 'release'] as const;
const variants: Partial<Row>[] = [
  {},
  { out: true },
  { quarantined: true },
  { city: 'Aachen', quarantined: true },
  { out: true, quarantined: true, address: MOVED },
];

/** Orders of one file and one other; whatever is deeper is only looked into at random, below. */
const MOST = 80;

describe('an import while something else happens to its people', () => {
  test.each(kinds)('%s, at each of its calls: as if one had come after the other', async (kind) => {
    let tried = 0;
    for (const id of ['p0', 'p1', 'p2', 'p3'])
      for (const variant of variants.filter(({ address }) => address === undefined)) {
        const file = [rowOf(id, variant)];
        const others = [{ kind, id, minute: IMPORTED + 5 }];
        const allowed = await serialStates(file, others);
        let prefix: number[] | undefined = [];
        for (let turns = 0; prefix && turns < MOST; turns += 1) {
          const schedule = new Schedule(prefix);
          const world = await interleaved(stepsOf(file, others), schedule);
          expect(allowed).toContain(stateOf(world));
          keepsPromises(world, others);
          tried += 1;
          prefix = schedule.next();
        }
      }
    expect(tried).toBeGreaterThan(90);
  });

  const id = fc.constantFrom('p0', 'p1', 'p2', 'p3');
  const row = fc.tuple(id, fc.constantFrom(...variants)).map(([of, variant]) => rowOf(of, variant));
  const rows = fc.uniqueArray(row, { minLength: 1, maxLength: 3, selector: (one) => one.id });
  const other = fc.record({ kind: fc.constantFrom(...kinds), id, minute: fc.integer({ min: 5, max: 15 }) });

  test('two others, in any order of all their calls', async () => {
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.array(other, { minLength: 2, maxLength: 2 }),
        fc.array(fc.nat(4), { maxLength: 40 }),
        async (file, others, order) => {
          const world = await interleaved(stepsOf(file, others), new Schedule(order));
          expect(await serialStates(file, others)).toContain(stateOf(world));
          keepsPromises(world, others);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('a release between two rows of one address is not undone by the second one', async () => {
    const file = ['p0', 'p1'].map((of) => rowOf(of, { quarantined: true, address: MOVED }));
    const world = begin();
    await world.import(csvOf(file.slice(0, 1)));
    await act(world, { kind: 'release', id: 'p0', minute: 5 }, open);
    await world.import(csvOf(file.slice(1)));
    expect(world.statuses.get(MOVED)).not.toHaveProperty('quarantine');
  });
});

test('a file that still names an erased person brings nothing back, and says the line, the cause and what to do', async () => {
  const world = begin();
  await act(world, { kind: 'erase', id: 'p1', minute: 5 }, open);
  const report = await world.import(csvOf([rowOf('p2'), rowOf('p1', { quarantined: true })]));
  expect(report).toMatchObject({ rows: 2, accepted: 1, rejected: 1 });
  expect(report.rejections).toEqual([
    expect.objectContaining({
      line: 3,
      code: 'erased',
      cause: expect.stringMatching(/erased on 2026-11-24: .*new id/),
    }),
  ]);
  expect(world.profiles.get('p1')).toMatchObject({ address: '', optedOut: { source: 'erasure' } });
  expect(world.statuses.has('p1@post.example')).toBe(false);
  expect(world.lists.get('garden')?.profiles).toBe(1);
});

test('an opt-out that a file brings is in the feed that running sends read', async () => {
  const world = begin();
  await world.import(csvOf([rowOf('p2', { out: true })]));
  expect(world.profiles.get('p2')?.optedOut).toEqual({ at: at(IMPORTED), source: 'import' });
  expect([...world.feed]).toEqual(['p2@post.example', 'p2']);
});

test('who opts out while a file moves the profile is out at the old address and at the new one, whichever call comes first', async () => {
  const said = { at: at(IMPORTED + 5), source: 'page', by: 'r.1' } as const;
  const steps: Step[] = [
    async (world, gate) => world.import(csvOf([rowOf('p2', { address: MOVED })]), gate, open),
    async (world, gate) =>
      optOutPerson(world.profilesBehind(gate), { id: 'p2', key: 'p2@post.example' }, said, said.at),
  ];
  let prefix: number[] | undefined = [];
  while (prefix) {
    const schedule = new Schedule(prefix);
    const world = await interleaved(steps, schedule);
    expect(world.addressesOut()).toEqual(new Set(['p2@post.example', MOVED]));
    prefix = schedule.next();
  }
});

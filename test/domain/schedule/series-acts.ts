import fc from 'fast-check';
import type { Role } from '../../../domain/people/people.ts';
import { roles } from '../../../domain/people/roles.ts';
import { everyTenMinutes, letter } from './letter.ts';
import { names, type Name } from './series-people.ts';

const later = { ...everyTenMinutes, startsOn: '2026-11-24T12:00' };
export const oneOff = { schedule: { mode: 'onceConfirmed' as const }, requestConfirmation: true };

/** What an edit changes. */
export const changes = {
  rename: (n: number) => ({ name: `Letter ${n}` }),
  rewrite: (n: number) => ({ content: { ...letter.content, subject: `Buy ${n}` } }),
  ask: () => ({ requestConfirmation: true }),
  askNobody: () => ({ schedule: everyTenMinutes, requestConfirmation: false }),
  later: () => ({ schedule: later, requestConfirmation: false }),
  oneOff: () => oneOff,
  two: () => ({ policy: { approvals: 2 } }),
};
export type Change = keyof typeof changes;

/** What somebody does to the series itself. */
const lifeActs = ['arm', 'pause', 'resume', 'skip', 'end', 'endSoon'] as const;
export type LifeAct = (typeof lifeActs)[number];

export type Act =
  | { kind: 'edit'; by: Name; change: Change }
  | { kind: 'roles'; of: Name; roles: Role[] }
  | { kind: 'copy' | 'begin' | 'prepare' | 'prepareNext' | 'confirm' | 'reject' | 'withdraw' | 'stop'; by: Name }
  /** `dies`: its Lambda, between what it writes of the series and all that follows from it. */
  | { kind: LifeAct; by: Name; dies?: boolean }
  | { kind: 'fire' | 'again' | 'work' | 'rearm' | 'timerLost' }
  | { kind: 'audience'; more: number }
  | { kind: 'starts'; count: number }
  | { kind: 'early' | 'wait'; seconds: number }
  | { kind: 'turn'; to: number };

export const isOfLife = (act: Act): act is Extract<Act, { kind: LifeAct }> =>
  lifeActs.some((kind) => kind === act.kind);

const who = fc.constantFrom(...names);
const by = (kind: Extract<Act, { by: Name; change?: never }>['kind'], weight: number) => ({
  weight,
  arbitrary: fc.record({ kind: fc.constant(kind), by: who }) as fc.Arbitrary<Act>,
});
const ofLife = (kind: LifeAct, weight: number) => ({
  weight,
  arbitrary: fc.record({ kind: fc.constant(kind), by: who, dies: fc.boolean() }) as fc.Arbitrary<Act>,
});
export const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      by: who,
      change: fc.constantFrom(...(Object.keys(changes) as Change[])),
    }),
  },
  // Somebody is given roles, or loses them.
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('roles' as const), of: who, roles: fc.subarray([...roles]) }),
  },
  by('copy', 2),
  by('begin', 2),
  by('prepare', 6),
  by('prepareNext', 3),
  ofLife('arm', 4),
  ofLife('pause', 2),
  ofLife('resume', 5),
  ofLife('skip', 2),
  ofLife('end', 1),
  ofLife('endSoon', 1),
  by('confirm', 14),
  by('reject', 2),
  by('withdraw', 1),
  by('stop', 2),
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('fire' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('again' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('early' as const), seconds: fc.nat(90) }) },
  // Past the tolerance of a start, and past every start of some series.
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), seconds: fc.constantFrom(2400, 90_000) }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constantFrom('work' as const, 'rearm' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('timerLost' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('audience' as const), more: fc.constantFrom(1, -1) }) },
  // Those that meet an open question are skipped: that fills any list of the latest runs.
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('starts' as const), count: fc.constantFrom(2, 55) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('turn' as const), to: fc.nat(2) }) },
);

const sentOnce: Act[] = [
  { kind: 'arm', by: 'paula' },
  { kind: 'prepare', by: 'paula' },
  { kind: 'confirm', by: 'anton' },
  { kind: 'work' },
];
const refused: Act[] = [
  ...sentOnce,
  { kind: 'prepare', by: 'paula' },
  { kind: 'reject', by: 'anton' },
  { kind: 'fire' },
];
/** Where a story begins: at nothing, at a series that is released, and at one to which somebody said no after that. */
export const beginning = fc.constantFrom<Act[]>([], sentOnce, refused);

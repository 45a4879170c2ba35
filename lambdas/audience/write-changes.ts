import { planChange, type ChangePlan } from '../../domain/audience/change-plan.ts';
import type { Change } from '../../domain/audience/judge-row.ts';
import type { ImportedProfiles } from '../../domain/audience/ports/imported-profiles.ts';
import type { WrittenProfile } from '../../domain/audience/profile-rows.ts';
import { addressKey } from '../../domain/model/address.ts';
import { numberAfter } from '../../domain/model/import-snapshot.ts';
import { copyOptOuts, optOutAddress, optOutPerson, type OptOutPersonPorts } from '../../domain/model/opt-out.ts';
import { moveAddressStatus, quarantinedFor } from '../../domain/model/quarantine.ts';
import type { Rejection } from '../../domain/model/profile-import.ts';
import type { Profile } from '../../domain/model/profile.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import { refusedRow } from '../../domain/audience/row-refusals.ts';
import type { StoredProfile } from '../../domain/model/stored-profile.ts';
import { nameColumns, type LoadColumns } from './name-columns.ts';
import { namePeople, type NamePeoplePorts } from './name-people.ts';

export type WriteChangesPorts = Omit<NamePeoplePorts, 'profiles'> & {
  profiles: ImportedProfiles &
    OptOutPersonPorts &
    Pick<Profiles, 'snapshot' | 'addressStatus' | 'replaceAddressStatus'>;
  /** The id that follows from an address. */
  idOf: (addressKey: string) => string;
  clock: Clock;
};

export type Outcome = { line: number } & ({ written: WrittenProfile } | { rejection: Rejection });

type Planned = { change: Change; plan: Exclude<ChangePlan, { refused: Rejection }> };

/** Somebody else writes the same people, or erases them, between the reading and the writing: they are read again. */
const ATTEMPTS = 20;

const rejected = (rejection: Rejection): Outcome => ({ line: rejection.line, rejection });

/** At once: several rows may move to one address, whose opt-outs are written by one after the other. */
const WORKERS = 8;

const each = async <T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> => {
  const work = all.values();
  const worker = async (): Promise<void> => {
    for (const one of work) await act(one);
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
};

const saidHere = { source: 'api', by: 'api' } as const;

/** Of a row that empties the address it is the one that was known. */
const keyOf = ({ address }: Change, before: Profile | undefined): string =>
  addressKey(address ?? '') || addressKey(before?.address ?? '');

/** A no holds for the address before anything else is written: whoever comes back here with it again changes nothing. */
const sayNo = async (
  { profiles }: WriteChangesPorts,
  change: Change,
  before: Profile | undefined,
  at: string,
): Promise<void> => {
  const { optedOut, quarantined } = change;
  const key = keyOf(change, before);
  if (optedOut) await optOutAddress(profiles, key, { ...saidHere, at }, at);
  if (quarantined !== undefined && key !== '')
    await moveAddressStatus(profiles, key, (known) => quarantinedFor(known, at, quarantined));
  if (before) await copyOptOuts(profiles, before, key, at);
};

/** Who left a topic by the old address while the new one was written takes that along, too. */
const settle = async (ports: WriteChangesPorts, planned: Planned, at: string): Promise<void> => {
  const { profiles } = ports;
  const { change, plan } = planned;
  const key = keyOf(change, plan.before);
  if (change.optedOut) await optOutPerson(profiles, { id: change.id, key }, { ...saidHere, at }, at);
  if (plan.toIndex !== undefined) await profiles.index(change.id, plan.toIndex);
  if (plan.before) await copyOptOuts(profiles, plan.before, key, at);
};

const outcomeOf = ({ change, plan }: Planned): Outcome => {
  const { line, id } = change;
  const isOut = change.optedOut && plan.before?.optedOut === undefined && plan.state === 'unchanged';
  return { line, written: { id, state: isOut ? 'updated' : plan.state } };
};

/**
 * A no that comes in a row that is rejected is one of the same address, and of the person of its id: under an id that was
 * merged, in a row that repeats a person, or one that does not fit. Of who was erased only the no to the address is kept.
 */
const sayNoAllTheSame = async (
  ports: WriteChangesPorts,
  change: Change,
  { code }: Rejection,
  at: string,
): Promise<void> => {
  const { id, address = '', optedOut } = change;
  const { quarantined: _status, ...no } = change;
  await sayNo(ports, code === 'erased' ? no : change, undefined, at);
  // The person is written by the first row, with this no; what cannot be read is nobody's.
  if (!optedOut || code === 'repeated' || code === 'notStored') return;
  await optOutPerson(ports.profiles, { id, key: addressKey(address) }, { ...saidHere, at }, at);
};

const listsIn = (changes: readonly Change[], stored: ReadonlyMap<string, StoredProfile | 'unreadable'>): string[] => [
  ...changes.flatMap(({ joins }) => joins),
  ...[...stored.values()].flatMap((one) => (one === 'unreadable' ? [] : one.lists)),
];

/** Answers those that have to be read again. */
const tryChanges = async (
  ports: WriteChangesPorts,
  changes: readonly Change[],
  outcomes: Outcome[],
  load: LoadColumns,
): Promise<Change[]> => {
  const { profiles, idOf } = ports;
  const at = new Date(ports.clock()).toISOString();
  const snapshot = await profiles.snapshot();
  const stored = await profiles.stored(changes.map(({ id }) => id));
  const columns = await load(listsIn(changes, stored));
  const planned: Planned[] = [];
  for (const change of changes) {
    const known = stored.get(change.id);
    const plan =
      known === 'unreadable'
        ? { refused: refusedRow(change) }
        : planChange(change, known, { snapshot, at, idOf, columns });
    if ('refused' in plan) {
      await sayNoAllTheSame(ports, change, plan.refused, at);
      outcomes.push(rejected(plan.refused));
    } else planned.push({ change, plan });
  }
  await each(planned, async (one) => sayNo(ports, one.change, one.plan.before, at));
  const writes = planned.flatMap((one) => (one.plan.write ? [{ one, write: one.plan.write }] : []));
  const answers = await profiles.write(
    numberAfter(snapshot),
    writes.map(({ write }) => write),
  );
  const answerOf = new Map(writes.map(({ one }, index) => [one, answers[index]]));
  const done = planned.filter((one) => !['again', 'refused'].includes(answerOf.get(one) ?? 'done'));
  await each(done, async (one) => settle(ports, one, at));
  await namePeople(
    ports,
    done.flatMap(({ change, plan }) => (plan.isToName ? [change.id] : [])),
  );
  outcomes.push(...done.map(outcomeOf));
  for (const [{ change }, answer] of answerOf) if (answer === 'refused') outcomes.push(rejected(refusedRow(change)));
  return planned.flatMap((one) => (answerOf.get(one) === 'again' ? [one.change] : []));
};

/**
 * Writes each change by itself, at most as many as a batch has, under the number that no import has: it counts at once,
 * and no import that is going on is laid over it. Done again it changes nothing. In the order of the lines.
 */
export const writeChanges = async (ports: WriteChangesPorts, changes: readonly Change[]): Promise<Outcome[]> => {
  const outcomes: Outcome[] = [];
  const load = nameColumns(ports);
  let left = changes;
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt === ATTEMPTS) throw new Error(`a profile moved ${ATTEMPTS} times while it was being written`);
    left = await tryChanges(ports, left, outcomes, load);
  }
  return outcomes.toSorted((one, other) => one.line - other.line);
};

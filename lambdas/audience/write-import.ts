import { addressKey } from '../../domain/model/address.ts';
import { optOutAddress, copyOptOuts } from '../../domain/model/opt-out.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { ImportedProfiles } from '../../domain/audience/ports/imported-profiles.ts';
import type { Lists } from '../../domain/ports/lists.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import { changedBy, newProfile, refusedFor } from '../../domain/audience/merge-import.ts';
import type { Profile } from '../../domain/model/profile.ts';
import {
  ImportedRow,
  importKey,
  silenceOf,
  type PendingImport,
  type Rejection,
} from '../../domain/model/profile-import.ts';
import { moveAddressStatus, quarantinedFor } from '../../domain/model/quarantine.ts';

export type ImportPorts = {
  profiles: ImportedProfiles &
    Pick<
      Profiles,
      | 'get'
      | 'getMany'
      | 'optOut'
      | 'addressOptOuts'
      | 'replaceAddressOptOuts'
      | 'addressStatus'
      | 'replaceAddressStatus'
      | 'forgetAddressStatus'
    >;
  lists: Lists;
  content: Pick<ContentStore, 'get' | 'put'>;
  clock: Clock;
  /** Of one try; says nothing of the people in the file. */
  reportFailure: (importId: string, failure: unknown) => void;
};

/** `goOn` throws when somebody else writes the import. */
type Row = { ports: ImportPorts; pending: PendingImport; row: ImportedRow; goOn: () => Promise<void> };

/** Somebody adds the profile, or erases it, between the reading and the writing: it is read again. */
const ATTEMPTS = 10;

/** False: something came between, read again. */
const tryProfile = async ({ ports, pending, row }: Row, known: Profile | undefined): Promise<boolean> => {
  const { profiles } = ports;
  const said = { at: pending.importedAt, source: 'import', by: 'import' } as const;
  const key = addressKey(row.address);
  const heardAt = new Date(ports.clock()).toISOString();
  if (!known) {
    if (row.optedOut) await optOutAddress(profiles, key, said, heardAt);
    return profiles.add(newProfile(row, pending));
  }
  const changed = changedBy(row, known, pending);
  const moves = addressKey(known.address) !== key;
  if (moves) await copyOptOuts(profiles, known, key, heardAt);
  if (changed && !(await profiles.describe(changed, moves && !known.optedOut))) return false;
  // The way of every opt-out: who came back since the import began stays, and running sends hear of it.
  if (row.optedOut) await optOutAddress(profiles, key, said, heardAt);
  if (row.optedOut && !known.optedOut) await profiles.optOut(row.id, said.at, said.source, heardAt);
  return true;
};

/** Why the row is written nowhere: its person was erased, or it does not fit to what is known of them. */
const writeProfile = async (one: Row, read: Profile | undefined): Promise<Rejection | undefined> => {
  let known = read;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    await one.goOn();
    const refused = known && refusedFor(one.row, known);
    if (refused) return refused;
    if (await tryProfile(one, known)) return undefined;
    known = await one.ports.profiles.get(one.row.id);
  }
  throw new Error(`a profile moved ${ATTEMPTS} times while it was being imported`);
};

/** Of an address whose person is erased meanwhile nothing is kept. */
const writeAddressStatus = async ({ ports, pending, row }: Row): Promise<void> => {
  const key = addressKey(row.address);
  const { quarantined } = row;
  if (quarantined === undefined || key === '') return;
  await moveAddressStatus(ports.profiles, key, (known) => quarantinedFor(known, pending.importedAt, quarantined));
  const profile = await ports.profiles.get(row.id);
  if (profile?.erasedAt !== undefined) await ports.profiles.forgetAddressStatus(key, row.id);
};

/** Read together; an old reading costs a second one where something came between, and never a change of somebody else. */
const ROWS_AT_ONCE = 1000;
/** Writes under way: fewer than the connections that the SDK keeps open. */
const WRITERS = 32;

/** The rows that were written nowhere, and how many were written; the import as its writer last renewed it. */
export type Written = { erased: Rejection[]; written: number; pending: PendingImport };

/** Somebody else took the import over, or ended it: two at once would write into what comes after it. */
export class TakenOver extends Error {
  override readonly name = 'TakenOver';
}

/** So often a writer says that it goes on, well before others take the import for lost. */
const RENEW_AFTER_MS = 10_000;

/** Asked before each row, and when one is read again: it may take minutes until the last one. Writers that ask at the same time ask once. */
const renewing = (ports: ImportPorts, done: Written) => {
  let asked: Promise<void> | undefined;
  const renew = async (): Promise<void> => {
    const renewed = await ports.lists.renew(done.pending, new Date(ports.clock()).toISOString());
    if (!renewed) throw new TakenOver('somebody else writes the import, or it has ended');
    done.pending = renewed;
    asked = undefined;
  };
  return async (): Promise<void> => {
    if (silenceOf(done.pending, ports.clock()) >= RENEW_AFTER_MS) await (asked ??= renew());
  };
};

/** Adds to `done` what it did, of a failure too. */
const writeRows = async (ports: ImportPorts, rows: ImportedRow[], done: Written) => {
  const { pending } = done;
  const goOn = renewing(ports, done);
  const profiles = await ports.profiles.getMany(rows.map(({ id }) => id));
  const known = new Map(profiles.map((profile) => [profile.id, profile]));
  const work = rows.values();
  const writer = async (): Promise<void> => {
    for (const row of work) {
      const one = { ports, pending, row, goOn };
      const refused = await writeProfile(one, known.get(row.id));
      if (refused) done.erased.push(refused);
      else {
        await writeAddressStatus(one);
        done.written += 1;
      }
    }
  };
  // When one fails the others come to their end first: a writer left behind would write into a later import.
  const outcomes = await Promise.allSettled(Array.from({ length: WRITERS }, writer));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
};

/** Writes what counts into the profiles. Whoever does it again, from the start or from the middle, changes nothing. */
export const writeImport = async (
  ports: ImportPorts,
  pending: PendingImport,
): Promise<Written | (Written & { failure: unknown })> => {
  const done: Written = { erased: [], written: 0, pending };
  try {
    const text = await ports.content.get(importKey(pending.id));
    if (text === undefined) throw new Error(`the rows of import ${pending.id} are gone`);
    const rows = ImportedRow.array().parse(JSON.parse(text));
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
      await writeRows(ports, rows.slice(start, start + ROWS_AT_ONCE), done);
    await ports.lists.finish({ ...pending, rows: rows.length - done.erased.length });
    return done;
  } catch (failure) {
    return { ...done, failure };
  }
};

import { addressKey } from '../../domain/address.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Lists } from '../../domain/ports/lists.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { Profile } from '../../domain/profile.ts';
import { ImportedRow, importKey, type PendingImport } from '../../domain/profile-import.ts';

export type ImportPorts = {
  profiles: Pick<Profiles, 'getMany' | 'put' | 'putStandings'>;
  lists: Lists;
  content: Pick<ContentStore, 'get' | 'put'>;
  clock: Clock;
};

/** Lists add up, attributes are replaced, and an opt-out is never undone by an import. */
const merged = (row: ImportedRow, known: Profile | undefined, { list, importedAt }: PendingImport): Profile => ({
  id: row.id,
  address: row.address,
  lists: [...new Set([...(known?.lists ?? []), list])],
  attributes: row.attributes,
  ...(known?.optedOut
    ? { optedOut: known.optedOut }
    : row.optedOut && { optedOut: { at: importedAt, source: 'import' as const } }),
  ...(known?.optedInAt !== undefined && { optedInAt: known.optedInAt }),
  ...(known?.changes && { changes: known.changes }),
  importedAt,
});

const standingsOf = (rows: readonly ImportedRow[], since: string) =>
  rows.flatMap(({ address, quarantined }) =>
    quarantined !== undefined && address !== ''
      ? [{ addressKey: addressKey(address), quarantine: { since, reason: quarantined }, softErrors: 0 }]
      : [],
  );

/** Few, so that hardly any time passes between the reading of a profile and its writing. */
const ROWS_AT_ONCE = 1000;

/** Writes what counts into the profiles. Whoever does it again, from the start or from the middle, changes nothing. */
export const writeImport = async (ports: ImportPorts, pending: PendingImport): Promise<void> => {
  const text = await ports.content.get(importKey(pending.id));
  if (text === undefined) throw new Error(`the rows of import ${pending.id} are gone`);
  const rows = ImportedRow.array().parse(JSON.parse(text));
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const some = rows.slice(start, start + ROWS_AT_ONCE);
    const profiles = await ports.profiles.getMany(some.map(({ id }) => id));
    const known = new Map(profiles.map((profile) => [profile.id, profile]));
    await ports.profiles.putStandings(standingsOf(some, pending.importedAt));
    await ports.profiles.put(some.map((row) => merged(row, known.get(row.id), pending)));
  }
  await ports.lists.finish(pending);
};

/** Longer than the Lambda of an import can live, so that nobody else is still writing. */
const GIVEN_UP_MS = 60_000;

/** Ends an import whose Lambda died. False: one is being written at this moment. */
export const endLostImport = async (ports: ImportPorts): Promise<boolean> => {
  const pending = await ports.lists.pending();
  if (!pending) return true;
  if (ports.clock() - Date.parse(pending.importedAt) < GIVEN_UP_MS) return false;
  await writeImport(ports, pending);
  return true;
};

/** Names every import that can be seen; undefined while one is being written. Two answers that are equal: none came between. */
export const importsSoFar = async (lists: Pick<Lists, 'all' | 'pending'>): Promise<string | undefined> => {
  if (await lists.pending()) return undefined;
  return (await lists.all()).map(({ name, importedAt }) => `${name} ${importedAt}`).join('\n');
};

import { entriesOf, isNamed, partsAfter, saidIn } from '../../domain/audience/name-index.ts';
import type { ImportedProfiles } from '../../domain/audience/ports/imported-profiles.ts';
import type { NameIndex } from '../../domain/audience/ports/name-index.ts';
import { numberAfter, type ImportSnapshot } from '../../domain/model/import-snapshot.ts';
import type { StoredProfile } from '../../domain/model/stored-profile.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import { nameColumns, type LoadColumns, type NameColumnsPorts } from './name-columns.ts';

export type NamePeoplePorts = NameColumnsPorts & {
  profiles: Pick<ImportedProfiles, 'stored'> & Pick<Profiles, 'snapshot'>;
  names: Pick<NameIndex, 'name'>;
};

/** At once: a transaction each. */
const WORKERS = 8;
/** Somebody writes the same person all the time: they are read again. */
const ATTEMPTS = 20;

type Read = { stored: StoredProfile; snapshot: ImportSnapshot };

/** False: the person was written meanwhile. */
const nameOne = async (
  { names }: NamePeoplePorts,
  id: string,
  { stored, snapshot }: Read,
  load: LoadColumns,
): Promise<boolean> => {
  if (stored.base.erasedAt !== undefined || isNamed(stored, snapshot)) return true;
  const said = saidIn(stored);
  const entries = entriesOf(id, said, await load(said.lists));
  if (entries.length === 0) return true;
  const parts = partsAfter(stored, entries);
  return names.name({ id, revision: stored.revision, named: numberAfter(snapshot), parts }, entries);
};

/**
 * Lets the index of names know people who were written by themselves: behind that write, so that whoever erases them
 * knows where to look, and in one with the profile, so that nobody is named who is erased. Whoever dies before leaves
 * somebody who is not found by their name until they are written again.
 */
export const namePeople = async (ports: NamePeoplePorts, ids: readonly string[]): Promise<void> => {
  const load = nameColumns(ports);
  let left = ids;
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt === ATTEMPTS) throw new Error(`a profile moved ${ATTEMPTS} times while it was being named`);
    const snapshot = await ports.profiles.snapshot();
    const known = await ports.profiles.stored(left);
    const again: string[] = [];
    const work = left.values();
    const worker = async (): Promise<void> => {
      for (const id of work) {
        const stored = known.get(id);
        if (!stored || stored === 'unreadable') continue;
        if (!(await nameOne(ports, id, { stored, snapshot }, load))) again.push(id);
      }
    };
    await Promise.all(Array.from({ length: WORKERS }, worker));
    left = again;
  }
};

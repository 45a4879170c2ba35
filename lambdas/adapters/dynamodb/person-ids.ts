import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ImportedProfiles } from '../../../domain/audience/ports/imported-profiles.ts';
import { idsOf } from '../../../domain/model/merged-profile.ts';
import type { StoredProfile } from '../../../domain/model/stored-profile.ts';
import type { PersonIds } from '../../../domain/ports/person-ids.ts';
import { getAll } from './get-all.ts';
import { profileKey, storedProfilesOf } from './profile-item.ts';

type Stored = Pick<ImportedProfiles, 'stored'>;
type Known = Map<string, StoredProfile['base']>;

/** A profile may have been merged into one that was merged later. */
const MERGES = 20;

const AT_ONCE = 8;

/** Some at a time, each in parts that a call of its own asks for. */
const read = async ({ stored }: Stored, ids: readonly string[], known: Known): Promise<void> => {
  const size = Math.max(100, Math.ceil(ids.length / AT_ONCE));
  const starts = Array.from({ length: Math.ceil(ids.length / size) }, (_, part) => part * size);
  const parts = await Promise.all(starts.map(async (start) => stored(ids.slice(start, start + size))));
  for (const part of parts) for (const [id, one] of part) if (one !== 'unreadable') known.set(id, one.base);
};

const lastOf = (known: Known, id: string): string => {
  let last = id;
  for (let merges = 0; merges < MERGES; merges += 1) last = known.get(last)?.merged?.into ?? last;
  return last;
};

export const personIdsOn = (store: Stored): PersonIds => ({
  ofMany: async (ids) => {
    const known: Known = new Map();
    let wanted = [...new Set(ids)];
    for (let merges = 0; merges <= MERGES && wanted.length > 0; merges += 1) {
      await read(store, wanted, known);
      const into = wanted.flatMap((id) => known.get(id)?.merged?.into ?? []);
      wanted = [...new Set(into)].filter((id) => !known.has(id));
    }
    return new Map(
      ids.map((id) => {
        const current = lastOf(known, id);
        return [id, idsOf({ ...known.get(current), id: current })];
      }),
    );
  },
});

export const personIdsIn = (client: DynamoDBDocumentClient, table: string): PersonIds =>
  personIdsOn({ stored: async (ids) => storedProfilesOf(await getAll(client, table, ids.map(profileKey))) });

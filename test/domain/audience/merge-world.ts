import type { Merge } from '../../../domain/audience/ports/profile-merges.ts';
import type { Profile } from '../../../domain/model/profile.ts';
import { listedOf } from '../../../domain/model/stored-profile.ts';
import type { Profiles } from '../../../domain/ports/profiles.ts';
import { mergeProfiles } from '../../../lambdas/audience/merge-profiles.ts';
import { getProfile } from '../../../lambdas/audience/read-profiles.ts';
import { now } from '../samples.ts';
import { asked, ChangeWorld } from './change-world.ts';
import { open, type Gate } from './import-gate.ts';

export const NOON = Date.parse(now);
export const at = (minutes: number): string => new Date(NOON + minutes * 60_000).toISOString();

/** Profiles with the transaction of a merge, on DynamoDB's conditions. */
export class MergeWorld extends ChangeWorld {
  readonly audit: string[] = [];

  constructor(people: Partial<Profile>[]) {
    super();
    this.imports.at = NOON;
    for (const person of people)
      this.imports.keep({ id: '', address: '', lists: [], attributes: {}, importedAt: at(-60), ...person });
  }

  private merge({ seq, survivor, loser, at: mergedAt }: Merge): boolean {
    const { stored, snapshot } = this.imports;
    const isAsRead = ({ id, revision, isOut }: Merge['loser']): boolean => {
      const known = stored.get(id);
      if (!known || known.revision !== revision || known.base.merged || known.base.erasedAt !== undefined) return false;
      return isOut || known.base.optedOut === undefined;
    };
    const [one, other] = [stored.get(survivor.id), stored.get(loser.id)];
    if (!one || !other || snapshot.seq !== seq || !isAsRead(survivor) || !isAsRead(loser)) return false;
    const number = seq + 1;
    stored.set(survivor.id, {
      ...one,
      base: { ...one.base, mergedFrom: [...(one.base.mergedFrom ?? []), ...survivor.mergedFrom] },
      overlays: [...one.overlays, [number, survivor.overlay]],
      lists: survivor.lists,
      revision: (one.revision ?? 0) + 1,
      addressKey: survivor.addressKey ?? one.addressKey,
      named: undefined,
    });
    const merged = { into: survivor.id, number, at: mergedAt };
    stored.set(loser.id, { ...other, base: { ...other.base, merged }, revision: (other.revision ?? 0) + 1 });
    this.imports.snapshot = { ...snapshot, seq: number };
    return true;
  }

  ports(gate: Gate) {
    const imports = this.portsBehind(gate);
    return {
      ...imports,
      profiles: imports.profiles as unknown as Profiles & typeof imports.profiles,
      merges: {
        merge: async (one: Merge) => {
          await gate();
          return this.merge(one);
        },
      },
      audit: {
        append: async ({ runId, what }: { runId: string; what: string }) => {
          await gate();
          this.audit.push(`${runId} ${what}`);
        },
        ofRun: async () => [],
      },
    };
  }

  async mergeInto(id: string, other: string, take: string[] = [], gate: Gate = open) {
    return mergeProfiles(this.ports(gate))({ ...asked, params: { id }, query: {}, body: { other, take } });
  }

  async get(id: string) {
    return getProfile(this.ports(open))({ ...asked, params: { id }, query: {}, body: undefined });
  }

  /** Who is in an audience, by a snapshot that was taken. */
  seen(snapshot = this.imports.snapshot): string[] {
    return [...this.imports.stored.values()].flatMap((one) => listedOf(one, snapshot)?.id ?? []);
  }
}

export const anna = {
  id: 'a',
  address: 'anna@post.example',
  lists: ['garden'],
  attributes: { city: 'Ulm', phone: '' },
};
export const anne = {
  id: 'b',
  address: 'anne@work.example',
  lists: ['press', 'garden'],
  attributes: { city: 'Kiel', phone: '1', shoe: '38' },
};

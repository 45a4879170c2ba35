import type * as z from 'zod';
import { ProfileBatch, type ProfileBatchReport } from '../../../domain/audience/profile-rows.ts';
import type { ListSummary } from '../../../domain/model/profile.ts';
import type { Actor } from '../../../domain/people/people.ts';
import { postProfiles } from '../../../lambdas/audience/change-profiles.ts';
import { makingOf, person } from '../samples.ts';
import { open, type Gate } from './import-gate.ts';
import { ImportWorld } from './import-world.ts';

export const asked = {
  actor: { ...person, groups: ['prepare-deliveries'] } satisfies Actor,
  origin: { ip: '', userAgent: '' },
};

/** An import's world in which others than imports write profiles. */
export class ChangeWorld {
  readonly imports = new ImportWorld();

  portsBehind(gate: Gate) {
    const { lists } = this.imports;
    return {
      ...this.imports.portsBehind(gate, open),
      lists: {
        ensure: async (names: readonly string[], at: string) => {
          for (const name of names)
            if (!lists.has(name)) lists.set(name, { name, profiles: 0, importedAt: at } satisfies ListSummary);
        },
      },
    };
  }

  /** @param rows as a caller sends them, valid or not */
  async post(
    rows: readonly unknown[],
    { gate = open, asAttribute }: { gate?: Gate; asAttribute?: string } = {},
  ): Promise<ProfileBatchReport> {
    const body: z.output<typeof ProfileBatch> = ProfileBatch.parse({ profiles: rows });
    const making = makingOf('changes');
    const request = { ...asked, params: {}, body, query: { asAttribute }, making };
    return postProfiles(this.portsBehind(gate))(request);
  }
}

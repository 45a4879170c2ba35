import { Directory } from '../../../domain/values/directory.ts';
import { chunkKey, directoryKey } from '../../../domain/model/manifest.ts';
import type { Profile } from '../../../domain/model/profile.ts';
import type { Run } from '../../../domain/model/run.ts';
import type { CarePorts } from '../../../lambdas/track/care-for-person.ts';
import { awaiting, now, person, preparation } from '../samples.ts';

export const anna: Profile = { id: 'anna', address: 'anna@home.example', lists: [], attributes: {}, importedAt: now };

const rejected: Run = {
  ...awaiting,
  id: 'rejected',
  state: 'Rejected',
  decision: { decision: 'reject', at: now, by: person },
  preparation: { ...preparation, prefix: 'runs/rejected/1/' },
} as never;
const finished: Run = { ...awaiting, state: 'Finished', startAt: now, sendingStartedAt: now, finishedAt: now };
/** Frozen runs that name Anna, two or as many as asked for, and the stores as they are while her audience is kept, or after. */
export class World {
  readonly objects = new Map<string, Uint8Array>();
  profile = anna;
  atAddress = [anna];
  readonly ports: CarePorts;

  /** What was asked of the stores: a method and a key. */
  readonly calls: string[] = [];
  private readonly runs: Run[];

  constructor(runs: Run[] = [finished, rejected]) {
    this.runs = runs;
    for (const run of runs) if ('preparation' in run && run.preparation) this.freeze(run.preparation.prefix);
    this.ports = {
      runs: {
        get: async (id: string) => this.runs.find((run) => run.id === id),
        recent: async ({ before = '', limit }: { before?: string; limit: number }) => {
          this.calls.push('recent');
          const start = this.runs.findIndex(({ id }) => id === before) + 1;
          const items = this.runs.slice(start, start + limit);
          return { items, unreadable: [], next: items.length < limit ? undefined : items.at(-1)?.id };
        },
      },
      content: {
        get: async (key: string) => {
          const bytes = this.objects.get(key);
          return bytes && new TextDecoder().decode(bytes);
        },
        getBytes: async (key: string) => {
          this.calls.push(`getBytes ${key}`);
          return this.objects.get(key);
        },
      },
      ledger: { ofChunk: async () => [], tallies: async () => [] },
      messages: { items: async () => [], rowsOfChunk: async () => [{ runId: 'r', number: 0, lines: [] }] },
      profiles: {
        get: async () => this.profile,
        getUnmerged: async () => this.profile,
        mergedInto: async () => undefined,
        findByAddress: async () => this.atAddress,
        addressStatus: async (key: string) => void this.calls.push(`addressStatus ${key}`),
        isOnSuppressionList: async () => false,
        optOut: async () => {},
        addressOptOuts: async (key: string) => void this.calls.push(`addressOptOuts ${key}`),
        replaceAddressOptOuts: async () => true,
        forgetAddressStatus: async () => {},
        erase: async (profile: Profile) => {
          this.profile = profile;
          return true;
        },
      },
      audit: { append: async () => {}, ofRun: async () => [] },
      clock: () => Date.parse(now),
      audienceDays: 180,
    } as never;
  }

  private freeze(prefix: string): void {
    const directory = new Directory();
    directory.add('anna');
    const chunk = { runId: 'r', chunk: 0, recipients: [{ profileId: 'anna', address: anna.address, data: {} }] };
    this.objects.set(directoryKey(prefix, 'recipients'), directory.bytes());
    this.objects.set(directoryKey(prefix, 'exclusions'), new Uint8Array());
    this.objects.set(chunkKey(prefix, 0), new TextEncoder().encode(JSON.stringify(chunk)));
  }

  /** What the bucket's rule does. */
  forget(): void {
    for (const key of this.objects.keys()) if (key.startsWith('people/')) this.objects.delete(key);
  }
}

export const asked = (id: string, query: object) =>
  ({ params: { id }, query, body: {}, actor: { ...person, groups: [] }, origin: { ip: '', userAgent: '' } }) as never;

/** So many frozen runs, the newest first. */
export const frozenRuns = (count: number): Run[] =>
  Array.from({ length: count }, (_, index) => {
    const id = `run-${String(count - index).padStart(3, '0')}`;
    return { ...finished, id, preparation: { ...preparation, prefix: `runs/${id}/1/` } };
  });

import { describe, expect, test } from '@jest/globals';
import { Directory } from '../../../domain/values/directory.ts';
import { chunkKey, directoryKey } from '../../../domain/model/manifest.ts';
import type { Profile } from '../../../domain/model/profile.ts';
import type { Run } from '../../../domain/model/run.ts';
import { listExclusions } from '../../../lambdas/prepare/read-runs.ts';
import { erasePerson, type CarePorts } from '../../../lambdas/track/care-for-person.ts';
import { listEvents } from '../../../lambdas/track/read-events.ts';
import { listMessages } from '../../../lambdas/track/read-logs.ts';
import { explainAddress, getHistory } from '../../../lambdas/track/read-profiles.ts';
import { awaiting, now, person, preparation } from '../samples.ts';

const anna: Profile = { id: 'anna', address: 'anna@home.example', lists: [], attributes: {}, importedAt: now };

const rejected: Run = {
  ...awaiting,
  id: 'rejected',
  state: 'Rejected',
  decision: { decision: 'reject', at: now, by: person },
  preparation: { ...preparation, prefix: 'runs/rejected/1/' },
} as never;
const finished: Run = { ...awaiting, state: 'Finished', startAt: now, sendingStartedAt: now, finishedAt: now };
const runs = [finished, rejected];

/** Two frozen runs that name Anna, and the stores as they are while her audience is kept, or after. */
class World {
  readonly objects = new Map<string, Uint8Array>();
  profile = anna;
  readonly ports: CarePorts;

  constructor() {
    for (const { prefix } of [preparation, { prefix: 'runs/rejected/1/' }]) this.freeze(prefix);
    this.ports = {
      runs: {
        get: async (id: string) => runs.find((run) => run.id === id),
        recent: async () => ({ items: runs, unreadable: [] }),
      },
      content: {
        get: async (key: string) => {
          const bytes = this.objects.get(key);
          return bytes && new TextDecoder().decode(bytes);
        },
        getBytes: async (key: string) => this.objects.get(key),
      },
      ledger: { ofChunk: async () => [], tallies: async () => [] },
      messages: { items: async () => [], rowsOfChunk: async () => [{ runId: 'r', number: 0, lines: [] }] },
      profiles: {
        get: async () => this.profile,
        findByAddress: async () => [this.profile],
        addressStatus: async () => undefined,
        addressOptOuts: async () => undefined,
        replaceAddressOptOuts: async () => true,
        forgetAddressStatus: async () => {},
        erase: async (profile: Profile) => {
          this.profile = profile;
          return true;
        },
      },
      audit: { append: async () => {} },
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

const asked = (id: string, query: object) =>
  ({ params: { id }, query, body: {}, actor: { ...person, groups: [] }, origin: { ip: '', userAgent: '' } }) as never;

describe('once the people of a run are deleted', () => {
  test('its logs say so, and none of them that the run does not exist or was empty', async () => {
    const world = new World();
    world.forget();
    const { ports } = world;
    const page = { limit: 50 };
    const answers = [listMessages(ports), listEvents(ports), listExclusions(ports)];
    for (const answer of answers)
      await expect(answer(asked('r', page))).rejects.toMatchObject({ code: 'people-deleted' });
  });

  test('why somebody got it is no longer known, which is not the same as “was not in the audience”', async () => {
    const world = new World();
    const why = async () => (await explainAddress(world.ports)(asked('', { address: anna.address, run: 'r' }))).items;
    expect(await why()).toMatchObject([{ cause: 'stopped' }]);
    world.forget();
    expect(await why()).toMatchObject([{ got: 'unknown', cause: 'forgotten', evidence: null }]);
    expect((await getHistory(world.ports)(asked('anna', { limit: 50 }))).items).toEqual([]);
  });

  test('an erasure names every run that still holds the address, sent or not, and none that has forgotten it', async () => {
    const world = new World();
    const erase = async () => erasePerson(world.ports)(asked('anna', {}));
    const report = await erase();
    expect(report).toMatchObject({
      erasedAt: now,
      frozen: [{ runId: 'r' }, { runId: 'rejected' }],
      frozenUntil: '2027-05-26T10:00:00.000Z',
      backupsUntil: '2026-12-29T10:00:00.000Z',
    });
    expect(world.profile).toMatchObject({ address: '', attributes: {}, erasedAt: now });
    expect(await erase()).toEqual(report);
    world.forget();
    expect((await erase()).frozen).toEqual([]);
  });
});

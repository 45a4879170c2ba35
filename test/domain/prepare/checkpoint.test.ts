import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CheckLimits } from '../../../domain/model/check-limits.ts';
import type { Campaign } from '../../../domain/model/campaign.ts';
import { chunkKey, directoryKey, exclusionsKey, Manifest, manifestKey } from '../../../domain/model/manifest.ts';
import { Policy } from '../../../domain/model/policy.ts';
import { Problem } from '../../../domain/http/problem.ts';
import { noImports } from '../../../domain/model/import-snapshot.ts';
import type { Profile } from '../../../domain/model/profile.ts';
import { Run } from '../../../domain/model/run.ts';
import { transition } from '../../../domain/model/transition.ts';
import { prepareRun, type PreparePorts } from '../../../lambdas/prepare/prepare-run.ts';
import { author, noPictures, now, person, preparing } from '../samples.ts';
import { noLives } from '../schedule/series-timers.ts';

const campaign: Campaign = {
  id: 'c',
  version: 1,
  name: 'Letter',
  list: 'friends',
  // Of whose name alone nobody can say whether it is later than a day: those with an empty address are left out by it.
  filter: {
    join: 'any',
    conditions: [
      { is: 'contains', attribute: 'email', value: '@' },
      { is: 'greater', attribute: 'name', value: '2026-01-01' },
    ],
  },
  createdAt: now,
  createdBy: author,
  updatedAt: now,
  updatedBy: author,
  sender: { name: 'S', address: 'news@post.example' },
  content: {
    subject: 'Hi {{ name }}',
    preheader: '',
    html: '<p>{{ name }} <a href="{{ unsubscribe_url }}">leave</a></p>',
    text: '{{ unsubscribe_url }}',
  },
  schedule: { mode: 'onceConfirmed' },
  requestConfirmation: true,
  policy: { remindAt: [25, 75] },
};

const PEOPLE = 2300;
const BATCH = 100;

/** Every tenth has no address, every ninth the address of the one before; one has no name, one a long one. */
const profileOf = (number: number): Profile => ({
  id: `p${number}`,
  address: number % 10 === 0 ? '' : `p${number % 9 === 0 ? number - 1 : number}@reader.example`,
  lists: ['friends'],
  attributes: { name: number === 1405 ? '' : number === 2203 ? 'A very long name indeed' : `Name ${number % 7}` },
  importedAt: now,
});

const unused = (): never => {
  throw new Error('preparation does not ask for this');
};

/** The tables and the bucket of one run; a step of its preparation has time for so many batches. */
class Workshop {
  run: Run = preparing;
  readonly objects = new Map<string, string | Uint8Array>();
  attempts = 0;
  /** Batches until the time is up, and until the Lambda dies. */
  timeFor = Number.POSITIVE_INFINITY;
  diesAfter = Number.POSITIVE_INFINITY;
  private read = 0;

  private readonly put = async (key: string, body: string | Uint8Array): Promise<void> => {
    if (this.objects.has(key)) throw new Error(`${key} is written twice`);
    this.objects.set(key, typeof body === 'string' ? body : body.slice());
  };

  private async *profiles(after = '0') {
    for (let first = Number(after); first < PEOPLE; first += BATCH) {
      const items = Array.from({ length: BATCH }, (_, index) => profileOf(first + index));
      this.read += 1;
      if (this.read > this.diesAfter) throw new Error('the Lambda died');
      yield { items, cursor: first + BATCH < PEOPLE ? String(first + BATCH) : null };
    }
  }

  private get ports(): PreparePorts {
    const bytesOf = (key: string): Uint8Array | undefined => {
      const object = this.objects.get(key);
      return typeof object === 'string' ? undefined : object;
    };
    return {
      campaigns: { withContent: async () => campaign },
      lives: noLives,
      runs: {
        get: async () => this.run,
        replace: async (next) => {
          if (next.version !== this.run.version + 1) throw new Problem('conflict', 'moved', 'again');
          this.run = Run.parse(next);
        },
        ofCampaign: async () => [],
        listOfCampaign: unused,
        recent: unused,
        current: unused,
      },
      profiles: {
        inList: (_, after) => this.profiles(after),
        getMany: unused,
        snapshot: async () => noImports,
        quarantined: async () => new Set<string>(),
        addressesWithout: async () => new Set<string>(),
        untrackedAddresses: async () => new Set<string>(),
        suppressionList: async () => new Set<string>(),
        suppressed: async () => new Set<string>(),
        optedOutAddresses: async () => new Set<string>(),
      },
      content: {
        put: this.put,
        putBytes: this.put,
        get: async (key) => this.objects.get(key)?.toString(),
        getBytes: async (key) => bytesOf(key),
      },
      html: { compile: unused },
      segments: { getMany: unused },
      lists: { get: unused },
      personIds: { ofMany: unused },
      snippets: { getMany: unused },
      messages: { rowsOfChunk: unused },
      ledger: { ofChunk: unused },
      unknown: { ofRun: unused },
      account: {
        isVerified: async () => true,
        quota: async () => ({ perSecond: 14, per24Hours: -1, sentLast24Hours: 0 }),
      },
      senderDomain: { isSigned: async () => true, mailFrom: async (domain) => domain, texts: async () => [] },
      audit: { append: async () => undefined },
      clock: () => Date.parse(now),
      newId: () => `attempt-${(this.attempts += 1)}`,
      people: { approvers: async () => [person] },
      policy: Policy.parse({}),
      checkLimits: CheckLimits.parse({}),
      audienceDays: 180,
      messagesDays: 400,
      pictures: noPictures,
    };
  }

  async step() {
    this.read = 0;
    return prepareRun(this.ports)({ runId: 'r' }, () => (this.read < this.timeFor ? 600_000 : 60_000));
  }

  /** As the machine does it. Answers how many steps it took. */
  async toTheEnd(): Promise<number> {
    for (let steps = 1; ; steps += 1) if ((await this.step()).outcome !== 'more') return steps;
  }

  /** Everything that was frozen, whatever the attempt was called. */
  get frozen() {
    if (this.run.state !== 'AwaitingConfirmation') throw new Error(`the run is ${this.run.state}`);
    const { prefix, chunks, counts, checks } = this.run.preparation;
    const object = (key: string) => this.objects.get(key);
    return {
      counts,
      checks,
      manifest: Manifest.parse(JSON.parse(String(object(manifestKey(prefix))))),
      chunks: Array.from({ length: chunks }, (_, chunk) => object(chunkKey(prefix, chunk))),
      exclusions: [0, 1].map((page) => object(exclusionsKey(prefix, page))),
      directories: (['recipients', 'exclusions'] as const).map((of) => object(directoryKey(prefix, of))),
    };
  }
}

const atOnce = new Workshop();
await atOnce.toTheEnd();

describe('a preparation whose time is up', () => {
  test('goes on where it was, and freezes what it would have frozen at once', async () => {
    expect(atOnce.frozen.manifest.samples).toEqual([
      expect.objectContaining({ kind: 'first', number: 0 }),
      expect.objectContaining({ kind: 'longest' }),
      expect.objectContaining({ kind: 'emptiest' }),
    ]);
    // How it is to be confirmed is frozen with it.
    expect(atOnce.frozen.manifest.policy).toEqual({ ...Policy.parse({}), remindAt: [25, 75] });
    for (const timeFor of [1, 2, 5, 22]) {
      const workshop = new Workshop();
      workshop.timeFor = timeFor;
      expect(await workshop.toTheEnd()).toBe(Math.ceil(PEOPLE / BATCH / timeFor));
      expect(workshop.frozen).toEqual(atOnce.frozen);
    }
  });

  test('begins anew when a step dies, under a prefix of its own, and is whole again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 0, max: 3 }), async (timeFor, steps) => {
        const workshop = new Workshop();
        workshop.timeFor = timeFor;
        for (let step = 0; step < steps; step += 1) await workshop.step();
        workshop.diesAfter = 1;
        await expect(workshop.step()).rejects.toThrow('died');
        workshop.diesAfter = Number.POSITIVE_INFINITY;
        await workshop.toTheEnd();
        expect(workshop.attempts).toBe(2);
        expect(workshop.frozen).toEqual(atOnce.frozen);
      }),
      { numRuns: 10 },
    );
  });
});

describe('"Stop preparation"', () => {
  const stop = (run: Run): Run => transition(run, { type: 'stopped', at: now, by: person, cause: 'stopped' });

  test.each([0, 1, 2])('after %i steps leaves nothing that counts, and no step goes on with it', async (steps) => {
    const workshop = new Workshop();
    workshop.timeFor = 3;
    for (let step = 0; step < steps; step += 1) await workshop.step();
    workshop.run = stop(workshop.run);
    const [stopped, objects] = [workshop.run, workshop.objects.size];
    expect(await workshop.step()).toEqual({ runId: 'r', outcome: 'done' });
    expect(workshop.run).toBe(stopped);
    expect(workshop.objects.size).toBe(objects);
    expect([...workshop.objects.keys()].filter((key) => key.includes('manifest'))).toEqual([]);
  });

  test.each([2, Number.POSITIVE_INFINITY])('in the middle of a step stays what was decided', async (timeFor) => {
    const workshop = new Workshop();
    workshop.timeFor = timeFor;
    const running = workshop.step();
    workshop.run = stop(workshop.run);
    expect((await running).outcome).toBe('done');
    expect(workshop.run.state).toBe('Stopped');
    expect(workshop.run).not.toHaveProperty('preparation');
  });
});

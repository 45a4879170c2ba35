import { describe, expect, test } from '@jest/globals';
import type { Profile } from '../../../domain/profile.ts';
import type { PendingImport } from '../../../domain/profile-import.ts';
import type { Actor } from '../../../domain/people.ts';
import { importProfiles } from '../../../lambdas/prepare/import-profiles.ts';
import { endLostImport, importsSoFar } from '../../../lambdas/prepare/write-import.ts';
import { now, person } from '../samples.ts';

const actor: Actor = { ...person, groups: ['prepare-deliveries'] };
const ROWS = 2500;

/** What would be in the tables and the bucket, and a Lambda that dies at its n-th call of a port. */
class Store {
  readonly profiles = new Map<string, Profile>();
  readonly lists = new Map<string, { name: string; profiles: number; importedAt: string }>();
  readonly objects = new Map<string, string>();
  pending: PendingImport | undefined;
  at = Date.parse(now);
  diesAt = Number.POSITIVE_INFINITY;
  private calls = 0;
  private ids = 0;

  /** `half` is what a call has done when it dies. */
  private call<T>(work: () => T, half?: () => void): T {
    this.calls += 1;
    if (this.calls === this.diesAt) {
      half?.();
      throw new Error('the Lambda died');
    }
    return work();
  }

  private keep(profiles: readonly Profile[]): void {
    for (const profile of profiles) this.profiles.set(profile.id, profile);
  }

  readonly ports = {
    clock: () => this.at,
    newId: () => `i${(this.ids += 1)}`,
    profiles: {
      getMany: async (ids: string[]) => this.call(() => ids.flatMap((id) => this.profiles.get(id) ?? [])),
      put: async (profiles: Profile[]) =>
        this.call(
          () => this.keep(profiles),
          () => this.keep(profiles.slice(0, 7)),
        ),
      putStandings: async () => this.call(() => undefined),
    },
    lists: {
      all: async () => [...this.lists.values()],
      begin: async (pending: PendingImport) =>
        this.call(() => {
          if (this.pending) return false;
          this.pending = pending;
          return true;
        }),
      pending: async () => this.pending,
      finish: async ({ id, list, rows, importedAt }: PendingImport) =>
        this.call(() => {
          if (this.pending?.id !== id) return;
          this.pending = undefined;
          this.lists.set(list, { name: list, profiles: rows, importedAt });
        }),
    },
    content: {
      get: async (key: string) => this.objects.get(key),
      put: async (key: string, body: string) => this.call(() => void this.objects.set(key, body)),
    },
  };

  async import(city: string, extra = ''): Promise<unknown> {
    const lines = Array.from({ length: ROWS }, (_, row) => `p${row},p${row}@post.example,${city}`);
    const body = Buffer.from(['id,email,city', ...lines, extra].join('\n'));
    const query = { list: 'garden' };
    return importProfiles(this.ports)({ query, body, actor, params: {}, origin: { ip: '', userAgent: '' } });
  }

  get cities(): Set<string | undefined> {
    return new Set([...this.profiles.values()].map(({ attributes }) => attributes['city']));
  }
}

/** The calls of an import of 2,500 rows: rows kept, begun, three times (read, standings, profiles), ended. */
const CALLS = 12;

describe('an import that dies', () => {
  test.each(Array.from({ length: CALLS }, (_, call) => call + 1))(
    'at call %i leaves the old state, or is carried through; no preparation sees half of it',
    async (call) => {
      const store = new Store();
      await store.import('Aachen');
      store.diesAt = CALLS + call;
      store.at += 3_600_000;
      await expect(store.import('Berlin')).rejects.toThrow('died');
      const isCounted = store.pending !== undefined;
      if (!isCounted) expect(store.cities).toEqual(new Set(['Aachen']));
      // A preparation has no audience as long as the import is open.
      expect((await importsSoFar(store.ports.lists)) === undefined).toBe(isCounted);
      expect(await endLostImport(store.ports)).toBe(!isCounted);
      store.at += 60_000;
      expect(await endLostImport(store.ports)).toBe(true);
      expect(store.pending).toBeUndefined();
      expect(store.cities).toEqual(new Set([isCounted ? 'Berlin' : 'Aachen']));
      expect(store.profiles.size).toBe(ROWS);
    },
  );

  test('keeps the next one waiting for a minute, which then ends it first', async () => {
    const store = new Store();
    store.diesAt = 6;
    await expect(store.import('Aachen')).rejects.toThrow('died');
    await expect(store.import('Berlin')).rejects.toMatchObject({ code: 'conflict' });
    store.at += 60_000;
    await store.import('Celle');
    expect(store.cities).toEqual(new Set(['Celle']));
    expect(store.pending).toBeUndefined();
  });

  test('because its file breaks off in the middle has changed nothing', async () => {
    const store = new Store();
    await store.import('Aachen');
    await expect(store.import('Berlin', 'q,q@post.example,"Ber')).rejects.toMatchObject({ code: 'invalid-input' });
    expect(store.cities).toEqual(new Set(['Aachen']));
    expect([...store.objects.keys()]).toEqual(['imports/i1.json']);
  });
});

test('an import never undoes an opt-out, not even when it is carried through later', async () => {
  const store = new Store();
  await store.import('Aachen');
  store.diesAt = CALLS + 5;
  store.at += 3_600_000;
  await expect(store.import('Berlin')).rejects.toThrow('died');
  const optedOut = { at: new Date(store.at).toISOString(), source: 'oneClick' as const };
  store.profiles.set('p1', { ...store.profiles.get('p1')!, optedOut });
  store.at += 60_000;
  await endLostImport(store.ports);
  expect(store.profiles.get('p1')).toMatchObject({ optedOut, attributes: { city: 'Berlin' } });
});

import type * as z from 'zod';
import type { ImportQuery, ImportReport } from '../../../domain/audience/api.ts';
import type { AddressOptOuts } from '../../../domain/model/opt-out.ts';
import type { ListSummary, AddressStatus, Profile } from '../../../domain/model/profile.ts';
import type { GivenUpImport, ImportedProfile, PendingImport } from '../../../domain/model/profile-import.ts';
import type { Actor } from '../../../domain/people/people.ts';
import type { ColumnMapping } from '../../../domain/audience/column-mapping.ts';
import { addressKey } from '../../../domain/model/address.ts';
import { profileItem } from '../../../lambdas/adapters/dynamodb/profile-item.ts';
import { importProfiles } from '../../../lambdas/audience/import-profiles.ts';
import { now, person } from '../samples.ts';
import { wouldTake } from '../prepare/dynamodb-item.ts';

const actor: Actor = { ...person, groups: ['prepare-deliveries'] };

/** Stands before each call of a port: waits for its turn, or dies. */
export type Gate = () => Promise<void>;

export const open: Gate = async () => {};

/** What would be in the tables and the bucket, with DynamoDB's conditions. */
export class ImportWorld {
  readonly profiles = new Map<string, Profile>();
  readonly statuses = new Map<string, AddressStatus>();
  readonly optOuts = new Map<string, AddressOptOuts>();
  /** Profiles and addresses, as running sends hear of them. */
  readonly feed = new Set<string>();
  readonly lists = new Map<string, ListSummary>();
  readonly objects = new Map<string, string>();
  readonly givenUp = new Map<string, GivenUpImport>();
  readonly mappings = new Map<string, ColumnMapping>();
  pending: PendingImport | undefined;
  failures: unknown[] = [];
  at = Date.parse(now);
  writes = 0;
  private ids = 0;

  private set(profile: Profile): true {
    wouldTake(profileItem(profile));
    this.writes += 1;
    this.profiles.set(profile.id, profile);
    return true;
  }

  private describe({ id, ...imported }: ImportedProfile, ifIn = false): boolean {
    const known = this.profiles.get(id);
    if (ifIn && known?.optedOut) return false;
    return known !== undefined && known.erasedAt === undefined && this.set({ ...known, ...imported });
  }

  private optOut(id: string, at: string, source: NonNullable<Profile['optedOut']>['source']): void {
    const known = this.profiles.get(id);
    if (!known || known.optedOut || (known.optedInAt !== undefined && known.optedInAt >= at)) return;
    this.set({ ...known, optedOut: { at, source } });
    this.feed.add(id);
  }

  private optIn(id: string, at: string): boolean {
    const known = this.profiles.get(id);
    if (!known || known.erasedAt !== undefined) return false;
    const { optedOut: _over, ...left } = known;
    return this.set({ ...left, optedInAt: at });
  }

  private replaceAddressStatus(status: AddressStatus): boolean {
    if (this.statuses.get(status.addressKey)?.version !== status.version) return false;
    this.writes += 1;
    wouldTake({ pk: `A#${status.addressKey}`, sk: 'ADDRESS', doc: status });
    this.statuses.set(status.addressKey, { ...status, version: (status.version ?? 0) + 1 });
    return true;
  }

  private replaceOptOuts(optOuts: AddressOptOuts, heardAt?: string): boolean {
    if (this.optOuts.get(optOuts.addressKey)?.version !== optOuts.version) return false;
    this.optOuts.set(optOuts.addressKey, { ...optOuts, version: (optOuts.version ?? 0) + 1 });
    if (heardAt !== undefined) this.feed.add(optOuts.addressKey);
    return true;
  }

  /** Keys of the addresses with an opt-out that stands, of all mails or of a topic. */
  addressesOut(topic?: string): Set<string> {
    const isOut = ({ standing }: AddressOptOuts): boolean => standing.some((one) => one.topic === topic);
    return new Set([...this.optOuts.values()].filter(isOut).map((one) => one.addressKey));
  }

  private forgetAddressStatus(key: string, id: string): void {
    const others = [...this.profiles.values()].filter((one) => one.id !== id && addressKey(one.address) === key);
    if (others.length === 0) this.statuses.delete(key);
  }

  profilesBehind(gate: Gate) {
    const after = async <T>(effect: () => T): Promise<T> => {
      await gate();
      return effect();
    };
    return {
      get: async (id: string) => after(() => this.profiles.get(id)),
      getMany: async (ids: string[]) => after(() => ids.flatMap((id) => this.profiles.get(id) ?? [])),
      add: async (profile: Profile) => after(() => !this.profiles.has(profile.id) && this.set(profile)),
      describe: async (profile: ImportedProfile, ifIn?: boolean) => after(() => this.describe(profile, ifIn)),
      erase: async (left: Profile, address: string) =>
        after(() => this.profiles.get(left.id)?.address === address && this.set(left)),
      optOut: async (id: string, at: string, source: 'import' | 'page' | 'complaint' | 'oneClick') =>
        after(() => this.optOut(id, at, source)),
      optIn: async (id: string, at: string) => after(() => this.optIn(id, at)),
      addressStatus: async (key: string) => after(() => this.statuses.get(key)),
      addressStatuses: async (keys: readonly string[]) =>
        after(() => keys.flatMap((key) => this.statuses.get(key) ?? [])),
      replaceAddressStatus: async (status: AddressStatus) => after(() => this.replaceAddressStatus(status)),
      // Each write is one on the version that was read, so these add no order of their own to try.
      addressOptOuts: async (key: string) => this.optOuts.get(key),
      isOnSuppressionList: async (_key: string) => false,
      replaceAddressOptOuts: async (optOuts: AddressOptOuts, heardAt?: string) => this.replaceOptOuts(optOuts, heardAt),
      forgetAddressStatus: async (key: string, id: string) => after(() => this.forgetAddressStatus(key, id)),
    };
  }

  private isOfTry({ id, tries }: PendingImport): boolean {
    return this.pending?.id === id && this.pending.tries === tries;
  }

  /** @param outer before calls that concern no profile */
  portsBehind(gate: Gate, outer = gate) {
    return {
      clock: () => this.at,
      newId: () => `i${(this.ids += 1)}`,
      reportFailure: (_importId: string, failure: unknown) => void this.failures.push(failure),
      profiles: this.profilesBehind(gate),
      lists: {
        all: async () => [...this.lists.values()],
        begin: async (pending: PendingImport) => {
          await outer();
          if (this.pending) return false;
          this.pending = pending;
          return true;
        },
        pending: async () => this.pending,
        finish: async (pending: PendingImport) => {
          const { list, rows, importedAt } = pending;
          await outer();
          if (!this.isOfTry(pending)) return;
          this.pending = undefined;
          this.lists.set(list, { name: list, profiles: rows, importedAt });
          this.givenUp.delete(list);
        },
        renew: async (pending: PendingImport, at: string) => {
          await outer();
          if (!this.isOfTry(pending)) return undefined;
          this.pending = { ...pending, triedAt: at };
          return this.pending;
        },
        tryAgain: async (pending: PendingImport, at: string) => {
          await outer();
          if (!this.isOfTry(pending) || this.pending?.triedAt !== pending.triedAt) return undefined;
          this.pending = { ...pending, tries: pending.tries + 1, triedAt: at };
          return this.pending;
        },
        giveUp: async (pending: PendingImport, givenUp: GivenUpImport) => {
          await outer();
          if (!this.isOfTry(pending) || this.pending?.triedAt !== pending.triedAt) return;
          this.pending = undefined;
          this.givenUp.set(givenUp.list, givenUp);
        },
        givenUp: async () => [...this.givenUp.values()],
      },
      mappings: {
        of: async (list: string) => this.mappings.get(list) ?? [],
        keep: async (list: string, mapping: ColumnMapping) => void this.mappings.set(list, mapping),
      },
      content: {
        get: async (key: string) => this.objects.get(key),
        put: async (key: string, body: string) => {
          await outer();
          this.objects.set(key, body);
        },
      },
    };
  }

  /** @param csv lines of a file, the header first */
  async import(csv: readonly string[], gate: Gate = open, outer = gate): Promise<ImportReport> {
    return this.send(Buffer.from(csv.join('\n')), {}, this.portsBehind(gate, outer));
  }

  /** @param query beside the list */
  async send(
    body: Uint8Array,
    query: Partial<Omit<z.output<typeof ImportQuery>, 'list'>> = {},
    ports = this.portsBehind(open),
  ): Promise<ImportReport> {
    const request = { params: {}, actor, origin: { ip: '', userAgent: '' }, body };
    return importProfiles(ports)({ ...request, query: { list: 'garden', emptyCells: 'empty', ...query } });
  }
}

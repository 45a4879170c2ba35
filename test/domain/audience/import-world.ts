import type * as z from 'zod';
import type { ImportQuery, ImportReport } from '../../../domain/audience/api.ts';
import type { AddressOptOuts, OptOutSource } from '../../../domain/model/address-opt-outs.ts';
import type { ListSummary, AddressStatus, Profile } from '../../../domain/model/profile.ts';
import type { GivenUpImport, ImportRecord, NewImport } from '../../../domain/model/profile-import.ts';
import { mayBeOpen, type ImportSnapshot } from '../../../domain/model/import-snapshot.ts';
import type { Topic } from '../../../domain/model/topics.ts';
import { withSaid, type TrackingConsent } from '../../../domain/model/tracking-consent.ts';
import {
  listedOf,
  listsOf,
  resolve,
  unmerged,
  type ListedProfile,
  type StoredProfile,
} from '../../../domain/model/stored-profile.ts';
import { floorAfter } from '../../../domain/audience/import-floor.ts';
import type { NameEntry } from '../../../domain/audience/name-index.ts';
import type { Mark, NamedWrite, ProfileWrite, WriteOutcome } from '../../../domain/audience/ports/imported-profiles.ts';
import type { NamedPerson } from '../../../domain/audience/ports/name-index.ts';
import type { Actor } from '../../../domain/people/people.ts';
import type { ColumnMapping } from '../../../domain/audience/column-mapping.ts';
import { addressKey } from '../../../domain/model/address.ts';
import { overlayName, profileItem, profileKey, shortHash } from '../../../lambdas/adapters/dynamodb/profile-item.ts';
import { importProfiles } from '../../../lambdas/audience/import-profiles.ts';
import { makingOf, now, person } from '../samples.ts';
import { AddressWorld } from './address-world.ts';
import { objectsBehind, open, type Gate } from './import-gate.ts';
import { NameMemory } from './name-memory.ts';
import { wouldTake } from '../prepare/dynamodb-item.ts';

const actor: Actor = { ...person, groups: ['prepare-deliveries'] };

/** What a write leaves of what the profile said before of the index of names. */
const namesAfter = (before: Pick<StoredProfile, 'named' | 'nameParts'>, names: NamedWrite | undefined) => {
  const { named, nameParts } = before;
  if (!names) return { named, nameParts };
  return { nameParts: names.parts, named: names.named === undefined ? named : (names.named ?? undefined) };
};

/** What would be in the tables and the bucket, with DynamoDB's conditions. */
export class ImportWorld extends AddressWorld {
  readonly stored = new Map<string, StoredProfile>();
  readonly lists = new Map<string, ListSummary>();
  readonly objects = new Map<string, string>();
  readonly givenUp = new Map<string, GivenUpImport>();
  readonly mappings = new Map<string, ColumnMapping>();
  readonly records = new Map<number, ImportRecord>();
  readonly names = new NameMemory();
  /** Of the stage. */
  readonly topics: Topic[] = [];
  failures: unknown[] = [];
  at = Date.parse(now);
  private ids = 0;
  readonly newId = (): string => `i${(this.ids += 1)}`;

  /** Those whom whoever looks now may see. */
  get profiles(): Map<string, Profile> {
    return this.profilesBy(this.snapshot);
  }

  profilesBy(snapshot: ImportSnapshot): Map<string, Profile> {
    const all = [...this.stored].map(([id, stored]) => [id, resolve(stored, snapshot)] as const);
    return new Map(all.flatMap(([id, profile]) => (profile ? [[id, profile] as const] : [])));
  }

  /** As a preparation reads them. */
  get listed(): ListedProfile[] {
    return [...this.stored.values()].flatMap((stored) => listedOf(stored, this.snapshot) ?? []);
  }

  private profile(id: string): Profile | undefined {
    const stored = this.stored.get(id);
    return stored && resolve(stored, this.snapshot);
  }

  /** An import that has not ended. */
  get pending(): ImportRecord | undefined {
    return [...this.records.values()].find(({ state }) => state === 'open');
  }

  keep(profile: Profile): true {
    wouldTake(profileItem(profile));
    this.writes += 1;
    const key = addressKey(profile.address);
    this.stored.set(profile.id, { base: profile, overlays: [], lists: profile.lists, addressKey: key });
    return true;
  }

  private keepBase(id: string, base: StoredProfile['base']): true {
    const stored = this.stored.get(id);
    this.writes += 1;
    this.stored.set(id, { overlays: [], lists: [], ...stored, base });
    return true;
  }

  private write(number: number, write: ProfileWrite): WriteOutcome {
    const { id, overlay } = write;
    const known = this.stored.get(id);
    wouldTake({ ...profileKey(id), doc: known?.base ?? { id }, [overlayName(number)]: overlay });
    this.writes += 1;
    if (write.kind === 'add') {
      if (known) return 'again';
      const { addressKey: key } = write;
      this.stored.set(id, {
        ...namesAfter({}, write.names),
        base: { id },
        overlays: [[number, overlay]],
        lists: listsOf(overlay),
        revision: 1,
        addressKey: key,
      });
      return 'done';
    }
    if (!known || known.base.erasedAt !== undefined || known.revision !== write.revision) return 'again';
    const { folded, lists } = write;
    const left = known.overlays.filter(([other]) => other !== number && !folded?.dropped.includes(other));
    const overlays = [...left, [number, overlay] as const].toSorted(([one], [other]) => one - other);
    const base = { ...known.base, ...folded?.base };
    const names = namesAfter(known, write.names);
    this.stored.set(id, { ...known, ...names, base, overlays, lists, revision: (write.revision ?? 0) + 1 });
    return 'done';
  }

  private optOut(id: string, at: string, source: NonNullable<Profile['optedOut']>['source']): void {
    const known = this.stored.get(id)?.base;
    if (!known || known.optedOut || (known.optedInAt !== undefined && known.optedInAt >= at)) return;
    this.keepBase(id, { ...known, optedOut: { at, source } });
    this.feed.add(id);
  }

  private optIn(id: string, at: string): boolean {
    const known = this.stored.get(id)?.base;
    if (!known || known.erasedAt !== undefined || (known.optedOut && known.optedOut.at > at)) return false;
    const { optedOut: _over, ...left } = known;
    return this.keepBase(id, { ...left, optedInAt: at });
  }

  private setTracking(id: string, tracking: TrackingConsent): boolean {
    const known = this.stored.get(id)?.base;
    return known !== undefined && known.erasedAt === undefined && this.keepBase(id, withSaid(known, tracking));
  }

  private erase(left: Profile, address: string): boolean {
    const stored = this.stored.get(left.id);
    const merged = stored?.base.merged;
    if (!stored || resolve(unmerged(stored), this.snapshot)?.address !== address) return false;
    for (const [name, { mark }] of this.marks)
      if (mark.kind === 'moved' && mark.id === left.id) this.marks.delete(name);
    this.names.erased.add(left.id);
    this.keep(left);
    this.names.forget(left.id, stored.nameParts?.split(' ') ?? []);
    return merged ? this.keepBase(left.id, { ...left, merged }) : true;
  }

  private forgetAddressStatus(key: string, id: string): void {
    const others = [...this.profiles.values()].filter((one) => one.id !== id && addressKey(one.address) === key);
    if (others.length > 0) return;
    this.statuses.delete(key);
    for (const [name, { number, mark }] of this.marks)
      if (mark.kind === 'quarantined' && mark.addressKey === key && !mayBeOpen(this.snapshot, number))
        this.marks.delete(name);
  }

  private name({ id, revision, named, parts }: NamedPerson, entries: readonly NameEntry[]): boolean {
    const known = this.stored.get(id);
    if (!known || known.revision !== revision || known.base.erasedAt !== undefined) return false;
    this.stored.set(id, { ...known, named, nameParts: parts });
    this.names.name(id, entries);
    return true;
  }

  private index(id: string, key: string): void {
    const known = this.stored.get(id);
    if (known && known.base.erasedAt === undefined) this.stored.set(id, { ...known, addressKey: key });
  }

  profilesBehind(gate: Gate) {
    const after = async <T>(effect: () => T): Promise<T> => {
      await gate();
      return effect();
    };
    const nameOf = (number: number, mark: Mark): string =>
      `${number} ${mark.kind} ${mark.kind === 'moved' ? mark.id : mark.addressKey}`;
    return {
      snapshot: async () => this.snapshot,
      get: async (id: string) => after(() => this.profile(id)),
      getUnmerged: async (id: string) => {
        const stored = this.stored.get(id);
        return after(() => stored && resolve(unmerged(stored), this.snapshot));
      },
      mergedInto: async (id: string) => {
        let into: string | undefined;
        for (let merged = this.stored.get(id)?.base.merged; merged; merged = this.stored.get(into)?.base.merged)
          ({ into } = merged);
        return after(() => into);
      },
      getMany: async (ids: readonly string[]) => after(() => ids.flatMap((id) => this.profile(id) ?? [])),
      stored: async (ids: readonly string[]) =>
        after(() => new Map(ids.flatMap((id) => (this.stored.has(id) ? [[id, this.stored.get(id)!] as const] : [])))),
      write: async (number: number, writes: readonly ProfileWrite[]) => {
        const outcomes: WriteOutcome[] = [];
        // A batch is no transaction: each of its statements is by itself.
        for (const write of writes) outcomes.push(await after(() => this.write(number, write)));
        return outcomes;
      },
      // What nobody else writes adds no order of its own to try.
      mark: async (number: number, marks: readonly Mark[]) => {
        for (const mark of marks) this.marks.set(nameOf(number, mark), { number, mark });
      },
      unmark: async (number: number, mark: Mark) => void this.marks.delete(nameOf(number, mark)),
      index: async (id: string, key: string) => this.index(id, key),
      erase: async (left: Profile, address: string) => after(() => this.erase(left, address)),
      optOut: async (id: string, at: string, source: OptOutSource) => after(() => this.optOut(id, at, source)),
      setTracking: async (id: string, said: TrackingConsent) => after(() => this.setTracking(id, said)),
      optIn: async (id: string, at: string) => after(() => this.optIn(id, at)),
      addressStatus: async (key: string, without?: number) => after(() => this.addressStatus(key, without)),
      addressStatuses: async (keys: readonly string[]) =>
        after(() => keys.flatMap((key) => this.statuses.get(key) ?? [])),
      replaceAddressStatus: async (status: AddressStatus) => after(() => this.replaceAddressStatus(status)),
      // Each write is one on the version that was read, so these add no order of their own to try.
      addressOptOuts: async (key: string, without?: number) => this.addressOptOuts(key, without),
      isOnSuppressionList: async (_key: string) => false,
      replaceAddressOptOuts: async (optOuts: AddressOptOuts, heardAt?: string) => this.replaceOptOuts(optOuts, heardAt),
      forgetAddressStatus: async (key: string, id: string) => after(() => this.forgetAddressStatus(key, id)),
    };
  }

  protected begin(begun: NewImport): ImportRecord {
    const number = this.snapshot.seq + 1;
    const record: ImportRecord = { ...begun, number, state: 'open' };
    const { floor, uncommitted } = this.snapshot;
    const above = [...this.records.values()].filter((one) => one.number > floor);
    this.snapshot = {
      ...this.snapshot,
      seq: number,
      uncommitted: [...uncommitted, number],
      floor: floorAfter(this.snapshot, above, this.at),
    };
    this.records.set(number, record);
    return record;
  }

  /** False: it is in another state than this. */
  private state({ number }: ImportRecord, from: ImportRecord['state'], to: Partial<ImportRecord>): boolean {
    const record = this.records.get(number);
    if (record?.state !== from) return false;
    this.records.set(number, { ...record, ...to });
    return true;
  }

  private commit(record: ImportRecord, rows: number, at: string): boolean {
    if (!this.state(record, 'open', { state: 'committed', rows, endedAt: at })) return false;
    const { uncommitted, settling } = this.snapshot;
    const { number, list, importedAt } = record;
    this.snapshot = {
      ...this.snapshot,
      uncommitted: uncommitted.filter((other) => other !== number),
      settling: [...settling, number],
    };
    this.lists.set(list, { name: list, profiles: rows, importedAt });
    this.givenUp.delete(list);
    return true;
  }

  private settled(record: ImportRecord): void {
    if (!this.state(record, 'committed', { state: 'settled' })) return;
    this.snapshot = { ...this.snapshot, settling: this.snapshot.settling.filter((other) => other !== record.number) };
  }

  private giveUp(record: ImportRecord, at: string, why?: 'lost' | 'cancelled'): boolean {
    const { list, rows, importedAt } = record;
    const isCancelled = why === 'cancelled';
    if (!this.state(record, 'open', { state: 'givenUp', endedAt: at, ...(isCancelled && { isCancelled }) }))
      return false;
    if (!isCancelled) this.givenUp.set(list, { list, rows, importedAt, givenUpAt: at, written: 0 });
    return true;
  }

  /** @param outer before calls that concern no profile */
  portsBehind(gate: Gate, outer = gate) {
    const after = async <T>(turn: Gate, effect: () => T): Promise<T> => {
      await turn();
      return effect();
    };
    return {
      clock: () => this.at,
      topics: this.topics,
      newId: this.newId,
      idOf: shortHash,
      reportFailure: (_importId: string, failure: unknown) => void this.failures.push(failure),
      reportLostMapping: (_list: string, failure: unknown) => void this.failures.push(failure),
      profiles: this.profilesBehind(gate),
      imports: {
        snapshot: async () => this.snapshot,
        begin: async (begun: NewImport) => after(outer, () => this.begin(begun)),
        madeBy: async (request: string) => [...this.records.values()].findLast(({ by }) => by === request),
        commit: async (record: ImportRecord, rows: number, at: string) =>
          after(gate, () => this.commit(record, rows, at)),
        settled: async (record: ImportRecord) => after(outer, () => this.settled(record)),
        giveUp: async (record: ImportRecord, at: string, why?: 'lost' | 'cancelled') =>
          after(outer, () => this.giveUp(record, at, why)),
        unfinished: async () =>
          [...this.records.values()].filter(({ state }) => state === 'open' || state === 'committed'),
      },
      mappings: {
        of: async (list: string) => this.mappings.get(list) ?? [],
        keep: async (list: string, mapping: ColumnMapping) => void this.mappings.set(list, mapping),
      },
      content: objectsBehind(this.objects, outer),
      names: {
        ...this.names.port,
        keep: async (number: number, chunk: number, entries: readonly NameEntry[]) => {
          await gate();
          await this.names.port.keep(number, chunk, entries);
        },
        name: async (one: NamedPerson, entries: readonly NameEntry[]) => after(gate, () => this.name(one, entries)),
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
    making = makingOf(this.newId()),
  ): Promise<ImportReport> {
    const request = { params: {}, actor, origin: { ip: '', userAgent: '' }, body, making };
    return importProfiles(ports)({ ...request, query: { list: 'garden', emptyCells: 'empty', ...query } });
  }
}

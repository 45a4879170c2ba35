import type { Mark } from '../../../domain/audience/ports/imported-profiles.ts';
import { isCommitted, noImports, type ImportSnapshot } from '../../../domain/model/import-snapshot.ts';
import type { AddressOptOuts } from '../../../domain/model/address-opt-outs.ts';
import { allLeft, ofAll, withOptOut } from '../../../domain/model/opt-out.ts';
import type { AddressStatus } from '../../../domain/model/profile.ts';
import { quarantinedFor } from '../../../domain/model/quarantine.ts';
import { wouldTake } from '../prepare/dynamodb-item.ts';
import { isRefusedBy } from '../../../domain/model/tracking-at-address.ts';

const optOutOf = { source: 'import', by: 'import' } as const;

/** What is stored of addresses, whoever has them, and what imports that count say of them. */
export class AddressWorld {
  readonly statuses = new Map<string, AddressStatus>();
  readonly optOuts = new Map<string, AddressOptOuts>();
  /** What imports say of addresses, by number, kind and whom it is about. */
  readonly marks = new Map<string, { number: number; mark: Mark }>();
  /** Profiles and addresses, as running sends hear of them. */
  readonly feed = new Set<string>();
  snapshot: ImportSnapshot = noImports;
  writes = 0;

  protected replaceAddressStatus(status: AddressStatus): boolean {
    if (this.statuses.get(status.addressKey)?.version !== status.version) return false;
    this.writes += 1;
    wouldTake({ pk: `A#${status.addressKey}`, sk: 'ADDRESS', doc: status });
    this.statuses.set(status.addressKey, { ...status, version: (status.version ?? 0) + 1 });
    return true;
  }

  protected replaceOptOuts(optOuts: AddressOptOuts, heardAt?: string): boolean {
    if (this.optOuts.get(optOuts.addressKey)?.version !== optOuts.version) return false;
    this.optOuts.set(optOuts.addressKey, { ...optOuts, version: (optOuts.version ?? 0) + 1 });
    if (heardAt !== undefined) this.feed.add(optOuts.addressKey);
    return true;
  }

  protected marksOf<Kind extends Mark['kind']>(kind: Kind, key: string, without?: number) {
    return [...this.marks.values()].flatMap(({ number, mark }) =>
      mark.kind === kind && mark.addressKey === key && number !== without && isCommitted(this.snapshot, number)
        ? [mark as Mark & { kind: Kind }]
        : [],
    );
  }

  protected addressOptOuts(key: string, without?: number): AddressOptOuts | undefined {
    let known = this.optOuts.get(key);
    for (const { at } of this.marksOf('optedOut', key, without)) {
      const before = known ?? { addressKey: key, standing: [] };
      known = withOptOut(before, { ...optOutOf, at }) ?? before;
    }
    return known;
  }

  protected addressStatus(key: string, without?: number): AddressStatus | undefined {
    let known = this.statuses.get(key);
    for (const { at, reason } of this.marksOf('quarantined', key, without)) {
      const before = known ?? { addressKey: key, softErrors: 0 };
      known = quarantinedFor(before, at, reason) ?? before;
    }
    return known;
  }

  /** Keys of the addresses with an opt-out that stands, of all mails or of a topic. */
  addressesOut(topic?: string): Set<string> {
    const keys = new Set([...this.optOuts.keys(), ...[...this.marks.values()].map(({ mark }) => mark.addressKey)]);
    const hasLeft = (known: AddressOptOuts): boolean =>
      topic === undefined ? ofAll(known).length > 0 : allLeft(known).includes(topic);
    return new Set([...keys].filter((key) => hasLeft(this.addressOptOuts(key) ?? { addressKey: key, standing: [] })));
  }

  addressesRefusing(about: string | undefined): Set<string> {
    return new Set([...this.optOuts].filter(([, known]) => isRefusedBy(allLeft(known), about)).map(([key]) => key));
  }
}

import type { AddressKeys } from '../../../domain/model/address-opt-outs.ts';
import { domainsOf } from '../../../domain/model/parent-domains.ts';
import { AddressDigests, digestOf } from './address-digest.ts';

/** Few domains stand for most addresses; more than so many begin anew. */
const DOMAINS_KEPT = 10_000;

/** The suppression list in memory: nine bytes an entry. An address is on it by itself, or by a domain that it is in. */
export class SuppressedKeys implements AddressKeys {
  private readonly addresses = new AddressDigests();
  private readonly domains = new AddressDigests();
  private readonly judged = new Map<string, boolean>();

  get size(): number {
    return this.addresses.size + this.domains.size;
  }

  add(kind: 'address' | 'domain', digest: string): void {
    (kind === 'address' ? this.addresses : this.domains).add(digest);
  }

  has(addressKey: string): boolean {
    return this.addresses.has(addressKey) || (this.domains.size > 0 && this.hasDomainOf(addressKey));
  }

  private hasDomainOf(addressKey: string): boolean {
    const domain = addressKey.slice(addressKey.lastIndexOf('@') + 1);
    const known = this.judged.get(domain);
    if (known !== undefined) return known;
    if (this.judged.size >= DOMAINS_KEPT) this.judged.clear();
    const isIn = domainsOf(addressKey).some((each) => this.domains.has(each));
    this.judged.set(domain, isIn);
    return isIn;
  }
}

/** The kind of an entry and its digest, as its item is keyed: `A#…` or `D#…`. */
export const entryKey = (kind: 'address' | 'domain', name: string): string =>
  `${kind === 'address' ? 'A' : 'D'}#${digestOf(name)}`;

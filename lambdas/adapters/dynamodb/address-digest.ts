import { hash } from 'node:crypto';
import type { AddressKeys } from '../../../domain/model/address-opt-outs.ts';
import { SeenKeys } from '../../../domain/values/seen-keys.ts';

let last = { addressKey: '', digest: hash('sha256', '') };

/**
 * What is kept of an address that must not be written to: SHA-256 of its key, in hex. Without a secret on purpose: one
 * that is lost or changed would free everybody who ever opted out. Whoever reads the table and guesses an address can
 * tell whether it opted out, and nothing else.
 */
export const digestOf = (addressKey: string): string => {
  // Opt-outs and the suppression list are asked for the same address, one after the other.
  if (last.addressKey !== addressKey) last = { addressKey, digest: hash('sha256', addressKey) };
  return last.digest;
};

/** Addresses known by their digests, in nine bytes each. */
export class AddressDigests implements AddressKeys {
  private readonly digests = new SeenKeys();
  size = 0;

  add(digest: string): void {
    if (this.digests.add(digest)) this.size += 1;
  }

  has(addressKey: string): boolean {
    return this.size > 0 && this.digests.timesOf(digestOf(addressKey)) > 0;
  }
}

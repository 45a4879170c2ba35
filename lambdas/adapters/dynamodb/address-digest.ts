import { hash } from 'node:crypto';
import type { AddressKeys } from '../../../domain/model/address-opt-outs.ts';
import { hash64, type Hash64 } from '../../../domain/values/hash.ts';
import { SeenKeys } from '../../../domain/values/seen-keys.ts';

type Digested = { addressKey: string; digest: string; hash: Hash64 };

const digested = (addressKey: string): Digested => {
  const digest = hash('sha256', addressKey);
  return { addressKey, digest, hash: hash64(digest) };
};

let last = digested('');

/** Opt-outs, refusals of tracking and the suppression list are asked for the same address, one after the other. */
const lastDigested = (addressKey: string): Digested => {
  if (last.addressKey !== addressKey) last = digested(addressKey);
  return last;
};

/**
 * What is kept of an address that must not be written to: SHA-256 of its key, in hex. Without a secret on purpose: one
 * that is lost or changed would free everybody who ever opted out. Whoever reads the table and guesses an address can
 * tell whether it opted out, and nothing else.
 */
export const digestOf = (addressKey: string): string => lastDigested(addressKey).digest;

/** Addresses known by their digests, in nine bytes each. */
export class AddressDigests implements AddressKeys {
  private readonly digests = new SeenKeys();
  size = 0;

  add(digest: string): void {
    if (this.digests.add(digest)) this.size += 1;
  }

  has(addressKey: string): boolean {
    return this.size > 0 && this.digests.timesOfHash(lastDigested(addressKey).hash) > 0;
  }
}

import { addressKey } from '../address.ts';
import type { AddressStanding } from '../profile.ts';
import type { BounceVerdict } from './bounce.ts';

/** Semantics J3: five soft errors, counted when at least a day apart, quarantine an address. */
const SOFT_ERRORS = 5;
const APART_MS = 24 * 60 * 60 * 1000;

const isCounted = (last: string | undefined, at: string): boolean =>
  last === undefined || Date.parse(at) - Date.parse(last) >= APART_MS;

/**
 * The standing of an address after a bounce. Undefined: it stays as it is; the same bounce a second time
 * always does.
 */
export const standingAfterBounce = (
  known: AddressStanding | undefined,
  address: string,
  verdict: BounceVerdict,
  at: string,
): AddressStanding | undefined => {
  const standing: AddressStanding = known ?? { addressKey: addressKey(address), softErrors: 0 };
  if (standing.quarantine) return undefined;
  const quarantine = { since: at, reason: verdict.reason };
  if (verdict.hard) return { ...standing, quarantine };
  if (!isCounted(standing.lastSoftErrorAt, at)) return undefined;
  const softErrors = standing.softErrors + 1;
  return { ...standing, softErrors, lastSoftErrorAt: at, ...(softErrors >= SOFT_ERRORS && { quarantine }) };
};

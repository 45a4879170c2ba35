import type { BounceVerdict } from './bounce.ts';
import type { AddressStanding } from './profile.ts';
import { isBeforeRelease, quarantinedFor, withChange } from './quarantine.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Semantics J3: five soft errors, counted when at least a day apart, quarantine an address. */
const SOFT_ERRORS = 5;

/** Semantics J4: a soft error is forgotten after ten days, a full mailbox after thirty. Quarantine never is. */
const forgottenAfter = (reason: string | undefined): number => (reason === 'mailboxFull' ? 30 : 10) * DAY_MS;

const since = (earlier: string, later: string): number => Date.parse(later) - Date.parse(earlier);

/** Soft errors that still count at an instant. */
export const softErrorsAt = ({ softErrors, lastSoftErrorAt, lastSoftReason }: AddressStanding, at: string): number =>
  lastSoftErrorAt !== undefined && since(lastSoftErrorAt, at) > forgottenAfter(lastSoftReason) ? 0 : softErrors;

/** Out of quarantine by hand: errors before it no longer count. */
export const standingAfterRelease = (
  { quarantine: _over, ...standing }: AddressStanding,
  released: NonNullable<AddressStanding['released']>,
): AddressStanding =>
  withChange(
    { ...standing, softErrors: 0, released },
    { at: released.at, kind: 'released', cause: released.reason, by: released.by },
  );

/**
 * The standing of an address after a bounce. Undefined: it stays as it is; the same bounce a second time
 * always does.
 */
export const standingAfterBounce = (
  standing: AddressStanding,
  verdict: BounceVerdict,
  at: string,
): AddressStanding | undefined => {
  if (standing.quarantine || isBeforeRelease(standing, at)) return undefined;
  if (verdict.hard) return quarantinedFor(standing, at, verdict.reason);
  const { lastSoftErrorAt } = standing;
  if (lastSoftErrorAt !== undefined && since(lastSoftErrorAt, at) < DAY_MS) return undefined;
  const softErrors = softErrorsAt(standing, at) + 1;
  const counted = { ...standing, softErrors, lastSoftErrorAt: at, lastSoftReason: verdict.reason };
  return softErrors >= SOFT_ERRORS ? quarantinedFor(counted, at, verdict.reason) : counted;
};

/** Back from a quarantine that began with the last soft error: that it ever did is forgotten too. */
const liftedAgain = ({ quarantine, ...standing }: AddressStanding): AddressStanding => ({
  ...standing,
  softErrors: 0,
  changes: (standing.changes ?? []).filter(({ at, kind }) => kind !== 'quarantined' || at !== quarantine?.since),
});

/**
 * A delivery proves that the address works: errors before it no longer count. Their time stays, for repeats of them.
 * @param overruled times of bounces of the same message that it speaks against (domain/model/meaning.ts): one of them may
 *   have been told first, and be the last error
 */
export const standingAfterDelivery = (
  standing: AddressStanding,
  at: string,
  overruled: readonly string[] = [],
): AddressStanding | undefined => {
  const { quarantine, softErrors, lastSoftErrorAt = '' } = standing;
  const isOverruled = overruled.includes(lastSoftErrorAt);
  if (softErrors === 0 || (lastSoftErrorAt >= at && !isOverruled)) return undefined;
  if (!quarantine) return { ...standing, softErrors: 0 };
  const isByLast = quarantine.since === lastSoftErrorAt && softErrors >= SOFT_ERRORS;
  return isOverruled && isByLast ? liftedAgain(standing) : undefined;
};

export const standingAfterComplaint = (standing: AddressStanding, at: string): AddressStanding | undefined =>
  quarantinedFor(standing, at, 'complaint');

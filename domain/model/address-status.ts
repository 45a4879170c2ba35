import type { BounceVerdict } from './bounce.ts';
import type { AddressStatus } from './profile.ts';
import { isBeforeRelease, quarantinedFor, withChange } from './quarantine.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Semantics J3: five soft errors, counted when at least a day apart, quarantine an address. */
const SOFT_ERRORS = 5;

/** Semantics J4: a soft error is forgotten after ten days, a full mailbox after thirty. Quarantine never is. */
const forgottenAfter = (reason: string | undefined): number => (reason === 'mailboxFull' ? 30 : 10) * DAY_MS;

const since = (earlier: string, later: string): number => Date.parse(later) - Date.parse(earlier);

/** Soft errors that still count at an instant. */
export const softErrorsAt = ({ softErrors, lastSoftErrorAt, lastSoftReason }: AddressStatus, at: string): number =>
  lastSoftErrorAt !== undefined && since(lastSoftErrorAt, at) > forgottenAfter(lastSoftReason) ? 0 : softErrors;

/** Out of quarantine by hand: errors before it no longer count. */
export const statusAfterRelease = (
  { quarantine: _over, ...status }: AddressStatus,
  released: NonNullable<AddressStatus['released']>,
): AddressStatus =>
  withChange(
    { ...status, softErrors: 0, released },
    { at: released.at, kind: 'released', cause: released.reason, by: released.by },
  );

/**
 * The status of an address after a bounce. Undefined: it stays as it is; the same bounce a second time
 * always does.
 */
export const statusAfterBounce = (
  status: AddressStatus,
  verdict: BounceVerdict,
  at: string,
): AddressStatus | undefined => {
  if (status.quarantine || isBeforeRelease(status, at)) return undefined;
  if (verdict.hard) return quarantinedFor(status, at, verdict.reason);
  const { lastSoftErrorAt } = status;
  if (lastSoftErrorAt !== undefined && since(lastSoftErrorAt, at) < DAY_MS) return undefined;
  const softErrors = softErrorsAt(status, at) + 1;
  const counted = { ...status, softErrors, lastSoftErrorAt: at, lastSoftReason: verdict.reason };
  return softErrors >= SOFT_ERRORS ? quarantinedFor(counted, at, verdict.reason) : counted;
};

/** Back from a quarantine that began with the last soft error: that it ever did is forgotten too. */
const withoutQuarantine = ({ quarantine, ...status }: AddressStatus): AddressStatus => ({
  ...status,
  softErrors: 0,
  changes: (status.changes ?? []).filter(({ at, kind }) => kind !== 'quarantined' || at !== quarantine?.since),
});

/**
 * A delivery proves that the address works: errors before it no longer count. Their time stays, for repeats of them.
 * @param overruled times of bounces of the same message that it speaks against (domain/model/meaning.ts): one of them may
 *   have been reported first, and be the last error
 */
export const statusAfterDelivery = (
  status: AddressStatus,
  at: string,
  overruled: readonly string[] = [],
): AddressStatus | undefined => {
  const { quarantine, softErrors, lastSoftErrorAt = '' } = status;
  const isOverruled = overruled.includes(lastSoftErrorAt);
  if (softErrors === 0 || (lastSoftErrorAt >= at && !isOverruled)) return undefined;
  if (!quarantine) return { ...status, softErrors: 0 };
  const isByLast = quarantine.since === lastSoftErrorAt && softErrors >= SOFT_ERRORS;
  return isOverruled && isByLast ? withoutQuarantine(status) : undefined;
};

export const statusAfterComplaint = (status: AddressStatus, at: string): AddressStatus | undefined =>
  quarantinedFor(status, at, 'complaint');

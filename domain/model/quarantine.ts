import type { Profiles } from '../ports/profiles.ts';
import { MAX_CHANGES, type AddressStatus, type StandingChange } from './profile.ts';

/** What happened before the address was released by a person no longer counts. */
export const isBeforeRelease = ({ released }: AddressStatus, at: string): boolean =>
  released !== undefined && at <= released.at;

export const withChange = (status: AddressStatus, change: StandingChange): AddressStatus => ({
  ...status,
  changes: [...(status.changes ?? []), change].slice(-MAX_CHANGES),
});

/** The same event again, or another row of the same file. Whoever released the address knew of it, whatever their clock said. */
const isKnown = ({ changes = [] }: AddressStatus, at: string): boolean =>
  changes.some((change) => change.kind === 'quarantined' && change.at === at);

/** Undefined: it stays as it is, in quarantine already or released since. */
export const quarantinedFor = (status: AddressStatus, at: string, reason: string): AddressStatus | undefined =>
  status.quarantine || isBeforeRelease(status, at) || isKnown(status, at)
    ? undefined
    : withChange(
        { ...status, quarantine: { since: at, reason } },
        { at, kind: 'quarantined', cause: reason, by: null },
      );

/** Two at one address: who loses reads again. */
const ATTEMPTS = 10;

/** Writes what follows from what is known of an address (nothing yet: no soft errors), if anything does. */
export const moveAddressStatus = async (
  profiles: Pick<Profiles, 'addressStatus' | 'replaceAddressStatus'>,
  addressKey: string,
  after: (status: AddressStatus) => AddressStatus | undefined,
): Promise<void> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const next = after((await profiles.addressStatus(addressKey)) ?? { addressKey, softErrors: 0 });
    if (!next || (await profiles.replaceAddressStatus(next))) return;
  }
  throw new Error(`the status of an address moved ${ATTEMPTS} times while it was being written`);
};

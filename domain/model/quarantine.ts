import type { Profiles } from '../ports/profiles.ts';
import { MAX_CHANGES, type AddressStanding, type StandingChange } from './profile.ts';

/** What is told of a time before the address was let out by hand no longer counts. */
export const isBeforeRelease = ({ released }: AddressStanding, at: string): boolean =>
  released !== undefined && at <= released.at;

export const withChange = (standing: AddressStanding, change: StandingChange): AddressStanding => ({
  ...standing,
  changes: [...(standing.changes ?? []), change].slice(-MAX_CHANGES),
});

/** Undefined: it stays as it is, in quarantine already or released since. */
export const quarantinedFor = (standing: AddressStanding, at: string, reason: string): AddressStanding | undefined =>
  standing.quarantine || isBeforeRelease(standing, at)
    ? undefined
    : withChange(
        { ...standing, quarantine: { since: at, reason } },
        { at, kind: 'quarantined', cause: reason, by: null },
      );

/** Two at one address: who loses reads again. */
const ATTEMPTS = 10;

/** Writes what follows from what is known of an address (nothing yet: no soft errors), if anything does. */
export const moveStanding = async (
  profiles: Pick<Profiles, 'standing' | 'replaceStanding'>,
  addressKey: string,
  after: (standing: AddressStanding) => AddressStanding | undefined,
): Promise<void> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const next = after((await profiles.standing(addressKey)) ?? { addressKey, softErrors: 0 });
    if (!next || (await profiles.replaceStanding(next))) return;
  }
  throw new Error(`the standing of an address moved ${ATTEMPTS} times while it was being written`);
};

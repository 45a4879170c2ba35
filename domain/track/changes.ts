import type { AddressStanding, Profile, StandingChange } from '../profile.ts';

const change = (
  kind: StandingChange['kind'],
  at: string | undefined,
  told: { cause?: string | undefined; by?: string | undefined } = {},
): StandingChange[] => (at === undefined ? [] : [{ at, kind, cause: told.cause ?? null, by: told.by ?? null }]);

/** What holds now was never a change where an import brought it, or before changes were kept. */
const ofNow = ({ optedOut, optedInAt }: Profile, standing: AddressStanding | null): StandingChange[] => [
  ...change('optedOut', optedOut?.at, { cause: optedOut?.source }),
  ...change('optedIn', optedInAt),
  ...change('quarantined', standing?.quarantine?.since, { cause: standing?.quarantine?.reason }),
  ...change('released', standing?.released?.at, { cause: standing?.released?.reason, by: standing?.released?.by }),
];

/** All that changed whether a profile is written to, the newest first: its own opt-outs, and the quarantines of its address. */
export const changesOf = (profile: Profile, standing: AddressStanding | null): StandingChange[] => {
  const kept = [...(profile.changes ?? []), ...(standing?.changes ?? [])];
  const known = new Set(kept.map(({ at, kind }) => `${at} ${kind}`));
  const others = ofNow(profile, standing).filter(({ at, kind }) => !known.has(`${at} ${kind}`));
  return [...kept, ...others].toSorted((one, other) => (one.at < other.at ? 1 : -1));
};

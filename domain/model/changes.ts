import type { AddressOptOuts } from './address-opt-outs.ts';
import { ofAll } from './opt-out.ts';
import type { AddressStatus, Profile, StandingChange } from './profile.ts';
import type { TrackingConsent } from './tracking-consent.ts';

const change = (
  kind: StandingChange['kind'],
  at: string | undefined,
  details: { cause?: string | undefined; by?: string | undefined } = {},
): StandingChange[] => (at === undefined ? [] : [{ at, kind, cause: details.cause ?? null, by: details.by ?? null }]);

const ofTracking = ({ choice, at, source, topic }: TrackingConsent): StandingChange[] =>
  change(choice === 'given' ? 'trackingGiven' : 'trackingRefused', at, { cause: source }).map((one) => ({
    ...one,
    ...(topic !== undefined && { topic }),
  }));

/** What holds now was never a change where an import brought it, or before changes were kept. */
const ofNow = (
  { optedOut, optedInAt, tracking, trackingByTopic = {} }: Profile,
  status: AddressStatus | null,
): StandingChange[] => [
  ...change('optedOut', optedOut?.at, { cause: optedOut?.source }),
  ...change('optedIn', optedInAt),
  ...change('quarantined', status?.quarantine?.since, { cause: status?.quarantine?.reason }),
  ...change('released', status?.released?.at, { cause: status?.released?.reason, by: status?.released?.by }),
  ...[...(tracking ? [tracking] : []), ...Object.values(trackingByTopic)].flatMap(ofTracking),
];

/** An address may have opted out under another id. */
const ofAddress = ({ standing, optedInAt, tracking = [] }: AddressOptOuts): StandingChange[] => [
  ...ofAll({ standing }).flatMap(({ at, source }) => change('optedOut', at, { cause: source })),
  ...change('optedIn', optedInAt),
  ...tracking.flatMap(ofTracking),
];

/** One of several topics at the same time is a change of its own. */
const nameOf = ({ at, kind, topic = '' }: StandingChange): string => `${at} ${kind} ${topic}`;

/** All that changed whether a profile is written to, the newest first: its own opt-outs, and those and the quarantines of its address. */
export const changesOf = (
  profile: Profile,
  status: AddressStatus | null,
  optOuts?: AddressOptOuts,
): StandingChange[] => {
  const kept = [...(profile.changes ?? []), ...(status?.changes ?? [])];
  const known = new Map(kept.map((one) => [nameOf(one), one]));
  for (const one of [...ofNow(profile, status), ...(optOuts ? ofAddress(optOuts) : [])]) {
    const name = nameOf(one);
    if (!known.has(name)) known.set(name, one);
  }
  return [...known.values()].toSorted((one, other) => (one.at < other.at ? 1 : -1));
};

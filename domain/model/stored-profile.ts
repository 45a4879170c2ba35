import * as z from 'zod';
import { hasEnded, isCommitted, type ImportSnapshot } from './import-snapshot.ts';
import { Profile } from './profile.ts';
import { TopicId } from './topics.ts';
import { afterImport, saidOf, TrackingChoice, withSaid, type TrackingConsent } from './tracking-consent.ts';

/**
 * What one import says of a person: only what stands in its file. Of a write that is no import (`numberAfter`), only what
 * it names: each field may be missing.
 */
export const Overlay = z.object({
  /** Into which it was imported. */
  list: z.string().optional(),
  address: z.string().optional(),
  /** Lists that the person was put on by themselves, and taken off. */
  joined: z.array(z.string()).optional(),
  left: z.array(z.string()).optional(),
  attributes: z.record(z.string(), z.string()),
  importedAt: z.iso.datetime(),
  optedOut: z.literal(true).optional(),
  tracking: TrackingChoice.optional(),
  /** Of topics, by their ids. */
  trackingByTopic: z.record(TopicId, TrackingChoice).optional(),
});
export type Overlay = z.infer<typeof Overlay>;

const SaidByImport = z.object({ choice: TrackingChoice, at: z.iso.datetime() });

type Numbered = readonly [number: number, overlay: Overlay];

/** What is there without the overlays. Of somebody whom imports brought and nothing was folded of there is only the id, and what happened to them since. */
export const Base = Profile.partial({ address: true, lists: true, attributes: true, importedAt: true }).extend({
  /** What imports that were folded said of tracking; `tracking` is what the person said, or somebody for them, and no import writes it. */
  importedTracking: SaidByImport.optional(),
  importedTrackingByTopic: z.record(TopicId, SaidByImport).optional(),
  /** It was merged into another profile of the same person; whoever looks by a snapshot of that number or a later one sees nobody here. */
  merged: z.object({ into: z.string(), number: z.int(), at: z.iso.datetime() }).optional(),
  /** The highest number that was folded into it: a list that was deleted later is not meant by its lists. */
  asOf: z.number().optional(),
});
export type Base = z.infer<typeof Base>;

/** A profile as it is stored; what it is depends on the imports that count for whoever looks. */
export type StoredProfile = {
  base: Base;
  /** By the number of the import, in this order. */
  overlays: readonly Numbered[];
  /** Every list that the base or an overlay names, and perhaps more. */
  lists: readonly string[];
  /** Raised by each write of an import; the condition of the next one. */
  revision?: number | undefined;
  /** Under which the index of addresses has it. */
  addressKey?: string | undefined;
  /** The number under which the index of names learnt of it last; it knows all that counts once that number does. */
  named?: number | undefined;
  /** Parts of the index of names that may have it, apart by blanks, those of names that it had before too. */
  nameParts?: string | undefined;
};

/** Who came back after the import began stays. */
const saysOut = ({ optedOut, importedAt }: Overlay, { optedInAt }: Profile): boolean =>
  optedOut === true && (optedInAt === undefined || optedInAt < importedAt);

type SaidOfTracking = Pick<TrackingConsent, 'choice' | 'at' | 'topic'>;
type SaidByTopic = Readonly<Record<string, z.infer<typeof SaidByImport>>>;

const withTracking = (profile: Profile, said: SaidOfTracking): Profile => {
  const { tracking, trackingByTopic } = profile;
  const known = said.topic === undefined ? tracking : saidOf(trackingByTopic, said.topic);
  return withSaid(profile, afterImport(known, said));
};

const byTopic = (said: SaidByTopic): SaidOfTracking[] =>
  Object.entries(said).map(([topic, one]) => ({ ...one, topic }));

/** Mostly nothing, of each of millions. */
const nothingSaid: readonly SaidOfTracking[] = [];

const saidOfTracking = ({ tracking, trackingByTopic, importedAt: at }: Overlay): readonly SaidOfTracking[] => {
  if (!tracking && !trackingByTopic) return nothingSaid;
  const topics = Object.entries(trackingByTopic ?? {}).map(([topic, choice]) => ({ choice, topic, at }));
  return tracking ? [{ choice: tracking, at }, ...topics] : topics;
};

export const listsOf = ({ list, joined = [] }: Overlay): string[] => (list === undefined ? joined : [list, ...joined]);

/** Without those that were deleted after this number. */
const standing = (lists: string[], number: number, snapshot: ImportSnapshot): string[] =>
  snapshot.ended.length === 0 ? lists : lists.filter((list) => !hasEnded(snapshot, list, number));

/** Lists add up, until somebody is taken off one. */
const listsAfter = (lists: string[], [number, overlay]: Numbered, snapshot: ImportSnapshot): string[] => {
  const { left = [] } = overlay;
  const added = standing(listsOf(overlay), number, snapshot).filter((list) => !lists.includes(list));
  const all = added.length === 0 ? lists : [...lists, ...added];
  return left.length === 0 ? all : all.filter((list) => !left.includes(list));
};

/** Attributes of other files stay. */
const laidOver = (profile: Profile, numbered: Numbered, snapshot: ImportSnapshot): Profile => {
  const [, overlay] = numbered;
  return {
    ...saidOfTracking(overlay).reduce(withTracking, profile),
    address: overlay.address ?? profile.address,
    lists: listsAfter(profile.lists, numbered, snapshot),
    attributes: { ...profile.attributes, ...overlay.attributes },
    importedAt: overlay.importedAt,
    ...(!profile.optedOut &&
      saysOut(overlay, profile) && { optedOut: { at: overlay.importedAt, source: 'import' as const } }),
  };
};

/**
 * The profile as the imports make it that count, in the order of their numbers. Undefined: there is nobody, as far as
 * whoever looks may know. Every reader of profiles goes through here.
 */
export const resolve = (
  { base: { asOf = 0, importedTracking, importedTrackingByTopic, merged, ...base }, overlays }: StoredProfile,
  snapshot: ImportSnapshot,
): Profile | undefined => {
  if (merged && merged.number <= snapshot.seq) return undefined;
  const counting = overlays.filter(([number]) => isCommitted(snapshot, number));
  const { address = '', lists = [], attributes = {}, importedAt = counting[0]?.[1].importedAt } = base;
  if (importedAt === undefined) return undefined;
  let profile: Profile = { ...base, address, lists: standing(lists, asOf, snapshot), attributes, importedAt };
  if (importedTracking) profile = withTracking(profile, importedTracking);
  if (importedTrackingByTopic) profile = byTopic(importedTrackingByTopic).reduce(withTracking, profile);
  for (const numbered of counting) profile = laidOver(profile, numbered, snapshot);
  return profile;
};

/** As it was when it was merged, or is: for whoever erases it, or takes along what was said of it meanwhile. */
export const unmerged = ({ base: { merged: _merged, ...base }, ...stored }: StoredProfile): StoredProfile => ({
  ...stored,
  base,
});

/** `movedFrom`: addresses that the person had until an import gave them another one, which is not settled yet. */
export type ListedProfile = Profile & { movedFrom?: readonly string[] };

/** Topics that they left are still on their way from there; an import that was moved on takes them along, too. */
const movedFrom = ({ base, overlays }: StoredProfile, snapshot: ImportSnapshot): string[] => {
  const from: string[] = [];
  let { address: before } = base;
  for (const [number, { address }] of overlays) {
    if (address === undefined || !isCommitted(snapshot, number)) continue;
    if (snapshot.settling.includes(number)) from.push(...(before === undefined ? [] : [before]), address);
    before = address;
  }
  return from.filter((address) => address !== before);
};

/** As `resolve`, for whoever reads many and asks about their addresses by himself. */
export const listedOf = (stored: StoredProfile, snapshot: ImportSnapshot): ListedProfile | undefined => {
  const profile = resolve(stored, snapshot);
  if (!profile || snapshot.settling.length === 0) return profile;
  const from = movedFrom(stored, snapshot);
  return from.length === 0 ? profile : { ...profile, movedFrom: from };
};

/** What becomes of the base when overlays that nobody needs any more are taken into it. */
export type Folded = {
  /** Numbers of these overlays. */
  dropped: number[];
  /** Undefined: none of them counts. */
  base:
    | (Pick<Profile, 'address' | 'lists' | 'attributes' | 'importedAt'> &
        Pick<Base, 'importedTracking' | 'importedTrackingByTopic'> & { asOf: number })
    | undefined;
};

/** What imports said last, of all mails and of each topic. */
const foldedTracking = (
  base: Base,
  counting: readonly Overlay[],
): Pick<Base, 'importedTracking' | 'importedTrackingByTopic'> => {
  const folded = {
    ...(base.importedTracking && { importedTracking: base.importedTracking }),
    ...(base.importedTrackingByTopic && { importedTrackingByTopic: { ...base.importedTrackingByTopic } }),
  };
  for (const { topic, ...said } of counting.flatMap(saidOfTracking))
    if (topic === undefined) folded.importedTracking = said;
    else folded.importedTrackingByTopic = { ...folded.importedTrackingByTopic, [topic]: said };
  return folded;
};

/** Undefined: there is nothing to fold. The opt-outs of an import that ended long ago stand in the base. */
export const foldedOf = ({ base, overlays }: StoredProfile, snapshot: ImportSnapshot): Folded | undefined => {
  const old = overlays.filter(([number]) => number <= snapshot.floor);
  if (old.length === 0) return undefined;
  const dropped = old.map(([number]) => number);
  const isAny = dropped.some((number) => isCommitted(snapshot, number));
  const profile = isAny ? resolve({ base, overlays: old, lists: [] }, snapshot) : undefined;
  if (!profile) return { dropped, base: undefined };
  const { address, lists, attributes, importedAt } = profile;
  const counting = old.filter(([number]) => isCommitted(snapshot, number)).map(([, overlay]) => overlay);
  const asOf = Math.max(...dropped);
  return { dropped, base: { address, lists, attributes, importedAt, asOf, ...foldedTracking(base, counting) } };
};

export const withoutImport = (stored: StoredProfile, number: number): StoredProfile => ({
  ...stored,
  overlays: stored.overlays.filter(([other]) => other !== number),
});

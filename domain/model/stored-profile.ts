import * as z from 'zod';
import { isCommitted, type ImportSnapshot } from './import-snapshot.ts';
import { Profile } from './profile.ts';
import { afterImport, TrackingChoice } from './tracking-consent.ts';

/** What one import says of a person: only what stands in its file. */
export const Overlay = z.object({
  list: z.string(),
  address: z.string(),
  attributes: z.record(z.string(), z.string()),
  importedAt: z.iso.datetime(),
  optedOut: z.literal(true).optional(),
  tracking: TrackingChoice.optional(),
});
export type Overlay = z.infer<typeof Overlay>;

/** What is there without the overlays. Of somebody whom imports brought and nothing was folded of there is only the id, and what happened to them since. */
export const Base = Profile.partial({ address: true, lists: true, attributes: true, importedAt: true }).extend({
  /** What imports that were folded said of tracking; `tracking` is what the person said, or somebody for them, and no import writes it. */
  importedTracking: z.object({ choice: TrackingChoice, at: z.iso.datetime() }).optional(),
});
export type Base = z.infer<typeof Base>;

/** A profile as it is stored; what it is depends on the imports that count for whoever looks. */
export type StoredProfile = {
  base: Base;
  /** By the number of the import, in this order. */
  overlays: readonly (readonly [number, Overlay])[];
  /** Every list that the base or an overlay names, and perhaps more. */
  lists: readonly string[];
  /** Raised by each write of an import; the condition of the next one. */
  revision?: number | undefined;
  /** Under which the index of addresses has it. */
  addressKey?: string | undefined;
};

/** Who came back after the import began stays. */
const saysOut = ({ optedOut, importedAt }: Overlay, { optedInAt }: Profile): boolean =>
  optedOut === true && (optedInAt === undefined || optedInAt < importedAt);

type SaidOfTracking = NonNullable<Base['importedTracking']>;

const withTracking = (profile: Profile, said: SaidOfTracking | undefined): Profile =>
  said ? { ...profile, tracking: afterImport(profile.tracking, said.choice, said.at) } : profile;

const saidOfTracking = ({ tracking, importedAt }: Overlay): SaidOfTracking | undefined =>
  tracking && { choice: tracking, at: importedAt };

/** Without what only imports said; mostly they said nothing, and nothing is copied. */
const personal = (base: Base): Base => {
  if (!base.importedTracking) return base;
  const { importedTracking: _imported, ...rest } = base;
  return rest;
};

/** Lists add up, attributes of other files stay. */
const laidOver = (profile: Profile, overlay: Overlay): Profile => ({
  ...withTracking(profile, saidOfTracking(overlay)),
  address: overlay.address,
  lists: profile.lists.includes(overlay.list) ? profile.lists : [...profile.lists, overlay.list],
  attributes: { ...profile.attributes, ...overlay.attributes },
  importedAt: overlay.importedAt,
  ...(!profile.optedOut &&
    saysOut(overlay, profile) && { optedOut: { at: overlay.importedAt, source: 'import' as const } }),
});

/**
 * The profile as the imports make it that count, in the order of their numbers. Undefined: there is nobody, as far as
 * whoever looks may know. Every reader of profiles goes through here.
 */
export const resolve = ({ base, overlays }: StoredProfile, snapshot: ImportSnapshot): Profile | undefined => {
  const counting = overlays.filter(([number]) => isCommitted(snapshot, number));
  const {
    address = '',
    lists = [],
    attributes = {},
    importedAt = counting[0]?.[1].importedAt,
    importedTracking,
  } = base;
  if (importedAt === undefined) return undefined;
  let profile: Profile = { ...personal(base), address, lists, attributes, importedAt };
  if (importedTracking) profile = withTracking(profile, importedTracking);
  for (const [, overlay] of counting) profile = laidOver(profile, overlay);
  return profile;
};

/** `movedFrom`: addresses that the person had until an import gave them another one, which is not settled yet. */
export type ListedProfile = Profile & { movedFrom?: readonly string[] };

/** Topics that they left are still on their way from there; an import that was moved on takes them along, too. */
const movedFrom = ({ base, overlays }: StoredProfile, snapshot: ImportSnapshot): string[] => {
  const from: string[] = [];
  let { address: before } = base;
  for (const [number, { address }] of overlays) {
    if (!isCommitted(snapshot, number)) continue;
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
  base: (Pick<Profile, 'address' | 'lists' | 'attributes' | 'importedAt'> & Pick<Base, 'importedTracking'>) | undefined;
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
  const said = old.filter(([number]) => isCommitted(snapshot, number)).map(([, overlay]) => saidOfTracking(overlay));
  const importedTracking = said.findLast((one) => one !== undefined) ?? base.importedTracking;
  return { dropped, base: { address, lists, attributes, importedAt, ...(importedTracking && { importedTracking }) } };
};

export const withoutImport = (stored: StoredProfile, number: number): StoredProfile => ({
  ...stored,
  overlays: stored.overlays.filter(([other]) => other !== number),
});

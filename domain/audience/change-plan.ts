import { addressKey } from '../model/address.ts';
import { mayBeOpen, numberAfter, type ImportSnapshot } from '../model/import-snapshot.ts';
import type { Rejection } from '../model/profile-import.ts';
import { hasAttributes, type Profile } from '../model/profile.ts';
import { resolve, type Overlay, type StoredProfile } from '../model/stored-profile.ts';
import { erasedRow, mergedRow, outgrown } from './row-refusals.ts';
import { laying, namesWith, saysOfTracking } from './import-plan.ts';
import type { Change } from './judge-row.ts';
import { missingNames, type NameColumns } from './name-index.ts';
import type { ProfileWrite } from './ports/imported-profiles.ts';
import type { WrittenProfile } from './profile-rows.ts';

export type PlannedChange = {
  state: WrittenProfile['state'];
  /** Undefined: what is stored says it already. */
  write: ProfileWrite | undefined;
  before: Profile | undefined;
  /** Under which the person is to be found and is not. */
  toIndex: string | undefined;
  /** Does the index of names not know all of it yet? */
  isToName: boolean;
};

export type ChangePlan = { refused: Rejection } | PlannedChange;

type Now = {
  snapshot: ImportSnapshot;
  /** ISO UTC. */
  at: string;
  /** The id that follows from an address, for which no entry in the index is needed. */
  idOf: (addressKey: string) => string;
  columns: NameColumns;
};

const without = (lists: readonly string[] | undefined, others: readonly string[]): string[] =>
  (lists ?? []).filter((list) => !others.includes(list));

type SaidOfTracking = Pick<Overlay, 'tracking' | 'trackingByTopic'>;

const trackingTogether = (before: SaidOfTracking = {}, change: SaidOfTracking): SaidOfTracking => {
  const tracking = change.tracking ?? before.tracking;
  const byTopic = { ...before.trackingByTopic, ...change.trackingByTopic };
  return { ...(tracking && { tracking }), ...(Object.keys(byTopic).length > 0 && { trackingByTopic: byTopic }) };
};

/** Together with what was written by itself since the same import: the later write says what holds. */
const overlayOf = (change: Change, before: Overlay | undefined, at: string): Overlay => {
  const { address, attributes, joins, leaves } = change;
  const joined = [...new Set([...without(before?.joined, leaves), ...without(joins, leaves)])];
  const left = [...new Set([...without(before?.left, joins), ...leaves])];
  const known = address ?? before?.address;
  return {
    ...(known !== undefined && { address: known }),
    ...(joined.length > 0 && { joined }),
    ...(left.length > 0 && { left }),
    attributes: { ...before?.attributes, ...attributes },
    importedAt: at,
    ...trackingTogether(before, change),
  };
};

const says = (profile: Profile, change: Change, at: string): boolean => {
  const { address, attributes, joins, leaves } = change;
  return (
    (address === undefined || profile.address === address) &&
    hasAttributes(profile, attributes) &&
    joins.every((list) => leaves.includes(list) || profile.lists.includes(list)) &&
    leaves.every((list) => !profile.lists.includes(list)) &&
    saysOfTracking(profile, change, at)
  );
};

/** An import that may still be open would say something else when it counts, although it began before. */
const isQuiet = (snapshot: ImportSnapshot): boolean =>
  snapshot.uncommitted.every((number) => !mayBeOpen(snapshot, number));

const unknown = ({ line }: Change): Rejection => ({
  line,
  code: 'addressMissing',
  facts: {},
  cause: 'there is no profile of this id yet: give the address too',
});

type Stored = { stored: StoredProfile; before: Profile | undefined };

const added = (change: Change, addressKeyToFind: string | undefined, now: Now): PlannedChange => {
  const { id } = change;
  const overlay = overlayOf(change, undefined, now.at);
  const toName = missingNames(id, { overlay }, now);
  const write = {
    kind: 'add' as const,
    id,
    overlay,
    ...(addressKeyToFind !== undefined && { addressKey: addressKeyToFind }),
    ...namesWith({}, toName, undefined),
  };
  return { state: 'created', write, before: undefined, toIndex: undefined, isToName: toName.length > 0 };
};

const laidOver = (change: Change, { stored, before }: Stored, now: Now): Omit<PlannedChange, 'toIndex'> => {
  const { snapshot, at } = now;
  const number = numberAfter(snapshot);
  const own = stored.overlays.find(([other]) => other === number)?.[1];
  const overlay = overlayOf(change, own, at);
  const toName = missingNames(change.id, { stored, overlay }, now);
  const isToName = toName.length > 0;
  const isSame = before !== undefined && says(before, change, at);
  if (isSame && isQuiet(snapshot)) return { state: 'unchanged', write: undefined, before, isToName };
  // Who is named anew is so behind this write: until then the index does not know all.
  const names = namesWith(stored, toName, stored.named === undefined ? undefined : null);
  const write = { ...laying(stored, overlay, change.id, snapshot), ...names };
  if (isSame) return { state: 'unchanged', write, before, isToName };
  return { state: before ? 'updated' : 'created', write, before, isToName };
};

const refusedOf = (change: Change, stored: StoredProfile | undefined, before: Profile | undefined) => {
  if (stored?.base.erasedAt !== undefined) return erasedRow(change, stored.base.erasedAt);
  if (stored?.base.merged) return mergedRow(change, stored.base.merged.into);
  if (change.refused) return change.refused;
  if (before) return outgrown(change, before);
  return change.address === undefined ? unknown(change) : undefined;
};

/** What one row changes, after what was read. An import that is still going on began before, and is laid below it. */
export const planChange = (change: Change, stored: StoredProfile | undefined, now: Now): ChangePlan => {
  const before = stored && resolve(stored, now.snapshot);
  const refused = refusedOf(change, stored, before);
  if (refused) return { refused };
  const key = addressKey(change.address ?? before?.address ?? '');
  const isFound = key === '' || now.idOf(key) === change.id || stored?.addressKey === key;
  const toIndex = isFound ? undefined : key;
  return stored ? { ...laidOver(change, { stored, before }, now), toIndex } : added(change, toIndex, now);
};

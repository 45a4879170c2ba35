import { addressKey } from '../model/address.ts';
import { mayBeOpen, type ImportSnapshot } from '../model/import-snapshot.ts';
import type { AddressOptOuts } from '../model/address-opt-outs.ts';
import { withOptOut } from '../model/opt-out.ts';
import type { ImportedRow, ImportRecord, Rejection, RowToSettle } from '../model/profile-import.ts';
import { hasAttributes, type AddressStatus, type Profile } from '../model/profile.ts';
import { quarantinedFor } from '../model/quarantine.ts';
import {
  afterImport,
  refusalsIn,
  saidOf,
  strictestOf,
  type ChosenTracking,
  type TrackingChoice,
} from '../model/tracking-consent.ts';
import {
  foldedOf,
  listsOf,
  resolve,
  withoutImport,
  type Overlay,
  type StoredProfile,
} from '../model/stored-profile.ts';
import { isNamed, missingNames, partsAfter, type NameColumns, type NameEntry } from './name-index.ts';
import type { Mark, NamedWrite, ProfileWrite } from './ports/imported-profiles.ts';
import { erasedRow, mergedRow, outgrown } from './row-refusals.ts';

/** What is known of a row when it is read; what is not there is not known. */
export type KnownOfRow = {
  stored?: StoredProfile | undefined;
  /** Read for rows that opt out, and for rows in quarantine. */
  optOuts?: AddressOptOuts | undefined;
  status?: AddressStatus | undefined;
};

export type AcceptedRow = {
  /** Undefined: what is stored says it already. */
  write: ProfileWrite | undefined;
  isSame: boolean;
  marks: Mark[];
  toSettle: RowToSettle | undefined;
  /** What the index of names has to learn before the import counts. */
  toName: NameEntry[];
};
/** `refused`: the row is not imported; what it says against mails to its address, or to who it was merged into, counts all the same; `write` is what its person refuses of tracking. */
export type RefusedRow = { refused: Rejection; write?: ProfileWrite } & Partial<
  Pick<AcceptedRow, 'marks' | 'toSettle'>
>;
export type RowPlan = RefusedRow | AcceptedRow;

export type PlannedImport = {
  record: Pick<ImportRecord, 'number' | 'list' | 'importedAt'>;
  snapshot: ImportSnapshot;
  /** The id that follows from an address, for which no entry in the index is needed. */
  idOf: (addressKey: string) => string;
  columns: NameColumns;
};

const overlayOf = (row: ImportedRow, { list, importedAt }: PlannedImport['record']) => ({
  list,
  address: row.address,
  attributes: row.attributes,
  importedAt,
  ...(row.optedOut && { optedOut: true as const }),
  ...(row.tracking && { tracking: row.tracking }),
  ...(row.trackingByTopic && { trackingByTopic: row.trackingByTopic }),
});

/** Where it changes nothing, an import that comes again says nothing new. */
export const saysOfTracking = (
  profile: Profile,
  row: Pick<ImportedRow, 'tracking' | 'trackingByTopic'>,
  at: string,
): boolean => {
  const isKnown = (known: Profile['tracking'], choice: TrackingChoice): boolean =>
    afterImport(known, { choice, at }).choice === known?.choice;
  const topics = Object.entries(row.trackingByTopic ?? {});
  return (
    (!row.tracking || isKnown(profile.tracking, row.tracking)) &&
    topics.every(([topic, choice]) => isKnown(saidOf(profile.trackingByTopic, topic), choice))
  );
};

/** A profile that is known is as the row says; a column that is not in the file says nothing. */
const says = (profile: Profile, row: ImportedRow, { list, importedAt }: PlannedImport['record']): boolean =>
  profile.lists.includes(list) &&
  profile.address === row.address &&
  hasAttributes(profile, row.attributes) &&
  (!row.optedOut || profile.optedOut !== undefined) &&
  saysOfTracking(profile, row, importedAt);

/** Of an import that may still be open nobody knows yet whether its overlay will count. */
const isSettled = ({ overlays }: StoredProfile, { snapshot }: PlannedImport): boolean =>
  overlays.every(([number]) => !mayBeOpen(snapshot, number));

const marksOf = (row: ImportedRow, known: KnownOfRow, { record, idOf }: PlannedImport): Mark[] => {
  const key = addressKey(row.address);
  if (key === '') return [];
  const { optedOut, quarantined } = row;
  const at = record.importedAt;
  const { optOuts = { addressKey: key, standing: [] }, status = { addressKey: key, softErrors: 0 }, stored } = known;
  const isOut = optedOut && withOptOut(optOuts, { at, source: 'import', by: 'import' }) !== undefined;
  const isIn = quarantined !== undefined && quarantinedFor(status, at, quarantined) !== undefined;
  const isFound = stored === undefined || stored.addressKey === key || idOf(key) === row.id;
  return [
    ...(isOut ? [{ kind: 'optedOut' as const, addressKey: key, at }] : []),
    ...(isIn ? [{ kind: 'quarantined' as const, addressKey: key, at, reason: quarantined }] : []),
    ...(isFound ? [] : [{ kind: 'moved' as const, addressKey: key, id: row.id }]),
  ];
};

const toSettle = (row: ImportedRow, before: Profile | undefined, marks: readonly Mark[]): RowToSettle | undefined => {
  const isOut = row.optedOut && (!before?.optedOut || marks.some(({ kind }) => kind === 'optedOut'));
  const isOther = before !== undefined && addressKey(before.address) !== addressKey(row.address);
  const isMoved = isOther || marks.some(({ kind }) => kind === 'moved');
  const isIn = marks.some(({ kind }) => kind === 'quarantined');
  if (!isOut && !isMoved && !isIn) return undefined;
  const { id, address, quarantined } = row;
  return {
    id,
    address,
    optedOut: isOut,
    isMoved,
    ...(isIn && { quarantined }),
    ...(isOther && { from: before.address }),
  };
};

/** Nothing, where the index has all of it. */
export const namesWith = (
  stored: Pick<StoredProfile, 'nameParts'>,
  entries: readonly NameEntry[],
  named: NamedWrite['named'],
): { names?: NamedWrite } => (entries.length === 0 ? {} : { names: { named, parts: partsAfter(stored, entries) } });

const adding = ({ id, address }: ImportedRow, overlay: Overlay, { idOf }: PlannedImport): ProfileWrite => {
  const key = addressKey(address);
  return { kind: 'add', id, overlay, ...(key !== '' && idOf(key) !== id && { addressKey: key }) };
};

const added = (row: ImportedRow, overlay: Overlay, marks: Mark[], planned: PlannedImport): AcceptedRow => {
  const toName = missingNames(row.id, { overlay }, planned);
  const write = { ...adding(row, overlay, planned), ...namesWith({}, toName, planned.record.number) };
  return { write, isSame: false, marks, toSettle: toSettle(row, undefined, marks), toName };
};

export const laying = (
  stored: StoredProfile,
  overlay: Overlay,
  id: string,
  snapshot: ImportSnapshot,
): ProfileWrite => ({
  kind: 'lay',
  id,
  overlay,
  lists: [...new Set([...stored.lists, ...listsOf(overlay)])],
  revision: stored.revision,
  folded: foldedOf(stored, snapshot),
});

const ownOf = (stored: StoredProfile | undefined, { record }: PlannedImport): Overlay | undefined =>
  stored?.overlays.find(([number]) => number === record.number)?.[1];

const saysRefusals = ({ tracking, trackingByTopic }: Overlay, refusals: ChosenTracking): boolean =>
  (!refusals.tracking || tracking === 'refused') &&
  Object.keys(refusals.trackingByTopic ?? {}).every((topic) => saidOf(trackingByTopic, topic) === 'refused');

/**
 * What a row that is not imported refuses of tracking is laid over its person together with what the row says that is:
 * either may be written first. Of somebody whom no row brings there is nobody to say it of.
 */
const refusingTracking = (row: ImportedRow, stored: StoredProfile | undefined, planned: PlannedImport) => {
  const refusals = refusalsIn(row);
  if (!refusals || (!stored && row.refused?.code !== 'repeated')) return undefined;
  const own = ownOf(stored, planned) ?? { attributes: {}, importedAt: planned.record.importedAt };
  const overlay: Overlay = { ...own, ...strictestOf(own, refusals) };
  // The address, by which a search finds whoever the other row brings.
  if (!stored) return adding(row, { ...overlay, address: row.address }, planned);
  return saysRefusals(own, refusals) ? undefined : laying(stored, overlay, row.id, planned.snapshot);
};

/** Of a row that is not imported a no to mails counts all the same: the person is the one of this id. */
const saysNo = (row: ImportedRow, known: KnownOfRow, { planned, id }: { planned: PlannedImport; id: string }) => {
  if (!row.optedOut && row.quarantined === undefined) return {};
  const { address, optedOut, quarantined } = row;
  return {
    marks: marksOf(row, { ...known, stored: undefined }, planned),
    toSettle: { id, address, optedOut, isMoved: false, ...(quarantined !== undefined && { quarantined }) },
  };
};

const refusedBut = (refused: Rejection, row: ImportedRow, known: KnownOfRow, planned: PlannedImport): RefusedRow => {
  const write = refusingTracking(row, known.stored, planned);
  return { refused, ...saysNo(row, known, { planned, id: row.id }), ...(write && { write }) };
};

/** Why nothing is written for a row, whatever it says. */
const refusedAtOnce = (row: ImportedRow, known: KnownOfRow, planned: PlannedImport): RefusedRow | undefined => {
  const { erasedAt, merged } = known.stored?.base ?? {};
  if (erasedAt !== undefined) {
    // Their id says nothing of who is meant; of the address only the no is kept.
    const { quarantined: _status, ...no } = row;
    return { refused: erasedRow(row, erasedAt), ...saysNo(no, known, { planned, id: row.id }) };
  }
  // A no that comes under the old id is one of the same person.
  if (merged) return { refused: mergedRow(row, merged.into), ...saysNo(row, known, { planned, id: merged.into }) };
  return row.refused && refusedBut(row.refused, row, known, planned);
};

/**
 * What an import does for one row, after what was read. Done again by another worker, or by one that comes late, it
 * leads to the same.
 */
export const planRow = (row: ImportedRow, known: KnownOfRow, planned: PlannedImport): RowPlan => {
  const { record, snapshot } = planned;
  const { stored } = known;
  const atOnce = refusedAtOnce(row, known, planned);
  if (atOnce) return atOnce;
  const own = ownOf(stored, planned);
  // What only another row of the same person wrote names no list.
  const isWritten = own?.list !== undefined;
  const overlay = { ...overlayOf(row, record), ...(own && !isWritten && strictestOf(row, own)) };
  const marks = marksOf(row, known, planned);
  if (!stored) return added(row, overlay, marks, planned);
  const others = withoutImport(stored, record.number);
  const before = resolve(others, snapshot);
  const refused = before && outgrown(row, before);
  if (refused) return refusedBut(refused, row, known, planned);
  const isSame = before !== undefined && says(before, row, record) && isSettled(others, planned);
  // Of millions that are as they were nothing is looked at: whoever was named once has the same names.
  const toName = isSame && isNamed(others, snapshot) ? [] : missingNames(row.id, { stored: others, overlay }, planned);
  // Who was stored before there was an index of names is written once more.
  const isDone = isWritten || (isSame && toName.length === 0);
  const write = isDone
    ? undefined
    : { ...laying(stored, overlay, row.id, snapshot), ...namesWith(stored, toName, record.number) };
  return { write, isSame, marks, toSettle: toSettle(row, before, marks), toName };
};

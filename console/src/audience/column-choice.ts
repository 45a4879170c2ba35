import type { ProposedColumn } from '../../../domain/audience/api.ts';
import {
  columnMeanings,
  columnTypes,
  MappedColumn,
  trackingUses,
  type ColumnMapping,
  type ColumnMeaning,
  type ColumnType,
} from '../../../domain/audience/column-mapping.ts';
import { nameOfMeaning } from '../../../domain/audience/column-meaning.ts';

/** What a column can be said to be, in the order of the list to choose from. */
export const choices = [
  'address',
  'id',
  'optedOut',
  'optedIn',
  'quarantined',
  ...trackingUses,
  ...columnMeanings,
  ...columnTypes,
  'ignored',
] as const;
export type Choice = (typeof choices)[number];

/** Nobody has said yet what they are. */
type Open = 'unclear' | 'notTaken';

/** `name`: under which templates and filters know an attribute. `topic`: of which a column about tracking speaks; absent: of all mails. */
export type Chosen = { choice: Choice | Open; name: string; topic?: string };
/** What somebody chose, by the place of the column in the file. */
export type ChosenColumns = ReadonlyMap<number, Chosen>;

const isMeaning = (choice: string): choice is ColumnMeaning => columnMeanings.some((meaning) => meaning === choice);
const isType = (choice: string): choice is ColumnType => columnTypes.some((type) => type === choice);

export const isOfTracking = (choice: string): boolean => trackingUses.some((use) => use === choice);

export const isAttribute = (choice: Chosen['choice']): boolean => isMeaning(choice) || isType(choice);

const proposedChoice = ({ as, name, type = 'text', meaning, topic }: ProposedColumn): Chosen => ({
  choice: as === 'attribute' ? (meaning ?? type) : as,
  name: as === 'notTaken' ? '' : name,
  ...(topic !== undefined && { topic }),
});

export const chosenOf = (column: ProposedColumn, chosen: Chosen | undefined): Chosen =>
  chosen ?? proposedChoice(column);

/** With another choice a name that the file did not give becomes that of the meaning. */
export const withChoice = (column: ProposedColumn, choice: Choice): Chosen => ({
  choice,
  name: isMeaning(choice) ? nameOfMeaning[choice] : column.name,
});

const entryOf = (header: string, { choice, name, topic }: Chosen): unknown => {
  if (isMeaning(choice)) return { header, as: 'attribute', meaning: choice, name };
  if (isType(choice)) return { header, as: 'attribute', type: choice, name };
  if (isOfTracking(choice)) return { header, as: choice, ...(topic !== undefined && { topic }) };
  return { header, as: choice === 'notTaken' ? 'ignored' : choice };
};

export const isWrong = (column: ProposedColumn, chosen: Chosen): boolean =>
  !MappedColumn.safeParse(entryOf(column.header, chosen)).success;

/**
 * What must be said beside what a file says by itself: what somebody chose now or before, that a column without a name
 * of its own is left out, and columns of the same header, which are told apart by their order.
 */
export const mappingOf = (columns: readonly ProposedColumn[], chosen: ChosenColumns): ColumnMapping => {
  const isSaid = (column: ProposedColumn, index: number): boolean =>
    column.isRemembered || column.as === 'notTaken' || chosen.has(index);
  const headers = new Set(columns.filter(isSaid).map(({ header }) => header));
  return columns.flatMap((column, index) => {
    if (!headers.has(column.header)) return [];
    const { data } = MappedColumn.safeParse(entryOf(column.header, chosenOf(column, chosen.get(index))));
    return data ? [data] : [];
  });
};

/** Why the file cannot be imported yet. Undefined: it can. */
export const openQuestion = (
  columns: readonly ProposedColumn[],
  chosen: ChosenColumns,
): 'address' | 'addresses' | 'unclear' | 'name' | undefined => {
  const all = columns.map((column, index) => chosenOf(column, chosen.get(index)));
  const addresses = all.filter(({ choice }) => choice === 'address').length;
  if (addresses !== 1) return addresses === 0 ? 'address' : 'addresses';
  if (all.some(({ choice }) => choice === 'unclear')) return 'unclear';
  return columns.some((column, index) => chosen.has(index) && isWrong(column, chosenOf(column, chosen.get(index))))
    ? 'name'
    : undefined;
};

import * as z from 'zod';
import { Problem } from '../http/problem.ts';
import { TopicId } from '../model/topics.ts';
import { MAX_COLUMN_NAME, MAX_COLUMNS } from './import-limits.ts';

/** How the cells of an attribute are meant; they are kept as they are written. */
export const columnTypes = ['text', 'number', 'date', 'yesNo'] as const;
export type ColumnType = (typeof columnTypes)[number];

/** What an attribute is in every list, whatever its column is called. */
export const columnMeanings = ['firstName', 'lastName', 'fullName', 'consentDate', 'language', 'timeZone'] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

/** `trackingOptOut`: whose yes, or whose day, is a refusal. */
export const trackingUses = ['tracking', 'trackingOptOut'] as const;
export type TrackingUse = (typeof trackingUses)[number];

/**
 * `optedIn`: whose cell says no, or nothing, has not consented, and is opted out. `tracking`: yes lets opens and clicks
 * be tracked; `trackingOptOut`: yes refuses that.
 */
export const mappedUses = [
  'id',
  'address',
  'optedOut',
  'optedIn',
  'quarantined',
  ...trackingUses,
  'attribute',
  'ignored',
] as const;

/** An own property of this name in an attributes object is not what readers of objects, DynamoDB's marshaller among them, take it for. */
export const isReserved = (name: string): boolean => name in {};

const AttributeName = z
  .string()
  .regex(/^[a-z0-9_]{1,100}$/, 'takes 1 to 100 small letters, digits or _, such as first_name')
  .refine((name) => name !== 'email' && !isReserved(name), 'is a name of something else');

/** What whoever imports says of one column. Of several of the same header the first is the first in the file. */
export const MappedColumn = z.object({
  header: z.string().max(MAX_COLUMN_NAME),
  as: z.enum(mappedUses),
  /** Of an attribute; without it that of its meaning, else of its header. */
  name: AttributeName.optional(),
  /** Of an attribute; without it what its cells look like. */
  type: z.enum(columnTypes).optional(),
  meaning: z.enum(columnMeanings).optional(),
  /** Of `tracking` and `trackingOptOut`: of which topic it speaks; without it of all mails. */
  topic: TopicId.optional(),
});
export type MappedColumn = z.infer<typeof MappedColumn>;

/** Columns that are not in it are understood by their header and cells. */
export const ColumnMapping = z.array(MappedColumn).max(MAX_COLUMNS).meta({ id: 'ColumnMapping' });
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** The topics of which columns speak. */
export const topicsOf = (mapping: ColumnMapping = []): string[] => mapping.flatMap(({ topic }) => topic ?? []);

/** As headers are compared. */
export const comparable = (header: string): string => header.slice(0, MAX_COLUMN_NAME).trim().normalize('NFC');

/** Entries by the index of their column, and headers of those that the file has not. */
export const placedIn = (
  header: readonly string[],
  mapping: ColumnMapping,
): { placed: Map<number, MappedColumn>; missing: string[] } => {
  const headers = header.map(comparable);
  const placed = new Map<number, MappedColumn>();
  const missing: string[] = [];
  for (const entry of mapping) {
    const index = headers.findIndex((text, at) => text === comparable(entry.header) && !placed.has(at));
    if (index < 0) missing.push(entry.header);
    else placed.set(index, entry);
  }
  return { placed, missing };
};

/** Where each entry's column is; refused when one is not in the file. */
export const columnsMapped = (header: readonly string[], mapping: ColumnMapping): Map<number, MappedColumn> => {
  const { placed, missing } = placedIn(header, mapping);
  if (missing.length === 0) return placed;
  const names = missing.map((text) => (text.includes('@') ? '…' : text));
  throw new Problem(
    'invalid-input',
    `The mapping names columns that the file does not have: ${names.join(', ')}.`,
    'Look at the file by POST /profiles/imports/look, and map the columns that it has; nothing was imported.',
    { cause: 'columnsMissing', names },
  );
};

/** What was said before, with what is said now in the place of what it says of the same header. */
export const remembered = (before: ColumnMapping, now: ColumnMapping): ColumnMapping => {
  const said = new Set(now.map(({ header }) => comparable(header)));
  return [...before.filter(({ header }) => !said.has(comparable(header))), ...now].slice(-MAX_COLUMNS);
};

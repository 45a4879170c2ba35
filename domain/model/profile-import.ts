import * as z from 'zod';
import { TopicId } from './topics.ts';
import { TrackingChoice } from './tracking-consent.ts';

/** A row that is not imported; `cause` is what `code` and `facts` say, in English. */
export const Rejection = z.object({
  /** Counts from 1 with the header. */
  line: z.int(),
  code: z.enum([
    'columns',
    'id',
    'repeated',
    'erased',
    'merged',
    'addressTooLong',
    'severalAddresses',
    'notText',
    'tooLarge',
    'badBytes',
    'quoteOpen',
    'optOutUnclear',
    'notStored',
    // Of a profile that is written by itself, not of an import:
    'fields',
    'attributeName',
    'addressMissing',
  ]),
  /**
   * Of `attributeName`: `name`; of `columns`: `columns` and `header`, how many each has; of `erased`: `erasedAt`; of `merged`: `into`; of `addressTooLong`: `most`, bytes;
   * of `tooLarge`: `bytes` and `most`.
   */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  cause: z.string(),
  /** Of a file: the header of the column in which it is; absent: it is about the row as a whole. */
  column: z.string().optional(),
  /** Of a file: what stands there, or how the row begins, at most 200 signs. Personal data: kept as long as the rows of the import. */
  value: z.string().optional(),
});
export type Rejection = z.infer<typeof Rejection>;

/** One row of an import that is written. The address may be empty or wrong: preparation excludes such profiles with the cause. */
export const ImportedRow = z.object({
  /** Line of the file, from 1 with the header. */
  line: z.int(),
  id: z.string(),
  address: z.string(),
  attributes: z.record(z.string(), z.string()),
  optedOut: z.boolean(),
  /** Absent: the row says nothing of it. */
  tracking: TrackingChoice.optional(),
  trackingByTopic: z.record(TopicId, TrackingChoice).optional(),
  /** Reason; absent when the address is not quarantined. */
  quarantined: z.string().optional(),
  /** Why the row is not imported: what it says against mails to its person, or against tracking, counts, and nothing else of it. */
  refused: Rejection.optional(),
});
export type ImportedRow = z.infer<typeof ImportedRow>;

/** An import as it begins. */
export const NewImport = z.object({
  id: z.string(),
  list: z.string(),
  rows: z.int(),
  /** In so many objects its rows are kept. */
  chunks: z.int(),
  importedAt: z.iso.datetime(),
  /** The request that made it (`Making`), so that whoever repeats that finds it. */
  by: z.string().optional(),
});
export type NewImport = z.infer<typeof NewImport>;

/** `committed`: it counts, and what it says of addresses is still being written to its place. */
export const importStates = ['open', 'committed', 'settled', 'givenUp'] as const;

/** An import with its number, which orders all of them. */
export const ImportRecord = NewImport.extend({
  number: z.int().min(1),
  state: z.enum(importStates),
  endedAt: z.iso.datetime().optional(),
  /** When a worker was last at it; of a small one nobody says. */
  renewedAt: z.iso.datetime().optional(),
  /** Chunks that are written. */
  written: z.set(z.int()).optional(),
  /** It was given up because somebody wanted it. */
  isCancelled: z.boolean().optional(),
});
export type ImportRecord = z.infer<typeof ImportRecord>;

/** An import that could not be written. The list is what it was. */
export const GivenUpImport = z
  .object({
    list: z.string(),
    rows: z.int(),
    importedAt: z.iso.datetime(),
    givenUpAt: z.iso.datetime(),
    /** Rows of it that count nevertheless: none since imports are seen as a whole; null of one before, of which nobody knew. */
    written: z.int().nullable(),
  })
  .meta({ id: 'GivenUpImport' });
export type GivenUpImport = z.infer<typeof GivenUpImport>;

/** JSON array of accepted rows of an import. */
export const rowsKey = (id: string, chunk: number): string => `imports/${id}/rows/${chunk}.json`;

/** What became of the rows of a chunk (`WrittenChunk`). */
export const writtenKey = (id: string, chunk: number): string => `imports/${id}/written/${chunk}.json`;

/** What is left to do for a row once its import counts. */
export const RowToSettle = z.object({
  id: z.string(),
  address: z.string(),
  optedOut: z.boolean(),
  quarantined: z.string().optional(),
  /** The person has another address than before, or is not in the index under it. */
  isMoved: z.boolean(),
  /** The address before. */
  from: z.string().optional(),
});
export type RowToSettle = z.infer<typeof RowToSettle>;

export const WrittenChunk = z.object({
  /** Rows that change something, and rows that say what is known. */
  written: z.int(),
  same: z.int(),
  rejections: z.array(Rejection),
  toSettle: z.array(RowToSettle),
});
export type WrittenChunk = z.infer<typeof WrittenChunk>;

import * as z from 'zod';
import { Unreadable } from '../http/page.ts';
import { GivenUpImport, Rejection } from '../model/profile-import.ts';
import { ListSummary } from '../model/profile.ts';
import { ProfileDetail } from '../model/profile-detail.ts';
import { TopicId } from '../model/topics.ts';
import { TrackingChoice } from '../model/tracking-consent.ts';
import { ColumnMapping, columnMeanings, columnTypes, mappedUses } from './column-mapping.ts';
import { csvDelimiters } from './csv-layout.ts';
import { csvEncodings } from './decode-csv.ts';

export const ListName = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'takes 1 to 64 letters, digits, - or _');

/** How the bytes of a file are read, where they do not say it themselves. */
const Reading = z.object({
  encoding: z.enum(csvEncodings, `takes one of ${csvEncodings.join(', ')}`).optional(),
  /** Of a workbook; without it the first. */
  sheet: z.string().min(1).max(100).optional(),
});

const Mapping = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('takes a JSON array, such as [{"header":"Mail","as":"address"}]');
      return z.NEVER;
    }
  })
  .pipe(ColumnMapping);

/** POST /profiles/imports */
export const ImportQuery = Reading.extend({
  list: ListName,
  /** What columns are, as JSON; kept for the list, and proposed when the same header comes again. */
  mapping: Mapping.optional(),
  /** What an empty cell does with a value that is known. A column that is not in the file says nothing of it. */
  emptyCells: z.enum(['empty', 'keep']).default('empty'),
  /** Columns, apart by commas, that say nothing of who may be written to, though it looks so. */
  asAttribute: z.string().optional(),
  /** How many known ids have another address in the file, as whoever asks has seen and means it. */
  changedAddresses: z.coerce.number().int().min(0).optional(),
});
export type ImportQuery = z.output<typeof ImportQuery>;

const uses = [...mappedUses, 'notTaken', 'unclear'] as const;

/**
 * How an import understands a column: `attribute` under `name` in templates and filters; `notTaken` has no name that can
 * be used, or one that an earlier column has; `unclear` may say of somebody not to write to them, and is not understood:
 * it must be mapped.
 */
export const ColumnUse = z.object({
  header: z.string(),
  as: z.enum(uses),
  name: z.string(),
  /** Of an attribute: what its cells look like, or are said to be. */
  type: z.enum(columnTypes).optional(),
  /** Of an attribute: what it is in every list. */
  meaning: z.enum(columnMeanings).optional(),
  /** Of a column about tracking: of which topic it speaks; absent: of all mails. */
  topic: TopicId.optional(),
});
export type ColumnUse = z.infer<typeof ColumnUse>;

/** `lines`: the first five. */
export const UnreadCells = z.object({
  name: z.string(),
  type: z.enum(columnTypes),
  count: z.int(),
  lines: z.array(z.int()),
});
export type UnreadCells = z.infer<typeof UnreadCells>;

/** POST /profiles/imports?list=NAME, the bytes of a CSV file or of a workbook. */
export const ImportReport = z
  .object({
    list: z.string(),
    id: z
      .string()
      .nullable()
      .meta({ description: 'Of GET /profiles/imports/{id}/rejections; null: no row was rejected' }),
    /** How the file was read. */
    encoding: z.enum(csvEncodings).nullable().meta({ description: 'null: of a workbook' }),
    delimiter: z.enum(csvDelimiters).nullable().meta({ description: 'null: of a workbook' }),
    sheet: z.string().nullable().meta({ description: 'Of a workbook; null: of a text' }),
    /** In the order of the file. */
    columns: z.array(ColumnUse),
    rows: z.int(),
    accepted: z.int(),
    rejected: z.int(),
    /** At most 1,000. */
    rejections: z.array(Rejection),
    /** Attributes with cells that are not of the type of their column; these rows are imported as they are. */
    unread: z.array(UnreadCells),
  })
  .meta({ id: 'ImportReport' });
export type ImportReport = z.infer<typeof ImportReport>;

/** POST /profiles/imports/look */
export const LookQuery = Reading.extend({
  /** Whose mapping is proposed where the header is known. */
  list: ListName.optional(),
  /** The bytes are the beginning of a file of text. */
  part: z.enum(['true', 'false']).default('false'),
});

/** A column as it would be imported, and what may be corrected. */
export const ProposedColumn = ColumnUse.extend({
  /** As it was mapped when this list was imported before. */
  isRemembered: z.boolean(),
  /** Cells that are not of the type. */
  unread: z.int(),
  /** Of an unclear column: its most frequent words. */
  seen: z.array(z.object({ word: z.string(), count: z.int() })),
});
export type ProposedColumn = z.infer<typeof ProposedColumn>;

/** What a file is taken for, before anything is written. */
export const ImportLook = z
  .object({
    encoding: z.enum(csvEncodings).nullable(),
    delimiter: z.enum(csvDelimiters).nullable(),
    sheet: z.string().nullable(),
    sheets: z.array(z.string()),
    /** Line of the header, from 1; what stands before it is left out. */
    headerLine: z.int(),
    /** In the order of the file. */
    columns: z.array(ProposedColumn),
    /** Cells of the first rows, at most ten, each at most 200 signs of it. */
    rows: z.array(z.array(z.string())),
    /** Rows that were looked at. */
    rowsSeen: z.int(),
    /** The first lines with bytes that are no letters of the encoding, at most five. */
    damagedLines: z.array(z.int()),
    /** Rows that the spreadsheet hides, as a filter does: they are imported as the others are. */
    hiddenRows: z.int(),
  })
  .meta({ id: 'ImportLook' });
export type ImportLook = z.infer<typeof ImportLook>;

/**
 * GET /lists; `givenUp`: imports that could not be written, until their list is imported again; `unreadable`: names of
 * lists of which one of both cannot be read.
 */
export const Lists = z.object({
  items: z.array(ListSummary),
  unreadable: Unreadable,
  givenUp: z.array(GivenUpImport),
});
export type Lists = z.infer<typeof Lists>;

/** GET /profiles?address=… */
export const ProfileMatches = z.object({ items: z.array(ProfileDetail) });
export type ProfileMatches = z.infer<typeof ProfileMatches>;

/**
 * POST /profiles/{id}/release: out of quarantine, by hand and with a reason that is kept. POST /profiles/{id}/consent:
 * the reason says when and how the person consented anew.
 */
export const ReasonRequest = z.object({
  reason: z.string().trim().min(3, 'say why, in at least 3 characters').max(500),
});

/** PUT /profiles/{id}/tracking: the reason says when and how the person said so, as proof. */
export const TrackingRequest = ReasonRequest.extend({
  choice: TrackingChoice,
  topic: TopicId.optional().meta({ description: 'Of whose mails it was said; absent: of all mails' }),
});

/**
 * POST /unsubscribe/{token}. Whoever sends something else to the link, or nothing, says no as well; back comes only who
 * asks for it and ticks a box, which a program that submits the forms of a page does not.
 */
export const UnsubscribeForm = z
  .object({
    /** `One-Click` of RFC 8058. */
    'List-Unsubscribe': z.string().optional(),
    /** Without one: no to the topic of the mail, or to all mails if it has none. */
    action: z.string().optional(),
    again: z.string().optional(),
  })
  // Boxes of topics (domain/audience/unsubscribe-page.ts), and what senders add.
  .catchall(z.string());

/** GET /suppressions: how many entries the suppression list of the organisation has; never which. */
export const SuppressionCount = z.object({ addresses: z.int(), domains: z.int() }).meta({ id: 'SuppressionCount' });
export type SuppressionCount = z.infer<typeof SuppressionCount>;

/** POST /suppressions/imports: a file with an address, a domain or a SHA-256 in each line, or in a column of it. */
export const SuppressionReport = SuppressionCount.extend({
  /** Entries of the file that were not on the list. */
  added: z.int(),
  /** Entries of the file that were. */
  known: z.int(),
  rejected: z.int(),
  /** Lines that hold no address, domain or SHA-256, from 1; at most 1,000. */
  rejectedLines: z.array(z.int()),
  /** Domains of the file, the shortest first, at most 20: nobody there gets mails. */
  domainsNamed: z.array(z.string()),
}).meta({ id: 'SuppressionReport' });
export type SuppressionReport = z.infer<typeof SuppressionReport>;

/** POST /suppressions/test */
export const SuppressionQuestion = z.object({ entry: z.string().trim().min(1).max(500) });

/** `by`: what is on the list, the address or a domain that it is in; null: nothing of it. */
export const SuppressionAnswer = z
  .object({ by: z.enum(['address', 'domain']).nullable() })
  .meta({ id: 'SuppressionAnswer' });
export type SuppressionAnswer = z.infer<typeof SuppressionAnswer>;

/** POST /suppressions/remove: the entry as it was imported, or its SHA-256. */
export const SuppressionRemoval = SuppressionQuestion.extend({ reason: ReasonRequest.shape.reason });

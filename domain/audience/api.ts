import * as z from 'zod';
import { Unreadable } from '../http/page.ts';
import { GivenUpImport, Rejection } from '../model/profile-import.ts';
import { ListSummary } from '../model/profile.ts';
import { ProfileDetail } from '../model/profile-detail.ts';
import { csvEncodings } from './decode-csv.ts';

export const csvDelimiters = [',', ';', '\t'] as const;

/** POST /profiles/imports */
export const ImportQuery = z.object({
  list: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'takes 1 to 64 letters, digits, - or _'),
  /** Columns, apart by commas, that say nothing of who may be written to, though it looks so. */
  asAttribute: z.string().optional(),
  /** How many known ids have another address in the file, as whoever asks has seen and means it. */
  changedAddresses: z.coerce.number().int().min(0).optional(),
});

/** How an import understood a column: `attribute` under `name` in templates and filters; `notTaken` has no name that can be used, or one that an earlier column has. */
export const ColumnUse = z.object({
  header: z.string(),
  as: z.enum(['id', 'address', 'optedOut', 'quarantined', 'attribute', 'notTaken']),
  name: z.string(),
});
export type ColumnUse = z.infer<typeof ColumnUse>;

/** POST /profiles/imports?list=NAME, the bytes of a CSV file. */
export const ImportReport = z
  .object({
    list: z.string(),
    /** How the file was read. */
    encoding: z.enum(csvEncodings),
    delimiter: z.enum(csvDelimiters),
    /** In the order of the file. */
    columns: z.array(ColumnUse),
    rows: z.int(),
    accepted: z.int(),
    rejected: z.int(),
    /** At most 1,000. */
    rejections: z.array(Rejection),
  })
  .meta({ id: 'ImportReport' });
export type ImportReport = z.infer<typeof ImportReport>;

/**
 * GET /lists; `givenUp`: imports that could not be written, until their list is imported again; `unreadable`: names of
 * lists of which one of both cannot be read.
 */
export const Lists = z.object({
  items: z.array(ListSummary),
  unreadable: Unreadable,
  givenUp: z.array(GivenUpImport),
});

/** GET /profiles?address=… */
export const ProfileMatches = z.object({ items: z.array(ProfileDetail) });

/**
 * POST /profiles/{id}/release: out of quarantine, by hand and with a reason that is kept. POST /profiles/{id}/consent:
 * the reason says when and how the person consented anew.
 */
export const ReasonRequest = z.object({
  reason: z.string().trim().min(3, 'say why, in at least 3 characters').max(500),
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

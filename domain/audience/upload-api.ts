import * as z from 'zod';
import { PageQuery, pageOf } from '../http/page.ts';
import { Rejection } from '../model/profile-import.ts';
import { ImportQuery, ListName, LookQuery } from './api.ts';
import { FileReport, importJobStates, Refusal } from './import-job.ts';
import { ShownName } from '../model/shown-name.ts';

/** POST /profiles/imports/uploads: the file that is about to come. */
export const UploadRequest = z.object({
  list: ListName,
  /** As whoever uploads it finds it again. */
  fileName: ShownName.min(1).max(200),
  /** Exactly: each part is taken in its size only. */
  bytes: z.int().min(1),
});

/** A part of a file; `url`: where its bytes are put (`PUT`, without a header of ours) within the next hour. */
const UploadPart = z.object({
  number: z.int(),
  start: z.int().meta({ description: 'Place of its first byte in the file' }),
  bytes: z.int(),
  url: z.string(),
});

/** What is still to be sent of a file; asked again, it says what is missing then. */
export const ImportUpload = z
  .object({
    id: z.string(),
    bytes: z.int(),
    partBytes: z.int(),
    /** Parts that are there. */
    done: z.int(),
    parts: z.int(),
    /** The first parts that are missing, at most 20; none: the import can be started. */
    missing: z.array(UploadPart),
  })
  .meta({ id: 'ImportUpload' });
export type ImportUpload = z.infer<typeof ImportUpload>;

/** POST /profiles/imports/{id}/look: what is proposed is the mapping of its list. */
export const UploadLookQuery = LookQuery.pick({ encoding: true, sheet: true });

/** POST /profiles/imports/{id}/start; as a file in one request. Started again, what is not said is as it was said before. */
export const StartQuery = ImportQuery.omit({ list: true }).extend({
  emptyCells: ImportQuery.shape.emptyCells.unwrap().optional(),
});
export type StartQuery = z.output<typeof StartQuery>;

/** An import of an uploaded file. */
export const ImportJobView = z
  .object({
    id: z.string(),
    list: z.string(),
    fileName: z.string(),
    bytes: z.int(),
    state: z.enum(importJobStates).meta({
      description:
        'uploading: parts are missing, or it was not started; settling: it counts, and what it says of addresses is on its way; refused: the file cannot be imported as it is, see problem; failed: it was given up, the list is what it was',
    }),
    createdAt: z.iso.datetime(),
    startedAt: z.iso.datetime().nullable(),
    /** When somebody was last at it. */
    asOf: z.iso.datetime(),
    /** Rows that were read and judged. */
    rowsRead: z.int(),
    accepted: z.int(),
    rejected: z.int(),
    /** Rows that are written; none counts before all are. */
    written: z.int(),
    /** Of the step under way, reading or writing. */
    percent: z.int().nullable(),
    perSecond: z.int().nullable().meta({ description: 'Rows per second in the step under way' }),
    endsAt: z.iso.datetime().nullable().meta({ description: 'When the step under way ends if it goes on so' }),
    /** Once the file is read; counts are those of the whole import in `accepted` and `rejected`. */
    report: FileReport.nullable(),
    /** Of one that was refused, or given up. */
    problem: Refusal.nullable(),
  })
  .meta({ id: 'ImportJob' });
export type ImportJobView = z.infer<typeof ImportJobView>;

/** GET /profiles/imports: the newest first. */
export const ImportJobs = z.object({ items: z.array(ImportJobView.omit({ report: true })) });
export type ImportJobs = z.infer<typeof ImportJobs>;

export const RejectionQuery = PageQuery.extend({
  cursor: z
    .string()
    .regex(/^\d{1,6}\.\d{1,6}$/, 'is no cursor of this list: leave it out to begin at the first page')
    .optional(),
});

/** A page may be shorter than its limit, or empty, and still have a cursor. */
export const RejectionPage = pageOf(Rejection);
/** As a row of a CSV file. */
export const RejectionRow = Rejection.pick({ line: true, column: true, value: true, code: true, cause: true });

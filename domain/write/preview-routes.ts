import * as z from 'zod';
import type { Route } from '../http/route.ts';
import { AudienceFilter, ListName } from '../model/audience-filter.ts';
import { MailContent } from '../model/campaign.ts';
import { LinkRules } from '../model/link-rules.ts';
import { Column } from './columns.ts';
import { CONTENT_BYTES, contentBytes } from './campaign-size.ts';

/** POST /previews: a content that is being written, and for whom it is to be put together. */
export const PreviewRequest = z
  .object({
    /** The content of a campaign, or of one of its variants. */
    content: MailContent.refine((content) => contentBytes(content) <= CONTENT_BYTES, {
      error: `has more than ${CONTENT_BYTES} bytes; it could not be saved`,
    }),
    /** Of the campaign. */
    links: LinkRules.optional(),
    /** Empty: all stored profiles that the filter means. */
    list: z.union([z.literal(''), ListName]).default(''),
    filter: AudienceFilter.optional(),
    /** Of the person who is to see it; without it the first one that is meant. */
    address: z.email().optional(),
  })
  .meta({ id: 'PreviewRequest' });
export type PreviewRequest = z.infer<typeof PreviewRequest>;

/** `href`: as it stands in the content, by which rules name it; either may hold code of Liquid. */
const ShownLink = z.object({ href: z.string(), address: z.string(), label: z.string(), isTracked: z.boolean() });

/** The mail as this person would get it now. Nothing is kept, nothing is sent. */
export const DraftPreview = z
  .object({
    /** Null: it cannot be put together; `problem` says why. */
    mail: z.object({ subject: z.string(), preheader: z.string(), html: z.string(), text: z.string() }).nullable(),
    /** The text as Liquid source, written or made of the HTML; null: there is no mail. */
    textSource: z.string().nullable(),
    /** In one line; null: none. */
    problem: z.string().nullable(),
    /** Where in what is written that is, lines from 1; null: nowhere, or not known. */
    problemAt: z.object({ part: z.enum(['subject', 'preheader', 'source', 'text']), line: z.int().min(1) }).nullable(),
    /** Null: nobody is meant yet, and each placeholder shows its name. */
    profile: z.object({ id: z.string(), address: z.string() }).nullable(),
    /** Placeholders that this person has no value for. */
    empty: z.array(z.string()),
    /** Of the first of those who are meant: what may stand in placeholders. */
    columns: z.array(Column),
    /** Of how many people the columns are. */
    people: z.int().min(0),
    /** Of the HTML, whoever gets them, in their order: as they are written, and as they go out. */
    links: z.array(ShownLink),
  })
  .meta({ id: 'DraftPreview' });
export type DraftPreview = z.infer<typeof DraftPreview>;

/** Answered by a function of its own, which can compile MJML. */
export const previewRoutes = {
  previewDraft: {
    operation: 'previewDraft',
    method: 'POST',
    path: '/previews',
    summary: 'The mail of a content that is being written; keeps and sends nothing',
    may: 'prepare',
    body: PreviewRequest,
    answers: { status: 200, schema: DraftPreview },
  },
} as const satisfies Record<string, Route>;

import * as z from 'zod';
import { PageQueryById } from '../http/page.ts';
import { ListName } from '../model/audience-filter.ts';
import { ListSummary, ProfileId } from '../model/profile.ts';
import { ShownName } from '../model/shown-name.ts';

/** A campaign, or a segment, that uses a list; or a campaign that names a segment. */
export const UsingCampaign = z.object({ id: z.string(), name: z.string() });
export type UsingCampaign = z.infer<typeof UsingCampaign>;

/** GET /lists/{list} */
export const ListDetail = z
  .object({
    list: ListSummary,
    /** Campaigns that target it or ask for it in their filter, by themselves or by a segment, the newest first. */
    campaigns: z.array(UsingCampaign),
    /** Segments that are of it or ask for it, by their names. */
    segments: z.array(UsingCampaign),
  })
  .meta({ id: 'ListDetail' });
export type ListDetail = z.infer<typeof ListDetail>;

/** PUT /lists/{list}: what people read; campaigns and imports go by the name, which stays. Empty: the name is shown. */
export const ListTitle = z.object({ title: ShownName.max(100) });

/** DELETE /lists/{list}: how many campaigns and segments use it, as whoever asks has seen and means it. */
export const ListDeletion = z.object({ usedBy: z.coerce.number().int().min(0).default(0) });

/** GET /lists/{list}/count: of the profiles that were looked at by this call; `cursor` leads on to those that are left. */
export const ListCount = z
  .object({
    profiles: z.int(),
    /** Of them those who opted out themselves. */
    optedOut: z.int(),
    /** Names of their attributes. */
    attributes: z.array(z.string()),
    cursor: z.string().nullable(),
  })
  .meta({ id: 'ListCount' });
export type ListCount = z.infer<typeof ListCount>;

/** Addresses of test profiles of one list: as many as a run has proofs at most, unless its stage says otherwise. */
export const MAX_TEST_ADDRESSES = 100;

/** PUT /lists/{list}/test: as far as this call looked; `cursor` leads on to those that are left. */
export const TestListMark = z.object({ list: ListSummary, cursor: z.string().nullable() }).meta({ id: 'TestListMark' });
export type TestListMark = z.infer<typeof TestListMark>;

const AttributeNames = z
  .string()
  .transform((text) => text.split(',').filter((name) => name !== ''))
  .pipe(z.array(z.string().regex(/^[a-z0-9_]{1,255}$/)).max(500));

/** GET /lists/{list}/profiles; a page ends at the first page of the database that has as many as `limit` together. */
export const MemberQuery = PageQueryById.extend({
  cursor: ProfileId.optional(),
  /** Apart by commas; as CSV each is a column. Without them as JSON all, as CSV none. */
  attributes: AttributeNames.optional(),
});

/** GET /lists/{list}/search, GET /profiles/search/names: words, each of which begins a word of a name. */
export const NameQuery = z.object({
  name: ShownName.min(2, 'takes at least 2 letters').max(100),
  /** `names`: in the index of names. `profiles`: at every profile, page by page; finds those too who were stored before there was an index. */
  look: z.enum(['names', 'profiles'], 'takes names or profiles').default('names'),
  /** Of the same search. */
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9._~-]{1,300}$/, 'is none of this API')
    .optional(),
});

/** `looked`: profiles, of the list if one was named, that this call looked at, null where the index of names was asked; `cursor` leads on to the others. */
export const FoundNames = z
  .object({
    items: z.array(z.object({ id: z.string(), address: z.string(), name: z.string() })),
    looked: z.int().nullable(),
    cursor: z.string().nullable(),
  })
  .meta({ id: 'FoundNames' });
export type FoundNames = z.infer<typeof FoundNames>;

export const ListMember = z
  .object({
    id: z.string(),
    email: z.string(),
    /** Of the person; whether an address opted out under another id the profile says. */
    opted_out: z.enum(['yes', 'no']),
    attributes: z.record(z.string(), z.string()),
  })
  .meta({ id: 'ListMember' });

export const MemberPage = z.object({ items: z.array(ListMember), cursor: z.string().nullable() });

export const isListName = (text: string): boolean => ListName.safeParse(text).success;

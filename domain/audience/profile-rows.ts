import * as z from 'zod';
import { ListName } from '../model/audience-filter.ts';
import { ProfileId } from '../model/profile.ts';
import { Rejection } from '../model/profile-import.ts';
import { TopicId } from '../model/topics.ts';
import { TrackingChoice } from '../model/tracking-consent.ts';
import { halvesIn } from '../values/whole-characters.ts';

/** As in a file, apart from columns for the id and the address. */
const MAX_ATTRIBUTES = 500;
/** Lists of one row; each that is new is a list afterwards. */
const MAX_LISTS = 10;

/** JSON has longer numbers than a program keeps: their last digits, or all of them, would be others. */
const isKept = (value: number): boolean =>
  Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);

const isValue = (value: unknown): boolean =>
  typeof value === 'number' ? isKept(value) : value === null || ['string', 'boolean'].includes(typeof value);

export type Attributes = Record<string, string | number | boolean | null>;

/** As it was sent: a copy would lose a name such as `__proto__`, of which the row must be told. */
const SentAttributes = z
  .custom<Attributes>(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.entries(value).length <= MAX_ATTRIBUTES &&
      Object.values(value).every(isValue),
    `takes an object of at most ${MAX_ATTRIBUTES} texts, numbers, true, false or null; a number beyond 9007199254740991 as a text`,
  )
  .meta({
    override: {
      type: 'object',
      additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
      description:
        'Read as the columns of a file are; what is not named stays as it is, null or an empty text empties it',
    },
  });

const Lists = z.array(ListName).max(MAX_LISTS);

/** Never an address, never a novel. */
export const shownName = (name: string): string => (name.includes('@') || name.length > 40 ? '…' : name);

const FIELDS_NAMED = 5;

/** A field that nobody reads may have said no: whoever sent it has to know. */
const unknownField = ({ code, keys = [] }: { code?: string; keys?: string[] }): string | undefined =>
  code === 'unrecognized_keys'
    ? `there is no field ${keys.slice(0, FIELDS_NAMED).map(shownName).join(', ')}; what is of your own goes into attributes`
    : undefined;

/** PUT /profiles/{id}: what is not named stays as it is. */
export const ProfileFields = z
  .strictObject(
    {
      address: z.string().max(1000).optional(),
      attributes: SentAttributes.optional(),
      /** Lists that the profile is put on. */
      lists: Lists.optional(),
      /** Lists that it is taken off. */
      leaves: Lists.optional(),
      /** Only a no is taken: who wants mails again consents anew. */
      optedOut: z.boolean().optional(),
      /** Whether opens and clicks may be tracked, as a column of a file says it: a refusal of the person's own stays. */
      tracking: TrackingChoice.optional(),
      /** The same of mails of a topic, by its id. */
      trackingByTopic: z.record(TopicId, TrackingChoice).optional(),
    },
    { error: unknownField },
  )
  .meta({ id: 'ProfileFields' });
export type ProfileFields = z.infer<typeof ProfileFields>;

/** Without an id it is the one that follows from the address, as in an import. */
export const ProfileRow = ProfileFields.extend({ id: ProfileId.optional() });
export type ProfileRow = z.infer<typeof ProfileRow>;

/** A row that is not as expected is rejected by itself. */
export type ReadRow = { row: ProfileRow } | { issues: string };

const readRow = (sent: unknown): ReadRow => {
  const { data, error } = ProfileRow.safeParse(sent);
  if (!data) return { issues: error.issues.map(({ path, message }) => [...path, message].join(': ')).join('; ') };
  const halves = halvesIn(data);
  return halves.length === 0 ? { row: data } : { issues: 'holds half a character (a lone surrogate)' };
};

export const MAX_ROWS = 100;

/** POST /profiles */
export const ProfileBatch = z.object({
  profiles: z
    .array(
      z
        .unknown()
        .transform(readRow)
        .meta({
          override: {
            type: 'object',
            description: 'ProfileFields with an id, or without one; a row that is not is rejected by itself',
          },
        }),
    )
    .min(1)
    .max(MAX_ROWS),
});

/** PUT /profiles/{id}, POST /profiles: attributes, apart by commas, that say nothing of who may be written to. */
export const WriteQuery = z.object({ asAttribute: z.string().optional() });

export const rowStates = ['created', 'updated', 'unchanged'] as const;

export const WrittenProfile = z.object({ id: z.string(), state: z.enum(rowStates) }).meta({ id: 'WrittenProfile' });
export type WrittenProfile = z.infer<typeof WrittenProfile>;

/** A row of a batch that was not taken; `index` from 0. */
export const RejectedProfile = Rejection.omit({ line: true, column: true, value: true }).extend({ index: z.int() });

export const ProfileBatchReport = z
  .object({
    accepted: z.int(),
    rejected: z.int(),
    /** In the order of the rows that were accepted. */
    profiles: z.array(WrittenProfile.extend({ index: z.int() })),
    rejections: z.array(RejectedProfile),
  })
  .meta({ id: 'ProfileBatchReport' });
export type ProfileBatchReport = z.infer<typeof ProfileBatchReport>;

import * as z from 'zod';
import { Person } from '../people/people.ts';
import { AudienceFilter, ListName, segmentsIn } from './audience-filter.ts';
import { ShownName } from './shown-name.ts';

/** UTF-8. What a segment says is kept in each run that goes by it. */
const MOST_BYTES = 4000;

/** They are listed in one answer, which holds 6 MB; each has 4 KB at most, and the people who changed it. */
export const SEGMENTS_MAX = 500;

const utf8 = new TextEncoder();

/** What a preparer writes. */
export const SegmentInput = z
  .object({
    name: ShownName.min(1, 'a segment needs a name').max(100),
    /** Name of a list of profiles; empty: all stored profiles that the filter means. */
    list: z.union([z.literal(''), ListName], 'a list name has 1 to 64 letters, digits, - or _').default(''),
    /** Which profiles of the list, or of all. */
    filter: AudienceFilter.optional(),
  })
  .refine(({ list, filter }) => list !== '' || filter !== undefined, {
    message: 'takes a list, or a filter that says which of all profiles are meant',
    path: ['list'],
  })
  .refine(({ filter }) => segmentsIn(filter?.conditions ?? []).length === 0, {
    message: 'a segment does not ask for segments: write their conditions into it',
    path: ['filter'],
  })
  .refine((input) => utf8.encode(JSON.stringify(input)).length <= MOST_BYTES, {
    message: `has at most ${MOST_BYTES} bytes as JSON`,
    path: ['filter'],
  })
  .meta({ id: 'SegmentInput' });
export type SegmentInput = z.infer<typeof SegmentInput>;

/** A saved audience, which campaigns name by its id: whom it means is worked out whenever one of them is prepared. */
export const Segment = z
  .object({
    id: z.string(),
    /** Raised by each change. */
    version: z.int().min(1),
    ...SegmentInput.shape,
    createdAt: z.iso.datetime(),
    createdBy: Person,
    updatedAt: z.iso.datetime(),
    updatedBy: Person,
    /** Everybody who ever changed it, each once, with their last change. */
    hands: z.array(z.object({ by: Person, at: z.iso.datetime() })),
  })
  .meta({ id: 'Segment' });
export type Segment = z.infer<typeof Segment>;

/** What a run froze of a segment. */
export const FrozenSegment = Segment.pick({ id: true, version: true, name: true, list: true, filter: true });
export type FrozenSegment = z.infer<typeof FrozenSegment>;

/** Which version of which segment a run went by. */
export type SegmentVersion = Pick<Segment, 'id' | 'version'>;

export const frozenSegment = ({ id, version, name, list, filter }: Segment): FrozenSegment => ({
  id,
  version,
  name,
  list,
  ...(filter && { filter }),
});

const keyOf = (segments: readonly SegmentVersion[]): string =>
  segments
    .map(({ id, version }) => `${id} ${version}`)
    .toSorted()
    .join('\n');

/** Do both go by the same versions of the same segments? */
export const isSameSegments = (one: readonly SegmentVersion[] = [], other: readonly SegmentVersion[] = []): boolean =>
  keyOf(one) === keyOf(other);

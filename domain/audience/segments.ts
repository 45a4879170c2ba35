import { SeenVersion } from '../http/seen-version.ts';
import * as z from 'zod';
import { Unreadable } from '../http/page.ts';
import { ProfileId } from '../model/profile.ts';
import { Segment, SegmentInput } from '../model/segment.ts';
import { UsingCampaign } from './lists.ts';

/** GET /segments, by their names. */
export const SegmentList = z.object({ items: z.array(Segment), unreadable: Unreadable }).meta({ id: 'SegmentList' });
export type SegmentList = z.infer<typeof SegmentList>;

/** GET /segments/{id} */
export const SegmentDetail = z
  .object({
    segment: Segment,
    /** Campaigns that name it, the newest first. */
    campaigns: z.array(UsingCampaign),
  })
  .meta({ id: 'SegmentDetail' });
export type SegmentDetail = z.infer<typeof SegmentDetail>;

/** PUT /segments/{id}: `version` is the one that was changed; another one in the store is a conflict. */
export const SegmentEdit = SegmentInput.safeExtend({ version: z.int().min(1) }).meta({ id: 'SegmentEdit' });

/** DELETE /segments/{id}: how many campaigns name it, as whoever asks has seen and means it. */
export const SegmentDeletion = z.object({
  usedBy: z.coerce.number().int().min(0).default(0),
  version: SeenVersion,
});

export const SegmentCountQuery = z.object({ cursor: ProfileId.optional() });

/** GET /segments/{id}/count: of the profiles that were looked at by this call; `cursor` leads on to those that are left. */
export const SegmentCount = z
  .object({
    /** What people did with messages counts as it was known then. */
    asOf: z.iso.datetime(),
    profiles: z.int(),
    /** Of them those who opted out themselves. */
    optedOut: z.int(),
    /** Not among them, because their value cannot be read or nobody can say what they did with messages. */
    unknown: z.int(),
    /** Some of them. The address shows its first letter and its domain. */
    sample: z.array(z.object({ id: z.string(), email: z.string() })),
    cursor: z.string().nullable(),
  })
  .meta({ id: 'SegmentCount' });
export type SegmentCount = z.infer<typeof SegmentCount>;

/** Enough to recognise somebody whom one knows, and no address. */
export const maskedAddress = (address: string): string => {
  const [first = ''] = address;
  const at = address.lastIndexOf('@');
  return at < 1 ? '…' : `${first}…${address.slice(at)}`;
};

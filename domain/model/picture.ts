import * as z from 'zod';
import { Person } from '../people/people.ts';

/** What every mail program shows (https://www.caniemail.com/features/image-jpg/, -png, -gif); not SVG, WebP or AVIF. */
export const pictureTypes = ['jpeg', 'png', 'gif'] as const;
export type PictureType = (typeof pictureTypes)[number];

/** SHA-256 of the bytes, 64 hex digits: whoever has the address has this picture and never another one. */
export const PictureId = z.string().regex(/^[0-9a-f]{64}$/);

/** Beyond it a mail comes late over a mobile network, alone or with all others of the mail. */
export const HEAVY_BYTES = 1_000_000;

/** A picture that mails may show. */
export const Picture = z
  .object({
    id: PictureId,
    type: z.enum(pictureTypes),
    bytes: z.int().min(1),
    /** In its own pixels. */
    width: z.int().min(1),
    height: z.int().min(1),
    isAnimated: z.boolean(),
    /** Of the file, to find it again. */
    name: z.string(),
    /** What it shows, proposed wherever it is put; empty: nobody said. */
    alt: z.string(),
    uploadedAt: z.iso.datetime(),
    uploadedBy: Person,
    /** Absent: it is offered. What shows one that is not goes on showing it. */
    removed: z.object({ at: z.iso.datetime(), by: Person }).optional(),
  })
  .meta({ id: 'StoredPicture' });
export type Picture = z.infer<typeof Picture>;

import * as z from 'zod';
import { PageQuery, readablePageOf } from '../http/page.ts';
import type { Route } from '../http/route.ts';
import { Picture } from '../model/picture.ts';
import { ShownName } from '../model/shown-name.ts';

/** POST /pictures */
export const UploadQuery = z.object({
  name: ShownName.max(200).default('').describe('Of the file, to find it again'),
  alt: z.string().trim().max(500).default('').describe('What the picture shows, for people who do not see it'),
});

/** A picture with the address at which mails show it: of a public file that never changes. */
export const PictureView = Picture.omit({ removed: true }).extend({ url: z.url() }).meta({ id: 'Picture' });
export type PictureView = z.infer<typeof PictureView>;

/** Query of GET /pictures: words that the name of the file or the alternative text has, in whatever letters. */
export const PictureQuery = PageQuery.extend({ search: z.string().max(100).default('') });

/** GET /pictures: the newest first. */
export const PicturePage = readablePageOf(PictureView).meta({ id: 'PicturePage' });
export type PicturePage = z.infer<typeof PicturePage>;

/** Pictures for mails. */
export const pictureRoutes = {
  uploadPicture: {
    operation: 'uploadPicture',
    method: 'POST',
    path: '/pictures',
    summary:
      'Upload a JPEG, PNG or GIF for mails, at most 4 MB; of its bytes only the picture is kept, without camera, place and rotation',
    may: 'prepare',
    query: UploadQuery,
    bytesBody: 'image/*',
    answers: { status: 201, schema: PictureView },
  },
  getPictures: {
    operation: 'getPictures',
    method: 'GET',
    path: '/pictures',
    summary: 'The pictures that are offered for mails',
    may: 'look',
    query: PictureQuery,
    answers: { status: 200, schema: PicturePage },
  },
  removePicture: {
    operation: 'removePicture',
    method: 'DELETE',
    path: '/pictures/{id}',
    summary: 'Offer a picture no longer; mails that show it go on showing it, and uploaded again it is offered again',
    may: 'prepare',
    answers: { status: 200, schema: PictureView },
  },
} as const satisfies Record<string, Route>;

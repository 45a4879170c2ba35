import { createHash } from 'node:crypto';
import { found } from '../../domain/http/find.ts';
import { fittingPage, namedUnreadable } from '../../domain/http/page.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { sortedPage } from '../../domain/http/sorted-page.ts';
import type { Picture } from '../../domain/model/picture.ts';
import { pictureUrl } from '../../domain/model/picture-address.ts';
import { personOf } from '../../domain/people/people.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Pictures } from '../../domain/ports/pictures.ts';
import { foldedText, hasWords } from '../../domain/values/folded-text.ts';
import { MOST_PICTURE_BYTES, pictureFile } from '../../domain/write/picture-file.ts';
import type { pictureRoutes, PictureView } from '../../domain/write/picture-routes.ts';
import type { PictureFiles } from '../../domain/write/ports/picture-files.ts';

export type PicturePorts = {
  pictures: Pictures;
  files: PictureFiles;
  consoleUrl: string;
  clock: Clock;
};

const viewOf = ({ consoleUrl }: Pick<PicturePorts, 'consoleUrl'>, picture: Picture): PictureView => {
  const { removed: _removed, ...shown } = picture;
  return { ...shown, url: pictureUrl(consoleUrl, picture) };
};

const refuseTooLarge = ({ length: bytes }: Uint8Array): void => {
  if (bytes > MOST_PICTURE_BYTES)
    throw new Problem(
      'too-large',
      `The picture has ${bytes} bytes; at most ${MOST_PICTURE_BYTES} are taken.`,
      'Make it smaller: a mail shows it 600 pixels wide, so 1,200 are enough.',
      { cause: 'pictureTooLarge', bytes, maxBytes: MOST_PICTURE_BYTES },
    );
};

/**
 * POST /pictures. The bytes come in the request, so what they are is found out before anything of them is stored. The
 * file is there before the record that offers it.
 */
export const uploadPicture =
  (ports: PicturePorts): HttpHandler<typeof pictureRoutes.uploadPicture> =>
  async ({ query: { name, alt }, body, actor }) => {
    refuseTooLarge(body);
    const file = pictureFile(body);
    if (!file)
      throw new Problem(
        'invalid-input',
        'The file is no JPEG, PNG or GIF, is broken, has more than 25 million pixels, or the colours of print (CMYK).',
        'Save the picture as one of these, which every mail program shows, and upload it again.',
        { cause: 'pictureRefused' },
      );
    const { content, ...shape } = file;
    const id = createHash('sha256').update(content).digest('hex');
    const [known] = await ports.pictures.known([id]);
    await ports.files.keep({ id, type: shape.type }, content);
    const picture: Picture = {
      id,
      ...shape,
      bytes: content.length,
      name: name || (known?.name ?? ''),
      alt: alt || (known?.alt ?? ''),
      uploadedAt: new Date(ports.clock()).toISOString(),
      uploadedBy: personOf(actor),
    };
    await ports.pictures.keep(picture);
    return viewOf(ports, picture);
  };

/** GET /pictures */
export const getPictures =
  (ports: Pick<PicturePorts, 'pictures' | 'consoleUrl'>): HttpHandler<typeof pictureRoutes.getPictures> =>
  async ({ query }) => {
    const { items, unreadable } = await ports.pictures.all();
    const has = hasWords(query.search);
    const offered = items.filter(({ removed, name, alt }) => !removed && has(foldedText(`${name}\n${alt}`)));
    const order = { placeOf: ({ id, uploadedAt: value }: Picture) => ({ value, id }), ascending: false };
    const page = sortedPage(offered, order, query);
    const shown = fittingPage(page.items.map((picture) => viewOf(ports, picture)));
    return { items: shown, unreadable: namedUnreadable(unreadable), cursor: page.cursorAfter(shown.length) };
  };

/** DELETE /pictures/{id}. Its file stays: mails that were sent show it, and nobody can ask those who keep them. */
export const removePicture =
  (ports: Omit<PicturePorts, 'files'>): HttpHandler<typeof pictureRoutes.removePicture> =>
  async ({ params: { id }, actor }) => {
    const known = found((await ports.pictures.known([id]))[0], 'picture');
    const removed = known.removed ?? { at: new Date(ports.clock()).toISOString(), by: personOf(actor) };
    if (!known.removed) await ports.pictures.keep({ ...known, removed });
    return viewOf(ports, known);
  };

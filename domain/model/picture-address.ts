import type { Picture, PictureType } from './picture.ts';

const endings: Record<PictureType, string> = { jpeg: 'jpg', png: 'png', gif: 'gif' };

/** Pictures lie below this path of the console, and below this key in the content bucket: what is there is public. */
export const PICTURES_PREFIX = 'media/';

export const pictureFileName = ({ id, type }: Pick<Picture, 'id' | 'type'>): string => `${id}.${endings[type]}`;

export const pictureUrl = (consoleUrl: string, picture: Pick<Picture, 'id' | 'type'>): string =>
  `${consoleUrl}/${PICTURES_PREFIX}${pictureFileName(picture)}`;

/** Of an address that `pictureUrl` gave. */
export const pictureIdIn = (consoleUrl: string, src: string): string | undefined => {
  const beginning = `${consoleUrl}/${PICTURES_PREFIX}`;
  return src.startsWith(beginning)
    ? /^([0-9a-f]{64})\.(?:jpg|png|gif)$/.exec(src.slice(beginning.length))?.[1]
    : undefined;
};

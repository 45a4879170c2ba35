import { pictureTypes, type Picture, type PictureType } from '../model/picture.ts';
import { gifParts } from './gif-parts.ts';
import { jpegParts } from './jpeg-parts.ts';
import { joined, type PictureParts } from './picture-bytes.ts';
import { pngParts } from './png-parts.ts';

/** An answer of a Lambda and a request to it hold 6 MB, a request in Base64; nobody waits for more in a mail. */
export const MOST_PICTURE_BYTES = 4_000_000;
/** Mail programs on a phone give up before such a side. */
const MOST_SIDE = 10_000;
/** A few bytes may say that they are a hundred million pixels; whoever opens the mail has four bytes for each. */
const MOST_PIXELS = 25_000_000;

/** The bytes that make the picture, and what they are. */
export type PictureFile = Pick<Picture, 'type' | 'width' | 'height' | 'isAnimated'> & { content: Uint8Array };

const readers: Record<PictureType, (bytes: Uint8Array) => PictureParts | undefined> = {
  jpeg: jpegParts,
  png: pngParts,
  gif: gifParts,
};

const isSide = (pixels: number): boolean => pixels >= 1 && pixels <= MOST_SIDE;

const isShowable = ({ width, height }: PictureParts): boolean =>
  isSide(width) && isSide(height) && width * height <= MOST_PIXELS;

/**
 * What a file is by its own bytes, never by its name or by what is said of it. Of it only what makes the picture is
 * kept: where and with which camera it was taken, comments, and whatever is hidden behind its end are not. Undefined: it
 * is no picture that mails may show, such as SVG or HTML, or is broken.
 */
export const pictureFile = (bytes: Uint8Array): PictureFile | undefined => {
  for (const type of pictureTypes) {
    const parts = readers[type](bytes);
    if (!parts) continue;
    const { kept, width, height, frames } = parts;
    return isShowable(parts) ? { type, width, height, isAnimated: frames > 1, content: joined(kept) } : undefined;
  }
  return undefined;
};

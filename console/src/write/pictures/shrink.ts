import { sizeInMail } from './mail-size.ts';

/** A picture without transparency that is heavier as PNG is a photograph, which JPEG keeps in a tenth of it. */
const PHOTOGRAPH_BYTES = 500_000;
const QUALITY = 0.85;

const drawn = (bitmap: ImageBitmap, { width, height }: ReturnType<typeof sizeInMail>) => {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  context?.drawImage(bitmap, 0, 0, width, height);
  const isOpaque = (): boolean => {
    const pixels = context?.getImageData(0, 0, width, height).data ?? [];
    for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return false;
    return true;
  };
  const as = async (type: 'image/png' | 'image/jpeg'): Promise<Blob | null> =>
    new Promise((resolve) => {
      canvas.toBlob(resolve, type, QUALITY);
    });
  return { as, isOpaque };
};

/**
 * The picture as a mail needs it, drawn anew by the browser: upright, no wider than useful, without what a camera wrote
 * beside it. A GIF, and a PNG that is small enough, stay as they are: a canvas knows one frame. What the browser cannot
 * draw stays too, and the API says what is wrong with it.
 */
export const shrunk = async (file: Blob): Promise<Blob> => {
  if (file.type === 'image/gif') return file;
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return file;
  }
  const size = sizeInMail(bitmap);
  if (file.type === 'image/png' && size.width === bitmap.width) return file;
  const { as, isOpaque } = drawn(bitmap, size);
  bitmap.close();
  if (file.type === 'image/jpeg') return (await as('image/jpeg')) ?? file;
  const png = (await as('image/png')) ?? file;
  return png.size > PHOTOGRAPH_BYTES && isOpaque() ? ((await as('image/jpeg')) ?? png) : png;
};

import type { Picture } from '../../model/picture.ts';

/** The pictures themselves, where everybody can fetch them. */
export type PictureFiles = {
  /** Once and for good; kept before, it stays as it is. */
  keep: (picture: Pick<Picture, 'id' | 'type'>, content: Uint8Array) => Promise<void>;
};

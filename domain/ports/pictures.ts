import type { Readable } from '../http/page.ts';
import type { Picture } from '../model/picture.ts';

/** What is known of the pictures of the stage, those that are no longer offered too. */
export type Pictures = {
  all: () => Promise<Readable<Picture>>;
  /** Those of these ids that there are; ids differ from each other. */
  known: (ids: readonly string[]) => Promise<Picture[]>;
  /** In place of what was known of it. */
  keep: (picture: Picture) => Promise<void>;
};

/** Pictures as mails show them. */
export type ShownPictures = Pick<Pictures, 'known'> & {
  /** Which picture of the stage an address shows, if it does. */
  idIn: (src: string) => string | undefined;
};

/** What a mail is wide; a smaller picture would be made as wide as its column. */
export const MAIL_WIDTH = 600;
/** So that it is sharp on dense screens. */
const MOST_WIDTH = 2 * MAIL_WIDTH;

type Size = { width: number; height: number };

/** As wide as a mail can use it; never larger than it is. */
export const sizeInMail = ({ width, height }: Size): Size =>
  width <= MOST_WIDTH
    ? { width, height }
    : { width: MOST_WIDTH, height: Math.max(1, Math.round((height * MOST_WIDTH) / width)) };

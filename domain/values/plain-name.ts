/**
 * Opens and closes directions (UAX #9, sections 2.1 to 2.4), and so turns words that stand beside a name, in a page, a mail
 * or a chat. No name needs these: what is written from the right to the left has its direction by its letters.
 */
const turning = /[\u202A-\u202E\u2066-\u2069]/gu;

/** A name as it is kept: without what turns the words beside it, and without white space around it. */
export const plainName = (name: string): string => name.replaceAll(turning, '').trim();

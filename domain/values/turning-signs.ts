/**
 * Opens and closes directions (UAX #9, sections 2.1 to 2.4), and so turns words that stand beside a name, in a page, a mail
 * or a chat. Whoever names something sends any; no name needs these.
 */
const turning = /[\u202A-\u202E\u2066-\u2069]/gu;

export const withoutTurningSigns = (text: string): string => text.replaceAll(turning, '');

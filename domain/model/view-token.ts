import { readToken, signToken, type Sign, type UnsubscribeClaim } from './unsubscribe-token.ts';

/** Path of the link by which a mail is viewed in a browser, below the origin of the console; the token follows. */
export const viewPath = '/api/view-in-browser/';

/**
 * No token of one purpose is one of the other, although both are made with one secret: no text of an unsubscribe token
 * holds a colon. So whoever handles the unsubscribe link of the headers, as mailbox providers do, cannot read the mail.
 */
const forViewing =
  (sign: Sign): Sign =>
  (text) =>
    sign(`view:${text}`);

/** The token of the link to view a message: says which message, holds no address. It ends with what was frozen of people. */
export const signViewToken = (sign: Sign, claim: UnsubscribeClaim): string => signToken(forViewing(sign), claim);

/** Undefined for a token that this secret did not sign for viewing; one that was damaged on its way is read all the same. */
export const readViewToken = (sign: Sign, token: string): UnsubscribeClaim | undefined =>
  readToken(forViewing(sign), token);

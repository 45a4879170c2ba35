import { readingsOf } from './damaged-token.ts';
import type { MessageId } from './message.ts';

/** Path of the unsubscribe link, below the origin of the console; the token follows. */
export const unsubscribePath = '/api/unsubscribe/';

/** In the place of a token in what is only looked at: a preview, a proof. */
export const SAMPLE_TOKEN = 'preview';

export const isUnsubscribeLink = (link: string): boolean => link.includes(unsubscribePath);

/** Names the message whose recipient opts out. */
export type UnsubscribeClaim = MessageId & { profileId: string };

/** Keyed hash of a text, base64url without padding; made from HMAC-SHA256 at the edge. */
export type Sign = (text: string) => string;

const textOf = ({ runId, number, profileId }: UnsubscribeClaim): string => `${runId}.${number}.${profileId}`;

/** 96 bits: nobody can guess one, and the link stays short. */
const SIGNATURE_LENGTH = 16;

/** The token of an unsubscribe link: says which message, holds no address, never expires (RFC 8058 needs no login). */
export const signToken = (sign: Sign, claim: UnsubscribeClaim): string =>
  `${textOf(claim)}.${sign(textOf(claim)).slice(0, SIGNATURE_LENGTH)}`;

const sameText = (one: string, other: string): boolean => {
  let difference = one.length ^ other.length;
  for (let index = 0; index < other.length; index += 1) difference |= one.charCodeAt(index) ^ other.charCodeAt(index);
  return difference === 0;
};

/** 66 bits are left of one that lost its end. Tags below 64 bits are easy enough to guess (NIST SP 800-107, 5.3.3). */
const SHORTEST_SIGNATURE = 11;

/** A whole signature and punctuation of the text around it, or one that lost its end. */
const form = new RegExp(
  String.raw`^([\w-]+)\.(\d{1,10})\.([\w-]+)\.(?:([\w-]{${SIGNATURE_LENGTH}})[-_.]*|([\w-]{${SHORTEST_SIGNATURE},${SIGNATURE_LENGTH - 1}})\.*)$`,
);

const readExactly = (sign: Sign, token: string): UnsubscribeClaim | undefined => {
  const [, runId, number, profileId, whole, shortened] = form.exec(token) ?? [];
  const signature = whole ?? shortened;
  if (!runId || !number || !profileId || !signature) return undefined;
  const claim = { runId, number: Number(number), profileId };
  return sameText(signature, sign(textOf(claim)).slice(0, signature.length)) ? claim : undefined;
};

/** Undefined for a token that this secret did not sign; one that was damaged on its way is read all the same. */
export const readToken = (sign: Sign, token: string): UnsubscribeClaim | undefined => {
  for (const reading of readingsOf(token)) {
    const claim = readExactly(sign, reading);
    if (claim) return claim;
  }
  return undefined;
};

import type { MessageId } from './message.ts';

/** Path of the unsubscribe link, below the origin of the console; the token follows. */
export const unsubscribePath = '/api/unsubscribe/';

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

/** Undefined for a token that this secret did not sign. */
export const readToken = (sign: Sign, token: string): UnsubscribeClaim | undefined => {
  const [runId, number, profileId, signature, ...rest] = token.split('.');
  if (!runId || !number || !profileId || !signature || rest.length > 0 || !/^\d{1,10}$/.test(number)) return undefined;
  const claim = { runId, number: Number(number), profileId };
  return sameText(signature, sign(textOf(claim)).slice(0, SIGNATURE_LENGTH)) ? claim : undefined;
};

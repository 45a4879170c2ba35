import { isAscii } from '../values/ascii.ts';

export type From = { name: string; address: string };

/** "The From address is limited to 320 bytes" after encoding (https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html). */
export const MOST_FROM_BYTES = 320;

/** An encoded word has at most 75 characters (RFC 2047 §2); 12 are around it, and 60 in Base64 hold so many bytes. */
const BYTES_OF_A_WORD = 45;

const encoder = new TextEncoder();
const bytesOf = (text: string): Uint8Array => encoder.encode(text);
const encoded = (text: string): string => `=?UTF-8?B?${btoa(String.fromCodePoint(...bytesOf(text)))}?=`;

/** Parts that one word holds each; a character is never divided (RFC 2047 §5). */
const partsOf = (name: string): string[] => {
  const parts: string[] = [];
  let part = '';
  for (const character of name) {
    if (part !== '' && bytesOf(part + character).length > BYTES_OF_A_WORD) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
};

/** What reads as an encoded word is decoded by many mail programs even inside of quotes. */
const isPlain = (name: string): boolean => isAscii(name) && !name.includes('=?');

/**
 * RFC 5322 display name as a quoted string, or RFC 2047 words when it is not ASCII, and the address. No CR or LF is left
 * in either: a name that an earlier version took may have them. The form of a campaign measures by the same in the browser, where no library for mail runs.
 */
export const fromHeader = ({ name: written, address }: From): string => {
  const name = written.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  const phrase = isPlain(name)
    ? `"${name.replaceAll(/["\\]/g, String.raw`\$&`)}"`
    : partsOf(name).map(encoded).join(' ');
  return `${phrase} <${address}>`;
};

export const fromBytes = (from: From): number => bytesOf(fromHeader(from)).length;

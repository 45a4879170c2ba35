import { refusedEndings } from './refused-endings.ts';

/** What a file is said to be by the ending of its name. */
type Kind = {
  /** Media type (IANA). */
  type: string;
  /** Whether the bytes begin as such a file does, or, of a text, are one. */
  isIt: (bytes: Uint8Array) => boolean;
};

/** `beginnings`: each a character a byte. */
const beginsWith =
  (...beginnings: string[]) =>
  (bytes: Uint8Array): boolean =>
    beginnings.some((beginning) => String.fromCodePoint(...bytes.subarray(0, beginning.length)) === beginning);

/** UTF-8 without what no text has; a byte order mark is left out by the decoder. */
const textIn = (bytes: Uint8Array): string | undefined => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
};

const isText = (bytes: Uint8Array): boolean => textIn(bytes) !== undefined;
const isTextFrom =
  (beginning: string) =>
  (bytes: Uint8Array): boolean =>
    textIn(bytes)?.trimStart().toUpperCase().startsWith(beginning) ?? false;

/** ZIP's first local header (APPNOTE.TXT, 4.3.7). */
const isZip = beginsWith('PK\u0003\u0004');

const office = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

/**
 * What people open without a second thought, and no program can hide in: no archive, no page, and of the documents of an
 * office none that may hold macros. SES takes more (refused-endings.ts); mailbox providers do not deliver much of it
 * (https://support.google.com/mail/answer/6590).
 */
const kinds: Readonly<Record<string, Kind>> = {
  pdf: { type: 'application/pdf', isIt: beginsWith('%PDF-') },
  docx: { type: `${office}.wordprocessingml.document`, isIt: isZip },
  xlsx: { type: `${office}.spreadsheetml.sheet`, isIt: isZip },
  pptx: { type: `${office}.presentationml.presentation`, isIt: isZip },
  odt: { type: `${openDocument}.text`, isIt: isZip },
  ods: { type: `${openDocument}.spreadsheet`, isIt: isZip },
  odp: { type: `${openDocument}.presentation`, isIt: isZip },
  txt: { type: 'text/plain', isIt: isText },
  csv: { type: 'text/csv', isIt: isText },
  ics: { type: 'text/calendar', isIt: isTextFrom('BEGIN:VCALENDAR') },
  vcf: { type: 'text/vcard', isIt: isTextFrom('BEGIN:VCARD') },
  jpg: { type: 'image/jpeg', isIt: beginsWith('\u00FF\u00D8\u00FF') },
  jpeg: { type: 'image/jpeg', isIt: beginsWith('\u00FF\u00D8\u00FF') },
  png: { type: 'image/png', isIt: beginsWith('\u0089PNG\r\n\u001A\n') },
  gif: { type: 'image/gif', isIt: beginsWith('GIF87a', 'GIF89a') },
};

export const takenEndings: readonly string[] = Object.keys(kinds);

/** Behind the last point, in small letters; empty: there is none. */
export const endingOf = (name: string): string => /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? '';

const kindOf = (name: string): Kind | undefined => {
  const ending = endingOf(name);
  return Object.hasOwn(kinds, ending) ? kinds[ending] : undefined;
};

/** The media type that a file of this name has; undefined: it is of a kind that is not taken. */
export const attachmentType = (name: string): string | undefined => kindOf(name)?.type;

/** Whether the bytes may be what the name says; whoever opens the file finds out the rest. */
export const isAsNamed = (name: string, bytes: Uint8Array): boolean => kindOf(name)?.isIt(bytes) ?? false;

/** What Windows has in no name, and what shows a name otherwise than it is: controls, marks of direction, halves of characters. Joiners (U+200C, U+200D) belong to words of Persian and Hindi. */
const FORBIDDEN = /[/\\:*?"<>|\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{C}/u;

/** File systems take so many bytes of UTF-8 in a name (NAME_MAX of Linux); SES so many characters (API_Attachment.html). */
const MOST_NAME_BYTES = 255;

/** Before the last ending, in small letters. */
const innerEndings = (name: string): string[] => name.toLowerCase().split('.').slice(1, -1);

/**
 * Why no file may be attached under this name. `name`: its characters, or its length; `hiddenEnding`: of a program
 * before the last one; `kind`: what it says it is is not taken. Undefined: it may.
 */
export const nameFault = (name: string): 'name' | 'hiddenEnding' | 'kind' | undefined => {
  const isShort = new TextEncoder().encode(name).length <= MOST_NAME_BYTES;
  if (
    !isShort ||
    FORBIDDEN.test(name) ||
    name !== name.trim() ||
    name.startsWith('.') ||
    name.normalize('NFC') !== name
  )
    return 'name';
  if (attachmentType(name) === undefined) return 'kind';
  return innerEndings(name).some((ending) => refusedEndings.has(ending)) ? 'hiddenEnding' : undefined;
};

import { recipientAt, type Chunk } from '../model/manifest.ts';
import type { Meaning } from '../model/meaning.ts';
import type { MessageRow } from '../model/message.ts';
import type { EventLine, Happening } from './api.ts';
import { judged } from './judged.ts';

/** That a message was sent and delivered says the sending log; here it is listed when somebody asks for it. */
const isListed = ({ kind }: Happening, asked: Meaning | undefined): boolean =>
  asked === undefined ? kind !== 'send' && kind !== 'delivery' : kind === asked;

/** The tracking log of one chunk in the order of its messages; `place` is the line's place among those of its message. */
export const eventLines = (
  chunk: Chunk,
  rows: readonly MessageRow[],
  asked: Meaning | undefined,
): (EventLine & { place: number })[] =>
  rows.flatMap((row) => {
    const { profileId = '', address = '' } = recipientAt(chunk, row.number) ?? {};
    return row.lines.flatMap((line, place) => {
      const happening = judged(line, row.lines);
      return isListed(happening, asked) ? [{ number: row.number, profileId, address, ...happening, place }] : [];
    });
  });

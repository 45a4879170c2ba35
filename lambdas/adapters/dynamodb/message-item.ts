import * as z from 'zod';
import {
  chunkOf,
  ROWS_PER_ITEM,
  trackingKinds,
  type MessageItem,
  type TrackingLine,
} from '../../../domain/model/message.ts';
import { chunkPartition } from './group-item.ts';
import { textKey } from './texts.ts';

/**
 * A line as it is stored: its place in the list of kinds, its time (milliseconds to the base of 36), keys of the texts
 * of agent and link, and the others as they are; an empty text was not said, and trailing ones are left out.
 */
const PackedLine = z.array(z.string());
type PackedLine = z.infer<typeof PackedLine>;

/** Lines by the message's place in its item. */
const PackedRows = z.record(z.string(), z.array(PackedLine));

/** Run and index are in the key. `m`: the rows, packed as JSON. */
const StoredItem = z.object({ pk: z.string(), sk: z.string(), v: z.int(), m: z.string() });

type ParsedItem = Omit<z.infer<typeof StoredItem>, 'm'> & { rows: z.infer<typeof PackedRows> };

/** What SES says of each open and click in two words. */
const shortBot: Record<string, string> = { Likely: 'L', Unlikely: 'U' };
const longBot: Record<string, string> = { L: 'Likely', U: 'Unlikely' };

const TIME_BASE = 36;
const UNTRACKED = '-';

const packedLine = (line: TrackingLine): PackedLine => {
  const { agent, bot = '', link, label = '', status = '', type = '', subType = '', diagnosis = '', untracked } = line;
  const packed = [
    String(trackingKinds.indexOf(line.kind)),
    Date.parse(line.at).toString(TIME_BASE),
    agent === undefined ? '' : textKey(agent),
    shortBot[bot] ?? bot,
    link === undefined ? '' : textKey(link),
    label,
    status,
    type,
    subType,
    diagnosis,
    untracked ? UNTRACKED : '',
  ];
  return packed.slice(0, packed.findLastIndex((text) => text !== '') + 1);
};

const said = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

const lineIn = (packed: PackedLine, textOf: (key: string) => string): TrackingLine => {
  const [kind = '', time = '', agent = '', bot = '', link = '', label, status, type, subType, diagnosis, mark] = packed;
  return {
    kind: trackingKinds[Number(kind)] ?? 'send',
    at: new Date(Number.parseInt(time, TIME_BASE)).toISOString(),
    agent: agent === '' ? undefined : textOf(agent),
    bot: said(longBot[bot] ?? bot),
    link: link === '' ? undefined : textOf(link),
    label: said(label),
    status: said(status),
    type: said(type),
    subType: said(subType),
    diagnosis: said(diagnosis),
    ...(mark === UNTRACKED && { untracked: true }),
  };
};

export const messageItemKey = (runId: string, index: number) => ({
  pk: chunkPartition(runId, chunkOf(index * ROWS_PER_ITEM)),
  sk: `M#${index.toString().padStart(9, '0')}`,
});

/**
 * With its rows in one text: a batch of events writes a hundred items, and turning each of their lines into
 * attributes of DynamoDB and back was half of its work.
 */
export const storedItem = ({ runId, index, version, rows }: MessageItem) => {
  const packed = Object.fromEntries(rows.map(({ number, lines }) => [number % ROWS_PER_ITEM, lines.map(packedLine)]));
  return { ...messageItemKey(runId, index), v: version, m: JSON.stringify(packed) };
};

export const parsedItem = (item: Record<string, unknown>): ParsedItem => {
  const { m, ...key } = StoredItem.parse(item);
  return { ...key, rows: PackedRows.parse(JSON.parse(m)) };
};

/** Keys of the texts that a stored item names. */
export const textsOf = ({ rows }: ParsedItem): string[] =>
  Object.values(rows).flatMap((lines) =>
    lines.flatMap(([, , agent = '', , link = '']) => [agent, link].filter((key) => key !== '')),
  );

export const messageItemIn = (
  { pk, sk, v: version, rows }: ParsedItem,
  textOf: (key: string) => string,
): MessageItem => {
  const runId = pk.split('#')[1] ?? '';
  const index = Number(sk.split('#')[1]);
  const read = Object.entries(rows).map(([place, lines]) => ({
    runId,
    number: index * ROWS_PER_ITEM + Number(place),
    lines: lines.map((line) => lineIn(line, textOf)),
  }));
  return { runId, index, version, rows: read.toSorted((one, other) => one.number - other.number) };
};

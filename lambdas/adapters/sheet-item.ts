import * as z from 'zod';
import { chunkOf, SHEET_SIZE, trackingKinds, type Sheet, type TrackingLine } from '../../domain/message.ts';
import { chunkPartition } from './group-item.ts';
import { textKey } from './texts.ts';

/**
 * A line as it is stored: DynamoDB charges for each started kilobyte of an item, names included. `k` its place in
 * the list of kinds, `t` milliseconds, `a` and `l` keys of texts; the others as they are.
 */
const StoredLine = z.object({
  k: z.int(),
  t: z.int(),
  a: z.string().optional(),
  b: z.string().optional(),
  l: z.string().optional(),
  n: z.string().optional(),
  s: z.string().optional(),
  y: z.string().optional(),
  u: z.string().optional(),
});
type StoredLine = z.infer<typeof StoredLine>;

/** Run and sheet stand in the key. `m`: lines by the message's place on the sheet. */
const StoredSheet = z.object({
  pk: z.string(),
  sk: z.string(),
  v: z.int(),
  m: z.record(z.string(), z.array(StoredLine)),
});

type StoredSheet = z.infer<typeof StoredSheet>;

/** What SES says of each open and click in two words. */
const shortBot: Record<string, string> = { Likely: 'L', Unlikely: 'U' };
const longBot: Record<string, string> = { L: 'Likely', U: 'Unlikely' };

const storedLine = (line: TrackingLine): StoredLine => ({
  k: trackingKinds.indexOf(line.kind),
  t: Date.parse(line.at),
  a: line.agent === undefined ? undefined : textKey(line.agent),
  b: line.bot === undefined ? undefined : (shortBot[line.bot] ?? line.bot),
  l: line.link === undefined ? undefined : textKey(line.link),
  n: line.label,
  s: line.status,
  y: line.type,
  u: line.subType,
});

const lineIn = (stored: StoredLine, textOf: (key: string) => string): TrackingLine => ({
  kind: trackingKinds[stored.k] ?? 'send',
  at: new Date(stored.t).toISOString(),
  agent: stored.a === undefined ? undefined : textOf(stored.a),
  bot: stored.b === undefined ? undefined : (longBot[stored.b] ?? stored.b),
  link: stored.l === undefined ? undefined : textOf(stored.l),
  label: stored.n,
  status: stored.s,
  type: stored.y,
  subType: stored.u,
});

export const sheetKey = (runId: string, sheet: number) => ({
  pk: chunkPartition(runId, chunkOf(sheet * SHEET_SIZE)),
  sk: `M#${sheet.toString().padStart(9, '0')}`,
});

export const sheetItem = ({ runId, sheet, version, rows }: Sheet) => ({
  ...sheetKey(runId, sheet),
  v: version,
  m: Object.fromEntries(rows.map(({ number, lines }) => [String(number % SHEET_SIZE), lines.map(storedLine)])),
});

export const storedSheet = (item: Record<string, unknown>): StoredSheet => StoredSheet.parse(item);

/** Keys of the texts that a stored sheet names. */
export const textsOf = ({ m }: StoredSheet): string[] =>
  Object.values(m).flatMap((lines) => lines.flatMap(({ a, l }) => [a, l]).filter((key) => key !== undefined));

export const sheetIn = ({ pk, sk, v: version, m }: StoredSheet, textOf: (key: string) => string): Sheet => {
  const runId = pk.split('#')[1] ?? '';
  const sheet = Number(sk.split('#')[1]);
  const rows = Object.entries(m).map(([place, lines]) => ({
    runId,
    number: sheet * SHEET_SIZE + Number(place),
    lines: lines.map((line) => lineIn(line, textOf)),
  }));
  return { runId, sheet, version, rows: rows.toSorted((one, other) => one.number - other.number) };
};

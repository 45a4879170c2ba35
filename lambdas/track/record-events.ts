import { sheetOf } from '../../domain/message.ts';
import type { Kpis } from '../../domain/ports/kpis.ts';
import { SHEETS_PER_COMMIT, type Messages } from '../../domain/ports/messages.ts';
import { addLines, type Addition } from '../../domain/track/add-lines.ts';
import { lineOf } from '../../domain/track/line-of.ts';
import type { Origin, SesEvent } from '../../domain/track/ses-event.ts';

export type Arrived = { origin: Origin; event: SesEvent };

export type RecordPorts = { messages: Messages; kpis: Kpis };

/** Two consumers at the same sheets: who loses reads again. */
const ATTEMPTS = 20;

type BySheet = ReadonlyMap<number, readonly Addition[]>;

const bySheet = (additions: readonly Addition[]): BySheet => Map.groupBy(additions, ({ number }) => sheetOf(number));

/** Answers whether these lines are kept now. Known ones cost a read and nothing else. */
const tryOnce = async (ports: RecordPorts, runId: string, additions: BySheet): Promise<boolean> => {
  const sheets = await ports.messages.sheets(runId, [...additions.keys()]);
  const change = addLines(sheets, additions);
  return change.sheets.length === 0 || ports.messages.commit({ runId, ...change });
};

const recordSlice = async (ports: RecordPorts, runId: string, additions: BySheet): Promise<void> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await tryOnce(ports, runId, additions)) return;
  }
  throw new Error(`the sheets of run ${runId} moved ${ATTEMPTS} times while they were being written`);
};

/** Adds lines to the messages of a run, and moves the counters with them, so that a repeat changes nothing. */
export const recordLines = async (ports: RecordPorts, runId: string, additions: readonly Addition[]): Promise<void> => {
  const sheets = [...bySheet(additions)];
  for (let start = 0; start < sheets.length; start += SHEETS_PER_COMMIT)
    await recordSlice(ports, runId, new Map(sheets.slice(start, start + SHEETS_PER_COMMIT)));
  // After the write, so that no publication takes the mark and misses it; and for known lines too, because who
  // wrote them may have died before this, and then they come again.
  await ports.kpis.markChanged(runId);
};

/** Writes what the events of one run say. */
export const recordEvents = async (ports: RecordPorts, runId: string, arrived: readonly Arrived[]): Promise<void> => {
  const additions = arrived.flatMap(({ origin, event }): Addition[] => {
    const line = lineOf(event);
    return line ? [{ number: origin.number, line }] : [];
  });
  await recordLines(ports, runId, additions);
};

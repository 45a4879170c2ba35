import { factsOf } from '../../domain/model/facts.ts';
import { itemIndexOf } from '../../domain/model/message.ts';
import { haveRowsEnded, rowsUntilIn } from '../../domain/model/row-life.ts';
import type { UnsubscribeClaim } from '../../domain/model/unsubscribe-token.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import { recordLines, type RecordPorts } from './record-events.ts';

/**
 * An opt-out by the message's own link is a fact of that message: once, whatever is clicked how often. A link works for
 * ever; of a message whose row has ended nobody knows whether it was counted, so no figure moves.
 */
export const recordOptOut =
  (ports: RecordPorts & { runs: Pick<Runs, 'get'>; clock: Clock }) =>
  async ({ runId, number }: UnsubscribeClaim, at: string): Promise<void> => {
    const run = await ports.runs.get(runId);
    if (run && haveRowsEnded(run, ports.clock())) return;
    const [item] = await ports.messages.items(runId, [itemIndexOf(number)]);
    const row = item?.rows.find((known) => known.number === number);
    const known = row && factsOf(row.lines).unsubscribedAt;
    const rows = { runId, rowsUntil: run && rowsUntilIn(run) };
    await recordLines(ports, rows, [{ number, line: { kind: 'unsubscribe', at: known ?? at } }]);
  };

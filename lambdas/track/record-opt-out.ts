import { factsOf } from '../../domain/model/facts.ts';
import { itemIndexOf } from '../../domain/model/message.ts';
import type { UnsubscribeClaim } from '../../domain/model/unsubscribe-token.ts';
import { recordLines, type RecordPorts } from './record-events.ts';

/** An opt-out by the message's own link is a fact of that message: once, whatever is clicked how often. */
export const recordOptOut =
  (ports: RecordPorts) =>
  async ({ runId, number }: UnsubscribeClaim, at: string): Promise<void> => {
    const [item] = await ports.messages.items(runId, [itemIndexOf(number)]);
    const row = item?.rows.find((known) => known.number === number);
    const known = row && factsOf(row.lines).unsubscribedAt;
    await recordLines(ports, runId, [{ number, line: { kind: 'unsubscribe', at: known ?? at } }]);
  };

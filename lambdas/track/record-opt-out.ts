import { contribution } from '../../domain/facts.ts';
import { addCounters } from '../../domain/figures.ts';
import type { Kpis } from '../../domain/ports/kpis.ts';
import type { Messages } from '../../domain/ports/messages.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { UnsubscribeClaim } from '../../domain/unsubscribe-token.ts';

/** An opt-out by the message's own link is a fact of that message: once, whatever is clicked how often. */
export const recordOptOut =
  (ports: { messages: Messages; kpis: Kpis; profiles: Profiles }) =>
  async (claim: UnsubscribeClaim, at: string): Promise<void> => {
    const { runId, number, profileId } = claim;
    const [row] = await ports.messages.rows([{ runId, number }]);
    if (row?.facts.unsubscribedAt !== undefined) return;
    const address = row?.address ?? (await ports.profiles.get(profileId))?.address ?? '';
    const known = row ?? { runId, number, profileId, address, sesMessageId: '', facts: {}, version: 0 };
    const after = { ...known, facts: { ...known.facts, unsubscribedAt: at } };
    await ports.kpis.markChanged(runId);
    const isWritten = await ports.messages.commit({
      runId,
      rows: [{ row: after, expectedVersion: known.version }],
      events: [{ id: `optout-${at}`, runId, number, profileId, address, kind: 'unsubscribe', at }],
      delta: addCounters(contribution(after.facts), contribution(known.facts), -1),
    });
    // An SES event of the same message came between: read it and write again.
    if (!isWritten) await recordOptOut(ports)(claim, at);
  };

import { decideAbTest, type AbFigures, type AbResult, type AbTest } from '../../domain/model/ab-test.ts';
import { contribution } from '../../domain/model/facts.ts';
import { addCounters, zeroCounters, type Counters } from '../../domain/model/figures.ts';
import type { Manifest } from '../../domain/model/manifest.ts';
import type { Messages } from '../../domain/ports/messages.ts';

type Tested = { runId: string; manifest: Pick<Manifest, 'chunks' | 'variants'>; abTest: AbTest };

/** Chunks that are read at the same time. */
const AT_ONCE = 16;

const figuresOf = (id: string | null, recipients: number, counters: Counters): AbFigures => ({
  id,
  recipients,
  delivered: counters.delivered,
  known: counters.delivered - counters.deliveredUntracked,
  opened: counters.openedByHuman,
  clicked: counters.clickedByHuman,
});

/**
 * What the test of a run came to by now: reads the messages of all who are in it, which are the first wave, once. What was
 * reported of them when this is read decides.
 */
export const lookAtTest = async (
  messages: Pick<Messages, 'rowsOfChunk'>,
  { runId, manifest, abTest }: Tested,
  decidedAt: string,
): Promise<AbResult> => {
  const ids = [null, ...manifest.variants.map(({ id }) => id)];
  const found = new Map(ids.map((id) => [id, { recipients: 0, counters: zeroCounters() }]));
  const chunks = [...manifest.chunks.entries()].filter(([, { wave }]) => wave === 0);
  for (let start = 0; start < chunks.length; start += AT_ONCE) {
    const read = chunks.slice(start, start + AT_ONCE).map(async ([chunk, { recipients, variant = null }]) => {
      const rows = await messages.rowsOfChunk(runId, chunk);
      const known = found.get(variant);
      if (!known) return;
      known.recipients += recipients;
      for (const { lines } of rows) known.counters = addCounters(known.counters, contribution(lines));
    });
    await Promise.all(read);
  }
  const figures = [...found].map(([id, { recipients, counters }]) => figuresOf(id, recipients, counters));
  return { decidedAt, ...decideAbTest(figures, abTest), figures };
};

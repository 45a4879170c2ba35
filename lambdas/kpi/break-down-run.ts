import { branchesOf } from '../../domain/content/branches.ts';
import { counterNames, type Counters } from '../../domain/model/figures.ts';
import { BreakingDown } from '../../domain/kpi/break-down.ts';
import { isWorthCounting, messageOf } from '../../domain/kpi/message-of.ts';
import { WINNER } from '../../domain/model/test-names.ts';
import { Chunk, CHUNK_SIZE, chunkKey, Manifest, manifestKey } from '../../domain/model/manifest.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Kpis } from '../../domain/ports/kpis.ts';
import type { Messages } from '../../domain/ports/messages.ts';
import type { Preparation } from '../../domain/model/preparation.ts';
import { haveRowsEnded } from '../../domain/model/row-life.ts';
import type { Run } from '../../domain/model/run.ts';

export type BreakDownPorts = { kpis: Kpis; messages: Messages; content: ContentStore; clock: Clock };

/** Chunks that are read at the same time. */
const AT_ONCE = 16;

const Frozen = Manifest.pick({ content: true, variants: true }).extend({ chunks: Manifest.shape.chunks.default([]) });

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** False: the people of the run are deleted, and nobody knows its domains any more. */
const addChunk = async (
  ports: BreakDownPorts,
  breaking: BreakingDown,
  { runId, prefix, chunk, wave }: { runId: string; prefix: string; chunk: number; wave: number | undefined },
): Promise<boolean> => {
  const [frozen, rows] = await Promise.all([
    ports.content.get(chunkKey(prefix, chunk)),
    ports.messages.rowsOfChunk(runId, chunk),
  ]);
  if (frozen === undefined) return false;
  const { recipients, variant } = Chunk.parse(JSON.parse(frozen));
  const domains = recipients.map(({ address }) => domainOf(address));
  const part = { variant, wave };
  for (const domain of domains) breaking.addRecipient(domain, part);
  for (const { number, lines } of rows)
    breaking.add(messageOf(lines, domains[number - chunk * CHUNK_SIZE] ?? 'unknown.invalid'), part);
  return true;
};

const breakDown = async (ports: BreakDownPorts, runId: string, preparation: Preparation, events: number) => {
  const manifest = await ports.content.get(manifestKey(preparation.prefix));
  // Not frozen by the preparation (a rehearsal of events), or deleted by hand: nothing to take apart.
  if (manifest === undefined) return;
  const { content, variants, chunks } = Frozen.parse(JSON.parse(manifest));
  const contents = [content, ...variants.map((variant) => variant.content)];
  const breaking = new BreakingDown(
    contents.flatMap(({ html, text }) => [branchesOf(html), branchesOf(text)]).join('\n'),
    [...variants.map(({ id }) => id), ...(preparation.variants?.some(({ id }) => id === WINNER) ? [WINNER] : [])],
    preparation.waves?.length,
  );
  const asOf = new Date(ports.clock()).toISOString();
  for (let start = 0; start < preparation.chunks; start += AT_ONCE) {
    const slice = Array.from({ length: Math.min(AT_ONCE, preparation.chunks - start) }, (_, index) => start + index);
    const added = await Promise.all(
      slice.map(async (chunk) =>
        addChunk(ports, breaking, { runId, prefix: preparation.prefix, chunk, wave: chunks[chunk]?.wave }),
      ),
    );
    // An event that comes so late moves the figures and nothing here.
    if (added.includes(false)) return;
  }
  await ports.kpis.publishBreakdown(breaking.result(runId, asOf, events));
};

/**
 * Takes the figures of a run apart by link, domain and hour, when enough has moved since the last time: it reads
 * the whole run, in requests that grow with its chunks.
 */
export const breakDownRun = async (ports: BreakDownPorts, run: Run, counters: Counters): Promise<void> => {
  const preparation = 'preparation' in run ? run.preparation : undefined;
  // What it is made of has ended: what was taken apart last stays.
  if (!preparation || haveRowsEnded(run, ports.clock())) return;
  const events = counterNames.reduce((sum, name) => sum + counters[name], 0);
  if (events === 0 || !isWorthCounting(await ports.kpis.breakdown(run.id), events, ports.clock())) return;
  await breakDown(ports, run.id, preparation, events);
};

import { found } from '../../domain/find.ts';
import { CHUNK_SIZE, Chunk, chunkKey } from '../../domain/manifest.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import type { Messages } from '../../domain/ports/messages.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import { Problem } from '../../domain/problem.ts';
import type { HttpHandler } from '../../domain/route.ts';
import { hasEnded, type Run } from '../../domain/run.ts';
import { messageLines } from '../../domain/track/message-lines.ts';
import type { trackRoutes } from '../../domain/track/routes.ts';

export type LogPorts = { runs: Runs; content: ContentStore; ledger: Ledger; messages: Messages };

const preparationOf = (run: Run) => ('preparation' in run ? run.preparation : undefined);

const numberOf = (cursor: string | undefined): number => {
  if (cursor === undefined) return 0;
  if (/^\d{1,10}$/.test(cursor)) return Number(cursor);
  throw new Problem('invalid-input', 'The cursor is not one of this API.', 'Leave it out to begin at the first page.');
};

const linesOfChunk = async (ports: LogPorts, run: Run, prefix: string, index: number) => {
  const [text, groups, rows] = await Promise.all([
    ports.content.get(chunkKey(prefix, index)),
    ports.ledger.ofChunk(run.id, index),
    ports.messages.rowsOfChunk(run.id, index),
  ]);
  const chunk = Chunk.parse(JSON.parse(found(text, 'run')));
  return messageLines({ chunk, groups, rows, run: { isSending: run.state === 'Sending', hasEnded: hasEnded(run) } });
};

/** GET /runs/{id}/messages: one chunk is read at a time, whatever the size of the run. The cursor is a message number. */
export const listMessages =
  (ports: LogPorts): HttpHandler<typeof trackRoutes.listMessages> =>
  async ({ params, query }) => {
    const run = found(await ports.runs.get(params.id), 'run');
    const preparation = preparationOf(run);
    const start = numberOf(query.cursor);
    if (!preparation || start >= preparation.counts.toDeliver) return { items: [], cursor: null };
    const lines = await linesOfChunk(ports, run, preparation.prefix, Math.floor(start / CHUNK_SIZE));
    const items = lines.slice(start % CHUNK_SIZE, (start % CHUNK_SIZE) + query.limit);
    const next = start + items.length;
    return { items, cursor: next < preparation.counts.toDeliver ? String(next) : null };
  };

/** GET /runs/{id}/events */
export const listEvents =
  (ports: LogPorts): HttpHandler<typeof trackRoutes.listEvents> =>
  async ({ params, query }) => {
    const run = found(await ports.runs.get(params.id), 'run');
    const { items, cursor } = await ports.messages.eventsOfRun(run.id, preparationOf(run)?.chunks ?? 0, query);
    return {
      items: items.map(({ number, profileId, address, kind, at, link, actorClass, rule }) => ({
        number,
        profileId,
        address,
        kind,
        at,
        link: link ?? null,
        actorClass: actorClass ?? null,
        rule: rule ?? null,
      })),
      cursor,
    };
  };

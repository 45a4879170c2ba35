import { stillKept } from '../../domain/model/audience-life.ts';
import { found } from '../../domain/http/find.ts';
import { CHUNK_SIZE, Chunk, chunkKey } from '../../domain/model/manifest.ts';
import { refuseEndedRows } from '../../domain/model/row-life.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import type { Messages } from '../../domain/ports/messages.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type { Run } from '../../domain/model/run.ts';
import { hasEnded } from '../../domain/model/run-end.ts';
import type { MessageLine, MessageQuery } from '../../domain/track/api.ts';
import { messageLines } from '../../domain/track/message-lines.ts';
import type { trackRoutes } from '../../domain/track/routes.ts';

export type LogPorts = { runs: Runs; content: ContentStore; ledger: Ledger; messages: Messages; clock: Clock };

const preparationOf = (run: Run) => ('preparation' in run ? run.preparation : undefined);

const numberOf = (cursor: string | undefined): number => {
  if (cursor === undefined) return 0;
  if (/^\d{1,10}$/.test(cursor)) return Number(cursor);
  throw new Problem('invalid-input', 'The cursor is not one of this API.', 'Leave it out to begin at the first page.');
};

/** A frozen chunk: who the messages are for. @throws Problem `people-deleted` */
export const chunkIn = async ({ content }: Pick<LogPorts, 'content'>, prefix: string, index: number): Promise<Chunk> =>
  Chunk.parse(JSON.parse(stillKept(await content.get(chunkKey(prefix, index)))));

const linesOfChunk = async (ports: LogPorts, run: Run, prefix: string, index: number) => {
  const [chunk, groups, rows] = await Promise.all([
    chunkIn(ports, prefix, index),
    ports.ledger.ofChunk(run.id, index),
    ports.messages.rowsOfChunk(run.id, index),
  ]);
  return messageLines({ chunk, groups, rows, run: { isSending: run.state === 'Sending', hasEnded: hasEnded(run) } });
};

/** A filtered page looks into this many chunks at most, so that no request runs into the API's time limit. */
const CHUNKS_PER_PAGE = 10;

/** The chunks that can hold such messages, in order: of a run of a million, a handful have unknown ones. */
const chunksWith = async (ports: LogPorts, run: Run, state: MessageQuery['state']): Promise<number[]> => {
  const chunks = Array.from({ length: preparationOf(run)?.chunks ?? 0 }, (_, chunk) => chunk);
  if (state !== 'unknown') return chunks;
  const tallies = await ports.ledger.tallies(run.id);
  return tallies.filter(({ open }) => open > 0).map(({ chunk }) => chunk);
};

/** GET /runs/{id}/messages: reads whole chunks, few of them, whatever the size of the run. The cursor is a message number. */
export const listMessages =
  (ports: LogPorts): HttpHandler<typeof trackRoutes.listMessages> =>
  async ({ params, query: { cursor, limit, state } }) => {
    const run = found(await ports.runs.get(params.id), 'run');
    refuseEndedRows(run, ports.clock());
    const preparation = preparationOf(run);
    const start = numberOf(cursor);
    if (!preparation) return { items: [], cursor: null };
    const chunks = (await chunksWith(ports, run, state)).filter((chunk) => (chunk + 1) * CHUNK_SIZE > start);
    const items: MessageLine[] = [];
    for (const chunk of chunks.slice(0, CHUNKS_PER_PAGE)) {
      const lines = await linesOfChunk(ports, run, preparation.prefix, chunk);
      const matching = lines.filter((line) => line.number >= start && (state === undefined || line.state === state));
      items.push(...matching.slice(0, limit + 1 - items.length));
      if (items.length > limit) return { items: items.slice(0, limit), cursor: String(items[limit]?.number) };
    }
    const next = chunks[CHUNKS_PER_PAGE];
    return { items, cursor: next === undefined ? null : String(next * CHUNK_SIZE) };
  };

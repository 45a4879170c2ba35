import { found } from '../../domain/http/find.ts';
import { CHUNK_SIZE } from '../../domain/model/manifest.ts';
import { refuseEndedRows } from '../../domain/model/row-life.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { UnreachedMails } from '../../domain/track/ports/unreached.ts';
import type { UnknownParts } from '../../domain/track/ports/unknown-parts.ts';
import type { UnmatchedEvents } from '../../domain/track/ports/unmatched-events.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type { EventLine } from '../../domain/track/api.ts';
import { eventLines } from '../../domain/track/event-lines.ts';
import type { trackRoutes } from '../../domain/track/routes.ts';
import { chunkIn, type LogPorts } from './read-logs.ts';

/** A page looks into this many chunks at most, so that no request runs into the API's time limit. */
const CHUNKS_PER_PAGE = 20;

type Place = { number: number; place: number };

/** The cursor is a message number and the place of a line among those of its message. */
const placeOf = (cursor: string | undefined): Place => {
  const [, number, place] = /^(\d{1,10})\.(\d{1,3})$/.exec(cursor ?? '0.0') ?? [];
  if (number !== undefined && place !== undefined) return { number: Number(number), place: Number(place) };
  throw new Problem('invalid-input', 'The cursor is not one of this API.', 'Leave it out to begin at the first page.');
};

const isFrom = (one: Place, start: Place): boolean =>
  one.number > start.number || (one.number === start.number && one.place >= start.place);

/** GET /runs/{id}/events: reads whole chunks, few of them, whatever the size of the run. */
export const listEvents =
  (ports: LogPorts): HttpHandler<typeof trackRoutes.listEvents> =>
  async ({ params, query: { cursor, limit, kind } }) => {
    const run = found(await ports.runs.get(params.id), 'run');
    refuseEndedRows(run, ports.clock());
    const start = placeOf(cursor);
    if (!('preparation' in run) || !run.preparation) return { items: [], cursor: null };
    const { prefix, chunks } = run.preparation;
    const first = Math.floor(start.number / CHUNK_SIZE);
    const items: EventLine[] = [];
    for (let index = first; index < Math.min(chunks, first + CHUNKS_PER_PAGE); index += 1) {
      const rows = await ports.messages.rowsOfChunk(run.id, index);
      if (rows.length === 0) continue;
      const lines = eventLines(await chunkIn(ports, prefix, index), rows, kind).filter((line) => isFrom(line, start));
      const room = limit - items.length;
      items.push(...lines.slice(0, room));
      const next = lines[room];
      if (next) return { items, cursor: `${next.number}.${next.place}` };
    }
    const rest = first + CHUNKS_PER_PAGE;
    return { items, cursor: rest < chunks ? `${rest * CHUNK_SIZE}.0` : null };
  };

/** GET /events/unmatched */
export const listUnmatched =
  (ports: { unmatched: UnmatchedEvents }): HttpHandler<typeof trackRoutes.listUnmatched> =>
  async ({ query }) =>
    ports.unmatched.list(query);

/** GET /runs/{id}/unreached */
export const listUnreached =
  (ports: {
    runs: Pick<Runs, 'get'>;
    unreached: Pick<UnreachedMails, 'of'>;
  }): HttpHandler<typeof trackRoutes.listUnreached> =>
  async ({ params }) => {
    const { id } = found(await ports.runs.get(params.id), 'run');
    return { items: await ports.unreached.of(id) };
  };

/** One read of DynamoDB holds about so many; an account with more has its answer already. */
const COUNTED = 1000;

/** GET /events/strange */
export const countStrange =
  (ports: {
    unmatched: UnmatchedEvents;
    unknownParts: UnknownParts;
    eventsDays: number;
  }): HttpHandler<typeof trackRoutes.countStrange> =>
  async () => {
    const [{ causes, more }, { items, unreadable }] = await Promise.all([
      ports.unmatched.count(COUNTED),
      ports.unknownParts.list(),
    ]);
    const counts = [...causes].map(([cause, count]) => ({ cause, count }));
    const unmatched = {
      causes: counts.toSorted((one, other) => other.count - one.count),
      more,
      keptDays: ports.eventsDays,
    };
    return { unmatched, unknown: items, unreadable };
  };

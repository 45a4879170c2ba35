import * as z from 'zod';
import { stillKept } from '../../domain/model/audience-life.ts';
import { found } from '../../domain/http/find.ts';
import { CHUNK_SIZE, exclusionsKey } from '../../domain/model/manifest.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import { ExclusionLine } from '../../domain/prepare/api.ts';
import type { prepareRoutes } from '../../domain/prepare/routes.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { showRun } from '../../domain/model/show-run.ts';

/** GET /runs/{id}. `executions`: address of an execution in the AWS console without its name; empty where there is none. */
export const getRun =
  (ports: { runs: Runs; executions: string }): HttpHandler<typeof prepareRoutes.getRun> =>
  async ({ params, actor }) => {
    const view = showRun(found(await ports.runs.get(params.id), 'run'), actor);
    if (!view.execution || ports.executions === '') return view;
    return { ...view, execution: { ...view.execution, url: ports.executions + view.execution.name } };
  };

const Lines = z.array(ExclusionLine);

const pageNumber = (cursor: string | undefined): number => {
  if (cursor === undefined) return 0;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw new Problem('invalid-input', 'The cursor is not one of this API.', 'Leave it out to begin at the first page.');
};

/** GET /runs/{id}/exclusions: reads one frozen page at a time, whatever the size of the audience. The cursor counts lines. */
export const listExclusions =
  (ports: { runs: Runs; content: ContentStore }): HttpHandler<typeof prepareRoutes.listExclusions> =>
  async ({ params, query }) => {
    const run = found(await ports.runs.get(params.id), 'run');
    const preparation = 'preparation' in run ? run.preparation : undefined;
    if (!preparation) return { items: [], cursor: null };
    const { toDeliver, targeted } = preparation.counts;
    const start = pageNumber(query.cursor);
    if (start >= targeted - toDeliver) return { items: [], cursor: null };
    const page = Math.floor(start / CHUNK_SIZE);
    const text = stillKept(await ports.content.get(exclusionsKey(preparation.prefix, page)));
    const offset = start % CHUNK_SIZE;
    const items = Lines.parse(JSON.parse(text)).slice(offset, offset + query.limit);
    const next = start + items.length;
    return { items, cursor: items.length > 0 && next < targeted - toDeliver ? String(next) : null };
  };

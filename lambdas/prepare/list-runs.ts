import { NextStarts } from '../../domain/calendar/next-starts.ts';
import { fittingPage, namedUnreadable } from '../../domain/http/page.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { lineOf, type RunEntry } from '../../domain/model/run-entry.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import { plannedUntil } from '../../domain/prepare/api.ts';
import { lately } from '../../domain/prepare/lately.ts';
import { homeOf } from '../../domain/prepare/home.ts';
import type { RunLists } from '../../domain/ports/run-lists.ts';
import type { prepareRoutes } from '../../domain/prepare/routes.ts';
import { findRuns, partsFor } from '../../domain/prepare/run-list.ts';
import { hasEnded } from '../../domain/model/run-end.ts';

type Ports = { runLists: RunLists; clock: Clock };

/** GET /runs */
export const listRuns =
  (ports: Pick<Ports, 'clock'> & { runLists: Pick<RunLists, 'inParts'> }): HttpHandler<typeof prepareRoutes.listRuns> =>
  async ({ query, actor }) => {
    const { month, parts } = partsFor(query, new Date(ports.clock()).toISOString());
    const { items, unreadable } = await ports.runLists.inParts(parts);
    const { page, count } = findRuns(items, query);
    const shown = fittingPage(page.items.map((run) => lineOf(run, actor)));
    return {
      items: shown,
      unreadable: namedUnreadable(unreadable),
      cursor: page.cursorAfter(shown.length),
      month,
      count,
    };
  };

/** Those that no younger run of their campaign has come after. Ids are ULIDs: they sort by time. */
const lastOnes = async ({ runLists }: Ports, failed: readonly RunEntry[]): Promise<RunEntry[]> => {
  const begun = await runLists.lastBegun(failed.map(({ campaignId }) => campaignId));
  return failed.filter(({ id, campaignId }) => (begun.get(campaignId) ?? '') <= id);
};

/** GET /home */
export const getHome = (ports: Ports): HttpHandler<typeof prepareRoutes.getHome> => {
  const starts = new NextStarts();
  return async ({ query, actor }) => {
    const at = ports.clock();
    const now = new Date(at).toISOString();
    const { since, months } = lately(at);
    const [runs, series] = await Promise.all([
      ports.runLists.inParts(['OPEN', ...months.map((month) => `FAILED#${month}` as const)]),
      ports.runLists.series(),
    ]);
    const failed = runs.items.filter((run) => hasEnded(run) && (run.endedAt ?? '') >= since);
    const ended = new Set(failed.map(({ id }) => id));
    const open = runs.items.filter((run) => !hasEnded(run) && !ended.has(run.id));
    const facts = { open, failed: await lastOnes(ports, failed), series, starts };
    return {
      ...homeOf(facts, actor, { now, until: plannedUntil(query.until, at) }),
      unreadable: namedUnreadable([...runs.unreadable, ...series.campaigns.unreadable]),
    };
  };
};

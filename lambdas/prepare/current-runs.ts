import { failedAt } from '../../domain/model/run-entry.ts';
import { lately } from '../../domain/prepare/current-runs.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { prepareRoutes } from '../../domain/prepare/routes.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type { Run } from '../../domain/model/run.ts';
import { hasEnded } from '../../domain/model/run-end.ts';
import { showRun } from '../../domain/model/show-run.ts';

type Ports = { runs: Pick<Runs, 'current' | 'listOfCampaign'>; clock: Clock };

/** Ids of those that no newer run of their campaign has come after. */
const lastOnes = async ({ runs }: Ports, failed: readonly Run[]): Promise<Set<string>> => {
  const campaigns = [...new Set(failed.map(({ campaignId }) => campaignId))];
  const newest = await Promise.all(campaigns.map(async (id) => runs.listOfCampaign(id, 1)));
  return new Set(newest.flatMap(({ items }) => items.map(({ id }) => id)));
};

/**
 * GET /runs/current: whatever somebody waits for, at any number of campaigns. A page may be shorter than its limit, or
 * empty, and still have a cursor; without one the list is complete.
 */
export const listCurrentRuns =
  (ports: Ports): HttpHandler<typeof prepareRoutes.listCurrentRuns> =>
  async ({ query, actor }) => {
    const { since, months } = lately(ports.clock());
    const { items, unreadable, cursor } = await ports.runs.current(query, months);
    const open = items.filter((run) => !hasEnded(run));
    const failed = items.filter((run) => (failedAt(run) ?? '') >= since);
    const last = await lastOnes(ports, failed);
    const shown = [...open, ...failed.filter(({ id }) => last.has(id))];
    return { items: shown.map((run) => showRun(run, actor)), unreadable, cursor };
  };

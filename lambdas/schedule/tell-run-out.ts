import { startsToCome } from '../../domain/calendar/series.ts';
import { whyOver } from '../../domain/calendar/why-over.ts';
import { writeLife } from '../../domain/calendar/write-life.ts';
import { faultsIn } from '../../domain/model/schedule-input.ts';
import { endTold } from '../../domain/model/series-life.ts';
import type { Campaigns } from '../../domain/ports/campaigns.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { SeriesLives } from '../../domain/ports/series-lives.ts';

type RunOutPorts = {
  campaigns: Pick<Campaigns, 'get'>;
  lives: SeriesLives;
  runs: Pick<Runs, 'ofCampaign'>;
  clock: Clock;
};

/**
 * A series whose schedule has no start after this one (ISO 8601) is over without anybody's doing. Told once: a timer that
 * fires again, or one of before, finds that it was.
 */
export const tellRunOut = async (ports: RunOutPorts, campaignId: string, start: string): Promise<void> => {
  const at = new Date(ports.clock()).toISOString();
  await writeLife(ports, campaignId, (series) => {
    const { campaign, life } = series;
    // One of an earlier version whose times cannot be is at fault, and not over.
    if (life.state !== 'armed' || faultsIn(campaign.schedule).length > 0) return undefined;
    const isOver = startsToCome(series, start > at ? start : at, 1).length === 0;
    if (!isOver || (life.ranOut !== undefined && life.ranOut >= start)) return undefined;
    const end = { campaignId, at, cause: 'noStartLeft' as const, reason: whyOver(series, start > at ? start : at) };
    return endTold({ ...life, revision: life.revision + 1, ranOut: start }, end);
  });
};

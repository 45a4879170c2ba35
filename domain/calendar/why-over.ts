import type { CampaignSettings } from '../model/campaign.ts';
import type { SeriesLife } from '../model/series-life.ts';
import type { EndReason } from '../model/stage-event.ts';
import { startsToCome } from './series.ts';

/** Why a series has no start after this instant (ISO 8601): what would have to be taken away for it to have one. */
export const whyOver = (
  { campaign: { schedule }, life }: { campaign: Pick<CampaignSettings, 'schedule'>; life: SeriesLife },
  at: string,
): EndReason => {
  const isOver = (still: CampaignSettings['schedule'], rest: SeriesLife): boolean =>
    startsToCome({ campaign: { schedule: still }, life: rest }, at, 1).length === 0;
  const { lastStart: _last, lastOccurrence: _lastNamed, ...endless } = life;
  if (!isOver(schedule, endless)) return 'endSet';
  if (schedule.mode !== 'recurring') return 'noDateLeft';
  const { runs, endsOn, ...rest } = schedule;
  if (runs !== undefined && !isOver({ ...rest, ...(endsOn !== undefined && { endsOn }) }, endless)) return 'runs';
  return endsOn !== undefined && !isOver(rest, endless) ? 'endDate' : 'noDateLeft';
};

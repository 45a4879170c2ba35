import type { Campaigns } from '../../domain/ports/campaigns.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Machine } from '../../domain/ports/machine.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { SeriesLives } from '../../domain/ports/series-lives.ts';
import type { BegunRuns, LastBegun } from '../../domain/schedule/ports/begun-runs.ts';
import type { CampaignSettings } from '../../domain/model/campaign.ts';
import type { Run } from '../../domain/model/run.ts';
import { hasEnded } from '../../domain/model/run-end.ts';
import type { SeriesLife } from '../../domain/model/series-life.ts';
import { lifeOf } from '../../domain/calendar/series.ts';
import { Problem } from '../../domain/http/problem.ts';

export type StartPorts = {
  campaigns: Pick<Campaigns, 'get'>;
  runs: Pick<Runs, 'get' | 'ofCampaign' | 'openOfCampaign' | 'create'>;
  begun: BegunRuns;
  lives: Pick<SeriesLives, 'get'>;
  machine: Pick<Machine, 'start'>;
  clock: Clock;
};

/** More than can begin runs of one campaign at once: people who press "Prepare", and its timer. */
const MAX_TURNS = 8;

type BeginPorts = Pick<StartPorts, 'runs' | 'begun' | 'lives'>;

/** A campaign and its series as they were when a start was decided. */
export type Known = { runs: readonly Run[]; life: SeriesLife };

/**
 * The one that was begun last as it is now, those that have not ended, and the latest by the index, which may lag. What
 * has not ended may be older than all of the latest: starts that met it were skipped.
 */
const knownRuns = async ({ runs }: BeginPorts, campaignId: string, { run }: LastBegun): Promise<Run[]> => {
  const [open, latest] = [await runs.openOfCampaign(campaignId), await runs.ofCampaign(campaignId, 50)];
  const known = new Map([...latest, ...open, ...(run ? [run] : [])].map((one) => [one.id, one]));
  return [...known.values()];
};

/**
 * Begins what `decide` makes of the campaign's runs and of its series, and decides anew when another run was begun, or
 * somebody paused, ended or skipped, between the look and the write. Answers the run, also one that was there; undefined
 * when nothing is to begin.
 */
export const begin = async <T extends Run | undefined>(
  ports: BeginPorts,
  campaign: CampaignSettings,
  decide: (known: Known) => T,
): Promise<Run | T> => {
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const life = await lifeOf(ports, campaign);
    const last = await ports.begun.last(campaign.id);
    const run = decide({ runs: await knownRuns(ports, campaign.id, last), life });
    if (!run) return run;
    const seen = { after: last.id, ...(run.start !== undefined && { life: life.revision }) };
    // One that was skipped is over: it takes no place.
    if (await (hasEnded(run) ? ports.runs.create(run) : ports.begun.begin(run, seen))) return run;
    const known = await ports.runs.get(run.id);
    if (known) return known;
  }
  throw new Problem('busy', 'Other runs of this campaign are just beginning.', 'Try again in a moment.');
};

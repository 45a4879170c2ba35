import { found } from '../../domain/http/find.ts';
import { personOf, type Actor } from '../../domain/people/people.ts';
import { newRun, refuseImpossible } from '../../domain/schedule/new-run.ts';
import { refuseArchived } from '../../domain/model/archived.ts';
import type { CampaignSettings } from '../../domain/model/campaign.ts';
import type { scheduleRoutes } from '../../domain/schedule/routes.ts';
import type { Occurrence } from '../../domain/calendar/occurrence-id.ts';
import { holdsUp } from '../../domain/calendar/run-order.ts';
import { hasRun, isPending, nextStartOf, occurrencesToCome, stateOf } from '../../domain/calendar/series.ts';
import { madeOnce, type Making } from '../../domain/http/making.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type { Run } from '../../domain/model/run.ts';
import type { RunView } from '../../domain/model/run-view.ts';
import { showRun } from '../../domain/model/show-run.ts';
import { begin, type Known, type StartPorts } from './begin-run.ts';

const refuseUnderway = (pending: Run | undefined): void => {
  if (!pending) return;
  throw new Problem('conflict', `A run of this campaign is ${pending.state}.`, 'Wait for its end, or stop it first.', {
    cause: 'runUnderway',
    state: pending.state,
    runId: pending.id,
  });
};

type Asked = { params: { id: string }; actor: Actor; making: Making };

type By = {
  /** Of the start that it answers; undefined: besides. */
  startFor: (series: Known & { campaign: CampaignSettings }, now: string) => Occurrence | undefined;
  /** Is it refused because of this run? */
  isInTheWay: (run: Run, now: string) => boolean;
};

/** Begins a run that somebody asks for. */
const beginByHand = async (
  ports: StartPorts,
  { params, actor, making }: Asked,
  { startFor, isInTheWay }: By,
): Promise<RunView> => {
  const { id } = making;
  const begun = async (): Promise<Run> => {
    const campaign = found(await ports.campaigns.get(params.id), 'campaign');
    const now = new Date(ports.clock()).toISOString();
    return begin(ports, campaign, ({ runs, life }) => {
      refuseArchived(campaign);
      refuseUnderway(runs.find((other) => isInTheWay(other, now)));
      refuseImpossible(campaign);
      const start = startFor({ campaign, life, runs }, now);
      return newRun({ id, campaign, requestedBy: personOf(actor), now, start });
    });
  };
  const run = await madeOnce(making, async () => ports.runs.get(id), begun);
  await ports.machine.start(run.id, run.id);
  return showRun(run, actor);
};

/** POST /campaigns/{id}/runs: prepares a run now, which asks whatever its series does, and is one besides its starts. */
export const startRun =
  (ports: StartPorts): HttpHandler<typeof scheduleRoutes.startRun> =>
  async (request) =>
    beginByHand(ports, request, {
      isInTheWay: isPending,
      startFor: (series, now) => {
        // Refuses a series that is over.
        if (series.campaign.schedule.mode === 'recurring') nextStartOf(series, now);
        return undefined;
      },
    });

/** As many as rules of a zone that move starts by hours may put before now once more. */
const STARTS_LOOKED_AT = 24;

/** The next start that has not been sent. */
const nextUnsent = (series: Known & { campaign: CampaignSettings }, now: string): Occurrence =>
  occurrencesToCome(series, now, STARTS_LOOKED_AT).find((start) => !hasRun(series.runs, start, now)) ??
  nextStartOf(series, now);

/** POST /campaigns/{id}/series/prepare: so that the next start can be confirmed before its time; its timer makes no other run. */
export const prepareNextStart =
  (ports: StartPorts): HttpHandler<typeof scheduleRoutes.prepareNextStart> =>
  async (request) =>
    beginByHand(ports, request, {
      isInTheWay: holdsUp,
      startFor: (series, now) => {
        const state = stateOf(series, now);
        if (state === 'armed') return nextUnsent(series, now);
        throw new Problem('wrong-state', `A series that is ${state} has no next start.`, 'Arm or resume it first.', {
          cause: 'seriesNotInThisState',
          seriesState: state,
        });
      },
    });

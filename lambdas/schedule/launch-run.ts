import type { Audit } from '../../domain/ports/audit.ts';
import type { SeriesLives } from '../../domain/ports/series-lives.ts';
import type { Timers } from '../../domain/ports/timers.ts';
import type { Occurrence } from '../../domain/calendar/occurrence-id.ts';
import { instantNamed } from '../../domain/calendar/occurrence.ts';
import { armNext } from '../../domain/calendar/series-timer.ts';
import { holdsUp } from '../../domain/calendar/run-order.ts';
import { EARLY_MS } from '../../domain/calendar/lateness.ts';
import { hasRun, isOfStart, lifeOf, startOf } from '../../domain/calendar/series.ts';
import type { CampaignSettings } from '../../domain/model/campaign.ts';
import { isReleased } from '../../domain/model/release.ts';
import type { StopCause } from '../../domain/model/stop-cause.ts';
import type { Run } from '../../domain/model/run.ts';
import { hasEnded } from '../../domain/model/run-end.ts';
import { barOfStart, type SeriesLife } from '../../domain/model/series-life.ts';
import { transition } from '../../domain/model/transition.ts';
import { launched, launchOf, type Due } from '../../domain/schedule/launch.ts';
import { newRun } from '../../domain/schedule/new-run.ts';
import { begin, type StartPorts } from './begin-run.ts';
import { tellRunOut } from './tell-run-out.ts';

type Series = { campaign: CampaignSettings; life: SeriesLife };

type LaunchPorts = Omit<StartPorts, 'lives'> & {
  lives: SeriesLives;
  timers: Timers;
  audit: Pick<Audit, 'append'>;
  derivedId: (at: string, seed: string) => string;
  reportMissed: (missed: { campaignId: string; first: string; count: number }) => void;
};

/** A run that was there already may have been left without its execution; one that has it is not started twice. */
const startMachine = async ({ machine }: Pick<StartPorts, 'machine'>, run: Run | undefined): Promise<void> => {
  if (run && !hasEnded(run)) await machine.start(run.id, run.id);
};

/**
 * Two starts may have had one instant, by two releases of the rules of their zone. `voided`: how many runs of it were voided
 * before its time came, and are replaced by this one.
 */
const idOf = (
  { derivedId }: Pick<LaunchPorts, 'derivedId'>,
  campaignId: string,
  { start, occurrence, voided = 0 }: Occurrence & { voided?: number },
): string => derivedId(start, [campaignId, occurrence, ...(voided > 0 ? [voided] : [])].join(' '));

/** Was it made by the timer? Its id says so; that of an earlier version is made of the instant only. */
const isOfTimer = (ports: Pick<LaunchPorts, 'derivedId'>, run: Run): boolean => {
  const { start, occurrence } = startOf(run) ?? {};
  if (start === undefined) return false;
  if (run.id === ports.derivedId(start, run.campaignId)) return true;
  return occurrence !== undefined && run.id === idOf(ports, run.campaignId, { start, occurrence });
};

const isMissed = (run: Run): boolean => run.state === 'Skipped' && run.cause === 'missed';

/**
 * Did this start have its run, other than the one of that id? What the timer began counts whatever became of it, also
 * when by new rules of its zone the start comes once more; what was missed is a run of one start, and speaks of several.
 */
const isHad = (ports: LaunchPorts, known: { runs: readonly Run[]; id: string }, start: Occurrence, now: string) => {
  const others = known.runs.filter((run) => run.id !== known.id);
  const own = others.filter((run) => isOfStart(run, start) && !isMissed(run));
  return hasRun(own, start, now) || own.some((run) => isOfTimer(ports, run));
};

/**
 * Of starts that were missed one run is kept, which never goes out. A repeated call finds it, or the run that the start had.
 * They are told of first: a call that dies and is repeated tells of them twice rather than not at all.
 */
const keepMissed = async (ports: LaunchPorts, { campaign }: Series, starts: readonly Occurrence[]): Promise<void> => {
  const at = new Date(ports.clock()).toISOString();
  const runs = await ports.runs.ofCampaign(campaign.id, 50);
  const [own] = starts;
  const missing = starts.filter((start) => {
    const id = start === own ? idOf(ports, campaign.id, own) : '';
    return !isHad(ports, { runs, id }, start, at);
  });
  const [first] = missing;
  if (!first || runs.some((run) => isMissed(run) && isOfStart(run, first))) return;
  const id = idOf(ports, campaign.id, first);
  const known = await ports.runs.get(id);
  if (known) return startMachine(ports, known);
  const count = missing.length;
  ports.reportMissed({ campaignId: campaign.id, first: first.start, count });
  const run = newRun({ id, campaign, requestedBy: campaign.updatedBy, now: at, start: first });
  const missed = transition({ ...run, missedStarts: count }, { type: 'skipped', at, cause: 'missed' });
  if (!(await ports.runs.create(missed))) return;
  await ports.audit.append({
    at,
    runId: campaign.id,
    what: 'startsMissed',
    by: null,
    facts: { start: first.start, count },
  });
};

const voids: readonly StopCause[] = ['edited', 'seriesPaused', 'seriesEnded', 'startSkipped'];

/** Was a run voided before it was sent, or is it about to be, by what became of its campaign or its series since? */
const isVoided = (run: Run, { version }: CampaignSettings): boolean => {
  if ('sendingStartedAt' in run && run.sendingStartedAt !== undefined) return false;
  return run.campaignVersion !== version || (run.state === 'Stopped' && voids.includes(run.cause));
};

const beginStart = async (ports: LaunchPorts, campaign: CampaignSettings, due: Due) => {
  const now = new Date(ports.clock()).toISOString();
  const isAhead = Date.parse(due.at.start) - Date.parse(now) > EARLY_MS;
  // A timer that is a little early judges what is under way as it is at the start: a question that ends with it is over.
  const start = isAhead || now > due.at.start ? now : due.at.start;
  return begin(ports, campaign, ({ runs: known, life }) => {
    if (barOfStart(life, due.at) !== undefined) return undefined;
    // What its series asks for begins its run a day ahead: who edits or pauses it on that day voids the run, not the start.
    const voided = isAhead ? known.filter((run) => isOfStart(run, due.at) && isVoided(run, campaign)) : [];
    const runs = known.filter((run) => !voided.includes(run));
    const id = idOf(ports, campaign.id, { ...due.at, voided: voided.length });
    if (isHad(ports, { runs, id }, due.at, start)) return undefined;
    const isUnasked = isReleased(campaign, runs, life);
    const own = { id, campaign, requestedBy: campaign.updatedBy, now, start: due.at, isReleased: isUnasked };
    const launching = launched(newRun(own), due);
    const isHeldUp = runs.some((run) => holdsUp(run, start));
    return isHeldUp ? transition(launching, { type: 'skipped', at: now, cause: 'earlierRunPending' }) : launching;
  });
};

/**
 * The timer of a recurring campaign. The run's id follows from the start, so a timer that fires twice
 * makes one run. A run whose predecessor has not ended is recorded as skipped, and so are starts that were missed:
 * a call that comes hours late, or is repeated by hand, never sends what is over, and sets the timer to a time to come.
 * A start that was prepared ahead needs no other run, and a series that is not armed starts none.
 */
export const launchRun =
  (ports: LaunchPorts) =>
  async ({ campaignId, occurrence }: { campaignId: string; occurrence: string }): Promise<void> => {
    const campaign = await ports.campaigns.get(campaignId);
    if (campaign?.schedule.mode !== 'recurring') return;
    const series = { campaign, life: await lifeOf(ports, campaign) };
    const { start, missed, armAfter } = launchOf(series, occurrence, ports.clock());
    await armNext(ports, series, armAfter);
    if (missed.length > 0) await keepMissed(ports, series, missed);
    await startMachine(ports, start && (await beginStart(ports, campaign, start)));
    await tellRunOut(ports, campaignId, instantNamed(occurrence));
  };

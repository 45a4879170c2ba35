import type { Campaign, CampaignInput } from '../../../domain/model/campaign.ts';
import { Manifest, manifestKey } from '../../../domain/model/manifest.ts';
import { Run, type Acknowledgement, type RunState } from '../../../domain/model/run.ts';
import { unacknowledged } from '../../../domain/model/open-question.ts';
import { compareRun } from '../../../lambdas/confirm/compare-run.ts';
import { decideRun } from '../../../lambdas/confirm/decide-run.ts';
import { expireRun } from '../../../lambdas/confirm/expire-run.ts';
import { withdrawConfirmation } from '../../../lambdas/confirm/withdraw-confirmation.ts';
import { copyCampaign, createCampaign, editCampaign, getCampaign } from '../../../lambdas/write/campaigns.ts';
import { locateRun } from '../../../lambdas/prepare/locate-run.ts';
import { prepareRun } from '../../../lambdas/prepare/prepare-run.ts';
import { rearmRuns } from '../../../lambdas/schedule/rearm-runs.ts';
import { launchRun } from '../../../lambdas/schedule/launch-run.ts';
import { prepareNextStart, startRun } from '../../../lambdas/schedule/start-run.ts';
import type { Making } from '../../../domain/http/making.ts';
import { stopRun } from '../../../lambdas/send/control-run.ts';
import { verifyManifest } from '../../../lambdas/send/verify-manifest.ts';
import { armSeries, endSeries, pauseSeries, resumeSeries, skipStart } from '../../../lambdas/schedule/change-series.ts';
import { letter } from './letter.ts';
import { actorOf, type Name } from './series-people.ts';
import { SeriesTables } from './series-tables.ts';
import { listedAlready } from './series-ports.ts';

const origin = { ip: '192.0.2.1', userAgent: 'test' };

/** The product's own handlers at work on what is in memory. */
export class SeriesWorld extends SeriesTables {
  private making(): Making {
    return { id: this.ports.newId(), since: this.at, isRepeat: false };
  }

  create = async (by: Name, input: CampaignInput = letter): Promise<Campaign> => {
    const { id } = await createCampaign(this.ports)({
      params: {},
      query: {},
      body: input,
      actor: this.actor(by),
      origin,
      making: this.making(),
    });
    return this.campaignOf(id);
  };

  /** A series that somebody armed as soon as it was written. */
  armed = async (by: Name, input: CampaignInput = letter): Promise<Campaign> => {
    const campaign = await this.create(by, input);
    await this.arm(by, campaign.id);
    return campaign;
  };

  copy = async (by: Name, from: string): Promise<Campaign> => {
    const asked = { params: { id: from }, query: {}, body: { name: 'Copy' } };
    return this.campaignOf(
      (await copyCampaign(this.ports)({ ...asked, actor: this.actor(by), origin, making: this.making() })).id,
    );
  };

  edit = async (
    by: Name,
    id: string,
    change: Partial<CampaignInput> & { pausesSeries?: boolean },
  ): Promise<Campaign> => {
    const known = this.campaignOf(id);
    const { name, list, sender, content, schedule, requestConfirmation, policy } = known;
    const input = { name, list, sender, content, schedule, requestConfirmation, ...(policy && { policy }) };
    const body = { ...input, ...change, version: known.version };
    await editCampaign(this.ports)({ params: { id }, query: {}, body, actor: this.actor(by), origin });
    return this.campaignOf(id);
  };

  look = async (id: string) =>
    getCampaign(this.ports)({ params: { id }, query: {}, body: undefined, actor: actorOf('paula'), origin });

  /** "Prepare". Answers the run, of which its machine has done nothing yet. */
  begin = async (by: Name, id: string): Promise<Run> => {
    const body = undefined;
    const { id: runId } = await startRun(this.ports)({
      params: { id },
      query: {},
      body,
      actor: this.actor(by),
      origin,
      making: this.making(),
    });
    return this.runOf(runId);
  };

  private asked<Body>(by: Name, id: string, body: Body) {
    return { params: { id }, query: {}, body, actor: this.actor(by), origin };
  }

  arm = async (by: Name, id: string) => armSeries(this.ports)(this.asked(by, id, {}));
  pause = async (by: Name, id: string) => pauseSeries(this.ports)(this.asked(by, id, { reason: 'summer' }));
  resume = async (by: Name, id: string) => resumeSeries(this.ports)(this.asked(by, id, {}));
  end = async (by: Name, id: string, after: { date?: string; starts?: number } = {}) =>
    endSeries(this.ports)(this.asked(by, id, after));
  /** The next start, unless another one is named. */
  skip = async (by: Name, id: string, start?: string) => {
    const next = start ?? (await this.look(id)).series?.nextStart ?? '';
    return skipStart(this.ports)(this.asked(by, id, { start: next }));
  };

  /** Prepares the run of the next start; its machine has done nothing yet. */
  beginNext = async (by: Name, id: string): Promise<Run> =>
    this.runOf((await prepareNextStart(this.ports)({ ...this.asked(by, id, {}), making: this.making() })).id);

  prepareNext = async (by: Name, id: string): Promise<Run> => this.work((await this.beginNext(by, id)).id);

  /** "Prepare", and what the machine does with it until somebody is asked or it is sent. Answers the run. */
  prepare = async (by: Name, id: string): Promise<Run> => this.work((await this.begin(by, id)).id);

  /** The timer of a series fires, by these milliseconds before its time; without one nothing happens. Answers the newest run. */
  launch = async (id: string, early = 0): Promise<Run | undefined> => {
    const timer = this.timers.get(`launch-${id}`);
    if (!timer) return undefined;
    this.timers.delete(`launch-${id}`);
    this.at = Math.max(this.at, Date.parse(timer.at) - early);
    this.fired.set(id, timer.input);
    await launchRun(this.ports)(timer.input);
    return (await this.runPort.ofCampaign(id, 1))[0];
  };

  /** Scheduler delivers the timer that fired last once more. */
  launchAgain = async (id: string): Promise<void> => {
    const input = this.fired.get(id);
    if (input) await launchRun(this.ports)(input);
  };

  /** The timer fires, and the machines of its runs work. */
  fire = async (id: string): Promise<Run | undefined> => {
    if (!(await this.launch(id))) return undefined;
    for (const run of await this.runPort.openOfCampaign(id)) await this.work(run.id);
    return (await this.runPort.ofCampaign(id, 1))[0];
  };

  /** With what they have to know of, unless something else is said. */
  confirm = async (
    by: Name,
    runId: string,
    decision: 'confirm' | 'reject' = 'confirm',
    known?: Acknowledgement[],
  ): Promise<Run> => {
    const run = this.runOf(runId);
    const manifestHash = 'preparation' in run ? (run.preparation?.manifestHash ?? '') : '';
    const at = new Date(this.at).toISOString();
    const acknowledged = known ?? (run.state === 'AwaitingConfirmation' ? unacknowledged(run, at) : []);
    const body = { decision, manifestHash, reason: 'because', acknowledged };
    await decideRun(this.ports)({ params: { id: runId }, query: {}, body, actor: this.actor(by), origin });
    return this.runOf(runId);
  };

  compare = async (by: Name, runId: string) =>
    compareRun(this.ports)({ params: { id: runId }, query: {}, body: undefined, actor: this.actor(by), origin });

  withdraw = async (by: Name, runId: string): Promise<unknown> =>
    withdrawConfirmation(this.ports)({ params: { id: runId }, query: {}, body: {}, actor: this.actor(by), origin });

  stop = async (by: Name, runId: string): Promise<void> => {
    const ports = { ...this.ports, ledger: { tallies: async () => [] } as never, kpis: this.ports.kpis as never };
    await stopRun(ports)({ params: { id: runId }, query: {}, body: undefined, actor: this.actor(by), origin });
  };

  rearm = async (): Promise<unknown> => {
    const recurring = [...this.campaigns.values()].filter(({ schedule }) => schedule.mode === 'recurring');
    const series = { ...listedAlready, ids: async () => recurring.map(({ id }) => id) };
    const report = (_what: unknown, error: unknown): never => {
      throw error;
    };
    return rearmRuns({ ...this.ports, series, report, reportMoved: () => undefined, endImports: async () => 0 })();
  };

  freeze = async (runId: string): Promise<Run> => {
    await prepareRun(this.ports)({ runId }, () => Infinity);
    return this.runOf(runId);
  };

  /** What the machine does with a run: the steps up to the next person or instant that it waits for. */
  work = async (runId: string): Promise<Run> => {
    await locateRun(this.ports)({ runId });
    await this.freeze(runId);
    await expireRun(this.ports)({ runId });
    const run = this.runOf(runId);
    if (run.state === 'Scheduled' && Date.parse(run.startAt) <= this.at) await verifyManifest(this.ports)({ runId });
    return this.runOf(runId);
  };

  /** All its messages are out. */
  finish = (runId: string): void => {
    const run = this.runOf(runId);
    if (run.state !== 'Sending') throw new Error(`the run is ${run.state}`);
    const { hold: _hold, ...rest } = run;
    this.runs.set(runId, { ...rest, state: 'Finished', finishedAt: new Date(this.at).toISOString() });
  };

  /** Confirmed, sent and over. */
  sendOnce = async (by: Name, runId: string): Promise<void> => {
    await this.confirm(by, runId);
    await this.work(runId);
    this.finish(runId);
  };

  states = async (id: string): Promise<RunState[]> =>
    (await this.runPort.ofCampaign(id, 50)).map(({ state }) => state).toReversed();

  manifestOf = (run: Run): Manifest => {
    const prefix = 'preparation' in run ? (run.preparation?.prefix ?? '') : '';
    return Manifest.parse(JSON.parse(this.objects.get(manifestKey(prefix)) ?? '{}'));
  };

  campaignOf = (id: string): Campaign => {
    const campaign = this.campaigns.get(id);
    if (!campaign) throw new Error('no such campaign');
    return campaign;
  };

  runOf = (id: string): Run => {
    const run = this.runs.get(id);
    if (!run) throw new Error('no such run');
    return run;
  };
}

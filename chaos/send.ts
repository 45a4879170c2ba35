import { setTimeout as pause } from 'node:timers/promises';
import { diceOf } from '../simulation/virtual-time.ts';
import type { Figures } from '../domain/model/figures.ts';
import type { Outputs } from '../local/deploy.ts';
import type { Settings } from '../local/settings.ts';
import { againstBefore, countOf, type Books } from './judge.ts';
import { invokeBundle, lambdaEnvironment } from './processes.ts';
import { Scene } from './scene.ts';
import { Told } from './told.ts';

export type ChaosReport = {
  kills: number;
  invocations: number;
  runs: number;
  recipients: number;
  sent: number;
  lost: number;
  repeated: number;
  unknown: number;
  /** Among the unknown: SES took them, so their events settle them. */
  unknownButSent: number;
  /** Members of groups that were open when their worker was killed: no more may be unknown. */
  inFlight: number;
  /** Of who publishes what happened to the runs, and of who posts it. */
  toldKills: number;
  defects: string[];
};

export type ChaosPlan = {
  kills: number;
  seed: number;
  recipients: number;
  toldKills: number;
  tell: (line: string) => void;
};

/** After the last instant at which a worker can be at a group (its deadline is a minute after the claim). */
const LATER_MS = 90_000;
/** A kill comes at some instant after the handler began, in milliseconds. */
const KILL_WITHIN = 900;

/** Settling a run takes so long, in milliseconds. */
const SETTLED_WITHIN = 200;

/** A worker has at most eight calls to SES under way, each for at most 50. */
const MAX_IN_FLIGHT = 400;

/** One run whose workers are killed until enough were, or nothing is left to send. */
class Round {
  private before: Books | undefined;
  private readonly scene: Scene;
  private readonly env: Record<string, string>;
  private readonly dice: () => number;
  private readonly report: ChaosReport;

  constructor(scene: Scene, env: Record<string, string>, dice: () => number, report: ChaosReport) {
    this.scene = scene;
    this.env = env;
    this.dice = dice;
    this.report = report;
  }

  async play(kills: number): Promise<void> {
    while (this.report.kills < kills && (await this.leftIn()).length > 0) await this.disturb(kills);
    await this.finish();
    await this.close();
  }

  /** What the machine does when nobody disturbs it: every chunk, settle, and again while it is incomplete. */
  private async finish(): Promise<void> {
    for (let pass = 0; pass < 3; pass += 1) {
      const chunks = Array.from({ length: this.scene.chunks }, (_, chunk) => chunk);
      await Promise.all(chunks.map(async (chunk) => this.send(chunk).ended));
      await this.killSettling();
      const settled = invokeBundle(this.env, 'send/settle-run', { runId: this.scene.runId }, LATER_MS);
      if ((await settled.ended)?.includes('"settled"')) return;
    }
    this.report.defects.push('the run does not come to its end');
  }

  /** The run may have finished in it, or not. */
  private async killSettling(): Promise<void> {
    const doomed = invokeBundle(this.env, 'send/settle-run', { runId: this.scene.runId }, LATER_MS);
    await doomed.begun;
    await pause(this.dice() * SETTLED_WITHIN);
    doomed.kill();
    await doomed.ended;
  }

  /** Chunks in which somebody is left, by the ledger. */
  private async leftIn(): Promise<number[]> {
    const { fates } = await this.scene.books();
    const left = [...fates].filter(([, fate]) => fate === 'left').map(([number]) => Math.floor(number / 500));
    return [...new Set(left)];
  }

  private send(chunk: number) {
    this.report.invocations += 1;
    return invokeBundle(this.env, 'send/send-chunk', { runId: this.scene.runId, chunk });
  }

  /** One or two invocations of a chunk at once, killed at random instants; then everything is compared. */
  private async disturb(kills: number): Promise<void> {
    const chunks = await this.leftIn();
    const chunk = chunks[Math.floor(this.dice() * chunks.length)] ?? 0;
    const twins = this.dice() < 0.5 ? [this.send(chunk)] : [this.send(chunk), this.send(chunk)];
    const delays = twins.map(() => this.dice() * KILL_WITHIN);
    await Promise.all(
      twins.map(async (twin, index) => {
        await twin.begun;
        await pause(delays[index]);
        twin.kill();
        if ((await twin.ended) === undefined && this.report.kills < kills) this.report.kills += 1;
      }),
    );
    await this.compare(twins.length);
  }

  private async compare(killed: number): Promise<void> {
    // A request that a killed worker had sent may still be on its way into SES.
    await pause(100);
    const { books, defects } = await this.scene.defects();
    this.report.defects.push(...defects, ...(this.before ? againstBefore(this.before, books) : []));
    const grown = countOf(books, 'open') - (this.before ? countOf(this.before, 'open') : 0);
    if (grown > killed * MAX_IN_FLIGHT) this.report.defects.push(`${grown} became unknown by ${killed} kills`);
    this.before = books;
  }

  private async close(): Promise<void> {
    const inFlight = this.before ? countOf(this.before, 'open') : 0;
    const { books, sink, defects } = await this.scene.defects();
    this.report.defects.push(...defects, ...(this.before ? againstBefore(this.before, books) : []));
    const unknown = countOf(books, 'open');
    if (unknown > inFlight) this.report.defects.push(`${unknown} are unknown, but ${inFlight} were in flight`);
    const taken = new Set(sink);
    const handedOver = [...books.fates].filter(([, fate]) => fate === 'handedOver');
    this.report.runs += 1;
    this.report.recipients += this.scene.toDeliver;
    this.report.sent += taken.size;
    this.report.repeated += sink.length - taken.size;
    this.report.lost += handedOver.filter(([number]) => !taken.has(number)).length + countOf(books, 'left');
    this.report.unknown += unknown;
    this.report.unknownButSent += [...books.fates].filter(([n, fate]) => fate === 'open' && taken.has(n)).length;
    this.report.inFlight += inFlight;
    await this.kept(books, taken.size);
  }

  /** The console's figures say the same, as soon as the events have settled what SES took. */
  private async kept(books: Books, taken: number): Promise<void> {
    const accounted = ({ books: shown }: Figures): boolean =>
      shown.balanced && shown.delivered + shown.failed === taken && shown.unknown === this.scene.toDeliver - taken;
    const figures = await this.scene.story.measure(this.scene.runId, accounted);
    if (!accounted(figures))
      this.report.defects.push(
        `the figures are ${JSON.stringify(figures.books)}; SES took ${taken}, the ledger has ${countOf(books, 'open')} open`,
      );
  }
}

const setSes = async ({ sesUrl }: Settings, path: string, body: object): Promise<void> => {
  await fetch(`${sesUrl}/${path}`, { method: 'PUT', body: JSON.stringify(body) });
};

/** Kills the bundled send handler at random instants, until `kills` were, and compares SES, ledger, recipients and figures after each. */
export const chaosSend = async (settings: Settings, outputs: Outputs, plan: ChaosPlan): Promise<ChaosReport> => {
  const report: ChaosReport = {
    kills: 0,
    invocations: 0,
    runs: 0,
    recipients: 0,
    sent: 0,
    lost: 0,
    repeated: 0,
    unknown: 0,
    unknownButSent: 0,
    inFlight: 0,
    toldKills: 0,
    defects: [],
  };
  const env = await lambdaEnvironment(settings);
  const dice = diceOf(plan.seed);
  const told = plan.toldKills > 0 ? await Told.listen(settings, outputs, dice) : undefined;
  const runIds: string[] = [];
  // Slow enough that a kill meets calls under way, fast enough that they are several.
  await setSes(settings, 'faults', { latencyMs: 300 });
  await setSes(settings, 'limits', { perSecond: 200 });
  try {
    while (report.kills < plan.kills) {
      const scene = await Scene.open(settings, outputs, plan.recipients);
      runIds.push(scene.runId);
      await new Round(scene, env, dice, report).play(plan.kills);
      plan.tell(`${report.kills} kills, ${report.sent} sent, ${report.unknown} unknown`);
    }
  } finally {
    await setSes(settings, 'faults', { latencyMs: 0 });
  }
  const heard = await told?.judge(runIds, plan.toldKills);
  report.toldKills = heard?.kills ?? 0;
  report.defects.push(...(heard?.defects ?? []));
  return report;
};

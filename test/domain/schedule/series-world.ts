import type { AuditEntry } from '../../../domain/model/audit-chain.ts';
import type { Campaign, CampaignInput } from '../../../domain/model/campaign.ts';
import { CheckLimits } from '../../../domain/model/check-limits.ts';
import { Manifest, manifestKey } from '../../../domain/model/manifest.ts';
import { personOf, type Actor, type Role } from '../../../domain/people/people.ts';
import { Policy } from '../../../domain/model/policy.ts';
import { Problem } from '../../../domain/http/problem.ts';
import type { Profile } from '../../../domain/model/profile.ts';
import { Run, type RunState } from '../../../domain/model/run.ts';
import { noneUnknown } from '../../../domain/model/unknown.ts';
import { decideRun } from '../../../lambdas/confirm/decide-run.ts';
import { expireRun } from '../../../lambdas/confirm/expire-run.ts';
import { withdrawConfirmation } from '../../../lambdas/confirm/withdraw-confirmation.ts';
import { copyCampaign, createCampaign, editCampaign, getCampaign } from '../../../lambdas/write/campaigns.ts';
import { derivedId } from '../../../lambdas/entry/derived-id.ts';
import { prepareRun } from '../../../lambdas/prepare/prepare-run.ts';
import { rearmRuns } from '../../../lambdas/schedule/rearm-runs.ts';
import { launchRun, startRun } from '../../../lambdas/schedule/start-run.ts';
import { stopRun } from '../../../lambdas/send/control-run.ts';
import { verifyManifest } from '../../../lambdas/send/verify-manifest.ts';
import { now } from '../samples.ts';

export const names = ['paula', 'both', 'twice', 'anton', 'ada'] as const;
export type Name = (typeof names)[number];
export const rolesOf: Record<Name, Role[]> = {
  paula: ['prepare-deliveries'],
  both: ['prepare-deliveries', 'start-deliveries'],
  twice: ['prepare-deliveries', 'start-deliveries'],
  anton: ['start-deliveries'],
  ada: ['administration'],
};

export const actorOf = (name: Name): Actor => ({
  sub: name,
  email: `${name}@freigabe.example`,
  name,
  language: 'en',
  groups: rolesOf[name],
});

export const everyTenMinutes = {
  mode: 'recurring' as const,
  frequency: { kind: 'minutes' as const, every: 10 },
  zone: 'UTC',
  startsOn: '2026-11-24T00:00',
};

/** A series that sends without asking. */
export const letter: CampaignInput = {
  name: 'Letter',
  list: 'friends',
  sender: { name: 'Shop', address: 'news@shop.example' },
  content: {
    subject: 'Hi',
    preheader: '',
    html: '<p>Hi</p><a href="{{ unsubscribe_url }}">Leave</a>',
    text: '{{ unsubscribe_url }}',
  },
  schedule: everyTenMinutes,
  requestConfirmation: false,
};

type AuditNote = Pick<AuditEntry, 'runId' | 'what'> & { facts?: AuditEntry['facts'] | undefined };

const origin = { ip: '192.0.2.1', userAgent: 'test' };
const quota = { perSecond: 14, per24Hours: -1, sentLast24Hours: 0 };
const unused = (): never => {
  throw new Error('nobody asks for this here');
};

/** Tables, bucket, timers and machine of the product in memory, and its own handlers at work on them. */
export class SeriesWorld {
  at = Date.parse(now);
  policy = Policy.parse({});
  people = 5;
  readonly campaigns = new Map<string, Campaign>();
  readonly runs = new Map<string, Run>();
  readonly audit: AuditNote[] = [];
  readonly timers = new Map<string, { at: string; input: { campaignId: string; occurrence: string } }>();
  /** Called once, just before the next run is created. */
  beforeCreate: () => Promise<unknown> = async () => undefined;
  private readonly objects = new Map<string, string>();
  private ids = 0;

  private profileOf = (number: number): Profile => ({
    id: `p${number}`,
    address: `p${number}@reader.example`,
    lists: ['friends'],
    attributes: {},
    importedAt: now,
  });

  private readonly campaignPort = {
    get: async (id: string) => this.campaigns.get(id),
    withContent: async (id: string) => this.campaigns.get(id),
    list: async () => ({ items: [], unreadable: [], cursor: null }),
    create: async (campaign: Campaign) => void this.campaigns.set(campaign.id, campaign),
    replace: async (campaign: Campaign) => {
      if (this.campaigns.get(campaign.id)?.version !== campaign.version - 1) throw new Problem('conflict', '', '');
      this.campaigns.set(campaign.id, campaign);
    },
    markConfirmed: async (id: string, confirmed: NonNullable<Campaign['confirmed']>) => {
      const campaign = this.campaigns.get(id);
      if (campaign) this.campaigns.set(id, { ...campaign, confirmed });
    },
  };

  private async listed(id: string, limit: number): Promise<{ items: Run[]; unreadable: string[] }> {
    return { items: await this.runPort.ofCampaign(id, limit), unreadable: [] };
  }

  private readonly runPort = {
    get: async (id: string) => this.runs.get(id),
    ofCampaign: async (campaignId: string, limit: number) =>
      [...this.runs.values()]
        .filter((run) => run.campaignId === campaignId)
        .toSorted((one, other) => (one.id < other.id ? 1 : -1))
        .slice(0, limit),
    recent: async () => ({ items: [], unreadable: [] }),
    current: async () => ({ items: [], unreadable: [], cursor: null }),
    listOfCampaign: async (id: string, limit: number) => this.listed(id, limit),
    create: async (run: Run) => {
      const call = this.beforeCreate;
      this.beforeCreate = async () => undefined;
      await call();
      if (this.runs.has(run.id)) return false;
      this.runs.set(run.id, Run.parse(run));
      return true;
    },
    replace: async (run: Run) => {
      if (this.runs.get(run.id)?.version !== run.version - 1) throw new Problem('conflict', '', '');
      this.runs.set(run.id, Run.parse(run));
    },
    open: async () => [],
  };

  private readonly timerPort = {
    set: async (name: string, at: string, _target: string, input: Record<string, string>) => {
      const { campaignId, occurrence } = input;
      if (campaignId !== undefined && occurrence !== undefined)
        this.timers.set(name, { at, input: { campaignId, occurrence } });
    },
    ensure: async (name: string, at: string, target: string, input: Record<string, string>) => {
      if (this.timers.has(name)) return false;
      await this.timerPort.set(name, at, target, input);
      return true;
    },
    cancel: async (name: string) => void this.timers.delete(name),
  };

  get ports() {
    return {
      campaigns: this.campaignPort,
      runs: this.runPort,
      timers: this.timerPort,
      machine: { start: async () => undefined, running: async () => new Set<string>() },
      gates: { keep: async () => undefined, answer: async () => undefined, waiting: async () => [] },
      links: { create: async () => 'link', get: async () => undefined },
      mailer: { send: async () => undefined },
      people: {
        approvers: async () =>
          names.filter((name) => rolesOf[name].includes('start-deliveries')).map((name) => personOf(actorOf(name))),
        actor: unused,
      },
      audit: { append: async (entry: AuditNote) => void this.audit.push(entry), ofRun: async () => [] },
      ledger: { tallies: async () => [], claim: unused, close: unused, openGroups: unused, groups: unused },
      kpis: { markChanged: async () => undefined },
      content: {
        put: async (key: string, body: string) => void this.objects.set(key, body),
        putBytes: async () => undefined,
        get: async (key: string) => this.objects.get(key),
        getBytes: async () => undefined,
      },
      profiles: {
        inList: (_list: unknown, _after: unknown) => this.audience(),
        getMany: unused,
        quarantined: async () => new Set<string>(),
        optedOutAddresses: async () => new Set<string>(),
        suppressed: async () => new Set<string>(),
      },
      lists: { all: async () => [], pending: async () => undefined, givenUp: async () => [] },
      html: { compile: unused },
      unknown: { ofRun: async () => noneUnknown },
      account: { isVerified: async () => true, quota: async () => quota },
      senderDomain: { isSigned: async () => undefined, mailFrom: async () => 'x', texts: async () => undefined },
      clock: () => this.at,
      newId: () => derivedId(new Date(this.at).toISOString(), `id-${(this.ids += 1)}`),
      derivedId,
      policy: this.policy,
      checkLimits: CheckLimits.parse({}),
      audienceDays: 180,
      consoleUrl: '',
      sender: '',
      report: unused,
      reservePercent: 0,
      mostWorkers: 20,
      destinationsPerCall: 50,
    };
  }

  private async *audience() {
    yield { items: Array.from({ length: this.people }, (_, number) => this.profileOf(number)), cursor: null };
  }

  create = async (by: Name, input: CampaignInput = letter): Promise<Campaign> => {
    const { id } = await createCampaign(this.ports)({ params: {}, query: {}, body: input, actor: actorOf(by), origin });
    return this.campaignOf(id);
  };

  copy = async (by: Name, from: string): Promise<Campaign> => {
    const asked = { params: { id: from }, query: {}, body: { name: 'Copy' }, actor: actorOf(by), origin };
    return this.campaignOf((await copyCampaign(this.ports)(asked)).id);
  };

  edit = async (by: Name, id: string, change: Partial<CampaignInput>): Promise<Campaign> => {
    const known = this.campaignOf(id);
    const { name, list, sender, content, schedule, requestConfirmation, policy } = known;
    const input = { name, list, sender, content, schedule, requestConfirmation, ...(policy && { policy }) };
    const body = { ...input, ...change, version: known.version };
    await editCampaign(this.ports)({ params: { id }, query: {}, body, actor: actorOf(by), origin });
    return this.campaignOf(id);
  };

  look = async (id: string) =>
    getCampaign(this.ports)({ params: { id }, query: {}, body: undefined, actor: actorOf('paula'), origin });

  /** "Prepare", and what the machine does with it until somebody is asked or it is sent. Answers the run. */
  prepare = async (by: Name, id: string): Promise<Run> => {
    const body = undefined;
    const { id: runId } = await startRun(this.ports)({ params: { id }, query: {}, body, actor: actorOf(by), origin });
    return this.work(runId);
  };

  /** The timer of a series fires; without one nothing happens. Answers the newest run. */
  launch = async (id: string): Promise<Run | undefined> => {
    const timer = this.timers.get(`launch-${id}`);
    if (!timer) return undefined;
    this.timers.delete(`launch-${id}`);
    this.at = Math.max(this.at, Date.parse(timer.at));
    await launchRun(this.ports)(timer.input);
    return (await this.runPort.ofCampaign(id, 1))[0];
  };

  /** The timer fires, and the machines of its runs work. */
  fire = async (id: string): Promise<Run | undefined> => {
    if (!(await this.launch(id))) return undefined;
    for (const run of await this.runPort.ofCampaign(id, 50)) await this.work(run.id);
    return (await this.runPort.ofCampaign(id, 1))[0];
  };

  confirm = async (by: Name, runId: string, decision: 'confirm' | 'reject' = 'confirm'): Promise<Run> => {
    const run = this.runOf(runId);
    const manifestHash = 'preparation' in run ? (run.preparation?.manifestHash ?? '') : '';
    const checks = 'preparation' in run ? (run.preparation?.checks ?? []) : [];
    const acknowledged = checks.filter(({ verdict }) => verdict === 'warning').map(({ code }) => code);
    const body = { decision, manifestHash, reason: 'because', acknowledged };
    await decideRun(this.ports)({ params: { id: runId }, query: {}, body, actor: actorOf(by), origin });
    return this.runOf(runId);
  };

  withdraw = async (by: Name, runId: string): Promise<unknown> =>
    withdrawConfirmation(this.ports)({ params: { id: runId }, query: {}, body: {}, actor: actorOf(by), origin });

  stop = async (by: Name, runId: string): Promise<void> => {
    const ports = { ...this.ports, ledger: { tallies: async () => [] } as never, kpis: this.ports.kpis as never };
    await stopRun(ports)({ params: { id: runId }, query: {}, body: undefined, actor: actorOf(by), origin });
  };

  rearm = async (): Promise<unknown> => {
    const recurring = [...this.campaigns.values()].filter(({ schedule }) => schedule.mode === 'recurring');
    const series = { ids: async () => recurring.map(({ id }) => id) };
    const report = (_what: unknown, error: unknown): never => {
      throw error;
    };
    return rearmRuns({ ...this.ports, series, report, endLostImport: async () => true })();
  };

  freeze = async (runId: string): Promise<Run> => {
    await prepareRun(this.ports)({ runId }, () => Infinity);
    return this.runOf(runId);
  };

  /** What the machine does with a run: the steps up to the next person or instant that it waits for. */
  work = async (runId: string): Promise<Run> => {
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

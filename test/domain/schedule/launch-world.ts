import type { Campaign } from '../../../domain/model/campaign.ts';
import type { Run } from '../../../domain/model/run.ts';
import { hasEnded } from '../../../domain/model/run-end.ts';
import type { SeriesLife } from '../../../domain/model/series-life.ts';
import type { SeenBefore } from '../../../domain/schedule/ports/begun-runs.ts';
import type { Schedule } from '../../../domain/model/schedule.ts';
import { derivedId } from '../../../lambdas/entry/derived-id.ts';
import { author, now } from '../samples.ts';
import { livesIn } from './series-timers.ts';
import { listedAlready } from './series-ports.ts';

/** One that asks nobody is released: a run of it was confirmed. */
export const campaignWith = (schedule: Schedule, more: Partial<Campaign> = {}): Campaign => ({
  id: 'c',
  version: 1,
  createdAt: now,
  createdBy: author,
  updatedAt: now,
  updatedBy: author,
  name: 'Letter',
  list: 'friends',
  sender: { name: 'Shop', address: 'news@shop.example' },
  content: { subject: 'Hi', preheader: '', html: '<p>Hi</p>', text: 'Hi' },
  schedule,
  requestConfirmation: true,
  ...(more.requestConfirmation === false && { confirmed: { version: 1, runId: 'r0', at: now, by: [author] } }),
  ...more,
});

/** Armed long ago. */
export const armedLife: SeriesLife = {
  state: 'armed',
  revision: 1,
  armedVersion: 1,
  since: '2020-01-01T00:00:00.000Z',
  skipped: [],
};

export type Timer = { at: string; input: Record<string, string> };

/** What would be in the tables, the Scheduler and Step Functions, for the handlers of recurring campaigns. */
export class SeriesWorld {
  at: number;
  readonly campaigns = new Map<string, Campaign>();
  readonly runs = new Map<string, Run>();
  readonly timers = new Map<string, Timer>();
  readonly missed: { first: string; count: number }[] = [];
  /** Runs with an execution, in the order of their start. */
  readonly started: string[] = [];
  readonly moved: object[] = [];
  readonly reported: { kind: string; id: string; error: unknown }[] = [];
  /** What cannot be read, by the id of the run or of the campaign. */
  readonly unreadable = new Set<string>();
  /** The run of each campaign that was begun last. */
  readonly last = new Map<string, string>();
  /** A series is armed unless a test says otherwise. */
  readonly lives = new Map<string, SeriesLife>();
  private ids = 0;

  constructor(at: string, ...campaigns: Campaign[]) {
    this.at = Date.parse(at);
    for (const campaign of campaigns) {
      this.campaigns.set(campaign.id, campaign);
      if (campaign.schedule.mode === 'recurring') this.lives.set(campaign.id, armedLife);
    }
  }

  private refuseUnreadable(id: string): void {
    if (this.unreadable.has(id)) throw new TypeError(`cannot read ${id}`);
  }

  readonly ports = {
    clock: () => this.at,
    newId: () => `id-${(this.ids += 1)}`,
    derivedId,
    campaigns: {
      get: async (id: string) => {
        this.refuseUnreadable(id);
        return this.campaigns.get(id);
      },
      withContent: async (id: string) => this.campaigns.get(id),
      create: async (campaign: Campaign) => void this.campaigns.set(campaign.id, campaign),
      replace: async (campaign: Campaign) => void this.campaigns.set(campaign.id, campaign),
    },
    lives: livesIn(this.lives),
    audit: { append: async () => undefined, ofRun: async () => [] },
    policy: { unaskedSeries: 'allowed' as const },
    reportMissed: (missed: { first: string; count: number }) => void this.missed.push(missed),
    series: {
      ...listedAlready,
      ids: async () =>
        [...this.campaigns.values()].filter(({ schedule }) => schedule.mode === 'recurring').map(({ id }) => id),
    },
    runs: {
      get: async (id: string) => this.runs.get(id),
      ofCampaign: async (campaignId: string, limit: number) => {
        this.refuseUnreadable(campaignId);
        const own = [...this.runs.values()].filter((run) => run.campaignId === campaignId);
        return own.toSorted((one, other) => (one.id < other.id ? 1 : -1)).slice(0, limit);
      },
      openOfCampaign: async (campaignId: string) =>
        (await this.ports.runs.ofCampaign(campaignId, Infinity)).filter((run) => !hasEnded(run)),
      recent: async () => ({ items: [...this.runs.values()], unreadable: [] }),
      listOfCampaign: async (id: string, limit: number) => ({
        items: await this.ports.runs.ofCampaign(id, limit),
        unreadable: [],
      }),
      current: async () => ({ items: [], unreadable: [], cursor: null }),
      create: async (run: Run) => {
        if (this.runs.has(run.id)) return false;
        this.runs.set(run.id, run);
        return true;
      },
      replace: async (run: Run) => void this.runs.set(run.id, run),
      open: async () => [...this.runs.values()].filter((run) => !hasEnded(run)).map(({ id }) => id),
    },
    begun: {
      last: async (campaignId: string) => {
        const id = this.last.get(campaignId);
        return id === undefined ? {} : { id, run: this.runs.get(id) };
      },
      begin: async (run: Run, { after, life }: SeenBefore) => {
        if (this.runs.has(run.id) || this.last.get(run.campaignId) !== after) return false;
        if (life !== undefined && (this.lives.get(run.campaignId)?.revision ?? 0) !== life) return false;
        this.runs.set(run.id, run);
        this.last.set(run.campaignId, run.id);
        return true;
      },
    },
    machine: {
      start: async (_name: string, runId: string) => {
        this.refuseUnreadable(runId);
        this.started.push(runId);
      },
      running: async () => new Set<string>(),
    },
    timers: {
      set: async (name: string, at: string, _target: string, input: Record<string, string>) =>
        void this.timers.set(name, { at, input }),
      waitingFor: async (name: string) => this.timers.get(name)?.at,
      cancel: async (name: string) => void this.timers.delete(name),
    },
    endImports: async () => {
      this.refuseUnreadable('import');
      return 0;
    },
    reportMoved: (timer: object) => void this.moved.push(timer),
    report: (what: { kind: string; id: string }, error: unknown) => void this.reported.push({ ...what, error }),
  };
}

import { noImports } from '../../../domain/model/import-snapshot.ts';
import type { AuditEntry } from '../../../domain/model/audit-chain.ts';
import type { Campaign, Refused } from '../../../domain/model/campaign.ts';
import { CheckLimits } from '../../../domain/model/check-limits.ts';
import { Policy } from '../../../domain/model/policy.ts';
import { Problem } from '../../../domain/http/problem.ts';
import { personOf, type Actor, type Person } from '../../../domain/people/people.ts';
import { Run } from '../../../domain/model/run.ts';
import { hasEnded } from '../../../domain/model/run-end.ts';
import { derivedId } from '../../../lambdas/entry/derived-id.ts';
import type { SeriesLife } from '../../../domain/model/series-life.ts';
import type { SeenBefore } from '../../../domain/schedule/ports/begun-runs.ts';
import { noPictures, now } from '../samples.ts';
import { actorOf, names, rolesOf, type Name } from './series-people.ts';
import type { Snippet } from '../../../domain/model/snippet.ts';
import type { TemplateHands } from '../../../domain/model/template-hands.ts';
import { brandEditorsOn } from '../../../lambdas/adapters/dynamodb/brand-editors.ts';
import type { BrandHands } from '../../../domain/model/brand-hands.ts';
import { templateEditorsOn } from '../../../lambdas/adapters/dynamodb/template-editors.ts';
import { VersionedMemory } from '../versioned-memory.ts';
import type { Segment } from '../../../domain/model/segment.ts';
import { quietPorts, quietRuns, unused } from './series-ports.ts';
import { readers } from './series-readers.ts';
import { livesIn, timersIn, type SeriesTimer } from './series-timers.ts';

type AuditNote = Pick<AuditEntry, 'runId' | 'what'> & { facts?: AuditEntry['facts'] | undefined };

/** The Lambda was killed. */
export class Died extends Error {}

/** Tables, bucket, timers and machine of the product in memory. */
export class SeriesTables {
  /** What campaigns may name. */
  segments: Segment[] = [];
  snippets: Snippet[] = [];
  at = Date.parse(now);
  policy = Policy.parse({});
  /** What everybody may do by now. */
  readonly roles = { ...rolesOf };
  checkLimits = CheckLimits.parse({});
  people = 5;
  readonly campaigns = new Map<string, Campaign>();
  readonly runs = new Map<string, Run>();
  readonly audit: AuditNote[] = [];
  readonly timers = new Map<string, SeriesTimer>();
  readonly lives = new Map<string, SeriesLife>();
  readonly brandEditors = brandEditorsOn(new VersionedMemory<BrandHands>());
  readonly templateEditors = templateEditorsOn(new VersionedMemory<TemplateHands>());
  /** Called once, just before the next run is created. */
  beforeCreate: () => Promise<unknown> = async () => undefined;
  /** Called once, just before a campaign keeps a confirmation. */
  beforeMark: () => Promise<unknown> = async () => undefined;
  protected readonly fired = new Map<string, SeriesTimer['input']>();
  protected readonly objects = new Map<string, string>();
  private ids = 0;

  private readonly campaignPort = {
    get: async (id: string) => this.campaigns.get(id),
    withContent: async (id: string) => this.campaigns.get(id),
    create: async (campaign: Campaign) => void this.campaigns.set(campaign.id, campaign),
    replace: async (campaign: Campaign) => {
      if (this.campaigns.get(campaign.id)?.version !== campaign.version - 1) throw new Problem('conflict', '', '');
      this.campaigns.set(campaign.id, campaign);
    },
    markConfirmed: async (id: string, confirmed: NonNullable<Campaign['confirmed']>) => {
      const call = this.beforeMark;
      this.beforeMark = async () => undefined;
      await call();
      const campaign = this.campaigns.get(id);
      if (campaign) this.campaigns.set(id, { ...campaign, confirmed });
    },
    markRefused: async (id: string, refused: Refused) => {
      const campaign = this.campaigns.get(id);
      if (campaign?.version === refused.version) this.campaigns.set(id, { ...campaign, refused });
    },
  };

  private newest(campaignId: string): Run[] {
    const runs = [...this.runs.values()].filter((run) => run.campaignId === campaignId);
    return runs.toSorted((one, other) => (one.id < other.id ? 1 : -1));
  }

  protected readonly runPort = {
    get: async (id: string) => this.runs.get(id),
    ofCampaign: async (campaignId: string, limit: number) => this.newest(campaignId).slice(0, limit),
    openOfCampaign: async (campaignId: string) => this.newest(campaignId).filter((run) => !hasEnded(run)),
    ...quietRuns,
    listOfCampaign: async (id: string, limit: number) => ({ items: this.newest(id).slice(0, limit), unreadable: [] }),
    create: async (run: Run) => {
      await this.aboutToCreate();
      if (this.runs.has(run.id)) return false;
      this.runs.set(run.id, Run.parse(run));
      return true;
    },
    replace: async (run: Run) => {
      if (this.runs.get(run.id)?.version !== run.version - 1) throw new Problem('conflict', '', '');
      this.runs.set(run.id, Run.parse(run));
    },
  };

  actor = (name: Name): Actor => actorOf(name, this.roles[name]);

  private readonly approvers = async (): Promise<Person[]> =>
    names.filter((name) => this.roles[name].includes('start-deliveries')).map((name) => personOf(this.actor(name)));

  private async aboutToCreate(): Promise<void> {
    const call = this.beforeCreate;
    this.beforeCreate = async () => undefined;
    await call();
  }

  /** The run of each campaign that was begun last. */
  private readonly last = new Map<string, string>();

  private readonly begun = {
    last: async (campaignId: string) => {
      const id = this.last.get(campaignId);
      return id === undefined ? {} : { id, run: this.runs.get(id) };
    },
    begin: async (run: Run, { after, life }: SeenBefore) => {
      await this.aboutToCreate();
      if (this.runs.has(run.id) || this.last.get(run.campaignId) !== after) return false;
      if (life !== undefined && (this.lives.get(run.campaignId)?.revision ?? 0) !== life) return false;
      this.runs.set(run.id, Run.parse(run));
      this.last.set(run.campaignId, run.id);
      return true;
    },
  };

  /** The Lambda that writes the life of a series next dies right after that. */
  dies = false;

  private readonly livesPort = {
    ...livesIn(this.lives),
    replace: async (campaignId: string, life: SeriesLife) => {
      const isDone = await livesIn(this.lives).replace(campaignId, life);
      if (isDone && this.dies) throw new Died();
      return isDone;
    },
  };

  private readonly timerPort = timersIn(this.timers);

  get ports() {
    return {
      campaigns: this.campaignPort,
      runs: this.runPort,
      begun: this.begun,
      lives: this.livesPort,
      timers: this.timerPort,
      templateEditors: this.templateEditors,
      brandEditors: this.brandEditors,
      ...quietPorts,
      lists: { get: async (name: string) => ({ name, profiles: 1, importedAt: now }) },
      segments: { getMany: async (ids: readonly string[]) => this.segments.filter(({ id }) => ids.includes(id)) },
      snippets: { getMany: async (ids: readonly string[]) => this.snippets.filter(({ id }) => ids.includes(id)) },
      people: { ...quietPorts.people, approvers: this.approvers },
      audit: { append: async (entry: AuditNote) => void this.audit.push(entry), ofRun: async () => [] },
      content: {
        put: async (key: string, body: string) => void this.objects.set(key, body),
        putBytes: async () => undefined,
        get: async (key: string) => this.objects.get(key),
        getBytes: async () => undefined,
      },
      personIds: { ofMany: async (ids: readonly string[]) => new Map(ids.map((id) => [id, [id]])) },
      profiles: {
        snapshot: async () => noImports,
        inList: (_list: unknown, _after: unknown) => readers(this.people),
        getMany: unused,
        quarantined: async () => new Set<string>(),
        optedOutAddresses: async () => new Set<string>(),
        addressesWithout: async () => new Set<string>(),
        untrackedAddresses: async () => new Set<string>(),
        suppressionList: async () => new Set<string>(),
        suppressed: async () => new Set<string>(),
      },
      clock: () => this.at,
      newId: () => derivedId(new Date(this.at).toISOString(), `id-${(this.ids += 1)}`),
      derivedId,
      policy: this.policy,
      checkLimits: this.checkLimits,
      audienceDays: 180,
      messagesDays: 400,
      pictures: noPictures,
      consoleUrl: '',
      sender: '',
      report: unused,
      reservePercent: 0,
      mostWorkers: 20,
      destinationsPerCall: 50,
    };
  }
}

import type { Campaign } from '../../../domain/model/campaign.ts';
import { CheckLimits } from '../../../domain/model/check-limits.ts';
import { Policy } from '../../../domain/model/policy.ts';
import type { HtmlCompiler } from '../../../domain/ports/html-compiler.ts';
import type { Check } from '../../../domain/model/preparation.ts';
import { noImports } from '../../../domain/model/import-snapshot.ts';
import type { Snippet } from '../../../domain/model/snippet.ts';
import type { Profile } from '../../../domain/model/profile.ts';
import type { Run } from '../../../domain/model/run.ts';
import { prepareRun, type PreparePorts } from '../../../lambdas/prepare/prepare-run.ts';
import { author, noPictures, now, person, preparing } from '../samples.ts';
import { noLives } from '../schedule/series-timers.ts';

export const unused = (): never => {
  throw new Error('preparation does not ask for this');
};

/** A mail that everybody may leave, but for what a test puts in its place. */
export const orderly = {
  subject: 'Spring',
  preheader: '',
  html: '<html><body><p>Hello</p><p><a href="{{ unsubscribe_url }}">Leave this list</a></p></body></html>',
  text: 'Hello. Leave this list: {{ unsubscribe_url }}',
};

export type Content = Partial<Campaign['content']>;

const campaignOf = (content: Content, rules?: Campaign['rules']): Campaign => ({
  id: 'c',
  version: 1,
  createdAt: now,
  createdBy: author,
  updatedAt: now,
  updatedBy: author,
  name: 'Letter',
  list: 'friends',
  sender: { name: 'Shop', address: 'news@freigabe.example' },
  content: { ...orderly, ...content },
  schedule: { mode: 'onceConfirmed' },
  requestConfirmation: true,
  ...(rules && { rules }),
});

/** People with these attributes, in this order: `p0`, `p1`, … */
export const peopleWith = (attributes: readonly Record<string, string>[]): Profile[] =>
  attributes.map((own, index) => ({
    id: `p${index}`,
    address: `reader${index}@post.example`,
    lists: ['friends'],
    attributes: own,
    importedAt: now,
  }));

/** One run that is prepared, its table and its bucket. */
export class PrepareWorld {
  run: Run = preparing;
  readonly objects = new Map<string, string | Uint8Array>();
  readonly audited: string[] = [];
  /** Of the stage. */
  pictures: PreparePorts['pictures'] = noPictures;
  /** What contents may ask for. */
  readonly snippets = new Map<string, Snippet>();
  private readonly people: Profile[];
  private campaign: Campaign;
  private readonly html: HtmlCompiler;

  constructor(
    content: Content,
    people: Profile[],
    html: HtmlCompiler = { compile: unused },
    rules?: Campaign['rules'],
  ) {
    this.campaign = campaignOf(content, rules);
    this.people = people;
    this.html = html;
  }

  /** By such a schedule, and planned for then. */
  scheduled(schedule: Campaign['schedule'], sendAt?: string): this {
    this.campaign = { ...this.campaign, schedule };
    this.run = { ...preparing, schedule, ...(sendAt !== undefined && { sendAt }) };
    return this;
  }

  /** Only whom the filter means. */
  filtered(filter: Campaign['filter']): this {
    this.campaign = { ...this.campaign, ...(filter && { filter }) };
    return this;
  }

  /** By such rules for its links. */
  linked(links: Campaign['links']): this {
    this.campaign = { ...this.campaign, ...(links && { links }) };
    return this;
  }

  get ports(): PreparePorts {
    const put = async (key: string, body: string | Uint8Array): Promise<void> => void this.objects.set(key, body);
    const getBytes = async (key: string): Promise<Uint8Array | undefined> => {
      const stored = this.objects.get(key);
      return typeof stored === 'string' ? Buffer.from(stored) : stored;
    };
    const { people } = this;
    return {
      campaigns: { withContent: async () => this.campaign },
      lives: noLives,
      runs: {
        get: async () => this.run,
        replace: async (next) => {
          this.run = next;
        },
        ofCampaign: async () => [],
        listOfCampaign: unused,
        recent: unused,
        current: unused,
      },
      profiles: {
        inList: async function* () {
          yield { items: people, cursor: null };
        },
        getMany: unused,
        snapshot: async () => noImports,
        optedOutAddresses: async () => new Set<string>(),
        quarantined: async () => new Set<string>(),
        addressesWithout: async () => new Set<string>(),
        untrackedAddresses: async () => new Set<string>(),
        suppressionList: async () => new Set<string>(),
        suppressed: async () => new Set<string>(),
      },
      content: { put, putBytes: put, get: async (key) => this.objects.get(key)?.toString(), getBytes },
      html: this.html,
      segments: { getMany: unused },
      lists: { get: unused },
      personIds: { ofMany: unused },
      snippets: { getMany: async (names) => names.flatMap((name) => this.snippets.get(name) ?? []) },
      messages: { rowsOfChunk: unused },
      ledger: { ofChunk: unused },
      unknown: { ofRun: unused },
      account: {
        isVerified: async () => true,
        quota: async () => ({ perSecond: 14, per24Hours: -1, sentLast24Hours: 0 }),
      },
      senderDomain: { isSigned: async () => true, mailFrom: async (domain) => domain, texts: async () => [] },
      audit: { append: async ({ what }) => void this.audited.push(what) },
      clock: () => Date.parse(now),
      newId: () => 'attempt',
      people: { approvers: async () => [person] },
      policy: Policy.parse({}),
      checkLimits: CheckLimits.parse({}),
      audienceDays: 180,
      messagesDays: 400,
      pictures: this.pictures,
    };
  }

  async prepare(): Promise<Run> {
    await prepareRun(this.ports)({ runId: 'r' }, () => 900_000);
    return this.run;
  }
}

/** The checks that block such a mail to such people, by code; none: it was frozen. */
export const blocking = async (
  content: Content,
  attributes: readonly Record<string, string>[] = [{ name: 'Ada' }],
  html?: HtmlCompiler,
): Promise<Record<string, Check['facts']>> => {
  const run = await new PrepareWorld(content, peopleWith(attributes), html).prepare();
  if (run.state !== 'PreparationFailed') return {};
  const blocked = run.checks.filter(({ verdict }) => verdict === 'blocking');
  return Object.fromEntries(blocked.map(({ code, facts }) => [code, facts]));
};

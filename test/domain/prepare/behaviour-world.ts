import { CHUNK_SIZE, chunkKey } from '../../../domain/model/manifest.ts';
import type { Group } from '../../../domain/model/ledger.ts';
import type { LookPorts } from '../../../domain/model/look-at-messages.ts';
import type { MessageRow, TrackingLine } from '../../../domain/model/message.ts';
import type { Run } from '../../../domain/model/run.ts';
import { hasEnded } from '../../../domain/model/run-end.ts';
import { awaiting, now, preparation } from '../samples.ts';

const at = (minute: number): string => `2026-11-24T10:0${minute}:00.000Z`;
const firefox = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/144.0';
const link = 'https://shop.example/';
const delivery = { kind: 'delivery', at: at(1) } as const;
const bounce = { kind: 'bounce', at: at(3), status: '5.1.1', type: 'Permanent' } as const;
const open = { kind: 'open', at: at(4), agent: firefox } as const;

/** What SES reported of a message, or what the ledger says of one of which it reported nothing. */
export const fates = {
  delivered: [delivery],
  bounced: [bounce],
  bouncedLate: [delivery, { ...open, at: at(2) }, bounce],
  deliveredAfterAll: [bounce, { ...delivery, at: at(5) }],
  onItsWay: [{ kind: 'send', at: at(1) }],
  delayed: [{ kind: 'delay', at: at(1) }],
  opened: [delivery, open],
  openedOnly: [open],
  fetchedByApple: [delivery, { ...open, agent: 'Mozilla/5.0' }],
  fetchedByBot: [delivery, { ...open, bot: 'Likely' }],
  openedByNobodyKnows: [delivery, { ...open, agent: '' }],
  clicked: [delivery, { ...open, kind: 'click', link }],
  clickedByScanner: [delivery, { ...open, kind: 'click', link, agent: 'Mimecast' }],
  optedOut: [delivery, { kind: 'unsubscribe', at: at(4) }],
  untracked: [{ ...delivery, untracked: true }],
  handedOver: [],
  unknown: [],
  refused: [],
  stopped: [],
  neverClaimed: [],
} satisfies Record<string, TrackingLine[]>;
export type Fate = keyof typeof fates;
export const everyFate = Object.keys(fates).filter((name): name is Fate => name in fates);

/** `who`: number of the profile, whose address has the same; `as`: they had the message under another id. */
export type Message = { who: number; fate: Fate; as?: string };
export type Sent = { messages: readonly Message[]; campaignId?: string; daysAgo?: number; isUntracked?: boolean };

export const idOf = (who: number): string => `p${who}`;
export const addressOf = (who: number): string => `reader${who}@post.example`;

/** Chunks of few people; the rest of their places is empty. */
const PER_CHUNK = 4;

const groupOf = (runId: string, chunk: number, messages: readonly Message[]): Group[] => {
  const numbers = (...wanted: Fate[]): number[] =>
    messages.flatMap(({ fate }, place) => (wanted.includes(fate) ? [chunk * CHUNK_SIZE + place] : []));
  const claimed = messages.filter(({ fate }) => fate !== 'neverClaimed');
  if (claimed.length === 0) return [];
  const outcome = {
    closedAt: now,
    handedOver: numbers('handedOver').map((number) => ({ number, sesMessageId: `m${number}` })),
    refused: numbers('refused').map((number) => ({ number, reason: 'REJECTED' })),
    optedOut: numbers('stopped'),
    released: [],
    unknown: numbers('unknown'),
  };
  return [
    {
      runId,
      chunk,
      from: chunk * CHUNK_SIZE,
      to: chunk * CHUNK_SIZE + messages.length - 1,
      generation: 0,
      attempt: 'a',
      claimedAt: now,
      deadline: now,
      outcome,
    },
  ];
};

/** Runs that were sent, what was frozen of them, what SES reported, and what the ledger says. */
export class BehaviourWorld {
  readonly runs: Run[] = [];
  readonly objects = new Map<string, string>();
  readonly unreadable: string[] = [];
  reads = 0;
  private readonly rows = new Map<string, MessageRow[]>();
  private readonly groups = new Map<string, Group[]>();

  /** A run that is finished, unless it is put into another state afterwards. */
  send(id: string, { messages, campaignId = 'c0', daysAgo = 1, isUntracked = false }: Sent): this {
    const prefix = `runs/${id}/1/`;
    const chunks = Math.ceil(messages.length / PER_CHUNK);
    for (let chunk = 0; chunk < chunks; chunk += 1) this.freeze({ id, prefix, chunk }, messages, isUntracked);
    const sentAt = new Date(Date.parse(now) - daysAgo * 86_400_000).toISOString();
    const frozen = { ...preparation, preparedAt: sentAt, prefix, chunks };
    const base = { ...awaiting, id, campaignId, campaignName: `Letter of ${campaignId}`, createdAt: sentAt };
    const sent = { startAt: sentAt, sendingStartedAt: sentAt, finishedAt: sentAt };
    this.runs.push({ ...base, ...sent, preparation: frozen, state: 'Finished' });
    return this;
  }

  /** The run of that id as it is changed. */
  change(id: string, changed: (run: Run) => Run): this {
    const place = this.runs.findIndex((run) => run.id === id);
    const run = this.runs[place];
    if (run) this.runs[place] = changed(run);
    return this;
  }

  forget(id: string): this {
    for (const key of this.objects.keys()) if (key.includes(`/${id}/`)) this.objects.delete(key);
    return this;
  }

  get ports(): LookPorts {
    const newestFirst = this.runs.toSorted((one, other) => (one.id < other.id ? 1 : -1));
    return {
      runs: {
        get: async (id) => this.runs.find((run) => run.id === id),
        current: async () => ({ items: newestFirst.filter((run) => !hasEnded(run)), unreadable: [], cursor: null }),
        // A run for each page: whoever looks back too short a time misses some.
        recent: async ({ before }) => {
          const rest = newestFirst.filter((run) => before === undefined || run.id < before);
          return {
            items: rest.slice(0, 1),
            unreadable: before === undefined ? [...this.unreadable] : [],
            next: rest.length > 1 ? rest[0]?.id : undefined,
          };
        },
        listOfCampaign: async (campaignId) => ({
          items: newestFirst.filter((run) => run.campaignId === campaignId),
          unreadable: [],
        }),
      },
      content: {
        get: async (key) => {
          this.reads += 1;
          return this.objects.get(key);
        },
      },
      messages: { rowsOfChunk: async (runId, chunk) => this.rows.get(`${runId}/${chunk}`) ?? [] },
      ledger: { ofChunk: async (runId, chunk) => this.groups.get(`${runId}/${chunk}`) ?? [] },
    };
  }

  private freeze(
    { id, prefix, chunk }: { id: string; prefix: string; chunk: number },
    messages: readonly Message[],
    isUntracked: boolean,
  ): void {
    const some = messages.slice(chunk * PER_CHUNK, (chunk + 1) * PER_CHUNK);
    const recipients = some.map(({ who, as = idOf(who) }) => ({ profileId: as, address: addressOf(who), data: {} }));
    const told = isUntracked ? { isUntracked: true } : {};
    this.objects.set(chunkKey(prefix, chunk), JSON.stringify({ runId: id, chunk, recipients, ...told }));
    const rows = some.map(({ fate }, place) => ({ runId: id, number: chunk * CHUNK_SIZE + place, lines: fates[fate] }));
    this.rows.set(
      `${id}/${chunk}`,
      rows.filter(({ lines }) => lines.length > 0),
    );
    this.groups.set(`${id}/${chunk}`, groupOf(id, chunk, some));
  }
}

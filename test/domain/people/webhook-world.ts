import type { StageEvent } from '../../../domain/model/stage-event.ts';
import { NoAnswer, type Outgoing } from '../../../domain/people/ports/webhooks.ts';
import type { KnownOutcome, Outcome, Sealed, Webhook } from '../../../domain/people/webhook.ts';
import type { Audit } from '../../../domain/ports/audit.ts';
import { signStandard } from '../../../lambdas/adapters/https/standard-webhooks.ts';
import { outsideOf } from '../../../lambdas/adapters/https/outside.ts';
import { deliverEvents, type DeliverPorts } from '../../../lambdas/people/deliver-events.ts';
import { campaignWith } from '../schedule/launch-world.ts';
import { now } from '../samples.ts';
import { MemoryDeliveries } from './publish-world.ts';

export const event: StageEvent = {
  version: 1,
  id: 'r.7',
  type: 'run.expired',
  at: now,
  campaignId: 'c',
  runId: 'r',
  url: 'https://console.example/runs/r',
  data: {},
};

type Waiting = { body: string; dueAt: number };
type Entry = Parameters<Audit['append']>[0];

/** Webhooks, their queue, and what is at the other end. */
export class WebhookWorld {
  at = Date.parse(now);
  campaignName = 'Letter';
  readonly hooks = new Map<string, Webhook>();
  readonly outcomes = new Map<string, KnownOutcome>();
  readonly queue: Waiting[] = [];
  readonly posted: (Outgoing & { at: number })[] = [];
  readonly audited: Entry[] = [];
  readonly deliveries = new MemoryDeliveries(() => this.at);
  /** Of the other end. */
  answer: number | NoAnswer | ((address: string) => number) = 200;
  private ids = 0;
  private added = 0;

  private receipts = new Map<string, Waiting>();

  readonly ports = {
    webhooks: {
      all: async () =>
        [...this.hooks.values()].map((webhook) => ({ webhook, last: this.outcomes.get(webhook.id) ?? null })),
      get: async (id: string) => this.hooks.get(id),
      additions: async () => this.added,
      add: async (webhook: Webhook, seen: number) => {
        if (this.hooks.has(webhook.id) || seen !== this.added) return false;
        this.added += 1;
        return Boolean(this.hooks.set(webhook.id, webhook));
      },
      write: async (webhook: Webhook) => {
        if (this.hooks.get(webhook.id)?.revision !== webhook.revision - 1) return false;
        return Boolean(this.hooks.set(webhook.id, webhook));
      },
      remove: async (id: string) => void this.hooks.delete(id),
      note: async (id: string, outcome: Outcome) => {
        const before = this.outcomes.get(id)?.failingSince ?? outcome.at;
        const failingSince = outcome.isDelivered ? null : before;
        this.outcomes.set(id, { ...outcome, failingSince });
        return failingSince;
      },
      untold: async () =>
        [...this.hooks.values()].filter(({ off }) => off && off.cause !== 'byHand').map(({ id }) => id),
      markTold: async () => undefined,
    },
    deliveries: this.deliveries,
    seal: {
      seal: async (id: string, sealed: Sealed) => JSON.stringify({ id, sealed }),
      open: async ({ sealed }: { sealed: string }) => (JSON.parse(sealed) as { sealed: Sealed }).sealed,
    },
    outside: {
      fault: (address: string) => outsideOf('public').fault(address),
      post: async (outgoing: Outgoing) => {
        this.posted.push({ ...outgoing, at: this.at });
        if (this.answer instanceof Error) throw this.answer;
        return typeof this.answer === 'number' ? this.answer : this.answer(outgoing.address);
      },
    },
    queue: {
      put: async (message: object) => void this.queue.push({ body: JSON.stringify(message), dueAt: this.at }),
      postpone: async (receipt: string, seconds: number) => {
        const waiting = this.receipts.get(receipt);
        if (waiting) waiting.dueAt = this.at + seconds * 1000;
      },
    },
    campaigns: { get: async () => ({ ...campaignWith({ mode: 'onceConfirmed' }), name: this.campaignName }) },
    audit: { append: async (entry: Entry) => void this.audited.push(entry), ofRun: async () => [] },
    sign: signStandard,
    newSecret: () => `whsec_${Buffer.from(`${(this.ids += 1)}`.padStart(32, 'x')).toString('base64')}`,
    newId: () => `h${(this.ids += 1)}`,
    clock: () => this.at,
    consoleUrl: 'https://console.example',
    report: () => undefined,
  };

  readonly add = (id: string, more: Partial<Webhook> & { secrets?: Sealed['secrets'] } = {}): Webhook => {
    const { secrets = [{ secret: `whsec_${Buffer.from('a'.repeat(32)).toString('base64')}` }], ...given } = more;
    const address = `https://${id}.example.com/in`;
    const webhook: Webhook = {
      id,
      revision: 1,
      name: id,
      kind: 'webhook',
      events: [],
      language: 'en',
      host: `${id}.example.com`,
      createdAt: now,
      off: null,
      sealed: JSON.stringify({ id, sealed: { address, secrets } }),
      ...given,
    };
    this.hooks.set(id, webhook);
    return webhook;
  };

  /** As the rule of the bus puts it there. */
  readonly happen = (one: StageEvent = event): void => {
    this.queue.push({
      body: JSON.stringify({ source: 'freigabe', 'detail-type': one.type, detail: one }),
      dueAt: this.at,
    });
  };

  /** Messages of a function that died come again after this. */
  static readonly VISIBILITY_MS = 180_000;

  /** Hands over what is due, until nothing is, for so long. */
  readonly pass = async (milliseconds: number, first: (ports: DeliverPorts) => DeliverPorts = (same) => same) => {
    const end = this.at + milliseconds;
    let wrap = first;
    for (;;) {
      const due = this.queue.toSorted((one, other) => one.dueAt - other.dueAt)[0];
      if (!due || due.dueAt > end) break;
      this.at = Math.max(this.at, due.dueAt);
      due.dueAt = this.at + WebhookWorld.VISIBILITY_MS;
      const receipt = `receipt-${(this.ids += 1)}`;
      this.receipts.set(receipt, due);
      const { failed } = await deliverEvents(wrap(this.ports))([{ id: 'm', body: due.body, receipt }]);
      wrap = (same) => same;
      if (failed.length === 0) this.queue.splice(this.queue.indexOf(due), 1);
    }
    this.at = end;
  };
}

import type * as z from 'zod';
import type { Me } from '../../../domain/people/api.ts';
import { Policy } from '../../../domain/model/policy.ts';
import { Refusal } from '../../../client/freigabe.ts';
import { Api } from '../../../local/demo/api.ts';
import { ends, figuresOf, type SimulatorRecipient } from '../../../operator/smoke/scenarios.ts';

const roles: Record<string, string> = { paula: 'prepare-deliveries', anton: 'start-deliveries', ada: 'administration' };

/** Who is signed in, in the role that goes with the name. */
export const me = (name: string, different: { mayStart?: boolean } & Partial<Policy> = {}): Me => {
  const { mayStart = roles[name] === 'start-deliveries', ...policy } = different;
  return {
    email: `${name}@freigabe.example`,
    name,
    groups: [roles[name] ?? ''],
    mayPrepare: true,
    mayStart,
    maySeeLogs: true,
    mayManagePeople: false,
    training: false,
    policy: Policy.parse(policy),
    topics: [],
    proofs: { domains: [], testAddresses: [], perRun: 100, perDay: 200 },
  };
};

const at = '2026-11-24T10:00:00.000Z';
const rate = (count: number) => ({ count, of: 10, percent: null });

type Different = {
  importRefused?: boolean;
  accepted?: number;
  /** A check that blocks the preparation. */
  blocking?: string;
  excluded?: number;
  decisionRefused?: boolean;
  /** The run pauses by itself for this. */
  pausedFor?: string;
  /** Of whom no event comes. */
  unheard?: string;
  balanced?: boolean;
  complained?: number;
  corrected?: Record<string, number>;
  newInEvents?: string;
};

/** What the API answers in the course of a smoke run, and what it was asked. */
export class FakeProduct {
  readonly asked: string[] = [];
  private state = 'AwaitingConfirmation';
  readonly recipients: readonly SimulatorRecipient[];
  private readonly different: Different;

  constructor(recipients: readonly SimulatorRecipient[], different: Different = {}) {
    this.recipients = recipients;
    this.different = different;
    if (different.blocking !== undefined) this.state = 'PreparationFailed';
  }

  answer(method: string, path: string): unknown {
    this.asked.push(`${method} ${path.replace(/smoke-[\w-]+/, 'X')}`);
    if (path.startsWith('/profiles/imports')) return this.imported();
    const profile = /^\/profiles\/([^/]+)(.*)$/.exec(path);
    if (profile) return this.ofProfile(profile[1] ?? '', profile[2] ?? '');
    if (path === '/campaigns') return { id: 'c' };
    if (path === '/campaigns/c/runs') return this.run();
    if (path === '/events/strange') return this.strange();
    return this.ofRun(path.replace('/runs/r', ''));
  }

  private imported() {
    const { importRefused, accepted = this.recipients.length } = this.different;
    if (importRefused) throw new Refusal(409, { detail: 'The list is being imported.', mend: 'Try again.' });
    return { rows: this.recipients.length, accepted };
  }

  private ofRun(path: string): unknown {
    if (path === '/decision') return this.decided();
    if (path === '/stop') this.state = 'Stopped';
    if (path === '/messages') return this.recipients.map((recipient) => this.message(recipient));
    if (path === '/events') return this.recipients.flatMap((recipient) => this.happened(recipient));
    if (path === '/stats') return { difference: this.different.corrected ?? {} };
    return path === '/kpis' ? { figures: this.figures() } : this.run();
  }

  private decided(): unknown {
    if (this.different.decisionRefused) throw new Refusal(403, { detail: 'Your own work.', mend: 'Ask somebody.' });
    this.state = this.different.pausedFor === undefined ? 'Finished' : 'Paused';
    return this.run();
  }

  private run() {
    const { blocking, excluded = 0, pausedFor } = this.different;
    const toDeliver = this.recipients.length - excluded;
    return {
      id: 'r',
      state: this.state,
      counts: { targeted: this.recipients.length, excluded: [{ cause: 'fatigue', count: excluded }], toDeliver },
      checks: [
        { code: 'quota', verdict: 'passed' },
        { code: 'sendWindow', verdict: 'warning' },
        ...(blocking === undefined ? [] : [{ code: blocking, verdict: 'blocking' }]),
      ],
      preparationMs: 900,
      manifestHash: 'a'.repeat(64),
      approvalsNeeded: 1,
      sendingStartedAt: at,
      endedAt: at,
      endCause: pausedFor ?? null,
      holdUntil: null,
    };
  }

  private isHeard({ scenario }: SimulatorRecipient): boolean {
    return scenario !== this.different.unheard;
  }

  private message(recipient: SimulatorRecipient) {
    const { state, failures } = ends[recipient.scenario];
    const isHeard = this.isHeard(recipient);
    return {
      profileId: recipient.id,
      state: isHeard ? state : 'handedOver',
      failure: (isHeard ? failures[0] : undefined) ?? null,
    };
  }

  private happened(recipient: SimulatorRecipient) {
    if (!this.isHeard(recipient)) return [];
    const { happens, mayHappen } = ends[recipient.scenario];
    // The second look finds what SES does not promise.
    const late = this.asked.filter((asked) => asked.endsWith('/events')).length > 1 ? mayHappen : [];
    return [...happens, ...late].map((kind) => ({ profileId: recipient.id, kind }));
  }

  private ofProfile(id: string, path: string): unknown {
    const recipient = this.recipients.find((one) => one.id === id);
    if (!recipient) throw new Refusal(404, { detail: 'There is no such profile.' });
    if (path === '/erase') return { frozenUntil: '2027-05-30T00:00:00.000Z' };
    const { state, quarantined, optedOut } = ends[recipient.scenario];
    if (path === '/history') return { items: [{ runId: 'r', state, happenings: [{ kind: 'delivery' }] }] };
    const isHeard = this.isHeard(recipient);
    return {
      profile: { ...(optedOut && isHeard && { optedOut: { at } }) },
      standing: quarantined && isHeard ? { quarantine: { since: at } } : null,
    };
  }

  private figures() {
    const { balanced = true, complained } = this.different;
    const { toDeliver, ...counts } = figuresOf(this.recipients);
    const books = { toDeliver, delivered: counts.delivered, failed: counts.failed, pending: 0, unknown: 0, stopped: 0 };
    return {
      toDeliver,
      sent: rate(counts.sent),
      delivered: rate(counts.delivered),
      failed: rate(counts.failed),
      complained: rate(complained ?? counts.complained),
      books: { ...books, balanced, difference: balanced ? 0 : 1 },
    };
  }

  private strange() {
    const place = this.different.newInEvents;
    return { unknown: place === undefined ? [] : [{ place, value: null, lastAt: '2999-01-01T00:00:00.000Z' }] };
  }
}

/** Asks a fake product; the shapes of answers are the API's own to test. */
export class FakeApi extends Api {
  private readonly product: FakeProduct;
  private readonly name: string;

  constructor(product: FakeProduct, name: string) {
    super('http://product.example', 'a-secret-token');
    this.product = product;
    this.name = name;
  }

  private async asked(method: string, path: string): Promise<never> {
    await Promise.resolve();
    return this.product.answer(`${this.name} ${method}`, path) as never;
  }

  override async get<S extends z.ZodType>(path: string, _schema: S): Promise<z.output<S>> {
    return this.asked('GET', path);
  }

  override async post<S extends z.ZodType>(path: string, _body: unknown, _schema: S): Promise<z.output<S>> {
    return this.asked('POST', path);
  }

  override async postCsv<S extends z.ZodType>(path: string, _csv: unknown, _schema: S): Promise<z.output<S>> {
    return this.asked('POST', path);
  }

  override async all<S extends z.ZodType>(path: string, _item: S): Promise<z.output<S>[]> {
    return this.asked('GET', path);
  }
}

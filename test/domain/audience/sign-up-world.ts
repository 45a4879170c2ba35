import { createHash } from 'node:crypto';
import { signUpPath } from '../../../domain/audience/sign-up-page.ts';
import { signUpRoutes } from '../../../domain/audience/sign-up-routes.ts';
import type { PendingSignUp } from '../../../domain/audience/sign-up.ts';
import { addressKey } from '../../../domain/model/address.ts';
import { type SingleMail } from '../../../domain/ports/single-mailer.ts';
import {
  confirmSignUp,
  showSignUpConfirmation,
  type ConfirmSignUpPorts,
} from '../../../lambdas/audience/confirm-sign-up.ts';
import { showSignUp, signUp } from '../../../lambdas/audience/sign-up.ts';
import { httpApi } from '../../../lambdas/entry/http-api.ts';
import { shortHash } from '../../../lambdas/adapters/dynamodb/profile-item.ts';
import { open } from './import-gate.ts';
import { OptOutWorld } from './opt-out-world.ts';

export const consent = 'I want to get news by mail, and can unsubscribe at any time.';
const keyed = (text: string): string => createHash('sha256').update(`secret ${text}`).digest('base64url');

/** What is kept of sign-ups, with DynamoDB's conditions, beside the profiles and their opt-outs. */
export class SignUpWorld {
  readonly people = new OptOutWorld();
  readonly mails: SingleMail[] = [];
  readonly proofs: { runId: string; what: string; facts: Record<string, string | number> }[] = [];
  readonly lists = new Set<string>();
  refusal: Error | undefined;
  /** Dies before this step of a confirmation. */
  diesAt = Number.POSITIVE_INFINITY;
  private readonly pending = new Map<string, PendingSignUp>();
  private readonly counts = new Map<string, number>();
  private steps = 0;

  constructor() {
    this.people.topics.push({ id: 'news', en: 'News', de: 'Neues' }, { id: 'offers', en: 'Offers', de: 'Angebote' });
  }

  private count(keys: readonly [string, number][]): boolean {
    if (keys.some(([key, most]) => (this.counts.get(key) ?? 0) >= most)) return false;
    for (const [key] of keys) this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    return true;
  }

  private step(): void {
    this.steps += 1;
    if (this.steps > this.diesAt) throw new Error('the Lambda died');
  }

  get ports(): ConfirmSignUpPorts {
    const { imports } = this.people;
    const { profiles } = this.people;
    const step = (): void => this.step();
    const { names, mappings } = imports.portsBehind(open);
    return {
      names,
      mappings,
      lists: { ensure: async ([name = '']) => void this.lists.add(name) },
      signUps: {
        countNetwork: async (network, at, most) => this.count([[`n ${network} ${at.slice(0, 13)}`, most]]),
        countMail: async (key, at, most) =>
          this.count([
            [`a ${key} ${at.slice(0, 10)}`, 1],
            [`a ${key} ${at.slice(0, 7)}`, most.inMonth],
            [`s ${at.slice(0, 13)}`, most.inHour],
          ]),
        giveBack: async (key, at) => {
          for (const length of [10, 7]) this.counts.set(`a ${key} ${at.slice(0, length)}`, 0);
        },
        keep: async (pending) => {
          const token = `t${this.pending.size}`.padEnd(43, '_');
          this.pending.set(token, pending);
          return token;
        },
        get: async (token) => this.pending.get(token),
        confirmed: async (token, at) => {
          step();
          this.pending.set(token, { ...this.pending.get(token)!, address: '', confirmedAt: at });
        },
        join: async ({ id, address, list, language, at }) => {
          step();
          const known = imports.profiles.get(id);
          if (known?.erasedAt !== undefined || imports.stored.get(id)?.base.merged) return false;
          const lists = [...new Set([...(known?.lists ?? []), list])];
          imports.keep({ address, attributes: { language }, importedAt: at, ...known, id, lists });
          return true;
        },
      },
      profiles: {
        ...profiles,
        findByAddress: async (key: string) =>
          [...imports.profiles.values()].filter(({ address }) => addressKey(address) === key),
        replaceAddressOptOuts: async (...given: Parameters<typeof profiles.replaceAddressOptOuts>) => {
          step();
          return profiles.replaceAddressOptOuts(...given);
        },
        optIn: async (...given: Parameters<typeof profiles.optIn>) => {
          step();
          return profiles.optIn(...given);
        },
      } as never,
      audit: {
        append: async ({ runId, what, facts = {} }) => {
          step();
          this.proofs.push({ runId, what, facts });
        },
      },
      mailer: {
        send: async (mail) => {
          if (this.refusal) throw this.refusal;
          this.mails.push(mail);
        },
      },
      signer: async () => keyed,
      clock: () => imports.at,
      rules: {
        list: 'signed-up',
        sender: { name: 'Shop <b>', address: 'news@shop.example' },
        consent: { en: consent, de: 'Ich möchte Neuigkeiten per Mail bekommen.' },
        perHour: 50,
      },
      topics: this.people.topics,
      consoleUrl: 'https://f.example',
      idOf: shortHash,
      report: () => {},
    };
  }

  async ask(email: string, form: Record<string, string> = {}, ip = '198.51.100.7, 203.0.113.1'): Promise<string> {
    const body = { email, consent: 'yes', 'topic.news': 'yes', ...form };
    const request = { params: {}, query: {}, body, actor: undefined, origin: { ip, userAgent: '' } };
    return (await signUp(this.ports)(request)).html;
  }

  /** POST /subscribe as API Gateway hands it over. */
  async post(body: string, type: string) {
    const { ports } = this;
    const pages = { showSignUp: showSignUp(ports), headSignUp: showSignUp(ports), signUp: signUp(ports) };
    const link = showSignUpConfirmation(ports);
    const confirming = {
      showSignUpConfirmation: link,
      headSignUpConfirmation: link,
      confirmSignUp: confirmSignUp(ports),
    };
    const http = { method: 'POST', path: signUpPath, sourceIp: '' };
    const event = { version: '2.0', headers: { 'content-type': type }, requestContext: { http }, body };
    return httpApi(signUpRoutes, { ...pages, ...confirming }, {} as never)(event as never, {} as never);
  }

  get token(): string {
    return /\/api\/subscribe\/(\S+)/.exec(this.mails.at(-1)?.text ?? '')?.[1] ?? '';
  }

  async press(token: string, form: Record<string, string> = { confirm: 'yes' }) {
    this.steps = 0;
    const origin = { ip: '192.0.2.7, 203.0.113.1', userAgent: '' };
    return confirmSignUp(this.ports)({ params: { token }, query: {}, body: form, origin } as never);
  }

  async getsMails(topic?: string): Promise<string[]> {
    return (await this.people.send(topic)).map(({ address }) => address);
  }

  later(hours: number): void {
    this.people.imports.at += hours * 3_600_000;
  }
}

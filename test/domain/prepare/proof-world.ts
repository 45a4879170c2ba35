import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { chained, type AuditRecord } from '../../../domain/model/audit-chain.ts';
import type { Actor } from '../../../domain/people/people.ts';
import { NotMailed, type SingleMail } from '../../../domain/ports/single-mailer.ts';
import type { AddressOptOuts } from '../../../domain/model/address-opt-outs.ts';
import type { ProofRules } from '../../../domain/model/proof-rules.ts';
import { peopleIn } from '../../../lambdas/adapters/cognito/people.ts';
import { sendDraftProofs } from '../../../lambdas/prepare/send-draft-proofs.ts';
import { sendProofs, type ProofPorts } from '../../../lambdas/prepare/send-proofs.ts';
import { awaiting, makingOf, manifest, now, person } from '../samples.ts';
import { UserPool } from '../people/user-pool.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const token: Actor = { ...person, groups: ['prepare-deliveries'] };

/** Addresses of a domain that the stage names. */
export const strangers = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `somebody.${index}@example.com`);

const pool = new UserPool()
  .with('anton')
  .with('bea', { enabled: false })
  .with('carl', { status: 'FORCE_CHANGE_PASSWORD' })
  .with('dora', {
    status: 'EXTERNAL_PROVIDER',
    attributes: {
      email: 'dora@company.example',
      email_verified: 'false',
      identities: '[{"providerName":"Company"}]',
    },
  })
  .with('emil', { attributes: { email: 'victim@evil.example', email_verified: 'false' } });
pool.rules = {
  passwords: 'allowed',
  providers: [{ name: 'Company', domains: ['company.example'], addresses: 'trusted', groups: null }],
};

const chunk = { runId: 'r', chunk: 0, recipients: [{ profileId: 'p', address: 'p@reader.example', data: {} }] };

type Call = { runId: string; takes: number };

/** A prepared run, its mailbox, and the counts that calls at the same time share. */
export class ProofWorld {
  at = Date.parse(now);
  runId = 'r';
  readonly mails: (SingleMail & { runId: string })[] = [];
  readonly audit: AuditRecord[] = [];
  readonly slept: number[] = [];
  readonly reported: object[] = [];
  /** By key of the address. */
  readonly optOuts = new Map<string, AddressOptOuts>();
  /** Keys of addresses of test profiles that were taken in. */
  readonly testers = new Set<string>();
  /** What SES answers, one for each mail; undefined: it takes it. */
  refusals: (Error | undefined)[] = [];
  /** How long Cognito and SES take for each of their answers, in milliseconds. */
  takes = { cognito: 0, ses: 0 };
  /** What the Lambda has left when the call begins, in milliseconds. */
  timeLeft = Number.POSITIVE_INFINITY;
  /** Addresses that Cognito was asked for, and how many at the same time at most. */
  readonly questions: string[] = [];
  atOnce = 0;
  private asking = 0;
  private readonly pool = peopleIn(pool.port, () => this.at);
  private readonly counts = new Map<string, number>();
  private readonly calls = new AsyncLocalStorage<Call>();
  private readonly rules: ProofRules;

  constructor(rules: ProofRules) {
    this.rules = rules;
  }

  get counted(): { run: number; day: number } {
    return { run: this.countOf(this.runId), day: this.countOf(now.slice(0, 10)) };
  }

  private countOf(key: string | null): number {
    return key === null ? 0 : (this.counts.get(key) ?? 0);
  }

  private add(key: string | null, proofs: number): void {
    if (key !== null) this.counts.set(key, this.countOf(key) + proofs);
  }

  /** @param call the run, and how many of this call SES takes */
  async send(
    addresses: string[],
    call: Call = { runId: this.runId, takes: Number.POSITIVE_INFINITY },
    as: { profile?: string } = {},
  ) {
    const asked = {
      params: { id: call.runId },
      query: {},
      body: { addresses, as: 0, ...as },
      actor: token,
      origin: { ip: '192.0.2.1', userAgent: 'test' },
      making: makingOf('proof'),
    };
    return this.calls.run(call, async () => sendProofs(this.ports)(asked, () => this.timeLeft));
  }

  /** A mail that is being written, to these; `topic` of its campaign. */
  async sendDraft(addresses: string[], takes = Number.POSITIVE_INFINITY, topic?: string) {
    const mail = { subject: 'Spring\r\nBcc: x', html: '<p>Hello</p>', text: 'Hello' };
    const sender = { name: 'Shop', address: 'news@freigabe.example' };
    const asked = {
      params: {},
      query: {},
      body: { mail, sender, addresses, topic },
      actor: token,
      origin: { ip: '192.0.2.1', userAgent: 'test' },
      making: makingOf('proof'),
    };
    const reportSent = (sent: { by: string; recipients: number }): void => void this.reported.push(sent);
    const ports = { ...this.ports, reportSent };
    return this.calls.run({ runId: 'draft', takes }, async () => sendDraftProofs(ports)(asked, () => this.timeLeft));
  }

  private async isOfSomebody(address: string): Promise<boolean> {
    this.questions.push(address);
    const begun = this.at;
    this.asking += 1;
    this.atOnce = Math.max(this.atOnce, this.asking);
    const isOne = await this.pool.isOfSomebody(address);
    // Answers of questions that were asked together come together.
    this.at = Math.max(this.at, begun + this.takes.cognito);
    this.asking -= 1;
    return isOne;
  }

  private mail(mail: SingleMail): void {
    this.at += this.takes.ses;
    const call = this.calls.getStore() ?? { runId: '', takes: 0 };
    const refusal = call.takes > 0 ? this.refusals.shift() : new NotMailed('quota', 'Throttling');
    if (refusal) throw refusal;
    call.takes -= 1;
    this.mails.push({ ...mail, runId: call.runId });
  }

  private get ports(): ProofPorts {
    return {
      runs: { get: async () => awaiting },
      content: {
        get: async (key: string) =>
          JSON.stringify(
            key.endsWith('manifest.json') ? { ...manifest, chunks: [{ recipients: 1, sha256: '' }] } : chunk,
          ),
      } as ProofPorts['content'],
      consoleUrl: 'https://console.example',
      mailer: { send: async (mail) => this.mail(mail) },
      audit: {
        append: async (entry) => void this.audit.push(chained({ facts: {}, ...entry }, this.audit.at(-1), sha256)),
        ofRun: async () => this.audit,
      },
      clock: () => this.at,
      sleep: async (milliseconds) => {
        this.slept.push(milliseconds);
        this.at += milliseconds;
      },
      report: () => {},
      profiles: {
        addressOptOuts: async (key) => this.optOuts.get(key),
        addressStatus: async () => undefined,
        isOnSuppressionList: async () => false,
      },
      people: { isOfSomebody: async (address) => this.isOfSomebody(address) },
      testProfiles: {
        among: async (keys) => new Set(keys.filter((key) => this.testers.has(key))),
      },
      proofRules: this.rules,
      proofCounts: {
        of: async (runId, day) => ({ run: this.countOf(runId), day: this.countOf(day) }),
        add: async ({ runId, day, proofs, room }) => {
          if (this.countOf(runId) > room.run || this.countOf(day) > room.day) return false;
          this.add(runId, proofs);
          this.add(day, proofs);
          return true;
        },
        giveBack: async ({ runId, day, proofs }) => {
          this.add(runId, -proofs);
          this.add(day, -proofs);
        },
      },
    };
  }
}

import { createHash } from 'node:crypto';
import { chained, type AuditRecord } from '../../../domain/model/audit-chain.ts';
import type { ConfirmationLink } from '../../../domain/confirm/confirmation-link.ts';
import type { Person } from '../../../domain/people/people.ts';
import type { MailKind } from '../../../domain/people/mail-choice.ts';
import type { SingleMail } from '../../../domain/ports/single-mailer.ts';
import { Problem } from '../../../domain/http/problem.ts';
import type { Run } from '../../../domain/model/run.ts';
import type { DecisionPorts } from '../../../lambdas/confirm/decide-run.ts';
import { now } from '../samples.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What would be in the table, the mail box and Step Functions, for the handlers of the gate. */
export class GateWorld {
  run: Run;
  at = Date.parse(now);
  readonly audit: AuditRecord[] = [];
  readonly mails: SingleMail[] = [];
  readonly links = new Map<string, ConfirmationLink>();
  /** Runs whose machine waits. */
  readonly tokens = new Set<string>();
  continued = 0;
  /** Called before each conditional write: the place where somebody else comes first, or a crash happens. */
  beforeWrite: () => Promise<void> = async () => {};
  beforeAnswer: () => Promise<void> = async () => {};
  /** Mails that somebody does without, by their sub. */
  readonly off = new Map<string, MailKind[]>();
  readonly people: Person[];

  constructor(run: Run, people: Person[]) {
    this.run = run;
    this.people = people;
    this.tokens.add(run.id);
  }

  private once(hook: 'beforeWrite' | 'beforeAnswer'): Promise<void> {
    const call = this[hook];
    this[hook] = async () => {};
    return call();
  }

  get ports(): DecisionPorts {
    return {
      runs: {
        get: async () => this.run,
        replace: async (next) => {
          await this.once('beforeWrite');
          if (next.version !== this.run.version + 1) throw new Problem('conflict', 'moved', 'again');
          this.run = next;
        },
        ofCampaign: async () => [this.run],
        openOfCampaign: async () => [this.run],
        create: async () => true,
        listOfCampaign: async () => ({ items: [this.run], unreadable: [] }),
        current: async () => ({ items: [this.run], unreadable: [], cursor: null }),
        recent: async () => ({ items: [this.run], unreadable: [] }),
        open: async () => [this.run.id],
      },
      campaigns: { markRefused: async () => {} },
      links: {
        create: async (link) => {
          const id = `link-${this.links.size}`;
          this.links.set(id, link);
          return id;
        },
        get: async (id) => this.links.get(id),
      },
      gates: {
        keep: async (runId) => void this.tokens.add(runId),
        answer: async (runId) => {
          await this.once('beforeAnswer');
          if (this.tokens.delete(runId)) this.continued += 1;
        },
        waiting: async () => [...this.tokens],
      },
      people: {
        approvers: async (ask) =>
          ask.kind === 'group' ? this.people : this.people.filter(({ email }) => ask.addresses.includes(email)),
      },
      choices: { offOf: async (sub: string) => this.off.get(sub) ?? [] },
      mailer: { send: async (mail) => void this.mails.push(mail) },
      timers: { set: async () => {}, waitingFor: async () => undefined, cancel: async () => {} },
      audit: {
        append: async (entry) => void this.audit.push(chained({ facts: {}, ...entry }, this.audit.at(-1), sha256)),
        ofRun: async () => this.audit,
      },
      clock: () => this.at,
      consoleUrl: 'https://console.example',
      sender: 'freigabe@freigabe.example',
      report: (surprise) => {
        throw surprise;
      },
    };
  }
}

import { createHash } from 'node:crypto';
import { chained, type AuditRecord } from '../../../domain/model/audit-chain.ts';
import { managePeopleRoutes } from '../../../domain/people/manage-routes.ts';
import { roles } from '../../../domain/people/roles.ts';
import type { SingleMail } from '../../../domain/ports/single-mailer.ts';
import { peopleIn } from '../../../lambdas/adapters/cognito/people.ts';
import { userPoolIn } from '../../../lambdas/adapters/cognito/user-pool.ts';
import { firstPassword } from '../../../lambdas/entry/first-password.ts';
import { httpApi } from '../../../lambdas/entry/http-api.ts';
import * as manage from '../../../lambdas/people/manage-people.ts';
import { UserPool } from './user-pool.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

type Body = Record<string, unknown>;
export type Answer = { status: number; body: Body };

/** The page of people as its API sees it: a user pool, an audit, a mail box. */
export class ManageWorld {
  readonly pool = new UserPool();
  readonly audit: AuditRecord[] = [];
  readonly mails: SingleMail[] = [];
  /** What SES says to the next mail. */
  mailRefused = false;
  private held = false;

  constructor() {
    this.pool.emptyGroups = true;
  }

  get ports(): manage.ManagePorts {
    return {
      pool: userPoolIn(this.pool.port),
      rules: this.pool.rules,
      audit: {
        append: async (entry) => void this.audit.push(chained({ facts: {}, ...entry }, this.audit.at(-1), sha256)),
        ofRun: async () => this.audit,
      },
      turns: {
        alone: async (work) => {
          if (this.held) throw new Error('two at once');
          this.held = true;
          return work().finally(() => (this.held = false));
        },
      },
      mailer: {
        send: async (mail) => {
          if (this.mailRefused) throw new Error('refused');
          this.mails.push(mail);
        },
      },
      clock: () => Date.parse('2026-11-24T10:00:00.000Z'),
      newPassword: firstPassword,
      consoleUrl: 'https://console.example',
      sender: 'freigabe@freigabe.example',
      report: () => undefined,
    };
  }

  /** Asks the API with an old token that lists every role; only what the user pool says counts. */
  ask = async (by: string, call: string, body?: Body): Promise<Answer> => {
    const [method = '', path = ''] = call.split(' ');
    const { ports } = this;
    const api = httpApi(
      managePeopleRoutes,
      {
        listPeople: manage.listPeople(ports),
        invitePerson: manage.invitePerson(ports),
        changePerson: manage.changePerson(ports),
        removePerson: manage.removePerson(ports),
        resetMfa: manage.resetMfa(ports),
        inviteAgain: manage.inviteAgain(ports),
        getPeopleAudit: manage.getPeopleAudit(ports),
        signOutEverywhere: manage.signOutEverywhere(ports),
      },
      peopleIn(this.pool.port, () => 0),
    );
    const [route = '', search = ''] = path.split('?');
    const claims = { token_use: 'access', sub: by, username: by, 'cognito:groups': `[${roles.join(' ')}]` };
    const sub = /^\/people\/([\w-]+)/.exec(route)?.[1];
    const event = {
      version: '2.0',
      rawPath: `/api${route}`,
      headers: {},
      pathParameters: { sub },
      queryStringParameters: Object.fromEntries(new URLSearchParams(search)),
      requestContext: {
        http: { method, path: `/api${route}`, sourceIp: '192.0.2.1', userAgent: 'test' },
        authorizer: { lambda: claims },
      },
      body: JSON.stringify(body ?? {}),
      isBase64Encoded: false,
    };
    const context = { getRemainingTimeInMillis: () => 1000 };
    const { statusCode, body: text } = (await api(event as never, context as never)) as {
      statusCode: number;
      body: string;
    };
    return { status: statusCode, body: text.startsWith('{') ? (JSON.parse(text) as Body) : { text } };
  };
}

import type { Audit } from '../../../domain/ports/audit.ts';
import type { MachineScope } from '../../../domain/people/machine-scope.ts';
import type { MachineList } from '../../../domain/people/machine.ts';
import { machineRoutes } from '../../../domain/people/machine-routes.ts';
import { Problem } from '../../../domain/http/problem.ts';
import type { Route } from '../../../domain/http/route.ts';
import { httpApi } from '../../../lambdas/entry/http-api.ts';
import type { ManageMachinesPorts } from '../../../lambdas/people/keep-machines.ts';
import * as manage from '../../../lambdas/people/manage-machines.ts';
import { person } from '../samples.ts';

type Body = Record<string, unknown>;
type Answered = { statusCode: number; headers: Record<string, string>; body: string };
export type Answer = { status: number; body: Body; headers: Record<string, string> };

const start = Date.parse('2026-11-24T10:00:00.000Z');

/** A stage with machines: its table, the app clients of its user pool, and its clock. */
export class MachineWorld {
  list: MachineList = { revision: 0, machines: [] };
  readonly audit: Parameters<Audit['append']>[0][] = [];
  /** App clients with their scopes. */
  readonly clients = new Map<string, readonly MachineScope[]>();
  readonly counts = new Map<string, number>();
  now = start;
  /** Somebody else writes first. */
  isBehind = false;
  writes = 0;
  private ids = 0;

  /** Each is a Lambda of its own: what it took from the count is its own. */
  container() {
    return {
      actor: async () => ({ ...person, groups: ['administration'] }),
      machines: {
        machines: { read: async () => this.list },
        counts: {
          add: async (machine: string, window: number, requests: number) => {
            this.writes += 1;
            const count = (this.counts.get(`${machine} ${window}`) ?? 0) + requests;
            this.counts.set(`${machine} ${window}`, count);
            return count;
          },
        },
        clock: () => this.now,
        leases: new Map(),
      },
    };
  }

  get ports(): ManageMachinesPorts {
    return {
      machines: {
        read: async () => this.list,
        write: async (next) => {
          if (this.isBehind || next.revision !== this.list.revision + 1) return false;
          this.list = structuredClone(next);
          return true;
        },
      },
      clients: {
        create: async (_id, scopes) => {
          this.ids += 1;
          this.clients.set(`client${this.ids}`, scopes);
          return { clientId: `client${this.ids}`, secret: `secret${this.ids}` };
        },
        describe: async ({ clientId }, scopes) => void this.clients.set(clientId, scopes),
        remove: async (clientId) => void this.clients.delete(clientId),
      },
      audit: { append: async (entry) => void this.audit.push(entry) },
      clock: () => this.now,
      tokenUrl: 'https://pool.example/oauth2/token',
      report: () => undefined,
    };
  }

  private async send(
    api: ReturnType<typeof httpApi>,
    asked: { call: string; claims: Body; body?: Body },
  ): Promise<Answer> {
    const [method = '', path = ''] = asked.call.split(' ');
    const event = {
      version: '2.0',
      rawPath: `/api${path}`,
      rawQueryString: '',
      headers: {},
      pathParameters: Object.fromEntries(['id', 'list'].map((name) => [name, path.split('/')[2] ?? 'x'])),
      requestContext: {
        http: { method, path: `/api${path}`, sourceIp: '192.0.2.1', userAgent: 'test' },
        authorizer: { lambda: asked.claims },
      },
      body: JSON.stringify(asked.body ?? {}),
      isBase64Encoded: false,
    };
    const context = { getRemainingTimeInMillis: () => 1000 };
    const { statusCode, headers, body } = (await api(event as never, context as never)) as Answered;
    return { status: statusCode, headers, body: JSON.parse(body) as Body };
  }

  /** An administrator at the page of machines. */
  manage = async (call: string, body?: Body): Promise<Answer> => {
    const { ports } = this;
    const handlers = {
      listMachines: manage.listMachines(ports),
      createMachine: manage.createMachine(ports),
      changeMachine: manage.changeMachine(ports),
      rotateMachineSecret: manage.rotateMachineSecret(ports),
      revokeMachine: manage.revokeMachine(ports),
    };
    const claims = { token_use: 'access', sub: 'admin', username: 'admin' };
    const api = httpApi(machineRoutes, handlers, this.container());
    return this.send(api, { call, claims, ...(body && { body: { reason: 'It is asked for.', ...body } }) });
  };

  /** A machine with these scopes; answers its id and its client's. */
  machine = async (scopes: readonly MachineScope[], name = 'Shop'): Promise<{ id: string; clientId: string }> => {
    const { body } = await this.manage('POST /machines', { name, scopes });
    return (body as { machine: { id: string; clientId: string } }).machine;
  };

  /** A machine asks one route; `seen`: who its handler was told that it is. */
  ask = async (
    route: Route,
    clientId: string,
    { scopes = 'freigabe/look freigabe/prepare freigabe/audience freigabe/figures', container = this.container() } = {},
  ): Promise<Answer & { seen: unknown }> => {
    let seen: unknown;
    const handle = async ({ actor }: { actor: unknown }): Promise<never> => {
      seen = actor;
      throw new Problem('busy', 'reached', 'No mend.');
    };
    const claims = { token_use: 'access', sub: clientId, client_id: clientId, scope: scopes, exp: '99999999999' };
    const api = httpApi({ [route.operation]: route }, { [route.operation]: handle }, container);
    const call = `${route.method} ${route.path.replaceAll(/\{\w+\}/g, 'x')}`;
    return { ...(await this.send(api, { call, claims })), seen };
  };
}

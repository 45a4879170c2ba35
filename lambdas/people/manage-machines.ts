import { PEOPLE_CHAIN, type Origin } from '../../domain/model/audit-chain.ts';
import { madeOnce, type Making } from '../../domain/http/making.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { BOTH_MS, isOver, MOST_MACHINES, type Machine, type MachineList } from '../../domain/people/machine.ts';
import type { MachineView } from '../../domain/people/machine-api.ts';
import type { machineRoutes } from '../../domain/people/machine-routes.ts';
import type { Actor } from '../../domain/people/people.ts';
import { recordedIn } from '../../domain/people/recorded.ts';
import { withClient, withoutOver, write, type ManageMachinesPorts } from './keep-machines.ts';

type Routes = typeof machineRoutes;
type Request = { actor: Actor; origin: Origin };
type Maker = Request & { making: Making };

const by = ({ actor, origin }: Request) => ({ chain: PEOPLE_CHAIN, actor, origin });
const of = ({ id, name, scopes }: Pick<Machine, 'id' | 'name' | 'scopes'>) => ({
  machine: id,
  name,
  scopes: scopes.join(', '),
});

const viewOf = ({ clients, ...machine }: Machine, now: number): MachineView => {
  const [current, previous] = clients;
  if (!current) throw new Error(`the machine ${machine.id} has no app client`);
  const previousUntil = previous && !isOver(previous, now) ? previous.until : null;
  return { ...machine, clientId: current.clientId, secretSince: current.since, previousUntil };
};

const known = ({ machines }: MachineList, id: string): Machine => {
  const machine = machines.find((one) => one.id === id);
  if (machine) return machine;
  throw new Problem('not-found', 'There is no machine of this id.', 'Load the list of machines again.', {
    cause: 'machineGone',
  });
};

const refuseNamed = ({ machines }: MachineList, name: string, id?: string): void => {
  if (!machines.some((one) => one.id !== id && one.name.toLowerCase() === name.toLowerCase())) return;
  throw new Problem('conflict', 'There is a machine of this name already.', 'Give this one another name.', {
    cause: 'machineNamed',
    name,
  });
};

/** GET /machines */
export const listMachines =
  ({
    machines,
    clock,
    tokenUrl,
  }: Pick<ManageMachinesPorts, 'machines' | 'clock' | 'tokenUrl'>): HttpHandler<Routes['listMachines']> =>
  async () => {
    const { machines: all } = await machines.read();
    const named = all.toSorted((one, other) => one.name.localeCompare(other.name));
    return { items: named.map((machine) => viewOf(machine, clock())), tokenUrl };
  };

const replaced = (list: MachineList, next: Machine): Machine[] =>
  list.machines.map((one) => (one.id === next.id ? next : one));

const secretOf = (ports: ManageMachinesPorts, machine: Machine, secret: string) => ({
  machine: viewOf(machine, ports.clock()),
  secret,
});

/**
 * The answer to an earlier call of the same request, which made an app client whose secret nobody heard: another client
 * takes its place. Undefined: it made none.
 */
const saidAnew = async (ports: ManageMachinesPorts, id: string, { making }: Maker) => {
  const list = await ports.machines.read();
  const machine = list.machines.find((one) => one.id === id);
  if (machine?.clients[0]?.by !== making.id) return undefined;
  let next = machine;
  const secret = await withClient(ports, machine, making.id, async (client) => {
    next = { ...machine, clients: [client, ...machine.clients.slice(1)] };
    await write(ports, list, replaced(list, next));
  });
  return secretOf(ports, next, secret);
};

type New = Pick<Machine, 'name' | 'scopes'> & { reason: string };

const created = async (ports: ManageMachinesPorts, { name, scopes: wanted, reason }: New, request: Maker) => {
  const list = await ports.machines.read();
  refuseNamed(list, name);
  if (list.machines.length >= MOST_MACHINES)
    throw new Problem('conflict', `There are ${MOST_MACHINES} machines already.`, 'Revoke one that nobody needs.', {
      cause: 'tooManyMachines',
      limit: MOST_MACHINES,
    });
  const { id } = request.making;
  const createdAt = new Date(ports.clock()).toISOString();
  const machine: Machine = { id, name, scopes: [...new Set(wanted)], createdAt, clients: [] };
  return recordedIn(ports, by(request), { what: 'machineAdded', reason, of: of(machine) }, async () => {
    const secret = await withClient(ports, machine, id, async (client) => {
      machine.clients.push(client);
      await write(ports, list, [...list.machines, machine]);
    });
    return secretOf(ports, machine, secret);
  });
};

/** POST /machines */
export const createMachine =
  (ports: ManageMachinesPorts): HttpHandler<Routes['createMachine']> =>
  async ({ body, ...request }) => {
    const { making } = request;
    return madeOnce(
      making,
      async () => saidAnew(ports, making.id, request),
      async () => created(ports, body, request),
    );
  };

/** PUT /machines/{id}: what a machine loses it loses at once, whatever its token says. */
export const changeMachine =
  (ports: ManageMachinesPorts): HttpHandler<Routes['changeMachine']> =>
  async ({ params, body: { reason, ...given }, ...request }) => {
    const list = await ports.machines.read();
    const machine = known(list, params.id);
    const { name = machine.name, scopes = machine.scopes } = given;
    refuseNamed(list, name, machine.id);
    const next = { ...machine, name, scopes: [...new Set(scopes)] };
    const act = { what: 'machineChanged', reason, changes: Object.keys(given).join(', '), of: of(next) };
    return recordedIn(ports, by(request), act, async () => {
      await write(ports, list, replaced(list, next));
      for (const { clientId } of withoutOver(next, ports.clock()).clients)
        await ports.clients.describe({ id: next.id, clientId }, next.scopes);
      return viewOf(next, ports.clock());
    });
  };

const rotated = async (ports: ManageMachinesPorts, { id, reason }: { id: string; reason: string }, request: Maker) => {
  const list = await ports.machines.read();
  const machine = known(list, id);
  return recordedIn(ports, by(request), { what: 'machineSecretRotated', reason, of: of(machine) }, async () => {
    const [current] = machine.clients;
    const until = new Date(ports.clock() + BOTH_MS).toISOString();
    const before = current ? [{ ...current, until }] : [];
    let next = machine;
    const secret = await withClient(ports, machine, request.making.id, async (client) => {
      next = { ...machine, clients: [client, ...before] };
      await write(ports, list, replaced(list, next));
    });
    return secretOf(ports, next, secret);
  });
};

/** POST /machines/{id}/secret: the one before is good for a day besides, so that nobody has to change both ends at once. */
export const rotateMachineSecret =
  (ports: ManageMachinesPorts): HttpHandler<Routes['rotateMachineSecret']> =>
  async ({ params: { id }, body: { reason }, ...request }) =>
    madeOnce(
      request.making,
      async () => saidAnew(ports, id, request),
      async () => rotated(ports, { id, reason }, request),
    );

/** POST /machines/{id}/revoke */
export const revokeMachine =
  (ports: ManageMachinesPorts): HttpHandler<Routes['revokeMachine']> =>
  async ({ params, body: { reason }, ...request }) => {
    const list = await ports.machines.read();
    const machine = known(list, params.id);
    return recordedIn(ports, by(request), { what: 'machineRevoked', reason, of: of(machine) }, async () => {
      await write(
        ports,
        list,
        list.machines.filter(({ id }) => id !== machine.id),
      );
      return viewOf(machine, ports.clock());
    });
  };

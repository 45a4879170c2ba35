import { Problem } from '../../domain/http/problem.ts';
import { isOver, type Machine, type MachineClient, type MachineList } from '../../domain/people/machine.ts';
import type { MachineClients, Machines } from '../../domain/people/ports/machines.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Clock } from '../../domain/ports/clock.ts';

export type ManageMachinesPorts = {
  machines: Machines;
  clients: MachineClients;
  audit: Pick<Audit, 'append'>;
  clock: Clock;
  /** Where machines get their tokens. */
  tokenUrl: string;
  /** Reports an app client that could not be removed: nothing lets it in any more. */
  report: (surprise: unknown) => void;
};

/** What is over lets nobody in; its app client goes with the next change. */
export const withoutOver = ({ clients, ...machine }: Machine, now: number): Machine => ({
  ...machine,
  clients: clients.filter((client) => !isOver(client, now)),
});

const clientIds = (machines: readonly Machine[]): string[] =>
  machines.flatMap(({ clients }) => clients.map(({ clientId }) => clientId));

const removeClients = async ({ clients, report }: ManageMachinesPorts, ids: readonly string[]): Promise<void> => {
  for (const id of ids) await clients.remove(id).catch(report);
};

/**
 * Writes what is to be, then removes the app clients that are not in it any more: whoever dies between has let nobody in.
 * @throws Problem `conflict` when somebody else was faster
 */
export const write = async (
  ports: ManageMachinesPorts,
  before: MachineList,
  machines: readonly Machine[],
): Promise<void> => {
  const now = ports.clock();
  const next = machines.map((machine) => withoutOver(machine, now));
  const stays = new Set(clientIds(next));
  if (!(await ports.machines.write({ revision: before.revision + 1, machines: next })))
    throw new Problem('conflict', 'Somebody else changed machines meanwhile.', 'Load the list and look at it again.', {
      cause: 'machinesMovedOn',
    });
  await removeClients(
    ports,
    clientIds(before.machines).filter((id) => !stays.has(id)),
  );
};

/** An app client, which goes again when it cannot be written down. @param by the request that asks for it */
export const withClient = async (
  ports: ManageMachinesPorts,
  { id, scopes }: Pick<Machine, 'id' | 'scopes'>,
  by: string,
  keep: (client: MachineClient) => Promise<void>,
): Promise<string> => {
  const { clientId, secret } = await ports.clients.create(id, scopes);
  try {
    await keep({ clientId, since: new Date(ports.clock()).toISOString(), until: null, by });
  } catch (error) {
    await removeClients(ports, [clientId]);
    throw error;
  }
  return secret;
};

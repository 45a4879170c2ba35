import { scopeName } from '../../domain/people/machine-scope.ts';
import { actorOf, machineOf, type Machine } from '../../domain/people/machine.ts';
import type { Machines, RequestCounts } from '../../domain/people/ports/machines.ts';
import type { People } from '../../domain/people/ports/people.ts';
import {
  LEASE,
  leaseOf,
  limitHeaders,
  needsMore,
  takenFrom,
  tooFast,
  windowAt,
  type RequestLease,
} from '../../domain/people/request-limit.ts';
import { onlyPeople, refuseMachine } from '../../domain/people/machine-operations.ts';
import type { Actor } from '../../domain/people/people.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { OnlyOncePorts } from './only-once.ts';
import type { ClaimedMachine } from './token-claims.ts';

export type MachineCallers = {
  machines: Pick<Machines, 'read'>;
  counts: RequestCounts;
  clock: Clock;
  /** What this container has taken, by machine; at most as many as there may be machines. */
  leases: Map<string, RequestLease>;
};

/** Who may ask an API, and what is kept of what they asked. */
export type Callers = Pick<People, 'actor'> & {
  /** Undefined: here is nothing for machines. */
  machines?: MachineCallers;
  /** Of an API with routes that take an Idempotency-Key. */
  repeats?: OnlyOncePorts;
};

/** Takes one request from the count of this minute. */
const take = async ({ counts, leases, clock }: MachineCallers, { id }: Machine) => {
  const window = windowAt(clock());
  const known = leases.get(id);
  const lease = known && !needsMore(known, window) ? known : leaseOf(window, await counts.add(id, window, LEASE));
  const taken = takenFrom(lease);
  leases.set(id, taken.lease);
  return taken;
};

type Asked = { claimed: ClaimedMachine; operation: string };

/**
 * A machine that may ask for this operation, as it is known at this moment.
 * @param tell headers of the answer, whatever it is
 * @throws Problem `not-permitted`, `too-many`
 */
export const admitMachine = async (
  callers: MachineCallers | undefined,
  { claimed, operation }: Asked,
  tell: (headers: Record<string, string>) => void,
): Promise<Actor> => {
  if (!callers) throw onlyPeople();
  const now = callers.clock();
  const machine = machineOf(await callers.machines.read(), claimed.clientId, now);
  const { lease, isGranted } = await take(callers, machine);
  tell(limitHeaders(lease, now));
  if (!isGranted) throw tooFast(lease, now);
  refuseMachine(
    operation,
    machine.scopes.filter((scope) => claimed.scopes.includes(scopeName(scope))),
  );
  return actorOf(machine);
};

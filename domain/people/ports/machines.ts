import type { MachineScope } from '../machine-scope.ts';
import type { MachineList } from '../machine.ts';

export type Machines = {
  read(): Promise<MachineList>;
  /** False when it is not the revision after the one that is there. */
  write(next: MachineList): Promise<boolean>;
};

/** App clients of the user pool for machines. */
export type MachineClients = {
  /** The secret is told this once. */
  create(id: string, scopes: readonly MachineScope[]): Promise<{ clientId: string; secret: string }>;
  /** Tokens that are given from now on have these scopes. */
  describe(client: { id: string; clientId: string }, scopes: readonly MachineScope[]): Promise<void>;
  /** One that is gone already is no fault. */
  remove(clientId: string): Promise<void>;
};

/** Requests of a machine, counted by minutes. */
export type RequestCounts = {
  /** @param window epoch seconds at which it begins. Answers how many there are with these. */
  add(machine: string, window: number, requests: number): Promise<number>;
};

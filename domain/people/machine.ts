import * as z from 'zod';
import { Problem } from '../http/problem.ts';
import { MachineScope } from './machine-scope.ts';
import type { Actor } from './people.ts';

/**
 * An app client of the user pool. `until`: a new one took its place; it is good for so long besides. `by`: the request that
 * made it (`Making`), whose caller may not have heard its secret.
 */
const MachineClient = z.object({
  clientId: z.string(),
  since: z.iso.datetime(),
  until: z.iso.datetime().nullable(),
  by: z.string().optional(),
});
export type MachineClient = z.infer<typeof MachineClient>;

/** Another system that signs in with a secret of its own. */
export const Machine = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(MachineScope),
  createdAt: z.iso.datetime(),
  /** The one in use first. */
  clients: z.array(MachineClient),
});
export type Machine = z.infer<typeof Machine>;

/** All of them, so that their number and their names are decided by one write. Each write raises the revision. */
export const MachineList = z.object({ revision: z.int().min(0), machines: z.array(Machine) });
export type MachineList = z.infer<typeof MachineList>;

/** Kept together in one item; each has an app client or two, of which a user pool takes 1,000. */
export const MOST_MACHINES = 20;

/** For so long the secret before works beside a new one. */
export const BOTH_MS = 86_400_000;

export const isOver = ({ until }: MachineClient, now: number): boolean => until !== null && Date.parse(until) <= now;

/** Which machine an access token is of, while it may be used. @throws Problem `not-permitted` for one that was revoked */
export const machineOf = ({ machines }: MachineList, clientId: string, now: number): Machine => {
  const isMeant = (client: MachineClient): boolean => client.clientId === clientId && !isOver(client, now);
  const machine = machines.find(({ clients }) => clients.some(isMeant));
  if (machine) return machine;
  throw new Problem(
    'not-permitted',
    'This machine was revoked, or its secret was replaced.',
    'Ask an administrator for a new secret.',
    { cause: 'machineRevoked' },
  );
};

/** How a machine is kept in runs and in the audit: it has no address, no mail reaches it, and it is in no group. */
export const actorOf = ({ id, name }: Machine): Actor => ({
  sub: `machine-${id}`,
  email: '',
  name,
  language: 'en',
  groups: [],
});

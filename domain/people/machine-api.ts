import * as z from 'zod';
import { MachineScope } from './machine-scope.ts';
import { Machine } from './machine.ts';
import { ShownName } from '../model/shown-name.ts';

/** Why an administrator does it; kept in the audit of people. */
const Reason = z.string().trim().min(3).max(1000);

/** Shown in histories, where it stands in one line. */
const Name = ShownName.min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cs}@<>]+$/u, 'is a name in one line, not an address');

const Scopes = z
  .array(MachineScope)
  .min(1, 'takes at least one scope: without one a machine may do nothing')
  .max(10)
  .meta({ description: 'look, prepare, audience, figures: docs/machines.md says what each opens' });

/** `clientId`: with which it signs in. `previousUntil`: until then the secret before works too; null: there is none. */
export const MachineView = Machine.omit({ clients: true })
  .extend({ clientId: z.string(), secretSince: z.iso.datetime(), previousUntil: z.iso.datetime().nullable() })
  .meta({ id: 'Machine' });
export type MachineView = z.infer<typeof MachineView>;

/** `tokenUrl`: where a machine gets its access tokens. */
export const Machines = z.object({ items: z.array(MachineView), tokenUrl: z.url() }).meta({ id: 'Machines' });
export type Machines = z.infer<typeof Machines>;

/** `secret` is shown this once. */
export const MachineWithSecret = z
  .object({ machine: MachineView, secret: z.string() })
  .meta({ id: 'MachineWithSecret' });
export type MachineWithSecret = z.infer<typeof MachineWithSecret>;

/** POST /machines */
export const NewMachine = z.strictObject({ name: Name, scopes: Scopes, reason: Reason }).meta({ id: 'NewMachine' });

/** PUT /machines/{id}: what is left out stays. */
export const ChangeMachineRequest = z
  .strictObject({ name: Name.optional(), scopes: Scopes.optional(), reason: Reason })
  .meta({ id: 'ChangeMachineRequest' });

/** POST /machines/{id}/secret | revoke */
export const MachineActRequest = z.strictObject({ reason: Reason }).meta({ id: 'MachineActRequest' });

import * as z from 'zod';

/** What a machine may be let do; the scopes of the resource server of the user pool. Part of the contract. */
export const machineScopes = ['look', 'prepare', 'audience', 'figures'] as const;
export const MachineScope = z.enum(machineScopes);
export type MachineScope = z.infer<typeof MachineScope>;

/** Of the resource server; an access token names a scope as `freigabe/look`. */
export const RESOURCE_SERVER = 'freigabe';

/** How Cognito writes a scope (RFC 6749, section 3.3). */
export const scopeName = (scope: MachineScope): string => `${RESOURCE_SERVER}/${scope}`;

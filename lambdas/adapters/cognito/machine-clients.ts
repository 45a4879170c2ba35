import {
  CreateUserPoolClientCommand,
  DeleteUserPoolClientCommand,
  ResourceNotFoundException,
  UpdateUserPoolClientCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { scopeName, type MachineScope } from '../../../domain/people/machine-scope.ts';
import type { MachineClients } from '../../../domain/people/ports/machines.ts';

/**
 * UpdateUserPoolClient sets what is left out back to its default
 * (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html), so both
 * calls say everything. Nobody signs in by such a client: without ExplicitAuthFlows three ways to would be open.
 */
const settingsOf = (id: string, scopes: readonly MachineScope[]) => ({
  ClientName: `machine-${id}`,
  AllowedOAuthFlows: ['client_credentials' as const],
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthScopes: scopes.map(scopeName),
  ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH' as const],
  PreventUserExistenceErrors: 'ENABLED' as const,
  AccessTokenValidity: 1,
  TokenValidityUnits: { AccessToken: 'hours' as const },
});

export const machineClientsIn = (client: CognitoIdentityProviderClient, userPoolId: string): MachineClients => ({
  create: async (id, scopes) => {
    const asked = { UserPoolId: userPoolId, ...settingsOf(id, scopes), GenerateSecret: true };
    const { UserPoolClient = {} } = await client.send(new CreateUserPoolClientCommand(asked));
    const { ClientId, ClientSecret } = UserPoolClient;
    if (ClientId === undefined || ClientSecret === undefined) throw new Error('the app client came without a secret');
    return { clientId: ClientId, secret: ClientSecret };
  },
  describe: async ({ id, clientId }, scopes) => {
    const asked = { UserPoolId: userPoolId, ClientId: clientId, ...settingsOf(id, scopes) };
    await client.send(new UpdateUserPoolClientCommand(asked));
  },
  remove: async (clientId) => {
    try {
      await client.send(new DeleteUserPoolClientCommand({ UserPoolId: userPoolId, ClientId: clientId }));
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
  },
});

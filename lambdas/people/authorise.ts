import type { APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';
import * as z from 'zod';
import type { AccessTokens } from '../../domain/people/ports/access-tokens.ts';

export type AuthorisePorts = { tokens: AccessTokens; consoleClientId: string };

const Claims = z.looseObject({
  exp: z.number(),
  client_id: z.string(),
  token_use: z.literal('access'),
  sub: z.string(),
  username: z.string().optional(),
  scope: z.string().optional(),
  'cognito:groups': z.array(z.string()).optional(),
});
type Claims = z.infer<typeof Claims>;

/** What an authoriser hands over: texts, as an HTTP API would of a JWT that it verified itself. */
export type HandedOver = { isAuthorized: true; context: Record<string, string> };

const tokenIn = ({ headers }: Pick<APIGatewayRequestAuthorizerEventV2, 'headers'>): string | undefined =>
  /^bearer (\S+)$/i.exec(headers?.['authorization']?.trim() ?? '')?.[1];

/** People sign in by the console; the client of a machine is looked up where it asks for something. */
const isOurs = ({ client_id: client, username }: Claims, { consoleClientId }: AuthorisePorts): boolean =>
  username === undefined || client === consoleClientId;

const textsOf = (claims: Claims): Record<string, string> => ({
  token_use: claims.token_use,
  sub: claims.sub,
  client_id: claims.client_id,
  exp: String(claims.exp),
  ...(claims.username !== undefined && { username: claims.username }),
  ...(claims.scope !== undefined && { scope: claims.scope }),
  ...(claims['cognito:groups'] && { 'cognito:groups': `[${claims['cognito:groups'].join(' ')}]` }),
});

/**
 * The authoriser of the API. It verifies a token once, and API Gateway keeps what it said for that token; whether its
 * owner may do something is asked at each request, and so is its end. Of a token that is none of this stage nothing is
 * handed over, so that the API refuses it with 401 and in words: an authoriser that denies answers a bare 403.
 * A JWT authoriser cannot be used: it lists the clients, and machines are made while the stage runs
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html).
 */
export const authorise =
  (ports: AuthorisePorts) =>
  async (event: Pick<APIGatewayRequestAuthorizerEventV2, 'headers'>): Promise<HandedOver> => {
    const nothing: HandedOver = { isAuthorized: true, context: {} };
    const token = tokenIn(event);
    const { data } = Claims.safeParse(token === undefined ? undefined : await ports.tokens.claimsOf(token));
    return data && isOurs(data, ports) ? { isAuthorized: true, context: textsOf(data) } : nothing;
  };

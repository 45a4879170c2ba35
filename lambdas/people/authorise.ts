import { createPublicKey, verify } from 'node:crypto';
import type { APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';
import * as z from 'zod';
import type { SigningKeys } from '../../domain/people/ports/signing-keys.ts';
import { jsonOf } from '../../domain/values/json-of.ts';

export type AuthorisePorts = { keys: SigningKeys; issuer: string; consoleClientId: string };

/** Only what Cognito signs by; a token cannot choose (RFC 8725, section 3.1). */
const Header = z.object({ alg: z.literal('RS256'), kid: z.string() });

const Claims = z.looseObject({
  iss: z.string(),
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

const partsOf = (event: Pick<APIGatewayRequestAuthorizerEventV2, 'headers'>): string[] | undefined => {
  const [, token] = /^bearer ([\w.-]+)$/i.exec(event.headers?.['authorization']?.trim() ?? '') ?? [];
  const parts = token?.split('.');
  return parts?.length === 3 ? parts : undefined;
};

const jsonIn = (part: string): unknown => jsonOf(Buffer.from(part, 'base64url').toString('utf8'));

const isSigned = async (keys: SigningKeys, [head = '', body = '', signature = '']: string[]): Promise<boolean> => {
  const header = Header.safeParse(jsonIn(head));
  const found = header.success ? await keys.find(header.data.kid) : undefined;
  if (found?.kty !== 'RSA') return false;
  const { kty, n, e } = found;
  const key = createPublicKey({ key: { kty, n, e }, format: 'jwk' });
  return verify('RSA-SHA256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'));
};

/** People sign in by the console; the client of a machine is looked up where it asks for something. */
const isOurs = ({ iss, client_id: client, username }: Claims, { issuer, consoleClientId }: AuthorisePorts): boolean =>
  iss === issuer && (username === undefined || client === consoleClientId);

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
    const parts = partsOf(event);
    if (!parts || !(await isSigned(ports.keys, parts))) return nothing;
    const { data } = Claims.safeParse(jsonIn(parts[1] ?? ''));
    return data && isOurs(data, ports) ? { isAuthorized: true, context: textsOf(data) } : nothing;
  };

import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import { JwtVerifier } from 'aws-jwt-verify/jwt-verifier';
import * as z from 'zod';

/** What is used of a provider's own description (OpenID Connect Discovery 1.0, section 3). */
const Metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  userinfo_endpoint: z.url(),
  jwks_uri: z.url(),
});
type Metadata = z.infer<typeof Metadata>;

/** @throws Error for a description of another issuer */
export const metadataOf = async (issuer: string): Promise<Metadata> => {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`);
  const metadata = Metadata.parse(await answer.json());
  if (metadata.issuer !== issuer) throw new Error(`${issuer} describes itself as ${metadata.issuer}`);
  return metadata;
};

/** Of the library's own, which fetches by TLS only. */
const keysOf = () => new SimpleJwksCache({ fetcher: { fetch: async (url) => (await fetch(url)).arrayBuffer() } });

const Tokens = z.object({ access_token: z.string(), id_token: z.string() });
const Claims = z.looseObject({ sub: z.string() });
export type Claims = z.infer<typeof Claims>;

/** What Cognito sends with a code that somebody came back with. */
export type Exchange = { code: string; redirectUri: string; clientId: string; clientSecret: string };

/**
 * What a provider says of who signed in: the claims of a verified ID token, and of userinfo, as Cognito asks for them
 * (https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-oidc-flow.html).
 * @throws Error for a code or a token that is none
 */
export const claimsBy = async (
  issuer: string,
  { code, redirectUri, clientId, clientSecret }: Exchange,
): Promise<Claims> => {
  const metadata = await metadataOf(issuer);
  const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
  const body = new URLSearchParams({ ...form, client_id: clientId, client_secret: clientSecret });
  const answer = await fetch(metadata.token_endpoint, { method: 'POST', body });
  if (!answer.ok) throw new Error(`${issuer} answered ${answer.status} to the code`);
  const tokens = Tokens.parse(await answer.json());
  const expected = { issuer, audience: clientId, jwksUri: metadata.jwks_uri };
  const verified = Claims.parse(await JwtVerifier.create(expected, { jwksCache: keysOf() }).verify(tokens.id_token));
  const headers = { authorization: `Bearer ${tokens.access_token}` };
  const said = Claims.parse(await (await fetch(metadata.userinfo_endpoint, { headers })).json());
  if (said.sub !== verified.sub) throw new Error(`${issuer} speaks of somebody else in its userinfo`);
  return { ...verified, ...said };
};

import { Problem } from '../../domain/http/problem.ts';

/** Who a token says that it is for, as the user pool names them. */
export type Claimed = { sub: string; username: string; groups: string[] };

/** HTTP API hands a list claim over as the string `[a b]` on AWS; emulators write `[a, b]` or a real list. */
const groupsOf = (claim: unknown): string[] =>
  (Array.isArray(claim) ? claim.join(' ') : typeof claim === 'string' ? claim : '')
    .replace(/^\[|\]$/g, '')
    .split(/[\s,]+/)
    .filter((group) => group !== '');

const textOf = (claim: unknown): string => (typeof claim === 'string' ? claim : '');

/**
 * Signature, issuer, life and client were verified by the API's authoriser. It cannot tell an access token from
 * another one of the same pool: of a token with `aud` it looks at that and not at `client_id`, and an ID token has our
 * client there (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html). What a
 * token is for is in `token_use`; a token without `username` is no person's.
 * @throws Problem `not-signed-in`
 */
export const claimedBy = (claims: Record<string, unknown>): Claimed => {
  const [sub, username] = [textOf(claims['sub']), textOf(claims['username'])];
  if (claims['token_use'] === 'access' && sub !== '' && username !== '')
    return { sub, username, groups: groupsOf(claims['cognito:groups']) };
  throw new Problem(
    'not-signed-in',
    'This needs the access token of somebody who is signed in.',
    'Sign in and send the access token as bearer; an ID token or a refresh token is none.',
  );
};

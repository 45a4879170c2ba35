import { Problem } from '../../domain/http/problem.ts';

/** Who a token says that it is for, as the user pool names them. */
export type ClaimedPerson = { sub: string; username: string; groups: string[] };

/** `scopes`: as the token names them. */
export type ClaimedMachine = { clientId: string; scopes: string[] };

/** The authoriser hands a list over as the string `[a b]`. */
const groupsOf = (claim: unknown): string[] =>
  (typeof claim === 'string' ? claim : '')
    .replace(/^\[|\]$/g, '')
    .split(/[\s,]+/)
    .filter((group) => group !== '');

const textOf = (claim: unknown): string => (typeof claim === 'string' ? claim : '');

/**
 * Signature, issuer and client were verified by the authoriser (lambdas/people/authorise.ts), which hands nothing over
 * of a token that is none of this stage. It keeps its answer for a while, so the end of the token is looked at here.
 * What a token is for is in `token_use`. A token without `username` is no person's; that of a machine has the id of its
 * client as its subject (https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html).
 * @param now epoch milliseconds
 * @throws Problem `not-signed-in`
 */
export const claimedBy = (claims: Record<string, unknown>, now: number): ClaimedPerson | ClaimedMachine => {
  const [sub, username, clientId] = [textOf(claims['sub']), textOf(claims['username']), textOf(claims['client_id'])];
  const isOver = claims['exp'] !== undefined && Number(claims['exp']) * 1000 <= now;
  if (claims['token_use'] === 'access' && sub !== '' && !isOver) {
    if (username !== '') return { sub, username, groups: groupsOf(claims['cognito:groups']) };
    if (sub === clientId) return { clientId, scopes: textOf(claims['scope']).split(' ') };
  }
  throw new Problem(
    'not-signed-in',
    isOver
      ? 'The access token has expired.'
      : 'This needs an access token of this stage, of somebody who is signed in or of a machine.',
    'Get a new access token and send it as bearer; an ID token or a refresh token is none.',
  );
};

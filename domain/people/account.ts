import { Problem } from '../http/problem.ts';
import type { PersonState } from './manage-api.ts';

/** What the user pool says of somebody's account: `Enabled` and `UserStatus` of Cognito's UserType. */
export type Account = { enabled: boolean; status: string };

/** A step of signing in is still open: a first or a new password, or the confirmation of the account itself. */
const unready: readonly string[] = ['FORCE_CHANGE_PASSWORD', 'RESET_REQUIRED', 'UNCONFIRMED'];

/**
 * Can this person sign in? Each status that Cognito documents is decided here
 * (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserType.html): CONFIRMED and
 * EXTERNAL_PROVIDER can; those above cannot yet; ARCHIVED, COMPROMISED, UNKNOWN and what is thought of later cannot.
 */
export const canSignIn = ({ enabled, status }: Account): boolean =>
  enabled && (status === 'CONFIRMED' || status === 'EXTERNAL_PROVIDER');

/** As an administrator sees it. */
export const stateOf = (account: Account): PersonState => {
  if (canSignIn(account)) return 'active';
  if (!account.enabled || !unready.includes(account.status)) return 'disabled';
  return account.status === 'FORCE_CHANGE_PASSWORD' ? 'invited' : 'notReady';
};

/** A token outlives the account that it was given for. */
export const accountGone = (): Problem =>
  new Problem('not-permitted', 'Your account no longer exists.', 'Ask an administrator to invite you again.', {
    cause: 'accountGone',
  });

/** @throws Problem `not-permitted` for an account by which nobody could sign in now */
export const refuseClosed = (account: Account): void => {
  if (canSignIn(account)) return;
  if (account.enabled && unready.includes(account.status))
    throw new Problem(
      'not-permitted',
      'A step of signing in is still open for your account, such as a new password.',
      'Sign out, sign in again, and follow what is asked there.',
      { cause: 'accountNotReady' },
    );
  throw new Problem('not-permitted', 'Your account is disabled.', 'Ask an administrator to enable it.', {
    cause: 'accountDisabled',
  });
};

import { Problem } from '../http/problem.ts';
import type { PersonState } from './manage-api.ts';
import type { Refusal } from './sign-in-rules.ts';

/**
 * What the user pool says of somebody's account, `Enabled` and `UserStatus` of Cognito's UserType, and why the stage does
 * not let it in (domain/people/sign-in-rules.ts).
 */
export type Account = { enabled: boolean; status: string; refusal: Refusal | null };

/** A step of signing in is still open: a first or a new password, or the confirmation of the account itself. */
const unready: readonly string[] = ['FORCE_CHANGE_PASSWORD', 'RESET_REQUIRED', 'UNCONFIRMED'];

/**
 * Would the user pool let this person in? Each status that Cognito documents is decided here
 * (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserType.html): CONFIRMED and
 * EXTERNAL_PROVIDER can; those above cannot yet; ARCHIVED, COMPROMISED, UNKNOWN and what is thought of later cannot.
 */
const isOpen = ({ enabled, status }: Account): boolean =>
  enabled && (status === 'CONFIRMED' || status === 'EXTERNAL_PROVIDER');

/** Can this person sign in, by the user pool and by the stage? */
export const canSignIn = (account: Account): boolean => isOpen(account) && account.refusal === null;

/** As an administrator sees it. */
export const stateOf = (account: Account): PersonState => {
  if (isOpen(account)) return account.refusal === null ? 'active' : 'refused';
  if (!account.enabled || !unready.includes(account.status)) return 'disabled';
  return account.status === 'FORCE_CHANGE_PASSWORD' ? 'invited' : 'notReady';
};

/**
 * A token outlives the account that it was given for.
 * @param provider where they sign in, null: here. Nobody of there is invited again
 */
export const accountGone = (provider: string | null): Problem =>
  provider === null
    ? new Problem('not-permitted', 'Your account no longer exists.', 'Ask an administrator to invite you again.', {
        cause: 'accountGone',
      })
    : new Problem(
        'not-permitted',
        'Your account no longer exists.',
        `Ask an administrator whether you may sign in again by ${provider}.`,
        { cause: 'accountGoneAtProvider', name: provider },
      );

const refusalSaid: Record<Refusal, string> = {
  providerUnknown: 'The identity provider of this account is none of this stage.',
  addressNotOfProvider: 'Your identity provider does not speak for the domain of this address.',
  addressUnverified: 'Your identity provider does not say that this address was verified.',
  passwordNotAllowed: 'This account signs in by a password, and this stage takes none for its address.',
};

/** @throws Problem `not-permitted` for an account by which nobody could sign in now */
export const refuseClosed = (account: Account): void => {
  if (canSignIn(account)) return;
  if (isOpen(account) && account.refusal !== null)
    throw new Problem(
      'not-permitted',
      refusalSaid[account.refusal],
      'Sign out, and sign in by the account of your company. If that is refused too, show this to an administrator.',
      { cause: account.refusal },
    );
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

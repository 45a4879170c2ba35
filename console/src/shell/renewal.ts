import { ErrorResponse } from 'oidc-client-ts';

/** What renewing takes of a sign-in, see `SignInManager`. */
export type Renewable = {
  getUser: () => Promise<{ refresh_token?: string | undefined; expired: boolean | undefined } | null>;
  removeUser: () => Promise<void>;
  /** By the refresh token. @throws ErrorResponse when it is refused */
  renewUser: () => Promise<void>;
};

/** `refused`: only signing in helps; `unreachable`: nobody said so, and the sign-in may still be renewed later. */
type Renewal = 'renewed' | 'refused' | 'unreachable';

const renewal = async (manager: Renewable): Promise<Renewal> => {
  const before = await manager.getUser();
  if (!before?.refresh_token) return 'refused';
  try {
    await manager.renewUser();
    return 'renewed';
  } catch (error) {
    if (!(error instanceof ErrorResponse)) return 'unreachable';
    const now = await manager.getUser();
    // Another tab renewed it meanwhile.
    return now && now.refresh_token !== before.refresh_token ? renewal(manager) : 'refused';
  }
};

let renewing: Promise<Renewal> | undefined;

/** One renewal at a time, whoever asks. */
export const renew = async (manager: Renewable): Promise<Renewal> => {
  renewing ??= renewal(manager).finally(() => {
    renewing = undefined;
  });
  return renewing;
};

/** After a reload, or when another tab signed in, nobody is asked for the password again: the sign-in is renewed. */
export const restore = async (manager: Renewable): Promise<void> => {
  const user = await manager.getUser();
  if (user?.expired && (await renew(manager)) === 'refused') await manager.removeUser();
};

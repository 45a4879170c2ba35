import { OidcClient, User, type OidcMetadata } from 'oidc-client-ts';
import type { Config } from './config.ts';
import { restore, type Renewable } from './renewal.ts';
import { tokenStore } from './token-store.ts';

/** Who is signed in, as this page knows it; `error`: a sign-in did not come to an end. */
export type SignedInState = { user: User | null; error: Error | undefined };

/** The sign-in of this browser. */
export type SignInManager = Omit<Renewable, 'getUser'> & {
  state: () => SignedInState;
  /** Calls back when somebody else, or nobody, is signed in. @returns what ends that */
  onChange: (listener: () => void) => () => void;
  /** Of all tabs that share them the newest tokens. */
  getUser: () => Promise<User | null>;
  /** Leaves for the sign-in page. */
  leave: (state: { returnTo: string }) => Promise<void>;
  /** With what the sign-in page put into the address. Undefined: see `error`. */
  comeBack: () => Promise<User | undefined>;
  /** Ends at the sign-in page what renews the sign-in. */
  revoke: () => Promise<void>;
  config: Config;
};

const metadataOf = ({ revocation_endpoint, ...endpoints }: Config['endpoints']): Partial<OidcMetadata> => ({
  ...endpoints,
  ...(revocation_endpoint !== undefined && { revocation_endpoint }),
});

/** Code grant with PKCE; the endpoints are given, so nothing is discovered. */
const clientOf = ({ clientId, endpoints }: Config): OidcClient =>
  new OidcClient({
    authority: endpoints.issuer,
    metadata: metadataOf(endpoints),
    client_id: clientId,
    redirect_uri: `${location.origin}/auth/callback`,
    response_type: 'code',
    scope: 'openid email profile',
    loadUserInfo: false,
  });

const keyOf = ({ clientId, endpoints }: Config): string => `user:${endpoints.issuer}:${clientId}`;

/** Who is signed in: what the browser keeps of it, and what this page shows, for React's `useSyncExternalStore`. */
const signedInAt = (config: Config) => {
  const key = keyOf(config);
  const store = tokenStore(config.tokenStore === 'local' ? localStorage : sessionStorage);
  const listeners = new Set<() => void>();
  let state: SignedInState = { user: null, error: undefined };
  const show = (next: Partial<SignedInState>): void => {
    state = { user: null, error: undefined, ...next };
    for (const listener of listeners) listener();
  };
  return {
    state: () => state,
    onChange: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getUser: async (): Promise<User | null> => {
      const text = await store.get(key);
      return text === null ? null : User.fromStorageString(text);
    },
    keep: async (user: User): Promise<void> => {
      await store.set(key, user.toStorageString());
      show({ user });
    },
    removeUser: async (): Promise<void> => {
      await store.remove(key);
      show({});
    },
    fail: (error: unknown) => show({ error: error instanceof Error ? error : new Error('the sign-in failed') }),
  };
};

/** Signs in by Cognito's own pages. */
export const createSignInManager = (config: Config): SignInManager => {
  const client = clientOf(config);
  const { keep, fail, ...signedIn } = signedInAt(config);
  return {
    ...signedIn,
    config,
    renewUser: async () => {
      const before = await signedIn.getUser();
      if (!before?.refresh_token) throw new Error('there is nothing to renew');
      const { refresh_token, session_state, profile, scope } = before;
      const renewed = { refresh_token, session_state, profile, ...(scope !== undefined && { scope }) };
      const answer = await client.useRefreshToken({ state: renewed });
      await keep(new User(Object.assign(renewed, answer)));
    },
    leave: async (state) => {
      const { url } = await client.createSigninRequest({ state });
      location.assign(url);
    },
    comeBack: async () => {
      try {
        const user = new User(await client.processSigninResponse(location.href));
        await keep(user);
        return user;
      } catch (error) {
        fail(error);
        return undefined;
      }
    },
    revoke: async () => {
      const { refresh_token: token } = (await signedIn.getUser()) ?? {};
      if (token !== undefined) await client.revokeToken(token, 'refresh_token');
    },
  };
};

// Removing the user at sign-out wakes the guard that signs in; its redirect would win.
let signingOut = false;

/** Leaves for the sign-in page; comes back to the page that is open now. */
export const signIn = async (manager: SignInManager): Promise<void> => {
  if (signingOut) return;
  await manager.leave({ returnTo: location.pathname + location.search + location.hash });
};

const revoke = async (manager: SignInManager): Promise<void> => {
  try {
    await manager.revoke();
  } catch {
    // The token ends by itself; signing out must not fail for that.
  }
};

/** Cognito's /logout wants `client_id` and `logout_uri`; no token goes into an address. */
export const signOut = async (manager: SignInManager): Promise<void> => {
  signingOut = true;
  const { clientId, endpoints } = manager.config;
  if (endpoints.revocation_endpoint !== undefined) await revoke(manager);
  await manager.removeUser();
  const query = new URLSearchParams({ client_id: clientId, logout_uri: `${location.origin}/signed-out` });
  location.assign(`${endpoints.end_session_endpoint}?${query}`);
};

/** With sign-ins shared by tabs: signing in or out in one reaches the others. */
export const followOtherTabs = (manager: SignInManager): void => {
  const key = `oidc.${keyOf(manager.config)}`;
  addEventListener('storage', (event) => {
    if (event.key !== key) return;
    void (event.newValue === null ? manager.removeUser() : restore(manager));
  });
};

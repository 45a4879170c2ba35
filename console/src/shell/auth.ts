import { UserManager, type OidcMetadata } from 'oidc-client-ts';
import type { Config } from './config.ts';
import { restore } from './renewal.ts';
import { tokenStore } from './token-store.ts';

const metadataOf = ({ revocation_endpoint, ...endpoints }: Config['endpoints']): Partial<OidcMetadata> => ({
  ...endpoints,
  ...(revocation_endpoint !== undefined && { revocation_endpoint }),
});

/** Signs in by Cognito's own pages (code grant with PKCE); the endpoints are given, so nothing is discovered. */
export const createUserManager = (config: Config): UserManager =>
  new UserManager({
    authority: config.endpoints.issuer,
    metadata: metadataOf(config.endpoints),
    client_id: config.clientId,
    redirect_uri: `${location.origin}/auth/callback`,
    response_type: 'code',
    scope: 'openid email profile',
    loadUserInfo: false,
    monitorSession: false,
    automaticSilentRenew: true,
    userStore: tokenStore(config.tokenStore === 'local' ? localStorage : sessionStorage),
  });

// Removing the user at sign-out wakes the guard that signs in; its redirect would win.
let signingOut = false;

/** Leaves for the sign-in page; comes back to the page that is open now. */
export const signIn = async (manager: UserManager): Promise<void> => {
  if (signingOut) return;
  const returnTo = location.pathname + location.search + location.hash;
  await manager.signinRedirect({ state: { returnTo } });
};

const revoke = async (manager: UserManager): Promise<void> => {
  try {
    await manager.revokeTokens(['refresh_token']);
  } catch {
    // The token ends by itself; signing out must not fail for that.
  }
};

/** Cognito's /logout wants `client_id` and `logout_uri`; no token goes into an address. */
export const signOut = async (manager: UserManager): Promise<void> => {
  signingOut = true;
  const { end_session_endpoint, revocation_endpoint } = await manager.metadataService.getMetadata();
  if (revocation_endpoint !== undefined) await revoke(manager);
  await manager.removeUser();
  const query = new URLSearchParams({
    client_id: manager.settings.client_id,
    logout_uri: `${location.origin}/signed-out`,
  });
  location.assign(`${end_session_endpoint ?? '/signed-out'}?${query}`);
};

/** With sign-ins shared by tabs: signing in or out in one reaches the others. */
export const followOtherTabs = (manager: UserManager): void => {
  const key = `oidc.user:${manager.settings.authority}:${manager.settings.client_id}`;
  addEventListener('storage', (event) => {
    if (event.key !== key) return;
    void (event.newValue === null ? manager.removeUser() : restore(manager));
  });
};

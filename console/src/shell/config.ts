import { answerOf } from './answer-of.ts';

/** What differs from place to place; fetched before the first render, never built in. */
export type Config = {
  clientId: string;
  /** Where what renews a sign-in is kept. `local`: shared by all tabs; `session`: by one. */
  tokenStore: 'local' | 'session';
  /** True on a laptop: there is an inbox. */
  local: boolean;
  endpoints: {
    issuer: string;
    authorization_endpoint: string;
    token_endpoint: string;
    end_session_endpoint: string;
    revocation_endpoint?: string;
  };
};

export const loadConfig = async (): Promise<Config> => {
  const response = await fetch('/config.json', { cache: 'no-store' });
  if (!response.ok) throw new Error(`/config.json answered ${response.status}`);
  return answerOf<Config>(await response.text());
};

import * as z from 'zod';

/** What differs from place to place; fetched before the first render, never built in. */
export const Config = z.object({
  clientId: z.string(),
  /** Where what renews a sign-in is kept. `local`: shared by all tabs; `session`: by one. */
  tokenStore: z.enum(['local', 'session']),
  /** True on a laptop: there is an inbox. */
  local: z.boolean(),
  endpoints: z.object({
    issuer: z.string(),
    authorization_endpoint: z.string(),
    token_endpoint: z.string(),
    end_session_endpoint: z.string(),
    revocation_endpoint: z.string().optional(),
  }),
});
export type Config = z.infer<typeof Config>;

export const loadConfig = async (): Promise<Config> => {
  const response = await fetch('/config.json', { cache: 'no-store' });
  if (!response.ok) throw new Error(`/config.json answered ${response.status}`);
  return Config.parse(await response.json());
};

import * as z from 'zod';
import type { SigningKey, SigningKeys } from '../../../domain/people/ports/signing-keys.ts';
import type { Clock } from '../../../domain/ports/clock.ts';

const Keys = z.object({
  keys: z.array(z.object({ kid: z.string(), kty: z.string(), n: z.string(), e: z.string() })),
});

/** Anybody can name a key that there is not: who does so makes nothing be asked more often than this. */
const ASK_AGAIN_MS = 60_000;
const PATIENCE_MS = 5000;

/** Keys of a user pool are public and change rarely: they are kept, and asked for again when one is not among them. */
export const signingKeysAt = (url: string, clock: Clock): SigningKeys => {
  let known = new Map<string, SigningKey>();
  let askedAt = -Infinity;
  const learn = async (): Promise<void> => {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!answer.ok) throw new Error(`the keys of the user pool: HTTP ${answer.status}`);
    const { keys } = Keys.parse(await answer.json());
    known = new Map(keys.map((key) => [key.kid, key]));
    askedAt = clock();
  };
  return {
    find: async (kid) => {
      if (!known.has(kid) && clock() - askedAt >= ASK_AGAIN_MS) await learn();
      return known.get(kid);
    },
  };
};

import { JwtBaseError, WaitPeriodNotYetEndedJwkError } from 'aws-jwt-verify/error';
import { SimpleJwksCache, type PenaltyBox } from 'aws-jwt-verify/jwk';
import { decomposeUnverifiedJwt } from 'aws-jwt-verify/jwt';
import { JwtVerifier } from 'aws-jwt-verify/jwt-verifier';
import * as z from 'zod';
import type { AccessTokens } from '../../../domain/people/ports/access-tokens.ts';
import type { Clock } from '../../../domain/ports/clock.ts';

/**
 * Public keys as the user pool tells them (RFC 7517). Cognito signs by RS256 only, and a token cannot choose (RFC 8725,
 * section 3.1): the library takes none whose header names another algorithm than its key.
 */
const Keys = z.object({
  keys: z.array(
    z
      .object({ kid: z.string(), kty: z.literal('RSA'), n: z.string(), e: z.string() })
      .transform((key) => ({ ...key, alg: 'RS256' })),
  ),
});

const PATIENCE_MS = 5000;

/** Throws what is no error of the library: that the keys cannot be had is no fault of a token. */
const fetchKeys = async (url: string): Promise<ArrayBuffer> => {
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) throw new Error(`the keys of the user pool: HTTP ${answer.status}`);
  return answer.arrayBuffer();
};

/** Anybody can name a key that there is not: once keys are known, nothing is asked more often than this. */
const ASK_AGAIN_MS = 60_000;

const askingSeldom = (clock: Clock): PenaltyBox => {
  let askedAt: number | undefined;
  const asked = (): void => {
    askedAt = clock();
  };
  return {
    wait: async () => {
      if (askedAt === undefined) return;
      if (clock() - askedAt < ASK_AGAIN_MS) throw new WaitPeriodNotYetEndedJwkError('the keys were just asked for');
      asked();
    },
    registerFailedAttempt: asked,
    registerSuccessfulAttempt: asked,
  };
};

/** Keys of a user pool are public and change rarely: they are kept, and asked for again when one is not among them. */
export const accessTokensOf = (
  { issuer, keysUrl }: { issuer: string; keysUrl: string },
  clock: Clock,
): AccessTokens => {
  const jwksCache = new SimpleJwksCache({
    fetcher: { fetch: fetchKeys },
    jwksParser: (bytes) => Keys.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))),
    penaltyBox: askingSeldom(clock),
  });
  // An access token of Cognito has no audience. Whoever reads the claims looks at the end of a token, and says so.
  const expectations = { issuer, jwksUri: keysUrl, audience: null, graceSeconds: Infinity };
  const verifier = JwtVerifier.create(expectations, { jwksCache });
  return {
    claimsOf: async (token) => {
      try {
        // The library keeps a key for each issuer that a token names before it looks at the signature.
        const { payload } = decomposeUnverifiedJwt(token);
        return payload.iss === issuer ? await verifier.verify(token) : undefined;
      } catch (error) {
        if (error instanceof JwtBaseError) return undefined;
        throw error;
      }
    },
  };
};

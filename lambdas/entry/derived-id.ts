import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import type { Making } from '../../domain/http/making.ts';

/**
 * An id that follows from its cause: a ULID of that instant, so that runs sort by it, whose rest is made from
 * `seed`. A timer that fires twice, or a call that is repeated, means the same run.
 */
export const derivedId = (at: string, seed: string): string => {
  const bytes = createHash('sha256').update(seed).digest();
  let index = 0;
  return ulid(Date.parse(at), () => (bytes[index++ % bytes.length] ?? 0) / 256);
};

/** Of a request without a key: each makes something new. */
export const newMaking = (now: number): Making => ({ id: ulid(now), since: now, isRepeat: false });

/** A request that its caller marked to be done once: `answer` is there when it was done. */
export type Remembered = { fingerprint: string; answer?: string | undefined };

/** Requests by the key that their callers gave them, for a day. */
export type Repeats = {
  /** Undefined: it is new, or whoever had it died, and is the caller's from now on. Else what is known of it. */
  begin(key: string, fingerprint: string): Promise<Remembered | undefined>;
  /** @param answer JSON */
  done(key: string, answer: string): Promise<void>;
  forget(key: string): Promise<void>;
};

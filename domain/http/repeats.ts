/** A request that its caller marked to be done once. */
export type Remembered = {
  fingerprint: string;
  isDone: boolean;
  /** Undefined of one that is done: its answer was not kept. */
  answer?: string | undefined;
};

/** Requests by the key that their callers gave them, for a day. */
export type Repeats = {
  /** Undefined: it is new, or whoever had it died, and is the caller's from now on. Else what is known of it. */
  begin(key: string, fingerprint: string): Promise<Remembered | undefined>;
  /** @param answer JSON; undefined: it is not kept. One that is too large is not kept either. */
  done(key: string, answer: string | undefined): Promise<void>;
  /** It was not done, and may be asked again at once. */
  forget(key: string): Promise<void>;
};

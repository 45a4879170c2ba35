import type { Making } from './making.ts';

/** A request that its caller marked to be done once. */
export type Remembered = {
  fingerprint: string;
  isDone: boolean;
  /** Undefined of one that is done: its answer was not kept. */
  answer?: string | undefined;
};

/** It is the caller's from now on: it is new, or whoever had it died or failed. */
export type Begun = Omit<Making, 'id'>;

/** Requests by the key that their callers gave them, for a day. */
export type Repeats = {
  begin(key: string, fingerprint: string): Promise<{ begun: Begun } | { known: Remembered }>;
  /** @param answer JSON; undefined: it is not kept. One that is too large is not kept either. */
  done(key: string, answer: string | undefined): Promise<void>;
  /** It gave no answer, and may be asked again at once; another request may take the key too. */
  forget(key: string): Promise<void>;
};

import type { Particular, ProblemCause } from './problem-cause.ts';

/**
 * What can be wrong with a request, named by meaning. The HTTP status is decided at the edge
 * (lambdas/entry), never here.
 */
export type ProblemCode =
  | 'invalid-input'
  | 'not-found'
  | 'not-signed-in'
  | 'not-permitted'
  | 'conflict'
  | 'key-reused'
  | 'stale-manifest'
  | 'already-decided'
  | 'link-dead'
  | 'expired'
  | 'people-deleted'
  | 'rows-ended'
  | 'unacknowledged'
  | 'wrong-state'
  | 'too-large'
  | 'too-many'
  | 'busy';

/** Members without a cause: what only a program can do wrong, or what the code says by itself. */
type PlainFacts = Record<string, unknown> & { cause?: undefined };

/** A caller's mistake or a refusal: says what is wrong (`detail`) and how to mend it (`mend`). Never holds addresses or tokens. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly mend: string;
  /** Which refusal of its code this is, where a person can meet it; readers have words for it in their language. */
  override readonly cause: ProblemCause | undefined;
  /** Extra members of the problem+json body, for programs. */
  readonly facts: Record<string, unknown>;

  constructor(code: ProblemCode, detail: string, mend: string, details: Particular | PlainFacts = {}) {
    super(detail);
    this.name = 'Problem';
    this.code = code;
    this.mend = mend;
    const { cause, ...facts } = details;
    this.cause = cause;
    this.facts = facts;
  }
}

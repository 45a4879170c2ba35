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
  | 'stale-manifest'
  | 'already-decided'
  | 'link-dead'
  | 'expired'
  | 'people-deleted'
  | 'unacknowledged'
  | 'wrong-state'
  | 'too-large'
  | 'busy';

/** A caller's mistake or a refusal: says what is wrong (`detail`) and how to mend it (`mend`). Never holds addresses or tokens. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly mend: string;
  /** Extra members of the problem+json body, for programs. */
  readonly facts: Record<string, unknown>;

  constructor(code: ProblemCode, detail: string, mend: string, facts: Record<string, unknown> = {}) {
    super(detail);
    this.name = 'Problem';
    this.code = code;
    this.mend = mend;
    this.facts = facts;
  }
}

import { isObject } from './is-object.ts';

type Answer = { detail: string; mend: string; cause?: string | undefined; facts: Record<string, unknown> };

/** A refusal of the API: `code` says what it means, `mend` how to go on. */
export class ApiProblem extends Error {
  readonly status: number;
  /** One of the domain's problem codes; `sign-in`, `unreachable` and `internal` are the console's own. */
  readonly code: string;
  readonly detail: string;
  readonly mend: string;
  /** Which refusal of its code it is; may be one that this console does not know yet. */
  override readonly cause: string | undefined;
  readonly facts: Record<string, unknown>;

  constructor(status: number, code: string, answer: Answer) {
    super(answer.detail || code);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.detail = answer.detail;
    this.mend = answer.mend;
    this.cause = answer.cause;
    this.facts = answer.facts;
  }
}

export const plainProblem = (status: number, code: string): ApiProblem =>
  new ApiProblem(status, code, { detail: '', mend: '', facts: {} });

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** problem+json as an error; any other body is a surprise of the server. */
export const problemOf = async (response: Response): Promise<ApiProblem> => {
  const json: unknown = await response.json().catch(() => undefined);
  if (!isObject(json)) return plainProblem(response.status, response.status >= 502 ? 'unreachable' : 'internal');
  const { detail, mend, code, cause, ...facts } = json;
  const answer = { detail: textOf(detail) ?? '', mend: textOf(mend) ?? '', cause: textOf(cause), facts };
  return new ApiProblem(response.status, textOf(code) ?? 'internal', answer);
};

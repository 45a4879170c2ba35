import * as z from 'zod';

const Body = z.looseObject({
  detail: z.string().default(''),
  mend: z.string().default(''),
  code: z.string().optional(),
  cause: z.string().optional(),
});

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

/** problem+json as an error; any other body is a surprise of the server. */
export const problemOf = async (response: Response): Promise<ApiProblem> => {
  const json: unknown = await response.json().catch(() => undefined);
  const { data } = Body.safeParse(json);
  if (!data) return plainProblem(response.status, response.status >= 502 ? 'unreachable' : 'internal');
  const { detail, mend, code = 'internal', cause, ...facts } = data;
  return new ApiProblem(response.status, code, { detail, mend, cause, facts });
};

import { signIn, type SignInManager } from './auth.ts';
import { answerOf } from './answer-of.ts';
import { plainProblem, problemOf } from './api-problem.ts';
import type { Language } from './languages.ts';
import { renew } from './renewal.ts';

/**
 * The HTTP API with the signed-in person's access token. Each call names the domain's type of its answer; the API has
 * put that answer through the schema of this type before it sent it, so the console does not do it again.
 */
export type Api = {
  get: <Answer>(path: string) => Promise<Answer>;
  /** JSON lines. */
  lines: <Line>(path: string) => Promise<Line[]>;
  /** A paged list as CSV, every page. */
  csv: (path: string, language: Language) => Promise<string[]>;
  post: <Answer>(path: string, body: unknown) => Promise<Answer>;
  put: <Answer>(path: string, body: unknown) => Promise<Answer>;
  delete: <Answer>(path: string) => Promise<Answer>;
  /** A file, byte for byte: only the API finds out in which encoding it is. */
  postFile: <Answer>(path: string, file: Blob) => Promise<Answer>;
};

const renewOrSignIn = async (manager: SignInManager): Promise<void> => {
  const renewal = await renew(manager);
  if (renewal === 'renewed') return;
  if (renewal === 'unreachable') throw plainProblem(0, 'unreachable');
  await signIn(manager);
  throw plainProblem(401, 'sign-in');
};

const tokenOf = async (manager: SignInManager): Promise<string> => {
  const user = await manager.getUser();
  if (user?.expired) await renewOrSignIn(manager);
  return (await manager.getUser())?.access_token ?? '';
};

const reach = async (manager: SignInManager, path: string, init: RequestInit): Promise<Response> => {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${await tokenOf(manager)}`);
  try {
    return await fetch(`/api${path}`, { ...init, headers });
  } catch {
    throw plainProblem(0, 'unreachable');
  }
};

/** Renews before the call when the token is over, and once after a 401. */
const answered = async (manager: SignInManager, path: string, init: RequestInit): Promise<Response> => {
  let response = await reach(manager, path, init);
  if (response.status === 401) {
    await renewOrSignIn(manager);
    response = await reach(manager, path, init);
  }
  if (!response.ok) throw await problemOf(response);
  return response;
};

const call = async <Answer>(manager: SignInManager, path: string, init: RequestInit): Promise<Answer> =>
  answerOf<Answer>(await (await answered(manager, path, init)).text());

/** RFC 8288: `<?cursor=…>; rel="next"`. */
const nextQuery = (response: Response): string | undefined =>
  /<(\?[^>]*)>;\s*rel="next"/.exec(response.headers.get('link') ?? '')?.[1];

/** As the spreadsheets of those who read this language expect a file. */
const csvOf: Record<Language, string> = { en: 'text/csv', de: 'text/csv; delimiter=semicolon' };

const csvPages = async (manager: SignInManager, path: string, accept: string): Promise<string[]> => {
  const [route] = path.split('?');
  const pages: string[] = [];
  let next: string | undefined = `${path}${path.includes('?') ? '&' : '?'}limit=200`;
  while (next !== undefined) {
    const response = await answered(manager, next, { headers: { accept } });
    pages.push(await response.text());
    const query = nextQuery(response);
    next = query === undefined ? undefined : `${route}${query}`;
  }
  return pages;
};

const json = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  ...(body !== undefined && { body: JSON.stringify(body) }),
});

export const createApi = (manager: SignInManager): Api => ({
  get: async (path) => call(manager, path, {}),
  lines: async <Line>(path: string) => {
    const text = await (await answered(manager, path, {})).text();
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => answerOf<Line>(line));
  },
  csv: async (path, language) => csvPages(manager, path, csvOf[language]),
  post: async (path, body) => call(manager, path, json('POST', body)),
  delete: async (path) => call(manager, path, { method: 'DELETE' }),
  put: async (path, body) => call(manager, path, json('PUT', body)),
  postFile: async (path, file) =>
    call(manager, path, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file }),
});

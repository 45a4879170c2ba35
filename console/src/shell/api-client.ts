import type { UserManager } from 'oidc-client-ts';
import type * as z from 'zod';
import { signIn } from './auth.ts';
import { plainProblem, problemOf } from './api-problem.ts';
import { renew } from './renewal.ts';

/** The HTTP API with the signed-in person's access token; every answer is checked by the domain's schema. */
export type Api = {
  get: <S extends z.ZodType>(path: string, schema: S) => Promise<z.output<S>>;
  /** JSON lines. */
  lines: <S extends z.ZodType>(path: string, schema: S) => Promise<z.output<S>[]>;
  /** A paged list as CSV, every page. */
  csv: (path: string) => Promise<string[]>;
  post: <S extends z.ZodType>(path: string, body: unknown, schema: S) => Promise<z.output<S>>;
  put: <S extends z.ZodType>(path: string, body: unknown, schema: S) => Promise<z.output<S>>;
  /** DELETE. */
  remove: <S extends z.ZodType>(path: string, schema: S) => Promise<z.output<S>>;
  /** A file, byte for byte: only the API finds out in which encoding it is. */
  postFile: <S extends z.ZodType>(path: string, file: Blob, schema: S) => Promise<z.output<S>>;
};

const renewOrSignIn = async (manager: UserManager): Promise<void> => {
  const renewal = await renew(manager);
  if (renewal === 'renewed') return;
  if (renewal === 'unreachable') throw plainProblem(0, 'unreachable');
  await signIn(manager);
  throw plainProblem(401, 'sign-in');
};

const tokenOf = async (manager: UserManager): Promise<string> => {
  const user = await manager.getUser();
  if (user?.expired) await renewOrSignIn(manager);
  return (await manager.getUser())?.access_token ?? '';
};

const reach = async (manager: UserManager, path: string, init: RequestInit): Promise<Response> => {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${await tokenOf(manager)}`);
  try {
    return await fetch(`/api${path}`, { ...init, headers });
  } catch {
    throw plainProblem(0, 'unreachable');
  }
};

/** Renews before the call when the token is over, and once after a 401. */
const answered = async (manager: UserManager, path: string, init: RequestInit): Promise<Response> => {
  let response = await reach(manager, path, init);
  if (response.status === 401) {
    await renewOrSignIn(manager);
    response = await reach(manager, path, init);
  }
  if (!response.ok) throw await problemOf(response);
  return response;
};

const call = async (manager: UserManager, path: string, init: RequestInit): Promise<unknown> =>
  (await answered(manager, path, init)).json();

/** RFC 8288: `<?cursor=…>; rel="next"`. */
const nextQuery = (response: Response): string | undefined =>
  /<(\?[^>]*)>;\s*rel="next"/.exec(response.headers.get('link') ?? '')?.[1];

const csvPages = async (manager: UserManager, path: string): Promise<string[]> => {
  const [route] = path.split('?');
  const pages: string[] = [];
  let next: string | undefined = `${path}${path.includes('?') ? '&' : '?'}limit=200`;
  while (next !== undefined) {
    const response = await answered(manager, next, { headers: { accept: 'text/csv' } });
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

export const createApi = (manager: UserManager): Api => ({
  get: async (path, schema) => schema.parse(await call(manager, path, {})),
  lines: async (path, schema) => {
    const text = await (await answered(manager, path, {})).text();
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => schema.parse(JSON.parse(line)));
  },
  csv: async (path) => csvPages(manager, path),
  post: async (path, body, schema) => schema.parse(await call(manager, path, json('POST', body))),
  put: async (path, body, schema) => schema.parse(await call(manager, path, json('PUT', body))),
  remove: async (path, schema) => schema.parse(await call(manager, path, { method: 'DELETE' })),
  postFile: async (path, file, schema) =>
    schema.parse(
      await call(manager, path, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: file,
      }),
    ),
});

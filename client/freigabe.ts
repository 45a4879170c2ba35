import { operations, type Operations } from './operations.ts';

/** By its name in docs/openapi.json. */
export type Operation = keyof Operations;
export type Answer<O extends Operation> = Operations[O]['answer'];

/** Named where there is something to say, and optional where all of it may be left out. */
type Named<Name extends string, T> = keyof T extends never
  ? unknown
  : Partial<T> extends T
    ? { [K in Name]?: T }
    : { [K in Name]: T };

/** What is undefined is left out of JSON, so it may stand where something may be left out. */
type Sent<T> = T extends readonly (infer E)[]
  ? Sent<E>[]
  : T extends object
    ? { [K in keyof T]: Sent<T[K]> | (T extends Record<K, unknown> ? never : undefined) }
    : T;

/** A file goes byte for byte; `key` is an Idempotency-Key. */
export type Asked<O extends Operation> = Named<'params', Operations[O]['params']> &
  Named<'query', Sent<Operations[O]['query']>> &
  (Operations[O]['body'] extends undefined
    ? unknown
    : {
        body: Operations[O]['body'] extends string | File | Blob
          ? string | Uint8Array<ArrayBuffer>
          : Sent<Operations[O]['body']>;
      }) & {
    key?: string;
  };

/** problem+json, as far as it was one. */
export type Problem = { detail?: string; mend?: string; code?: string; cause?: string };

/** The API refused. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  /** Seconds after which it makes sense to ask again. */
  readonly retryAfter: number | undefined;

  constructor(status: number, { detail, mend, code }: Problem, retryAfter?: number) {
    // Without a detail it was not Freigabe that answered: a gateway, or a Lambda that ran out of time.
    super(`${detail ?? `answered with HTTP ${status}`} ${mend ?? ''}`.trim());
    this.status = status;
    this.code = code ?? '';
    this.retryAfter = retryAfter;
  }
}

type Request = {
  params?: Record<string, string>;
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
  key?: string;
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const objectIn = (said: unknown): object => (typeof said === 'object' && said !== null ? said : {});

const queryOf = (query: NonNullable<Request['query']>): string => {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) given.set(name, String(value));
  return given.size === 0 ? '' : `?${given.toString()}`;
};

const isBytes = (body: unknown): body is Uint8Array<ArrayBuffer> | string =>
  body instanceof Uint8Array || typeof body === 'string';

/** As text a file that is not UTF-8 would lose its letters on the way. */
const contentOf = (body: unknown): { type?: string; bytes?: string | Uint8Array<ArrayBuffer> } => {
  if (body === undefined) return {};
  return isBytes(body)
    ? { type: 'application/octet-stream', bytes: body }
    : { type: 'application/json', bytes: JSON.stringify(body) };
};

/** Sends one request with an access token. @throws Refusal */
export const send = async (
  { url, token }: { url: string; token: string },
  [method, path]: readonly [method: string, path: string],
  { query = {}, body, key }: Omit<Request, 'params'> = {},
): Promise<unknown> => {
  const { type, bytes } = contentOf(body);
  const answer = await fetch(`${url}${path}${queryOf(query)}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(type !== undefined && { 'content-type': type }),
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    ...(bytes !== undefined && { body: bytes }),
  });
  const said = jsonIn(await answer.text());
  if (answer.ok && said !== undefined) return said;
  const after = answer.headers.get('retry-after');
  throw new Refusal(answer.status, objectIn(said), after === null ? undefined : Number(after));
};

/** The API of a stage, by the operations of docs/openapi.json. */
export class Freigabe {
  readonly url: string;
  private readonly token: () => Promise<string>;

  /** @param url of the API, ending in `/api` */
  constructor(url: string, token: () => Promise<string>) {
    this.url = url;
    this.token = token;
  }

  /** @throws Refusal */
  async call<O extends Operation>(operation: O, asked: Asked<O>): Promise<Answer<O>> {
    const [method, template] = operations[operation];
    const { params = {}, ...request }: Request = asked;
    const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
    const answer = await send({ url: this.url, token: await this.token() }, [method, path], request);
    // The server shapes each answer by the schema from which this type was made.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return answer as Answer<O>;
  }
}

/** A new one is asked for this long before the one before ends. */
const EARLY_MS = 60_000;

/**
 * Access tokens of a machine by the client credentials grant (RFC 6749, section 4.4). One is used until it nearly ends:
 * Cognito charges for each.
 */
export const machineTokens = (
  tokenUrl: string,
  { clientId, secret }: { clientId: string; secret: string },
  clock: () => number = Date.now,
): (() => Promise<string>) => {
  let known = { token: '', until: 0 };
  return async () => {
    if (clock() < known.until) return known.token;
    const answer = await fetch(tokenUrl, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const said = jsonIn(await answer.text());
    const given: { access_token?: unknown; expires_in?: unknown; error?: unknown } = objectIn(said);
    if (!answer.ok || typeof given.access_token !== 'string')
      throw new Refusal(answer.status, { detail: `The token endpoint refused: ${String(given.error)}.` });
    known = { token: given.access_token, until: clock() + Number(given.expires_in) * 1000 - EARLY_MS };
    return known.token;
  };
};

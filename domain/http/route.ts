import type * as z from 'zod';
import type { Origin } from '../model/audit-chain.ts';
import type { Making } from './making.ts';
import type { Action } from '../people/authorisation.ts';
import type { Actor } from '../people/people.ts';

/**
 * One operation of the HTTP API, declared once: the infrastructure makes the route and its authoriser
 * from it, the Lambda its parsing, and docs/openapi.json its text. Paths are below `/api`.
 */
export type Route<Query extends z.ZodType = z.ZodType, Body extends z.ZodType = z.ZodType> = {
  operation: string;
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  path: `/${string}`;
  summary: string;
  /** What the caller does, in the table of roles; checked before anything else of the request is read. */
  may: Action;
  query?: Query;
  /** JSON body. */
  body?: Body;
  /**
   * Takes an `Idempotency-Key`, so that a caller who got no answer may send it again; for what makes something.
   * `secret`: its answer holds one that is shown once, and is not kept.
   */
  idempotent?: true | 'secret' | undefined;
  /** A form in either media type of HTML; whatever else is sent, or nothing, is a form without fields. */
  formBody?: Body;
  /** The form may come as a JSON object of texts, too. */
  isJsonForm?: true;
  /** A file, byte for byte; sent as `application/octet-stream` by who does not know that it is UTF-8, or what it is. */
  bytesBody?: 'text/csv' | 'image/*' | '*/*';
  /**
   * `csv`: the items of a page, given as rows to who asks for `text/csv`; `lines`: JSON lines, one of the
   * schema each; `html`: a page to look at, with 404 where there is nothing to look at, 410 where it is `gone`, and 400 for a form that lacks something; `calendar`: a text of RFC 5545; `later`: what is said instead, with 202, of what goes on after the answer.
   */
  answers:
    | { status: 200 | 201 | 202; schema: z.ZodType; csv?: z.ZodObject; later?: z.ZodType }
    | { status: 200; lines: z.ZodType }
    | { status: 200; html: true; gone?: true }
    | { status: 200; calendar: true };
};

export type QueryOf<R> = R extends { query: infer Q extends z.ZodType } ? z.output<Q> : Record<string, never>;
export type BodyOf<R> = R extends { body: infer B extends z.ZodType }
  ? z.output<B>
  : R extends { bytesBody: string }
    ? Uint8Array
    : R extends { formBody: infer F extends z.ZodType }
      ? z.output<F>
      : undefined;

/** Names in braces of a path: `/runs/{id}` gives `{ id: string }`. */
export type ParamsOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { [K in Name]: string } & ParamsOf<Rest>
  : unknown;

/** A request after its parts were parsed by the route's schemas. `actor` is there unless the route is for anybody. */
export type HttpRequest<R extends Route> = {
  params: ParamsOf<R['path']>;
  query: QueryOf<R>;
  body: BodyOf<R>;
  actor: R['may'] extends 'unsubscribe' | 'viewMail' | 'signUp' | 'readFeed' ? undefined : Actor;
  /** For the audit. */
  origin: Origin;
  /** Under which name the API was asked: behind CloudFront it is its own. */
  host?: string | undefined;
} & ([R] extends [{ idempotent: true | 'secret' }] ? { making: Making } : unknown);

/**
 * A page of HTML. `isFound` false: it says that there is nothing behind the link; `isGone`: that there was; `isRefused`:
 * what is missing in a form. `isMail`: it is a mail, whose author may have written anything.
 */
export type HtmlPage = {
  html: string;
  isFound: boolean;
  isGone?: boolean | undefined;
  isRefused?: boolean | undefined;
  isMail?: boolean | undefined;
};

/** The answer's body: what the route's schema takes, one for each line, or a page. */
export type HttpAnswer<R extends Route> = R['answers'] extends {
  schema: infer S extends z.ZodType;
  later: infer L extends z.ZodType;
}
  ? z.input<S> | z.input<L>
  : R['answers'] extends { schema: infer S extends z.ZodType }
    ? z.input<S>
    : R['answers'] extends { lines: infer L extends z.ZodType }
      ? z.input<L>[]
      : R['answers'] extends { calendar: true }
        ? string
        : HtmlPage;

/** `timeLeft`: what its Lambda has left, in milliseconds. */
export type HttpHandler<R extends Route> = (request: HttpRequest<R>, timeLeft?: () => number) => Promise<HttpAnswer<R>>;

/** One handler for each operation of a room. */
export type HttpHandlers<Routes extends Record<string, Route>> = { [Name in keyof Routes]: HttpHandler<Routes[Name]> };

import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod';
import { Problem, type ProblemCode } from '../../domain/http/problem.ts';
import type { HtmlPage, Route } from '../../domain/http/route.ts';
import { csvAnswer, wantsCsv } from './csv-answer.ts';

const statusOf: Record<ProblemCode, number> = {
  'invalid-input': 400,
  'not-signed-in': 401,
  'not-permitted': 403,
  'not-found': 404,
  conflict: 409,
  'stale-manifest': 409,
  'already-decided': 409,
  'wrong-state': 409,
  unacknowledged: 409,
  'link-dead': 410,
  expired: 410,
  'people-deleted': 410,
  'rows-ended': 410,
  'too-large': 413,
  'key-reused': 422,
  busy: 429,
  'too-many': 429,
};

/** Nothing that the API says may be kept, framed or leaked by a referrer. */
const headers = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * A mail loads pictures, styles and fonts from wherever its author put them, and runs, submits and frames nothing. In a
 * sandbox it is of no origin: it reaches nothing of the console, is not led elsewhere by itself, and no request that it
 * makes says from which address, whatever its own words on referrers are
 * (https://www.w3.org/TR/referrer-policy/#determine-requests-referrer: "If document's origin is an opaque origin, return
 * no referrer"). What its links open is as it ever is.
 */
const mailPolicy =
  "default-src 'none'; img-src https: http: data:; style-src 'unsafe-inline' https:; font-src https: data:; media-src https:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox allow-popups allow-popups-to-escape-sandbox";

const Html = z.object({
  html: z.string(),
  isFound: z.boolean(),
  isGone: z.boolean().optional(),
  isRefused: z.boolean().optional(),
  isMail: z.boolean().optional(),
}) satisfies z.ZodType<HtmlPage>;

const pageStatus = ({ isFound, isGone = false, isRefused = false }: HtmlPage, status: number): number => {
  if (isRefused) return 400;
  if (isFound) return status;
  return isGone ? 410 : 404;
};

/** Pages behind links of mails: no search engine shows them (https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag). */
const pageAnswer = (page: unknown, { method }: Route, status: number): APIGatewayProxyStructuredResultV2 => {
  const parsed = Html.parse(page);
  const { html, isMail = false } = parsed;
  return {
    statusCode: pageStatus(parsed, status),
    headers: {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': isMail ? mailPolicy : pagePolicy,
      'x-robots-tag': 'noindex, nofollow',
    },
    body: contentFor(method, html),
  };
};

type Asked = Pick<APIGatewayProxyEventV2, 'headers' | 'queryStringParameters'>;

/** RFC 9110, section 9.3.2: what a GET would say, without its content. */
const contentFor = (method: Route['method'], content: string): string => (method === 'HEAD' ? '' : content);

/**
 * A calendar asks again and again, for what seldom changes (RFC 9110, section 13.1.2). It may keep the answer, and asks
 * before it shows it again: an address that was revoked shows nothing any more.
 */
const calendarAnswer = (
  text: string,
  { method }: Route,
  { headers: asked }: Asked,
): APIGatewayProxyStructuredResultV2 => {
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  const known = (asked['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  const all = { ...headers, 'cache-control': 'private, no-cache', etag };
  if (known.includes(etag)) return { statusCode: 304, headers: all };
  const type = 'text/calendar; charset=utf-8';
  return { statusCode: 200, headers: { ...all, 'content-type': type }, body: contentFor(method, text) };
};

/** Shapes an answer by its route's schema, so that nothing leaves that was not declared. */
export const answerOf = (route: Route, body: unknown, asked: Asked): APIGatewayProxyStructuredResultV2 => {
  const { answers } = route;
  if ('html' in answers) return pageAnswer(body, route, answers.status);
  if ('calendar' in answers) return calendarAnswer(z.string().parse(body), route, asked);
  if ('lines' in answers) {
    const lines = z.array(answers.lines).parse(body);
    return {
      statusCode: answers.status,
      headers: { ...headers, 'content-type': 'application/jsonl; charset=utf-8' },
      body: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
    };
  }
  const later = answers.later?.safeParse(body);
  const { status, shaped } = later?.success
    ? { status: 202, shaped: later.data }
    : { status: answers.status, shaped: answers.schema.parse(body) };
  if (answers.csv && wantsCsv(asked)) {
    const csv = csvAnswer(answers.csv, shaped, asked);
    return { statusCode: answers.status, headers: { ...headers, ...csv.headers }, body: csv.body };
  }
  return {
    statusCode: status,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(shaped),
  };
};

const problemBody = (status: number, problem: Problem): string =>
  JSON.stringify({
    type: `https://freigabe.example/problems/${problem.code}`,
    title: problem.code.replaceAll('-', ' '),
    status,
    detail: problem.message,
    code: problem.code,
    mend: problem.mend,
    cause: problem.cause,
    ...problem.facts,
  });

/** RFC 9110, section 10.2.3: where a refusal says from when on it makes sense to ask again. */
const retryAfter = ({ facts }: Problem): Record<string, string> =>
  typeof facts['retryAfterSeconds'] === 'number' ? { 'retry-after': String(facts['retryAfterSeconds']) } : {};

const unknownRoute = new Problem('not-found', 'There is no such operation.', 'Look it up in docs/openapi.json.');

/** problem+json for a refusal; a bare 500 for a surprise, after `report` has seen it. */
export const problemAnswer = (
  error: unknown,
  report?: (surprise: unknown) => void,
): APIGatewayProxyStructuredResultV2 => {
  const problem = error === undefined ? unknownRoute : error;
  const contentType = { ...headers, 'content-type': 'application/problem+json' };
  if (problem instanceof Problem) {
    const status = statusOf[problem.code];
    const all = { ...contentType, ...retryAfter(problem) };
    return { statusCode: status, headers: all, body: problemBody(status, problem) };
  }
  report?.(error);
  return {
    statusCode: 500,
    headers: contentType,
    body: JSON.stringify({
      type: 'about:blank',
      title: 'internal error',
      status: 500,
      detail: 'Something failed that should not have. It was logged.',
      mend: 'Try again; if it stays, ask the operator to look at the log.',
    }),
  };
};

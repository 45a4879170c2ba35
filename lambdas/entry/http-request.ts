import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type * as z from 'zod';
import type { Origin } from '../../domain/audit-chain.ts';
import { needsSignIn, refuseUnless } from '../../domain/authorisation.ts';
import type { People } from '../../domain/ports/people.ts';
import { PathId } from '../../domain/path-id.ts';
import { Problem } from '../../domain/problem.ts';
import type { Route } from '../../domain/route.ts';
import { beginningOf, halvesIn } from '../../domain/whole-characters.ts';
import { claimedBy } from './token-claims.ts';

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;

const told = (issue: z.core.$ZodIssue): string =>
  `${issue.path.length > 0 ? `${issue.path.join('.')}: ` : ''}${issue.message}`;

const half = (field: string): string => `${field}: holds half a character (a lone surrogate), which UTF-8 has not`;

const refuse = (what: string, issues: string[]): never => {
  throw new Problem(
    'invalid-input',
    `The ${what} is not as expected: ${issues.join('; ')}.`,
    'Correct what is named and send it again.',
    { issues },
  );
};

/** Looked for after parsing, when what is left is no deeper than the schema. */
const parsedBy = (schema: z.ZodType, value: unknown, what: string): unknown => {
  const parsed = schema.safeParse(value);
  if (!parsed.success) return refuse(what, parsed.error.issues.map(told));
  const halves = halvesIn(parsed.data);
  return halves.length === 0 ? parsed.data : refuse(what, halves.map(half));
};

const bytesOf = (event: Event): Buffer => Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');

const textOf = (event: Event): string => bytesOf(event).toString('utf8');

const jsonOf = (event: Event): unknown => {
  try {
    return JSON.parse(textOf(event));
  } catch {
    throw new Problem(
      'invalid-input',
      'The body is not JSON.',
      'Send a JSON object with content-type application/json.',
    );
  }
};

const bodyOf = (route: Route, event: Event): unknown => {
  if (route.body) return parsedBy(route.body, jsonOf(event), 'body');
  if (route.bytesBody) return bytesOf(event);
  return route.textBody ? textOf(event) : undefined;
};

const actorOf = async (event: Event, people: People) =>
  people.actor(claimedBy(event.requestContext.authorizer?.jwt?.claims ?? {}));

/** Behind CloudFront the socket's address is a server's; the forwarded chain has the caller's. */
const originOf = ({ headers, requestContext: { http } }: Event): Origin => ({
  ip: beginningOf(headers['x-forwarded-for'] ?? http.sourceIp, 200),
  userAgent: beginningOf(http.userAgent, 200),
});

/** A token of an unsubscribe link is judged by its signature; whatever else names a thing in a path is an id. */
const paramsOf = ({ path }: Route, { pathParameters }: Event): Record<string, string | undefined> => {
  const params = pathParameters ?? {};
  const ids = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).filter((name) => name !== 'token');
  if (ids.every((name) => PathId.safeParse(params[name]).success)) return params;
  throw new Problem(
    'not-found',
    'There is nothing of this id.',
    'Look it up in its list; ids are letters, digits, - and _.',
  );
};

const permitted = async (route: Route, event: Event, people: People) => {
  if (!needsSignIn(route.may)) return undefined;
  const actor = await actorOf(event, people);
  refuseUnless(actor, route.may);
  return actor;
};

/**
 * Who asks and whether they may, then the parts of the request by its route. The JWT itself was verified by
 * the API's authoriser.
 */
export const parseRequest = async (route: Route, event: Event, people: People): Promise<object> => {
  const actor = await permitted(route, event, people);
  return {
    params: paramsOf(route, event),
    query: route.query ? parsedBy(route.query, event.queryStringParameters ?? {}, 'query') : {},
    body: bodyOf(route, event),
    actor,
    origin: originOf(event),
  };
};

import type { APIGatewayProxyEventV2WithLambdaAuthorizer } from 'aws-lambda';
import type * as z from 'zod';
import type { Origin } from '../../domain/model/audit-chain.ts';
import { groupsFor, needsSignIn, refuseUnless, type StageRules } from '../../domain/people/authorisation.ts';
import type { Actor } from '../../domain/people/people.ts';
import { PathId } from '../../domain/http/path-id.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { Route } from '../../domain/http/route.ts';
import { beginningOf, halvesIn } from '../../domain/values/whole-characters.ts';
import { admitMachine, type Callers } from './callers.ts';
import { clock } from './clock.ts';
import { formFields, jsonFields } from './form-fields.ts';
import { claimedBy } from './token-claims.ts';

type Event = APIGatewayProxyEventV2WithLambdaAuthorizer<Record<string, unknown> | undefined>;

const issueText = (issue: z.core.$ZodIssue): string =>
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
  if (!parsed.success) return refuse(what, parsed.error.issues.map(issueText));
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

/**
 * An HTTP API hands bodies of text/* over as text, whatever their bytes are, and in Base64 only those of other types
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html): bytes that
 * are no UTF-8 have become U+FFFD by then, and the letters are gone.
 */
const fileOf = (event: Event): Buffer => {
  if (!event.isBase64Encoded && /[\uFFFD\p{Cs}]/u.test(event.body ?? ''))
    throw new Problem(
      'invalid-input',
      'The file came as text and is not UTF-8: some of its letters were lost on the way.',
      'Send it with content-type application/octet-stream, which leaves every byte as it is; nothing of it was imported.',
      { cause: 'bytesLost' },
    );
  return bytesOf(event);
};

const bodyOf = async (route: Route, event: Event): Promise<unknown> => {
  if (route.body) return parsedBy(route.body, jsonOf(event), 'body');
  if (route.bytesBody) return fileOf(event);
  if (!route.formBody) return undefined;
  const type = event.headers['content-type'] ?? '';
  const isJson = route.isJsonForm === true && /^application\/json\b/i.test(type);
  return parsedBy(route.formBody, isJson ? jsonFields(textOf(event)) : await formFields(bytesOf(event), type), 'form');
};

/**
 * Behind CloudFront the socket's address is a server's; the forwarded chain has the caller's. A mailbox provider that
 * unsubscribes somebody need not say what it is (RFC 9110, section 10.1.5: a client SHOULD).
 */
const originOf = ({ headers, requestContext: { http } }: Event): Origin => {
  const userAgent: string | undefined = http.userAgent;
  return {
    // Its end is what servers of ours and of AWS saw; what stands before it may be anybody's.
    ip: (headers['x-forwarded-for'] ?? http.sourceIp).slice(-200),
    userAgent: beginningOf(userAgent ?? '', 200),
  };
};

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

/** A UUID has 36 characters. */
const MAX_KEY = 255;

/** Undefined: none was sent. @throws Problem `invalid-input` */
export const idempotencyKeyOf = ({ headers }: Event): string | undefined => {
  const key = headers['idempotency-key']?.trim();
  if (key === undefined || (key !== '' && key.length <= MAX_KEY)) return key;
  return refuse('header Idempotency-Key', [`takes 1 to ${MAX_KEY} characters, such as a UUID`]);
};

export type Guards = { callers: Callers; rules: StageRules | undefined };

/**
 * Who asks, and whether they may; undefined where anybody may. The JWT itself was verified by the API's authoriser.
 * @param tell headers of the answer, whatever it is
 * @throws Problem `not-signed-in`, `not-permitted`, `too-many`
 */
export const permitted = async (
  route: Route,
  event: Event,
  { callers, rules }: Guards,
  tell: (headers: Record<string, string>) => void,
): Promise<Actor | undefined> => {
  if (!needsSignIn(route.may)) return undefined;
  // A route that was made without an authoriser hands nothing over either.
  const { authorizer }: { authorizer?: Event['requestContext']['authorizer'] } = event.requestContext;
  const claimed = claimedBy(authorizer?.lambda ?? {}, clock());
  if ('clientId' in claimed) return admitMachine(callers.machines, { claimed, operation: route.operation }, tell);
  const actor = await callers.actor(claimed, groupsFor(route.may));
  refuseUnless(actor, route.may, rules);
  return actor;
};

/** The parts of a request by its route. */
export const parseRequest = async (route: Route, event: Event, actor: Actor | undefined): Promise<object> => ({
  params: paramsOf(route, event),
  query: route.query ? parsedBy(route.query, event.queryStringParameters ?? {}, 'query') : {},
  body: await bodyOf(route, event),
  actor,
  origin: originOf(event),
  host: event.requestContext.domainName,
});

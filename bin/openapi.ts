import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { needsSignIn } from '../domain/people/authorisation.ts';
import { scopesFor } from '../domain/people/machine-operations.ts';
import { confirmRoutes } from '../domain/confirm/routes.ts';
import { kpiRoutes } from '../domain/kpi/routes.ts';
import { PathId } from '../domain/http/path-id.ts';
import { audienceRoutes } from '../domain/audience/routes.ts';
import { segmentRoutes } from '../domain/audience/segment-routes.ts';
import { signUpRoutes } from '../domain/audience/sign-up-routes.ts';
import { unsubscribeRoutes } from '../domain/audience/unsubscribe-routes.ts';
import { viewRoutes } from '../domain/audience/view-routes.ts';
import { managePeopleRoutes } from '../domain/people/manage-routes.ts';
import { machineRoutes } from '../domain/people/machine-routes.ts';
import { webhookRoutes } from '../domain/people/webhook-routes.ts';
import { peopleRoutes } from '../domain/people/routes.ts';
import { prepareRoutes } from '../domain/prepare/routes.ts';
import { scheduleRoutes } from '../domain/schedule/routes.ts';
import { feedRoutes, ownFeedRoutes } from '../domain/schedule/feed-routes.ts';
import { calendarRoutes } from '../domain/schedule/calendar-routes.ts';
import { holidayRoutes } from '../domain/schedule/holiday-routes.ts';
import { previewRoutes } from '../domain/write/preview-routes.ts';
import { writeRoutes } from '../domain/write/routes.ts';
import type { Route } from '../domain/http/route.ts';
import { RateLimits, RetryAfter } from './limit-headers.ts';
import { sendRoutes } from '../domain/send/routes.ts';
import { trackRoutes } from '../domain/track/routes.ts';

/** Writes docs/openapi.json from the routes that the API itself runs on; `--check` only compares. */
const file = path.join(import.meta.dirname, '../docs/openapi.json');

const { importProfiles, getLists, ...peopleInLists } = audienceRoutes;

/** By tag. Tags are part of the contract: they stay as they are when the rooms of the code change. */
const byTag: Record<string, Record<string, Route>> = {
  prepare: {
    ...peopleRoutes,
    ...managePeopleRoutes,
    ...webhookRoutes,
    ...machineRoutes,
    importProfiles,
    getLists,
    ...segmentRoutes,
    ...writeRoutes,
    ...previewRoutes,
    ...calendarRoutes,
    ...ownFeedRoutes,
    ...feedRoutes,
    ...holidayRoutes,
    ...scheduleRoutes,
    ...prepareRoutes,
  },
  confirm: confirmRoutes,
  send: sendRoutes,
  track: { ...trackRoutes, ...unsubscribeRoutes, ...viewRoutes, ...signUpRoutes, ...peopleInLists },
  kpi: kpiRoutes,
};

const ProblemBody = z
  .object({
    type: z.url(),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What is wrong'),
    mend: z.string().describe('How to mend it'),
    code: z.string(),
    cause: z.string().optional().describe('Which refusal of this code it is; further members hold its values'),
  })
  .meta({ id: 'Problem', description: 'RFC 9457, with a stable code, and how to mend it' });

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ProblemBody } },
});

const aPage = (description: string) => ({ description, content: { 'text/html': { schema: z.string() } } });

/** What a change needs may be wrong, or too much at once, without a body too: what is stored counts as well. */
const isChange = (route: Route): boolean => needsSignIn(route.may) && route.method !== 'GET';

const refusals = (route: Route) => ({
  ...((route.body ?? route.query ?? route.formBody ?? route.bytesBody ?? isChange(route)) && {
    '400': (route.isJsonForm ? aPage : problem)('The input is wrong; says what and how to mend it'),
  }),
  ...(needsSignIn(route.may) && {
    '401': { description: 'Not signed in' },
    '403': problem('The role does not allow it; says who can'),
  }),
  ...(route.path.includes('{') && {
    '404': 'html' in route.answers ? aPage('A page that says so') : problem('There is nothing of this id'),
  }),
  ...('gone' in route.answers && { '410': aPage('A page that says that it is not kept any more') }),
  ...((route.body ?? route.bytesBody) && { '413': problem('Larger than what fits; says how large it is') }),
  ...(isChange(route) && {
    '409': problem('The state has moved on; says to what'),
  }),
  ...(route.idempotent && { '422': problem('Another request was sent with this Idempotency-Key') }),
});

const calendar = { description: 'RFC 5545', content: { 'text/calendar': { schema: z.string() } } };

const answer = ({ answers }: Route) =>
  'html' in answers
    ? aPage('A page')
    : 'calendar' in answers
      ? calendar
      : 'lines' in answers
        ? { description: 'JSON lines, each one of these', content: { 'application/jsonl': { schema: answers.lines } } }
        : {
            description: answers.csv
              ? 'Done. As text/csv: a page of rows; the header `link` leads to the next'
              : 'Done',
            content: {
              'application/json': { schema: answers.schema },
              ...(answers.csv && { 'text/csv': { schema: z.string() } }),
            },
          };

const later = ({ answers }: Route) =>
  'later' in answers && answers.later
    ? {
        '202': {
          description: 'Not done within the answer: it goes on',
          content: { 'application/json': { schema: answers.later } },
        },
      }
    : {};

const IdempotencyKey = z.object({
  'Idempotency-Key': z
    .string()
    .max(255)
    .optional()
    .describe('Of the caller, such as a UUID: the same request with it is done once, and answered again for a day'),
});

const pathSchema = ({ path: template }: Route): z.ZodObject | undefined => {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return names.length > 0
    ? z.object(Object.fromEntries(names.map((name) => [name, name === 'token' ? z.string() : PathId])))
    : undefined;
};

const requestBody = ({ body, formBody, bytesBody }: Route) => {
  if (body) return { requestBody: { required: true, content: { 'application/json': { schema: body } } } };
  if (formBody) {
    const form = { schema: formBody };
    return { requestBody: { content: { 'application/x-www-form-urlencoded': form, 'multipart/form-data': form } } };
  }
  // As octets a file arrives as it is; as text only if it is UTF-8.
  const octets = bytesBody && { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } };
  return bytesBody
    ? { requestBody: { required: true, content: { ...octets, [bytesBody]: { schema: z.string() } } } }
    : {};
};

/** The answers of an operation; those that a machine may ask tell it what is left. */
const responsesOf = (route: Route) => {
  const limits = scopesFor(route.operation).length > 0 ? { headers: RateLimits } : {};
  const tooMany = scopesFor(route.operation).length > 0 ? RateLimits.extend(RetryAfter.shape) : RetryAfter;
  return {
    [String(route.answers.status)]: { ...answer(route), ...limits },
    ...later(route),
    ...refusals(route),
    ...(needsSignIn(route.may) && {
      '429': { ...problem('Too much at once, or too early; says when to ask again'), headers: tooMany },
    }),
  };
};

const operationOf = (tag: string, route: Route): ZodOpenApiOperationObject => {
  const inPath = pathSchema(route);
  const inQuery = route.query instanceof z.ZodObject ? route.query : undefined;
  return {
    operationId: route.operation,
    summary: route.summary,
    tags: [tag],
    ...(!needsSignIn(route.may) && { security: [] }),
    requestParams: {
      ...(inPath && { path: inPath }),
      ...(inQuery && { query: inQuery }),
      ...(route.idempotent && { header: IdempotencyKey }),
    },
    ...requestBody(route),
    responses: responsesOf(route),
  };
};

const paths: ZodOpenApiPathsObject = {};
for (const [tag, routes] of Object.entries(byTag)) {
  for (const route of Object.values(routes)) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(tag, route) };
  }
}

const document = createDocument({
  openapi: '3.1.0',
  info: {
    title: 'Freigabe',
    version: '1',
    description:
      'Lists are paged: `cursor` of an answer goes into the next question; null means the end. Times are ISO 8601 in UTC.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/api' }],
  security: [{ cognito: [] }],
  components: {
    securitySchemes: {
      cognito: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Access token of the user pool' },
    },
  },
  paths,
});
const text = `${JSON.stringify(document, null, 2)}\n`;

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  process.stderr.write('docs/openapi.json is not current: run "npm run openapi" and commit it.\n');
  process.exitCode = 1;
}

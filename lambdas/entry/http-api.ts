import middy from '@middy/core';
import httpRouter from '@middy/http-router';
import type {
  APIGatewayProxyEventV2WithLambdaAuthorizer,
  APIGatewayProxyStructuredResultV2,
  Context,
} from 'aws-lambda';
import * as z from 'zod';
import type { StageRules } from '../../domain/people/authorisation.ts';
import type { Making } from '../../domain/http/making.ts';
import type { HttpHandlers, Route } from '../../domain/http/route.ts';
import type { Callers } from './callers.ts';
import { clock } from './clock.ts';
import { newMaking } from './derived-id.ts';
import { answerOf, problemAnswer } from './http-answer.ts';
import { idempotencyKeyOf, parseRequest, permitted, type Guards } from './http-request.ts';
import { impersonal } from './impersonal.ts';
import { logger } from './logging.ts';
import { onlyOnce } from './only-once.ts';

type Event = APIGatewayProxyEventV2WithLambdaAuthorizer<Record<string, unknown> | undefined>;
type AnyHandler = (request: object, timeLeft: () => number) => Promise<unknown>;

const WithUnreadable = z.object({ unreadable: z.array(z.string()).min(1) });

/** What a list has left aside is for the operator to look at; ids only. */
const tellUnreadable = ({ operation }: Route, body: unknown): void => {
  const { data } = WithUnreadable.safeParse(body);
  if (data) logger.error('entries that cannot be read', { operation, unreadable: data.unreadable });
};

/** An answer as it is kept for a repeat. */
const Answered: z.ZodType<APIGatewayProxyStructuredResultV2> = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});

type Asked = { route: Route; event: Event; who: string | undefined };

/** Does the work of a request that names a key once, and answers it again. */
const oncePerKey = async (
  { route, event, who }: Asked,
  { repeats }: Callers,
  work: (making: Making) => Promise<APIGatewayProxyStructuredResultV2>,
): Promise<APIGatewayProxyStructuredResultV2> => {
  const key = route.idempotent === undefined || who === undefined ? undefined : idempotencyKeyOf(event);
  if (key === undefined || who === undefined) return work(newMaking(clock()));
  if (!repeats) throw new Error(`${route.operation} takes keys, and nothing keeps them`);
  const asked = JSON.stringify([route.method, event.rawPath, event.rawQueryString, event.body]);
  return onlyOnce(repeats, { key, who, asked, isKept: route.idempotent !== 'secret' }, Answered, work);
};

type Incoming = {
  event: Event;
  context: Context;
  /** Headers of the answer, whatever it is. */
  tell: (headers: Record<string, string>) => void;
};

const answer = async (
  { route, handle }: { route: Route; handle: AnyHandler | undefined },
  { event, context, tell }: Incoming,
  guards: Guards,
): Promise<APIGatewayProxyStructuredResultV2> => {
  if (!handle) throw new Error(`no handler for ${route.operation}`);
  const actor = await permitted(route, event, guards, tell);
  const request = await parseRequest(route, event, actor);
  return oncePerKey({ route, event, who: actor?.sub }, guards.callers, async (making) => {
    const body = await handle({ ...request, making }, () => context.getRemainingTimeInMillis());
    tellUnreadable(route, body);
    return answerOf(route, body, event);
  });
};

/**
 * The API of one room: each operation's request is parsed by its route, answered by its handler and
 * shaped by the route's schema. Problems become problem+json (RFC 9457); anything else is a surprise:
 * logged, and a 500 without details. `rules`: what the stage narrows of the table of roles.
 */
export const httpApi = <Routes extends Record<string, Route>>(
  routes: Routes,
  handlers: HttpHandlers<Routes>,
  callers: Callers,
  rules?: StageRules,
) => {
  const bound = new Map<string, AnyHandler>(Object.entries(handlers));
  const serve =
    (name: string, route: Route) =>
    async (event: Event, context: Context): Promise<APIGatewayProxyStructuredResultV2> => {
      let told: Record<string, string> = {};
      const tell: Incoming['tell'] = (headers) => {
        told = headers;
      };
      const asked = { route, handle: bound.get(name) };
      const answered = await answer(asked, { event, context, tell }, { callers, rules }).catch((error: unknown) =>
        problemAnswer(error, (surprise) =>
          logger.error('request failed', { operation: route.operation, error: impersonal(surprise) }),
        ),
      );
      return { ...answered, headers: { ...answered.headers, ...told } };
    };
  return middy<Event, APIGatewayProxyStructuredResultV2>().handler(
    httpRouter({
      routes: Object.entries(routes).map(([name, route]) => ({
        method: route.method,
        path: `/api${route.path}`,
        handler: serve(name, route),
      })),
      notFoundResponse: () => problemAnswer(undefined),
    }),
  );
};

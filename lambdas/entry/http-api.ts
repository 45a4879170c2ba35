import middy from '@middy/core';
import httpRouter from '@middy/http-router';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import * as z from 'zod';
import type { StageRules } from '../../domain/people/authorisation.ts';
import type { People } from '../../domain/people/ports/people.ts';
import type { HttpHandlers, Route } from '../../domain/http/route.ts';
import { answerOf, problemAnswer } from './http-answer.ts';
import { parseRequest } from './http-request.ts';
import { logger } from './logging.ts';

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;
type AnyHandler = (request: object, timeLeft: () => number) => Promise<unknown>;

const WithUnreadable = z.object({ unreadable: z.array(z.string()).min(1) });

/** What a list has left aside is for the operator to look at; ids only. */
const tellUnreadable = ({ operation }: Route, body: unknown): void => {
  const { data } = WithUnreadable.safeParse(body);
  if (data) logger.error('entries that cannot be read', { operation, unreadable: data.unreadable });
};

/**
 * The API of one room: each operation's request is parsed by its route, answered by its handler and
 * shaped by the route's schema. Problems become problem+json (RFC 9457); anything else is a surprise:
 * logged, and a 500 without details. `rules`: what the stage narrows of the table of roles.
 */
export const httpApi = <Routes extends Record<string, Route>>(
  routes: Routes,
  handlers: HttpHandlers<Routes>,
  people: Pick<People, 'actor'>,
  rules?: StageRules,
) => {
  const bound = new Map<string, AnyHandler>(Object.entries(handlers));
  const serve =
    (name: string, route: Route) =>
    async (event: Event, context: Context): Promise<APIGatewayProxyStructuredResultV2> => {
      try {
        const handle = bound.get(name);
        if (!handle) throw new Error(`no handler for ${name}`);
        const body = await handle(await parseRequest(route, event, { people, rules }), () =>
          context.getRemainingTimeInMillis(),
        );
        tellUnreadable(route, body);
        return answerOf(route, body, event);
      } catch (error) {
        return problemAnswer(error, (surprise) =>
          logger.error('request failed', { operation: route.operation, error: surprise }),
        );
      }
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

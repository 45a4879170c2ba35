import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnStage, HttpApi, HttpMethod, HttpNoneAuthorizer, type HttpRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { needsSignIn } from '../domain/people/authorisation.ts';
import type { Route } from '../domain/http/route.ts';
import type { People } from './people/people.ts';

export type RoomApi = { name: string; routes: Record<string, Route>; handler: IFunction };

/** What an access log may hold: no address, no token, no query, no path (unsubscribe tokens are in it). */
const accessLog = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  latency: '$context.responseLatency',
  integrationError: '$context.integrationErrorMessage',
};

/**
 * Scanners follow each link of a fast mailing, so what a mail leads to has buckets of its own, one a route: looking
 * at the page takes nothing from unsubscribing by one click (RFC 8058), nor either from whoever is signed in
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html).
 */
const throttle = (stage: CfnStage, open: ReadonlyMap<string, HttpRoute[]>): void => {
  stage.defaultRouteSettings = { throttlingBurstLimit: 200, throttlingRateLimit: 100 };
  const own = { ThrottlingBurstLimit: 1000, ThrottlingRateLimit: 500 };
  stage.routeSettings = Object.fromEntries([...open.keys()].map((routeKey) => [routeKey, own]));
  // API Gateway refuses settings of a route that is not there yet.
  stage.node.addDependency(...[...open.values()].flat());
};

/** The HTTP API: each room declares its routes, this makes them. Everything but unsubscribing needs a verified access token. */
export class Api extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, props: { people: People; rooms: RoomApi[] }) {
    super(scope, id);
    const { pool, client } = props.people;
    const signedIn = new HttpUserPoolAuthorizer('SignedIn', pool, { userPoolClients: [client] });
    const anybody = new HttpNoneAuthorizer();
    this.api = new HttpApi(this, 'Http', { description: 'Freigabe' });
    const open = new Map<string, HttpRoute[]>();
    for (const { name, routes, handler } of props.rooms) {
      const integration = new HttpLambdaIntegration(name, handler);
      for (const route of Object.values(routes)) {
        const isOpen = !needsSignIn(route.may);
        const made = this.api.addRoutes({
          path: `/api${route.path}`,
          methods: [HttpMethod[route.method]],
          integration,
          authorizer: isOpen ? anybody : signedIn,
        });
        if (isOpen) open.set(`${route.method} /api${route.path}`, made);
      }
    }
    const stage = this.stage();
    this.logAccess(stage);
    throttle(stage, open);
  }

  private stage(): CfnStage {
    const stage = this.api.defaultStage?.node.defaultChild;
    if (!(stage instanceof CfnStage)) throw new Error('the HTTP API has no default stage');
    return stage;
  }

  private logAccess(stage: CfnStage): void {
    const logs = new LogGroup(this, 'AccessLogs', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    stage.accessLogSettings = { destinationArn: logs.logGroupArn, format: JSON.stringify(accessLog) };
  }
}

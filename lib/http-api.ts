import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnStage, HttpApi, HttpMethod, HttpNoneAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
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

/** The HTTP API: each room declares its routes, this makes them. Everything but unsubscribing needs a verified access token. */
export class Api extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, props: { people: People; rooms: RoomApi[] }) {
    super(scope, id);
    const { pool, client } = props.people;
    const signedIn = new HttpUserPoolAuthorizer('SignedIn', pool, { userPoolClients: [client] });
    const anybody = new HttpNoneAuthorizer();
    this.api = new HttpApi(this, 'Http', { description: 'Freigabe' });
    for (const { name, routes, handler } of props.rooms) {
      const integration = new HttpLambdaIntegration(name, handler);
      for (const route of Object.values(routes)) {
        this.api.addRoutes({
          path: `/api${route.path}`,
          methods: [HttpMethod[route.method]],
          integration,
          authorizer: needsSignIn(route.may) ? signedIn : anybody,
        });
      }
    }
    this.logAccess();
  }

  private logAccess(): void {
    const logs = new LogGroup(this, 'AccessLogs', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stage = this.api.defaultStage?.node.defaultChild;
    if (!(stage instanceof CfnStage)) throw new Error('the HTTP API has no default stage');
    stage.accessLogSettings = { destinationArn: logs.logGroupArn, format: JSON.stringify(accessLog) };
    stage.defaultRouteSettings = { throttlingBurstLimit: 200, throttlingRateLimit: 100 };
  }
}

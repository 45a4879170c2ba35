import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnStage, HttpApi, HttpMethod, HttpNoneAuthorizer, type HttpRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { needsSignIn } from '../domain/people/authorisation.ts';
import type { Route } from '../domain/http/route.ts';
import { deliveredLogs } from './standards/delivered-logs.ts';

/** Requests a second, and at once; each route of `routes` has as many for itself. */
export type Throttle = { perSecond: number; atOnce: number };

export type RoomApi = { name: string; routes: Record<string, Route>; handler: IFunction; throttle?: Throttle };

/** What an access log may hold: no address, no token, no query, no path (unsubscribe tokens are in it). */
const accessLog = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  latency: '$context.responseLatency',
  integrationError: '$context.integrationErrorMessage',
};

const settingsFor = ({ perSecond, atOnce }: Throttle) => ({
  ThrottlingBurstLimit: atOnce,
  ThrottlingRateLimit: perSecond,
});

/**
 * Routes of their own buckets take nothing from each other, nor from those that share one
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html).
 */
const throttle = (stage: CfnStage, own: ReadonlyMap<string, { throttle: Throttle; made: HttpRoute[] }>): void => {
  stage.defaultRouteSettings = { throttlingBurstLimit: 200, throttlingRateLimit: 100 };
  stage.routeSettings = Object.fromEntries([...own].map(([key, route]) => [key, settingsFor(route.throttle)]));
  // API Gateway refuses settings of a route that is not there yet.
  stage.node.addDependency(...[...own.values()].flatMap(({ made }) => made));
};

/** The HTTP API: each room declares its routes, this makes them. Everything but unsubscribing needs a verified access token. */
export class Api extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, props: { authorise: IFunction; rooms: RoomApi[] }) {
    super(scope, id);
    // Without the header nobody is asked: API Gateway answers 401 itself. What was verified once is kept for that token.
    // Not `SignedIn`, which is a JWT authoriser where an earlier version is: its routes would have one of a wrong type.
    const signedIn = new HttpLambdaAuthorizer('Verified', props.authorise, {
      responseTypes: [HttpLambdaResponseType.SIMPLE],
      identitySource: ['$request.header.Authorization'],
      resultsCacheTtl: Duration.minutes(5),
    });
    const anybody = new HttpNoneAuthorizer();
    this.api = new HttpApi(this, 'Http', { description: 'Freigabe' });
    const own = new Map<string, { throttle: Throttle; made: HttpRoute[] }>();
    for (const { name, routes, handler, throttle: buckets } of props.rooms) {
      // Otherwise each route has a permission of its own, and a stack takes 500 resources
      // (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html).
      const integration = new HttpLambdaIntegration(name, handler, { scopePermissionToRoute: false });
      for (const route of Object.values(routes)) {
        const made = this.api.addRoutes({
          path: `/api${route.path}`,
          methods: [HttpMethod[route.method]],
          integration,
          authorizer: needsSignIn(route.may) ? signedIn : anybody,
        });
        if (buckets) own.set(`${route.method} /api${route.path}`, { throttle: buckets, made });
      }
    }
    const stage = this.stage();
    this.logAccess(stage);
    throttle(stage, own);
  }

  private stage(): CfnStage {
    const stage = this.api.defaultStage?.node.defaultChild;
    if (!(stage instanceof CfnStage)) throw new Error('the HTTP API has no default stage');
    return stage;
  }

  private logAccess(stage: CfnStage): void {
    const logs = new LogGroup(this, 'AccessLogs', {
      logGroupName: deliveredLogs('http-api', Stack.of(this).stackName),
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    stage.accessLogSettings = { destinationArn: logs.logGroupArn, format: JSON.stringify(accessLog) };
  }
}

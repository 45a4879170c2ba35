import { Duration } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { uses as authoriseUses } from '../../lambdas/people/authorise.uses.ts';
import { uses as machinesUses } from '../../lambdas/people/machines.uses.ts';
import { uses as apiUses } from '../../lambdas/people/api.uses.ts';
import { uses as manageUses } from '../../lambdas/people/manage.uses.ts';
import { uses as deliverUses } from '../../lambdas/people/deliver.uses.ts';
import { uses as webhooksUses } from '../../lambdas/people/webhooks.uses.ts';
import type { RoomProps } from '../room.ts';
import { policyJson } from '../stage.ts';
import { Deliveries } from './deliveries.ts';
import { StandardFunction } from '../standards/standard-function.ts';

/** Two tries of a write, and the ten seconds that a webhook has for its answer. */
const DELIVER_TIMEOUT = Duration.seconds(30);

/** As tokens of the pool name it (https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html). */
const issuerOf = ({ stage, data }: RoomProps): string =>
  `https://cognito-idp.${stage.region}.amazonaws.com/${data.people.pool.userPoolId}`;

/** What verifies tokens. The emulator signs in the name of AWS, and has the keys itself. */
const tokenSettingsOf = (room: RoomProps) => {
  const { stage, data } = room;
  const keysAt = stage.local ? `${stage.local.awsEndpoint}/${data.people.pool.userPoolId}` : issuerOf(room);
  return {
    ISSUER: issuerOf(room),
    JWKS_URL: `${keysAt}/.well-known/jwks.json`,
    CONSOLE_CLIENT_ID: data.people.client.userPoolClientId,
  };
};

/** The token endpoint of the pool's domain (https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html). */
const tokenUrlOf = ({ stage, data }: RoomProps): string =>
  `${stage.local?.awsEndpoint ?? `https://${data.people.domainPrefix}.auth.${stage.region}.amazoncognito.com`}/oauth2/token`;

const machinesOf = (scope: Construct, room: RoomProps): Function =>
  new StandardFunction(scope, 'Machines', {
    room,
    entry: 'people/machines',
    uses: machinesUses,
    settings: { TOKEN_URL: tokenUrlOf(room) },
    timeout: Duration.seconds(29),
    impact: 'Machines cannot be seen, made, changed or revoked.',
  });

const authoriserOf = (scope: Construct, room: RoomProps): Function =>
  new StandardFunction(scope, 'Authorise', {
    room,
    entry: 'people/authorise',
    uses: authoriseUses,
    settings: tokenSettingsOf(room),
    // API Gateway waits no longer for an authoriser
    // (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html).
    timeout: Duration.seconds(10),
    impact: 'Whoever was not let in within the last minutes is answered with 500.',
  });

/** Who is signed in, what they may do, and who may be. */
export class PeopleRoom extends Construct {
  readonly api: Function;
  /** The one function that may change the user pool. */
  readonly manage: Function;
  readonly webhooks: Function;
  /** The one function that may make app clients of the user pool. */
  readonly machines: Function;
  /** Verifies the token of each request. */
  readonly authorise: Function;

  constructor(scope: Construct, id: string, { bus, ...room }: RoomProps & { bus: EventBus }) {
    super(scope, id);
    const { stage } = room;
    this.api = new StandardFunction(this, 'Api', {
      room,
      entry: 'people/api',
      uses: apiUses,
      settings: {
        LOGS: stage.logs,
        CONFIRMATION_POLICY: policyJson(stage),
        PROOF_RULES: JSON.stringify(stage.proofs),
        TOPICS: JSON.stringify(stage.topics),
      },
      timeout: Duration.seconds(29),
      impact: 'The console does not know who is signed in.',
    });
    this.manage = new StandardFunction(this, 'Manage', {
      room,
      entry: 'people/manage',
      uses: manageUses,
      settings: { CONSOLE_URL: stage.consoleUrl, APPROVAL_SENDER: stage.approvalSender },
      timeout: Duration.seconds(29),
      impact: 'Nobody can be invited, changed or removed, and nobody can end all sign-ins of their own.',
    });
    this.machines = machinesOf(this, room);
    this.authorise = authoriserOf(this, room);
    const settings = { CONSOLE_URL: stage.consoleUrl, WEBHOOK_REACH: stage.local ? 'loopback' : 'public' };
    this.webhooks = new StandardFunction(this, 'Webhooks', {
      room,
      entry: 'people/webhooks',
      uses: webhooksUses,
      settings,
      timeout: Duration.seconds(29),
      impact: 'Webhooks cannot be seen, changed or tried.',
    });
    const { queue } = new Deliveries(this, 'Deliveries', { bus, timeout: DELIVER_TIMEOUT });
    const deliver = new StandardFunction(this, 'Deliver', {
      room: { ...room, deliveries: queue },
      entry: 'people/deliver',
      uses: deliverUses,
      settings,
      timeout: DELIVER_TIMEOUT,
      impact: 'Other systems and chats do not hear what happens to runs.',
    });
    // Those of a batch are posted at the same time, each for ten seconds at most.
    deliver.addEventSource(
      new SqsEventSource(queue, { batchSize: 10, reportBatchItemFailures: true, maxConcurrency: 5 }),
    );
  }
}

import { Duration } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
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

/** Who is signed in, what they may do, and who may be. */
export class PeopleRoom extends Construct {
  readonly api: Function;
  /** The one function that may change the user pool. */
  readonly manage: Function;
  readonly webhooks: Function;

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

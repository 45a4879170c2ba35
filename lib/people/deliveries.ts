import { Duration } from 'aws-cdk-lib';
import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Rule, type EventBus } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** What is to be delivered to webhooks: every event of the bus, and then one message for each of them. */
export class Deliveries extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { bus, timeout }: { bus: EventBus; timeout: Duration }) {
    super(scope, id);
    const kept = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: Duration.days(14) };
    const deadLetters = new Queue(this, 'DeadLetters', kept);
    this.queue = new Queue(this, 'Queue', {
      ...kept,
      visibilityTimeout: Duration.seconds(timeout.toSeconds() * 6),
      // More than the tries of a delivery: what comes here is broken, and no webhook that does not answer.
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: 20 },
    });
    new Rule(this, 'All', {
      eventBus: bus,
      description: 'What happens to runs, for webhooks and chats',
      eventPattern: { source: ['freigabe'] },
      targets: [new SqsQueue(this.queue, { deadLetterQueue: deadLetters })],
    });
    deadLetters.metricApproximateNumberOfMessagesVisible().createAlarm(this, 'DeadLettersPresent', {
      threshold: 1,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription:
        'Events could not be handed to webhooks by a fault of ours. See docs/runbook.md, "Events do not reach webhooks".',
    });
  }
}

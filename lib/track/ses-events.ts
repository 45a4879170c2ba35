import { Duration } from 'aws-cdk-lib';
import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ConfigurationSet,
  ConfigurationSetEventDestination,
  EmailSendingEvent,
  EventDestination,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Names } from '../names.ts';
import type { StageSettings } from '../stage.ts';

/** The events we ask for. "Send" is left out: our own call's answer says it, and it would cost a million events per million messages. */
const events = [
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.RENDERING_FAILURE,
  EmailSendingEvent.DELIVERY_DELAY,
  EmailSendingEvent.OPEN,
  EmailSendingEvent.CLICK,
];

const ownMailEvents = [EmailSendingEvent.BOUNCE, EmailSendingEvent.REJECT];

/** SES → SNS → SQS: what becomes of each message, kept for two weeks until it is recorded. */
export class SesEvents extends Construct {
  readonly configurationSet: ConfigurationSet;
  readonly topic: Topic;
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: { stage: StageSettings; names: Names; consumerTimeout: Duration }) {
    super(scope, id);
    const { stage, names, consumerTimeout } = props;
    const kept = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: Duration.days(14) };
    this.deadLetters = new Queue(this, 'DeadLetters', kept);
    this.queue = new Queue(this, 'Queue', {
      ...kept,
      // AWS asks for six times the consumer's timeout, so that a batch under way is not handed out again.
      visibilityTimeout: Duration.seconds(consumerTimeout.toSeconds() * 6),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
    });
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    this.topic.addSubscription(new SqsSubscription(this.queue, { rawMessageDelivery: true }));
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      configurationSetName: `freigabe-${stage.name}`,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      // Who was confirmed is tried. "Inherited from the account" is what another team may switch on
      // (https://docs.aws.amazon.com/ses/latest/dg/email-validation-auto.html).
      disableAutoValidation: true,
      ...(stage.maxDeliveryMinutes !== undefined && {
        maxDeliveryDuration: Duration.minutes(stage.maxDeliveryMinutes),
      }),
    });
    this.letSesPublish(stage);
    this.publish('Destination', this.configurationSet, events);
    // Of mails of ours it counts that they did not arrive; who opened them is nobody's business.
    const own = new ConfigurationSet(this, 'OwnMail', {
      configurationSetName: names.ownMailSet,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      disableAutoValidation: true,
    });
    this.publish('OwnMailDestination', own, ownMailEvents);
    this.alarms();
  }

  private publish(id: string, configurationSet: ConfigurationSet, published: EmailSendingEvent[]): void {
    const destination = EventDestination.snsTopic(this.topic);
    new ConfigurationSetEventDestination(this, id, { configurationSet, destination, events: published });
  }

  private letSesPublish(stage: StageSettings): void {
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        actions: ['sns:Publish'],
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'AWS:SourceAccount': stage.account } },
      }),
    );
  }

  private alarms(): void {
    this.deadLetters.metricApproximateNumberOfMessagesVisible().createAlarm(this, 'DeadLettersPresent', {
      threshold: 1,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription:
        'Some SES events were not recorded: figures are too low. See docs/runbook.md, "Events in the dead-letter queue".',
    });
    this.queue.metricApproximateAgeOfOldestMessage().createAlarm(this, 'EventsLate', {
      threshold: Duration.minutes(15).toSeconds(),
      evaluationPeriods: 3,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription:
        'SES events wait longer than 15 minutes: figures are behind. See docs/runbook.md, "Events are late".',
    });
  }
}

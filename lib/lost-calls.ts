import { Duration } from 'aws-cdk-lib';
import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** Where the calls of timers, of the hourly rule and of recounts end that failed to the last retry: input and error, kept two weeks. */
export class LostCalls extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    this.queue.metricApproximateNumberOfMessagesVisible().createAlarm(this, 'Present', {
      threshold: 1,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription:
        'A timer, the hourly rule or a recount was not heard: a recurring start, a deadline, a publication or new figures are missing. See docs/runbook.md, "A call was lost".',
    });
  }
}

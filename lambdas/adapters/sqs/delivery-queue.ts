import { ChangeMessageVisibilityCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { DeliveryQueue } from '../../../domain/people/ports/webhooks.ts';

/** SQS keeps a message away for twelve hours at most, from when it was received (API reference, ChangeMessageVisibility). */
const MOST_SECONDS = 11 * 3600;

export const deliveryQueueIn = (client: SQSClient, queueUrl: string): DeliveryQueue => ({
  put: async (message) => {
    await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(message) }));
  },
  postpone: async (receipt, seconds) => {
    await client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: queueUrl,
        ReceiptHandle: receipt,
        VisibilityTimeout: Math.min(MOST_SECONDS, Math.max(1, Math.ceil(seconds))),
      }),
    );
  },
});

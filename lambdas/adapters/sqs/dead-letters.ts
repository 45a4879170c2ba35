import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { DeadLetters } from '../../../domain/track/ports/dead-letters.ts';
import { beginningOf } from '../../../domain/values/whole-characters.ts';

/** SQS takes 256 characters of an attribute gladly, and our causes are one sentence. */
const CAUSE_LENGTH = 256;

/** The body as it came, with the cause beside it; a queue's own redrive would move the body alone. */
export const deadLettersIn = (client: SQSClient, queueUrl: string): DeadLetters => ({
  put: async (body, cause) => {
    await client.send(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: body,
        MessageAttributes: { cause: { DataType: 'String', StringValue: beginningOf(cause, CAUSE_LENGTH) } },
      }),
    );
  },
});

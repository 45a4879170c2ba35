import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { surprises } from './logging.ts';

/** `receipt`: by which its time to come again can be changed. */
export type QueueMessage = { id: string; body: string; receipt: string };

/**
 * Entry of a queue consumer: hands over the batch and answers with the messages that failed, so that only
 * those come again (and end in the dead-letter queue).
 */
export const sqsBatch = (consume: (messages: QueueMessage[]) => Promise<{ failed: string[] }>) =>
  middy<SQSEvent, SQSBatchResponse>()
    .use(surprises('batch failed'))
    .handler(async (event) => {
      const { failed } = await consume(
        event.Records.map(({ messageId, body, receiptHandle }) => ({ id: messageId, body, receipt: receiptHandle })),
      );
      return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
    });

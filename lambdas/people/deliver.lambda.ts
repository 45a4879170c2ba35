import { campaignsIn } from '../adapters/dynamodb/campaigns.ts';
import { deliveriesIn } from '../adapters/dynamodb/deliveries.ts';
import { webhooksIn } from '../adapters/dynamodb/webhooks.ts';
import { outsideOf } from '../adapters/https/outside.ts';
import { signStandard } from '../adapters/https/standard-webhooks.ts';
import { sealWith } from '../adapters/kms/seal.ts';
import { documentClient, kmsClient, sqsClient } from '../adapters/sdk/clients.ts';
import { deliveryQueueIn } from '../adapters/sqs/delivery-queue.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { reporting } from '../entry/logging.ts';
import { sqsBatch } from '../entry/sqs-batch.ts';
import { deliverEvents } from './deliver-events.ts';
import { uses } from './deliver.uses.ts';

const environment = readEnvironment(uses);
const documents = documentClient();

export const handler = sqsBatch(
  deliverEvents({
    webhooks: webhooksIn(documents, environment.CAMPAIGNS_TABLE),
    deliveries: deliveriesIn(documents, environment.CAMPAIGNS_TABLE, clock),
    campaigns: campaignsIn(documents, environment.CAMPAIGNS_TABLE),
    queue: deliveryQueueIn(sqsClient(), environment.DELIVERIES_QUEUE_URL),
    seal: sealWith(kmsClient(), environment.TOKEN_KEY_ID),
    outside: outsideOf(environment.WEBHOOK_REACH),
    sign: signStandard,
    clock,
    consoleUrl: environment.CONSOLE_URL,
    report: reporting('event not delivered'),
  }),
);

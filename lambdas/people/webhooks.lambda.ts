import { ulid } from 'ulid';
import { webhookRoutes } from '../../domain/people/webhook-routes.ts';
import { callersIn } from '../adapters/callers.ts';
import { poolIn } from '../adapters/cognito/pool-groups.ts';
import { auditIn } from '../adapters/dynamodb/audit.ts';
import { webhooksIn } from '../adapters/dynamodb/webhooks.ts';
import { outsideOf } from '../adapters/https/outside.ts';
import { newSecret, signStandard } from '../adapters/https/standard-webhooks.ts';
import { sealWith } from '../adapters/kms/seal.ts';
import { cognitoClient, documentClient, kmsClient } from '../adapters/sdk/clients.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { httpApi } from '../entry/http-api.ts';
import {
  changeWebhook,
  createWebhook,
  getWebhooksAudit,
  listWebhooks,
  removeWebhook,
  rotateWebhookSecret,
  tryWebhook,
} from './manage-webhooks.ts';
import { uses } from './webhooks.uses.ts';

const environment = readEnvironment(uses);
const documents = documentClient();

const ports = {
  webhooks: webhooksIn(documents, environment.CAMPAIGNS_TABLE),
  audit: auditIn(documents, environment.CAMPAIGNS_TABLE),
  seal: sealWith(kmsClient(), environment.TOKEN_KEY_ID),
  outside: outsideOf(environment.WEBHOOK_REACH),
  sign: signStandard,
  newSecret,
  newId: () => ulid(),
  clock,
  consoleUrl: environment.CONSOLE_URL,
};

export const handler = httpApi(
  webhookRoutes,
  {
    listWebhooks: listWebhooks(ports),
    createWebhook: createWebhook(ports),
    changeWebhook: changeWebhook(ports),
    rotateWebhookSecret: rotateWebhookSecret(ports),
    tryWebhook: tryWebhook(ports),
    removeWebhook: removeWebhook(ports),
    getWebhooksAudit: getWebhooksAudit(ports),
  },
  callersIn({ pool: poolIn(cognitoClient(), environment), documents }, environment.CAMPAIGNS_TABLE, clock),
);

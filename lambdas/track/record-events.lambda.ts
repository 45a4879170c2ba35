import { createHash } from 'node:crypto';
import { documentClient } from '../adapters/clients.ts';
import { kpisIn } from '../adapters/kpis.ts';
import { messagesIn } from '../adapters/messages.ts';
import { profilesIn } from '../adapters/profiles.ts';
import { readEnvironment } from '../entry/environment.ts';
import { logger } from '../entry/logging.ts';
import { sqsBatch } from '../entry/sqs-batch.ts';
import { consumeEvents } from './consume-events.ts';
import { Environment } from './record-events.env.ts';

const environment = readEnvironment(Environment);
const documents = documentClient();

export const handler = sqsBatch(
  consumeEvents({
    messages: messagesIn(documents, { messages: environment.MESSAGES_TABLE, kpis: environment.KPIS_TABLE }),
    kpis: kpisIn(documents, environment.KPIS_TABLE),
    profiles: profilesIn(documents, environment.PROFILES_TABLE),
    hash: (text) => createHash('sha256').update(text).digest('base64url').slice(0, 16),
    report: (what, facts) => logger.warn(what, facts),
  }),
);

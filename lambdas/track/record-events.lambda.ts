import { documentClient, sqsClient } from '../adapters/sdk/clients.ts';
import { deadLettersIn } from '../adapters/sqs/dead-letters.ts';
import { kpisIn } from '../adapters/dynamodb/kpis.ts';
import { messagesIn } from '../adapters/dynamodb/messages.ts';
import { profilesIn } from '../adapters/dynamodb/profiles.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { unreachedMailsIn } from '../adapters/dynamodb/unreached-mails.ts';
import { unknownPartsIn } from '../adapters/dynamodb/unknown-parts.ts';
import { unmatchedEventsIn } from '../adapters/dynamodb/unmatched-events.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { logger } from '../entry/logging.ts';
import { sqsBatch } from '../entry/sqs-batch.ts';
import { consumeEvents } from './consume-events.ts';
import { uses } from './record-events.uses.ts';
import { runSizes } from './run-sizes.ts';

const environment = readEnvironment(uses);
const documents = documentClient();

export const handler = sqsBatch(
  consumeEvents({
    messages: messagesIn(documents, { messages: environment.MESSAGES_TABLE, kpis: environment.KPIS_TABLE }),
    kpis: kpisIn(documents, environment.KPIS_TABLE),
    profiles: profilesIn(documents, environment.PROFILES_TABLE),
    clock,
    unmatched: unmatchedEventsIn(documents, environment.MESSAGES_TABLE, environment.EVENTS_DAYS),
    unknownParts: unknownPartsIn(documents, environment.MESSAGES_TABLE, environment.EVENTS_DAYS),
    unreached: unreachedMailsIn(documents, environment.MESSAGES_TABLE, environment.EVENTS_DAYS),
    deadLetters: deadLettersIn(sqsClient(), environment.DEAD_LETTERS_QUEUE_URL),
    sizeOf: runSizes(runsIn(documents, environment.CAMPAIGNS_TABLE)),
    report: (what, facts) => logger.warn(what, facts),
  }),
);

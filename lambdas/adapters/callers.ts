import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { RequestLease } from '../../domain/people/request-limit.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import { peopleIn } from './cognito/people.ts';
import type { Pool } from './cognito/pool-groups.ts';
import { digestOf } from './dynamodb/address-digest.ts';
import { machinesIn, requestCountsIn } from './dynamodb/machines.ts';
import { repeatsIn } from './dynamodb/repeats.ts';

/** Who may ask an API: people of the user pool and machines; and what is kept of requests that may be repeated. */
export const callersIn = (
  { pool, documents }: { pool: Pool; documents: DynamoDBDocumentClient },
  table: string,
  clock: Clock,
) => ({
  ...peopleIn(pool, clock),
  machines: {
    machines: machinesIn(documents, table),
    counts: requestCountsIn(documents, table),
    clock,
    leases: new Map<string, RequestLease>(),
  },
  repeats: { repeats: repeatsIn(documents, table, clock), fingerprint: digestOf },
});

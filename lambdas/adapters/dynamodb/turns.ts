import { randomUUID } from 'node:crypto';
import { UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Problem } from '../../../domain/http/problem.ts';
import type { Clock } from '../../../domain/ports/clock.ts';
import type { Turns } from '../../../domain/people/ports/turns.ts';
import { holds } from './conditional.ts';

/** As long as the function that takes a turn can live: one that died is over then. */
const TURN_MS = 30_000;

const key = { pk: 'PEOPLE', sk: 'TURN' };

/** One item that whoever changes people has for themself until they are done. */
export const turnsIn = (client: DynamoDBDocumentClient, table: string, clock: Clock): Turns => ({
  alone: async (work) => {
    const mine = randomUUID();
    const now = clock();
    const taken = await holds(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: key,
          UpdateExpression: 'SET holder = :mine, heldUntil = :until',
          // After a lost answer the SDK asks again for what is taken already.
          ConditionExpression: 'attribute_not_exists(pk) OR heldUntil < :now OR holder = :mine',
          ExpressionAttributeValues: { ':mine': mine, ':until': now + TURN_MS, ':now': now },
        }),
      ),
    );
    if (!taken)
      throw new Problem('conflict', 'Somebody is changing people at this moment.', 'Try again in a moment.', {
        cause: 'peopleBeingChanged',
      });
    try {
      return await work();
    } finally {
      await holds(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: key,
            UpdateExpression: 'SET heldUntil = :over',
            ConditionExpression: 'holder = :mine',
            ExpressionAttributeValues: { ':over': 0, ':mine': mine },
          }),
        ),
      );
    }
  },
});

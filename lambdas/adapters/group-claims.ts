import { PutItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { GroupClaims } from '../../domain/ports/ledger.ts';
import { holds } from './conditional.ts';
import { itemOf } from './group-item.ts';

/** Claims and closes beside the messages, in DynamoDB's own types: one of each for every call to SES. */
export const groupClaimsIn = (client: DynamoDBClient, table: string): GroupClaims => ({
  claim: (group) =>
    holds(
      client.send(
        new PutItemCommand({
          TableName: table,
          Item: itemOf(group),
          // The SDK asks again when an answer was lost: its second try meets our own claim.
          ConditionExpression: 'attribute_not_exists(pk) OR (attempt = :attempt AND attribute_not_exists(outcome))',
          ExpressionAttributeValues: { ':attempt': { S: group.attempt } },
        }),
      ),
    ),
  close: async (group) => {
    await client.send(
      new PutItemCommand({
        TableName: table,
        Item: itemOf(group),
        // An attempt closes its group once; a second try of the SDK writes the same again.
        ConditionExpression: 'attempt = :attempt',
        ExpressionAttributeValues: { ':attempt': { S: group.attempt } },
      }),
    );
  },
});

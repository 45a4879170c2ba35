import type { GroupClaims } from '../../domain/ports/ledger.ts';
import { holds } from './conditional.ts';
import { itemOf } from './group-item.ts';
import type { SwiftWrites } from './swift-writes.ts';

/** Claims and closes beside the messages, in DynamoDB's own types: one of each for every call to SES. */
export const groupClaimsIn = (writes: SwiftWrites, table: string): GroupClaims => ({
  claim: (group) =>
    holds(
      writes.put({
        TableName: table,
        Item: itemOf(group),
        // It is asked again when an answer was lost: the second try meets our own claim.
        ConditionExpression: 'attribute_not_exists(pk) OR (attempt = :attempt AND attribute_not_exists(outcome))',
        ExpressionAttributeValues: { ':attempt': { S: group.attempt } },
      }),
    ),
  close: (group) =>
    writes.put({
      TableName: table,
      Item: itemOf(group),
      // An attempt closes its group once; a second try writes the same again.
      ConditionExpression: 'attempt = :attempt',
      ExpressionAttributeValues: { ':attempt': { S: group.attempt } },
    }),
});

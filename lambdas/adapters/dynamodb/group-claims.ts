import type { GroupClaims } from '../../../domain/ports/ledger.ts';
import { holds } from './conditional.ts';
import { claimItem, groupEndsItem } from './group-item.ts';
import type { DirectWrites } from './direct-writes.ts';

/** Claims and ends of groups beside the messages, in DynamoDB's own types: they precede and follow every call to SES. */
export const groupClaimsIn = (writes: DirectWrites, table: string): GroupClaims => ({
  claim: (group, closed) =>
    holds(
      writes.put({
        TableName: table,
        Item: claimItem(group, closed),
        // It is asked again when an answer was lost: the second try meets our own claim.
        ConditionExpression: 'attribute_not_exists(pk) OR attempt = :attempt',
        ExpressionAttributeValues: { ':attempt': { S: group.attempt } },
      }),
    ),
  // Its key is an attempt's own: who writes it again writes the same.
  close: async (closed) => {
    const [first, ...others] = closed;
    if (first) await writes.put({ TableName: table, Item: groupEndsItem([first, ...others]) });
  },
});

import { createHash } from 'node:crypto';
import { PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { AuditEntry, AuditRecord, chained } from '../../../domain/model/audit-chain.ts';
import type { Audit } from '../../../domain/ports/audit.ts';
import { holds } from './conditional.ts';
import { queryAll } from './query-all.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A partition of its own, so that a policy can deny changes of it by the key's beginning (lib/audit-guard.ts). */
const partition = (runId: string): string => `AUDIT#${runId}`;

/** Entries of one run that are written in the same instant; each turn one of them gets its place. */
const MAX_TURNS = 50;

/**
 * Each entry takes the number after the last one by a conditional write; who comes second reads again. A put
 * cannot be denied by policy, because it is how an entry comes to be: the condition keeps it from overwriting.
 */
export const auditIn = (client: DynamoDBDocumentClient, table: string): Audit => {
  const last = async (runId: string): Promise<AuditRecord | undefined> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': partition(runId) },
        ScanIndexForward: false,
        Limit: 1,
        ConsistentRead: true,
      }),
    );
    return Items.map((item) => AuditRecord.parse(item))[0];
  };
  const place = async (entry: AuditEntry): Promise<boolean> => {
    const record = chained(entry, await last(entry.runId), sha256);
    const key = { pk: partition(entry.runId), sk: record.seq.toString().padStart(8, '0') };
    return holds(
      client.send(
        new PutCommand({
          TableName: table,
          Item: { ...key, ...record },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      ),
    );
  };
  return {
    append: async (entry) => {
      const whole = AuditEntry.parse(entry);
      for (let turn = 0; turn < MAX_TURNS; turn += 1) if (await place(whole)) return;
      throw new Error('the audit of this run is written too often at once');
    },
    ofRun: async (runId) => {
      const items = await queryAll(client, { table, pk: partition(runId), prefix: '' });
      return items.map((item) => AuditRecord.parse(item));
    },
  };
};

import { DynamoDBClient, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import type { AuditEntry } from '../../../domain/model/audit-chain.ts';
import { transition } from '../../../domain/model/transition.ts';
import { auditIn } from '../../../lambdas/adapters/dynamodb/audit.ts';
import { linksIn } from '../../../lambdas/adapters/dynamodb/links.ts';
import { knowingOwnWrites } from '../../../lambdas/adapters/dynamodb/own-writes.ts';
import { runsIn } from '../../../lambdas/adapters/dynamodb/runs.ts';
import { signUpsIn } from '../../../lambdas/adapters/dynamodb/sign-ups.ts';
import { versionedIn } from '../../../lambdas/adapters/dynamodb/versioned.ts';
import { now, preparing } from '../../domain/samples.ts';
import { wire, type Said } from '../../domain/wire.ts';

type Item = Record<string, AttributeValue>;
type Asked = { Item?: Item; ExpressionAttributeValues?: Item; ReturnValuesOnConditionCheckFailure?: string };

/** What an update of a counter leaves, or a put. */
const leftBy = ({ Item, ExpressionAttributeValues: { ':mine': mine } = {} }: Asked): Item | undefined =>
  mine ? { asked: { N: '1' }, holder: mine } : Item;

const none: Said = { statusCode: 200, body: '{"Items":[]}' };
const refused = (Item?: Item): Said => ({
  statusCode: 400,
  body: JSON.stringify({ __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException', Item }),
});

/** DynamoDB whose next write takes effect, and whose answer to it is lost: the condition of the second try does not hold. */
const losing = (...before: Said[]) => {
  const said = wire(...before, Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
  const handle: typeof said.requestHandler.handle = async (request) => {
    const written = said.requests.at(-1);
    if (said.requests.length !== before.length + 1 || !written) return said.requestHandler.handle(request);
    const asked = JSON.parse(new TextDecoder().decode(written.body as Uint8Array)) as Asked;
    return wire(refused(asked.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' ? leftBy(asked) : undefined))
      .requestHandler.handle(request)
      .finally(() => said.requests.push(request));
  };
  const credentials = { accessKeyId: 'k', secretAccessKey: 's' };
  const client = new DynamoDBClient({ region: 'eu-central-1', credentials, requestHandler: { handle } });
  const marshallOptions = { removeUndefinedValues: true };
  const documents = DynamoDBDocumentClient.from(knowingOwnWrites(client), { marshallOptions });
  return { documents, requests: said.requests };
};

const things = { pk: 'THINGS', schema: z.object({ id: z.string(), version: z.int() }) };

describe('a write whose answer is lost is known when the SDK tries it again', () => {
  test('a run moved', async () => {
    const { documents, requests } = losing();
    await runsIn(documents, 't').replace(transition(preparing, { type: 'skipped', at: now, cause: 'emptyAudience' }));
    expect(requests).toHaveLength(2);
  });

  test('an entry of the audit is there once', async () => {
    const { documents, requests } = losing(none);
    const entry: AuditEntry = { at: now, runId: 'r', what: 'approved', by: null, facts: {} };
    await auditIn(documents, 't').append(entry);
    expect(requests).toHaveLength(3);
  });

  test('an approver gets the link, and whoever signs up', async () => {
    const link = { runId: 'r', approver: 'a', round: 1, expiresAt: now } as never;
    expect(await linksIn(losing().documents, 't').create(link)).toHaveLength(43);
    const pending = { address: 'a@post.example', expiresAt: now } as never;
    expect(await signUpsIn(losing().documents, 't').keep(pending)).toHaveLength(43);
  });

  test('whoever signs up is mailed, and counted once', async () => {
    const { documents, requests } = losing();
    expect(await signUpsIn(documents, 't').countMail('a@post.example', now, 500)).toBe(true);
    // The address of the day, once more, and the hour of the stage.
    expect(requests).toHaveLength(3);
  });

  test('a thing is made, changed and removed', async () => {
    const thing = { id: 'a', version: 2 };
    expect(await versionedIn(losing().documents, 't', things).create({ ...thing, version: 1 })).toBe(true);
    expect(await versionedIn(losing().documents, 't', things).replace(thing)).toBe(true);
    expect(await versionedIn(losing().documents, 't', things).remove(thing)).toBe(true);
  });
});

describe('and nothing else is', () => {
  const over = (...said: Said[]) => {
    const { requests, requestHandler } = wire(...said);
    const credentials = { accessKeyId: 'k', secretAccessKey: 's' };
    const client = knowingOwnWrites(new DynamoDBClient({ region: 'eu-central-1', credentials, requestHandler }));
    return { requests, stored: versionedIn(DynamoDBDocumentClient.from(client), 't', things) };
  };
  const lost = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
  const itemOf = (version: number) => marshall({ pk: 'THINGS', sk: 'a', id: 'a', version });

  test('what somebody else wrote while the answer was lost', async () => {
    const { stored } = over(lost, refused(itemOf(3)));
    expect(await stored.replace({ id: 'a', version: 2 })).toBe(false);
  });

  test('the same by somebody else, which was there at the first try', async () => {
    const { stored, requests } = over(refused(itemOf(1)));
    expect(await stored.create({ id: 'a', version: 1 })).toBe(false);
    expect(requests).toHaveLength(1);
  });

  test('one that is there although it was to be removed', async () => {
    const { stored } = over(lost, refused(itemOf(3)));
    expect(await stored.remove({ id: 'a', version: 2 })).toBe(false);
  });
});

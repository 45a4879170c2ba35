import {
  DeleteCommand,
  paginateQuery,
  PutCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { NameEntry } from '../../../domain/audience/name-index.ts';
import { holdsAlone } from './conditional.ts';
import { namesPk, withoutPerson } from './name-lines.ts';
import { profileKey } from './profile-item.ts';
import { queryAll } from './query-all.ts';
import { secondsAfter } from './time-to-live.ts';

/** Who was erased in the last days. Whoever writes names behind profiles that they wrote before looks whom not to leave there. */
const ERASED = 'ERASED';
/** Longer than a Lambda lives. */
const DAYS = 1;

const Words = z.object({ sk: z.string(), words: z.string() });
const Erased = z.object({ sk: z.string() });

/** Somebody else takes another person out of the same item: it is read again. */
const ATTEMPTS = 20;

type AsRead = { TableName: string; Key: { pk: string; sk: string }; ConditionExpression: string };

const rewriting =
  (asRead: AsRead, read: string, left: string) =>
  async (documents: DynamoDBDocumentClient): Promise<unknown> =>
    left === ''
      ? documents.send(new DeleteCommand({ ...asRead, ExpressionAttributeValues: { ':read': read } }))
      : documents.send(
          new UpdateCommand({
            ...asRead,
            UpdateExpression: 'SET words = :left',
            ExpressionAttributeValues: { ':read': read, ':left': left },
          }),
        );

/** False: an item was changed since it was read. */
const forgetIn = async (
  documents: DynamoDBDocumentClient,
  table: string,
  id: string,
  part: string,
): Promise<boolean> => {
  const pk = namesPk(part);
  const query = {
    TableName: table,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': pk },
  };
  let isDone = true;
  for await (const { Items = [] } of paginateQuery({ client: documents }, query))
    for (const { sk, words } of z.array(Words).parse(Items)) {
      const left = withoutPerson(words, id);
      if (left === undefined) continue;
      const write = rewriting({ TableName: table, Key: { pk, sk }, ConditionExpression: 'words = :read' }, words, left);
      isDone = (await holdsAlone(write(documents))) && isDone;
    }
  return isDone;
};

/** Takes a person out of every item of these parts of the index of names. */
export const forgetNames = async (
  documents: DynamoDBDocumentClient,
  table: string,
  id: string,
  parts: Iterable<string>,
): Promise<void> => {
  for (const part of parts)
    for (let attempt = 0; !(await forgetIn(documents, table, id, part)); attempt += 1)
      if (attempt === ATTEMPTS) throw new Error(`names were written ${ATTEMPTS} times while one was being erased`);
};

/** Before the profile is erased: whoever wrote it before, and its names after it was erased, sees this. */
export const markErased = async (
  documents: DynamoDBDocumentClient,
  table: string,
  id: string,
  at: string,
): Promise<void> => {
  const Item = { pk: ERASED, sk: id, ttl: secondsAfter(at, DAYS) };
  await documents.send(new PutCommand({ TableName: table, Item }));
};

/** Behind its profile, which says to the end where its names may be: who dies in between is asked again. */
export const namesForgotten = async (documents: DynamoDBDocumentClient, table: string, id: string): Promise<void> => {
  const update = new UpdateCommand({
    TableName: table,
    Key: profileKey(id),
    UpdateExpression: 'REMOVE nameParts',
    ConditionExpression: 'attribute_exists(doc.erasedAt)',
  });
  await holdsAlone(documents.send(update));
};

export const erasedAmong = async (
  documents: DynamoDBDocumentClient,
  table: string,
  entries: readonly NameEntry[],
): Promise<Set<string>> => {
  const erased = await queryAll(documents, { table, pk: ERASED, prefix: '' });
  if (erased.length === 0) return new Set();
  const ids = new Set(erased.map((item) => Erased.parse(item).sk));
  return new Set(entries.flatMap(({ id }) => (ids.has(id) ? [id] : [])));
};

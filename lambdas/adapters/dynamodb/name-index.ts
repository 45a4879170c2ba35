import { randomBytes } from 'node:crypto';
import { PutItemCommand, type AttributeValue, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { partOf, type NameEntry } from '../../../domain/audience/name-index.ts';
import type { FoundIds, NameIndex, NamedPerson } from '../../../domain/audience/ports/name-index.ts';
import { holdsTogether } from './conditional.ts';
import { deleteAll } from './delete-all.ts';
import { directQueriesWith } from './direct-reads.ts';
import { erasedAmong, forgetNames } from './forget-names.ts';
import { namesPk, personIn, wordsIn, wordsText } from './name-lines.ts';
import { insertion, partiqlBatchWith, STATEMENTS, type PartiqlBatch } from './partiql-batch.ts';
import { profileKey } from './profile-item.ts';
import { queryAll } from './query-all.ts';
import { signedPostOf } from '../sdk/signed-post.ts';

/** An item takes 400 KB; one word of all rows of a chunk, with the longest ids, 325. */
const MAX_TEXT = 60_000;

type Place = { list: string; part: string };
type Group = Place & { words: Map<string, Set<string>> };

/** Ids by words, these by lists: a word of thousands is looked at once. */
const idsByWord = (entries: readonly NameEntry[]): Map<string, Map<string, Set<string>>> => {
  const lists = new Map<string, Map<string, Set<string>>>();
  for (const { list, word, id } of entries) {
    const words = lists.get(list) ?? new Map<string, Set<string>>();
    if (words.size === 0) lists.set(list, words);
    const ids = words.get(word);
    if (ids) ids.add(id);
    else words.set(word, new Set([id]));
  }
  return lists;
};

const groupsOf = (entries: readonly NameEntry[]): Group[] => {
  const groups: Group[] = [];
  for (const [list, words] of idsByWord(entries)) {
    const parts = new Map<string, Group>();
    for (const [word, ids] of words) {
      const part = partOf(word);
      const group = parts.get(part) ?? { list, part, words: new Map<string, Set<string>>() };
      group.words.set(word, ids);
      parts.set(part, group);
    }
    groups.push(...parts.values());
  }
  return groups;
};

/** In as few items as have room for them. */
const textsOf = ({ words }: Group): string[] => {
  const texts: string[] = [];
  let text = '';
  for (const [word, ids] of words) {
    const line = wordsText([[word, ids]]);
    if (text !== '' && text.length + line.length > MAX_TEXT) {
      texts.push(text);
      text = '';
    }
    text += text === '' ? line : `\n${line}`;
  }
  return [...texts, text];
};

/** Where a chunk of an import has what it says, whoever wrote it and however often. */
const ofChunk = (list: string, number: number, chunk: number): string => `${list}#i${number}.${chunk}.`;

/** In a transaction of at most 100 items, with the profile. */
const ITEMS = 99;

const named = (table: string, { id, revision, named: by, parts }: NamedPerson, isLast: boolean) => ({
  TableName: table,
  Key: profileKey(id),
  UpdateExpression: isLast ? 'SET nameParts = :parts, #named = :named' : 'SET nameParts = :parts REMOVE #named',
  ConditionExpression: `attribute_exists(pk) AND attribute_not_exists(doc.erasedAt) AND ${
    revision === undefined ? 'attribute_not_exists(revision)' : 'revision = :read'
  }`,
  ExpressionAttributeNames: { '#named': 'named' },
  ExpressionAttributeValues: {
    ':parts': parts,
    ...(isLast && { ':named': by }),
    ...(revision !== undefined && { ':read': revision }),
  },
});

const itemOf = ({ list, part, words }: Group, id: string) => ({
  ...personIn(list, part, id),
  words: wordsText(words),
});

/** By the statements of batches, as the rows themselves are written. */
const keepingWith =
  (documents: DynamoDBDocumentClient, batch: PartiqlBatch, table: string): NameIndex['keep'] =>
  async (number, chunk, entries) => {
    // Whoever writes the chunk again may know other rows of it: beside what the first one wrote.
    const attempt = randomBytes(4).toString('hex');
    const statements = groupsOf(entries).flatMap((group) =>
      textsOf(group).map((words, index) =>
        insertion(table, {
          pk: { S: namesPk(group.part) },
          sk: { S: `${ofChunk(group.list, number, chunk)}${attempt}.${index}` },
          words: { S: words },
        }),
      ),
    );
    for (let start = 0; start < statements.length; start += STATEMENTS) {
      const codes = await batch(statements.slice(start, start + STATEMENTS));
      // The same statement came before, and its answer was lost.
      const failed = codes.find((code) => code !== undefined && code !== 'DuplicateItem');
      if (failed !== undefined) throw new Error(`DynamoDB answered ${failed} to names of an import`);
    }
    for (const id of await erasedAmong(documents, table, entries)) {
      const parts = new Set(entries.filter((one) => one.id === id).map(({ word }) => partOf(word)));
      await forgetNames(documents, table, id, parts);
    }
  };

/** An item, or more, for the words of one list that begin with the same two signs: of a chunk of an import, or of a person. */
export const nameIndexIn = (client: DynamoDBClient, table: string, documents: DynamoDBDocumentClient): NameIndex => {
  const batch = partiqlBatchWith(client, signedPostOf(client, 'dynamodb', PutItemCommand));
  const queries = directQueriesWith(
    documents,
    z.object({ sk: z.object({ S: z.string() }), words: z.object({ S: z.string() }) }),
  );
  return {
    keep: keepingWith(documents, batch, table),
    drop: async (number, chunk, { list, part }) => {
      const left = { table, pk: namesPk(part), prefix: ofChunk(list, number, chunk) };
      await deleteAll(documents, table, await queryAll(documents, left));
    },
    name: async (person, entries) => {
      const groups = groupsOf(entries);
      for (let start = 0; start < groups.length; start += ITEMS) {
        const puts = groups.slice(start, start + ITEMS).map((group) => {
          return { Put: { TableName: table, Item: itemOf(group, person.id) } };
        });
        const Update = named(table, person, start + ITEMS >= groups.length);
        const write = new TransactWriteCommand({ TransactItems: [{ Update }, ...puts] });
        if (!(await holdsTogether(documents.send(write)))) return false;
      }
      return true;
    },
    find: async function* (list, word) {
      const prefix = list === undefined ? '' : `${list}#`;
      let start: Record<string, AttributeValue> | undefined;
      do {
        const { Items, LastEvaluatedKey } = await queries.page({
          TableName: table,
          KeyConditionExpression: prefix === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: {
            ':pk': { S: namesPk(partOf(word)) },
            ...(prefix !== '' && { ':prefix': { S: prefix } }),
          },
          ExclusiveStartKey: start,
        });
        for (const { sk, words } of Items) {
          const ids = wordsIn(words.S, word);
          if (ids.length > 0) yield { place: sk.S.slice(prefix.length), ids } satisfies FoundIds;
        }
        start = LastEvaluatedKey;
      } while (start);
    },
  };
};

import { createHash } from 'node:crypto';
import { PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { TrackingLine } from '../../../domain/model/message.ts';
import { getAll } from './get-all.ts';
import { holds } from './conditional.ts';

/** 60 bits: among a million different texts two meet with a chance of one in two million. */
const KEY_LENGTH = 10;
/** What a container remembers; then it starts over. */
const REMEMBERED = 20_000;

export const textKey = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, KEY_LENGTH);

const itemKey = (key: string) => ({ pk: `TEXT#${key}`, sk: 'TEXT' });
const Stored = z.object({ text: z.string() });

export type Texts = {
  /** Writes those that no line had before. */
  keep(lines: readonly TrackingLine[]): Promise<void>;
  /** The text of each of these keys, read as far as it is not remembered. Throws for one that is nowhere. */
  load(keys: readonly string[]): Promise<(key: string) => string>;
};

/**
 * User agents and links, each kept once and named by its hash: there are some thousand of them in millions of
 * lines, and a line has to stay short because DynamoDB charges for the whole item at each write.
 */
export const textsIn = (client: DynamoDBDocumentClient, table: string): Texts => {
  const known = new Map<string, string>();
  const remember = (text: string): void => {
    if (known.size >= REMEMBERED) known.clear();
    known.set(textKey(text), text);
  };
  return {
    keep: async (lines) => {
      const all = new Set(lines.flatMap(({ agent, link }) => [agent, link]).filter((text) => text !== undefined));
      for (const text of all) {
        if (known.has(textKey(text))) continue;
        const item = { ...itemKey(textKey(text)), text };
        const put = new PutCommand({ TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' });
        await holds(client.send(put));
        remember(text);
      }
    },
    load: async (keys) => {
      // Of its own: what is remembered starts over when it is full, in the middle of this too.
      const loaded = new Map(keys.map((key) => [key, known.get(key)]));
      const unknown = [...loaded.keys()].filter((key) => loaded.get(key) === undefined);
      for (const item of await getAll(client, table, unknown.map(itemKey))) {
        const { text } = Stored.parse(item);
        loaded.set(textKey(text), text);
        remember(text);
      }
      return (key) => {
        const text = loaded.get(key);
        // An empty one in its place would be written with the next event, and the text of that line be lost.
        if (text === undefined) throw new Error(`the text ${key} of a tracking line is not in the table`);
        return text;
      };
    },
  };
};

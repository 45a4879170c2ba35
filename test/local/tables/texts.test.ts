import { expect, test } from '@jest/globals';
import { BatchGetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { textKey, textsIn } from '../../../lambdas/adapters/dynamodb/texts.ts';

/** More than a container remembers. */
const MANY = 20_001;

/** What was written, for a client that asks for nothing else. */
const tableOfTexts = () => {
  const items = new Map<string, object>();
  const send = async (command: unknown): Promise<object> => {
    if (command instanceof PutCommand) items.set(String(command.input.Item?.['pk']), command.input.Item ?? {});
    if (!(command instanceof BatchGetCommand)) return {};
    const wanted = command.input.RequestItems?.['t']?.Keys ?? [];
    return { Responses: { t: wanted.flatMap(({ pk }) => items.get(String(pk)) ?? []) } };
  };
  return { send } as unknown as DynamoDBDocumentClient;
};

const agent = (number: number): string => `agent ${number}`;
const linesOf = (numbers: readonly number[]) =>
  numbers.map((number) => ({ kind: 'open' as const, at: '2026-11-24T10:00:00.000Z', agent: agent(number) }));
const upTo = (count: number, from = 0): number[] => Array.from({ length: count }, (_, index) => from + index);
const keysOf = (numbers: readonly number[]): string[] => numbers.map((number) => textKey(agent(number)));

test('what was asked for is there, however much a container remembered before', async () => {
  const client = tableOfTexts();
  await textsIn(client, 't').keep(linesOf(upTo(2 * MANY)));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: MANY - 3, max: MANY + 3 }), { minLength: 1, maxLength: 3 }),
      async (counts) => {
        const texts = textsIn(client, 't');
        for (const count of counts) {
          const numbers = [...upTo(count), MANY];
          const textOf = await texts.load(keysOf(numbers));
          for (const number of numbers)
            if (textOf(textKey(agent(number))) !== agent(number)) throw new Error(agent(number));
        }
      },
    ),
    { numRuns: 4 },
  );
});

test('one that is read while another starts over keeps what it read', async () => {
  const client = tableOfTexts();
  await textsIn(client, 't').keep(linesOf(upTo(2 * MANY)));
  const texts = textsIn(client, 't');
  const [textOf] = await Promise.all([texts.load(keysOf(upTo(10))), texts.load(keysOf(upTo(MANY, 10)))]);
  expect(keysOf(upTo(10)).map(textOf)).toEqual(upTo(10).map(agent));
});

test('a text that is not there is no empty one: it would be written so', async () => {
  const textOf = await textsIn(tableOfTexts(), 't').load([textKey('lost')]);
  expect(() => textOf(textKey('lost'))).toThrow(/text/);
});

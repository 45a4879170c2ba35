import { setTimeout as passed } from 'node:timers/promises';
import { BatchExecuteStatementCommand, type AttributeValue, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { Problem } from '../../../domain/http/problem.ts';
import { jsonOf } from '../../../domain/values/json-of.ts';
import type { SignedPost } from '../sdk/signed-post.ts';
import { dynamoDbTextRequest } from './dynamodb-request.ts';

export type Statement = { Statement: string; Parameters: AttributeValue[] };

/** So many statements DynamoDB takes in one call (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchExecuteStatement.html). */
export const STATEMENTS = 25;

export const insertion = (table: string, item: Record<string, AttributeValue>): Statement => ({
  Statement: `INSERT INTO "${table}" VALUE {${Object.keys(item)
    .map((name) => `'${name}': ?`)
    .join(', ')}}`,
  Parameters: Object.values(item),
});

const Answered = z.object({ Responses: z.array(z.object({ Error: z.object({ Code: z.string() }).optional() })) });

/** There was no capacity, or nobody knows: the statement is sent again (API reference, BatchStatementError). */
const transient = new Set([
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
  'RequestLimitExceeded',
  'InternalServerError',
  'TransactionConflict',
]);

const TRIES = 14;
const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 5_000;

/** Full jitter (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/). */
const waitAfter = async (tries: number): Promise<unknown> =>
  passed(Math.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries));

const isRefusal = (error: unknown): boolean =>
  error instanceof Problem
    ? error.code === 'too-large'
    : error instanceof Error && error.name === 'ValidationException';

/** Codes of the answers, in the order of the statements; undefined: done. */
export type PartiqlBatch = (statements: readonly Statement[]) => Promise<(string | undefined)[]>;

/**
 * Each statement of a batch holds or fails by itself, in an answer that is a success. By one signed request without the
 * middleware of the SDK, which asks again when the answer is no success or the connection breaks; so the statements have
 * to be idempotent. Those that are throttled are sent again, with waits.
 */
export const partiqlBatchWith = (client: DynamoDBClient, post: SignedPost): PartiqlBatch => {
  const send = async (Statements: Statement[]): Promise<unknown> => {
    const answer = await post(dynamoDbTextRequest('BatchExecuteStatement', { Statements })).catch(() => undefined);
    return answer?.status === 200 ? jsonOf(answer.body) : client.send(new BatchExecuteStatementCommand({ Statements }));
  };
  const asked = async (statements: readonly Statement[]): Promise<(string | undefined)[]> => {
    try {
      return Answered.parse(await send([...statements])).Responses.map(({ Error: error }) => error?.Code);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      // One of them may be what no call may hold: the others are asked for without it.
      if (statements.length === 1) return ['ValidationError'];
      const answers: (string | undefined)[] = [];
      for (const statement of statements) answers.push(...(await asked([statement])));
      return answers;
    }
  };
  return async (statements) => {
    const codes: (string | undefined)[] = Array.from({ length: statements.length });
    let left = statements.map((statement, index) => ({ statement, index }));
    for (let tries = 0; left.length > 0; tries += 1) {
      if (tries === TRIES) throw new Error(`DynamoDB was throttling after ${TRIES} tries`);
      if (tries > 0) await waitAfter(tries);
      const answers = await asked(left.map(({ statement }) => statement));
      left = left.filter(({ index }, place) => {
        codes[index] = answers[place];
        return transient.has(answers[place] ?? '');
      });
    }
    return codes;
  };
};

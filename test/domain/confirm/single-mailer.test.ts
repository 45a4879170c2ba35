import { SESClient, SESServiceException } from '@aws-sdk/client-ses';
import { expect, test } from '@jest/globals';
import { NotMailed } from '../../../domain/ports/single-mailer.ts';
import { Problem } from '../../../domain/http/problem.ts';
import { singleMailerWith } from '../../../lambdas/adapters/ses/single-mailer.ts';
import { problemAnswer } from '../../../lambdas/entry/http-answer.ts';

const refusal = (name: string, message: string) =>
  new SESServiceException({ name, message, $fault: 'client', $metadata: { httpStatusCode: 400 } });

const sentWith = async (error: Error): Promise<unknown> => {
  const send = async (): Promise<never> => {
    throw error;
  };
  const client = Object.assign(new SESClient({ region: 'us-east-1' }), { send });
  const mailer = singleMailerWith(client, { sleep: async () => {} });
  const from = { name: 'Shop', address: 'news@freigabe.example' };
  return mailer.send({ from, to: 'a@reader.example', subject: '', html: '', text: '' }).then(
    () => 'sent',
    (refused: unknown) => refused,
  );
};

test.each([
  ['Throttling', 'Maximum sending rate exceeded.', 'rate'],
  ['ThrottlingException', 'Rate exceeded', 'rate'],
  ['Throttling', 'Daily message quota exceeded.', 'quota'],
  ['MessageRejected', 'Email address is not verified: a@reader.example', 'mail'],
  ['InvalidParameterValue', 'Illegal address', 'mail'],
])('%s (%s) is a mail that certainly did not go out: %s', async (name, message, why) => {
  const error = await sentWith(refusal(name, message));
  expect(error).toBeInstanceOf(NotMailed);
  expect(error).toMatchObject({ name, why });
  expect(String(error)).not.toContain('@');
});

test.each([refusal('AccessDenied', 'not authorized'), new Error('socket hang up')])(
  'what says nothing of the mail stays as it is: %s',
  async (error) => {
    expect(await sentWith(error)).toBe(error);
  },
);

test('a refusal that ends at a time says so in its header too', () => {
  const until = '2026-11-25T00:00:00.000Z';
  const facts = { cap: 1, left: 0, proofs: 2, until, retryAfterSeconds: 90 };
  const problem = new Problem('too-many', 'No.', 'Later.', { cause: 'proofsOfDayUsedUp', ...facts });
  expect(problemAnswer(problem)).toMatchObject({ statusCode: 429, headers: { 'retry-after': '90' } });
  expect(problemAnswer(new Problem('busy', 'No.', 'Later.')).headers).not.toHaveProperty('retry-after');
});

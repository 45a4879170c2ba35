import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { MessageRejected } from '@aws-sdk/client-sesv2';
import * as z from 'zod';
import { prepareRoutes } from '../../../domain/prepare/routes.ts';
import { httpApi } from '../../../lambdas/entry/http-api.ts';
import { sqsBatch } from '../../../lambdas/entry/sqs-batch.ts';
import { step } from '../../../lambdas/entry/step.ts';

const TOKEN = `AQCEAAAAKgAAAAMAAAAAAAAA${'k3'.repeat(40)}`;
const $metadata = { requestId: 'REQUEST17', httpStatusCode: 400 };

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
};

const circular = new Error('to anna.mueller@shop.example');
circular.cause = circular;

/** What AWS, V8, Zod and libraries say of what they were given. */
const failures: [string, unknown][] = [
  [
    'of a condition, with the item that is stored',
    new ConditionalCheckFailedException({
      message: 'The conditional request failed',
      Item: { address: { S: 'anna.mueller@shop.example' } },
      $metadata,
    }),
  ],
  [
    'of an identity that is not verified',
    new MessageRejected({
      message: 'Email address is not verified. The following identities failed: anna.mueller@shop.example',
      $metadata,
    }),
  ],
  ['of JSON that is none', parse('Müller,anna.mueller@shop.example')],
  ['of a value that is too long', new Error(`1 validation error detected: Value '${TOKEN}' at 'taskToken' failed`)],
  ['of a URL', new TypeError(`Failed to parse https://x.example/?to=anna.mueller%40shop.example&token=${TOKEN}`)],
  ['of a shape', z.object({ 'anna.mueller@shop.example': z.string() }).safeParse({}).error],
  ['with another behind it', new Error('not sent', { cause: new Error('to anna.mueller@shop.example') })],
  ['that quotes a whole file', new Error(`cannot read ${'x'.repeat(300_000)} anna`)],
  ['that is cut within an address', new Error(`${'no '.repeat(330)}anna.mueller@shop.example`)],
  ['with a line like a frame', new Error('no\n    at anna.mueller@shop.example')],
  ['that is its own cause', circular],
  ['that is a text', 'anna.mueller@shop.example'],
];

let logged = '';
let spies: { mockRestore: () => void }[] = [];
beforeEach(() => {
  logged = '';
  spies = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((text) => {
      logged += String(text);
      return true;
    }),
  );
});
afterEach(() => {
  for (const spy of spies) spy.mockRestore();
});

const context = { getRemainingTimeInMillis: () => 1000 } as never;
const thrownBy = async (call: () => Promise<unknown>): Promise<string> => {
  const error = await call().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  // As the runtime of Lambda writes it: each property of its own.
  return error instanceof Error
    ? JSON.stringify({
        ...Object.fromEntries(Object.entries(error)),
        name: error.name,
        message: error.message,
        stack: error.stack,
      })
    : '';
};

const route = prepareRoutes.getHome;
const entries: Record<string, (failure: unknown) => Promise<string>> = {
  'a step': async (failure) =>
    thrownBy(async () =>
      step(z.unknown(), async () => {
        throw failure;
      })({}, context),
    ),
  'a batch': async (failure) =>
    thrownBy(async () =>
      sqsBatch(async () => {
        throw failure;
      })({ Records: [] }, context),
    ),
  'a request': async (failure) => {
    const people = { actor: async () => Promise.reject(failure) } as never;
    const authorizer = { lambda: { sub: 's', username: 's', token_use: 'access', client_id: 'c' } };
    const http = { method: route.method, path: `/api${route.path}`, sourceIp: '', userAgent: '' };
    const event = { version: '2.0', rawPath: http.path, headers: {}, requestContext: { http, authorizer } };
    const api = httpApi({ home: route }, { home: async () => ({}) } as never, people);
    return JSON.stringify(await api(event as never, context));
  },
};

test.each(Object.keys(entries).flatMap((entry) => failures.map(([what, failure]) => [entry, what, failure] as const)))(
  '%s that meets a failure %s logs and says nothing that is of somebody',
  async (entry, _what, failure) => {
    const said = await entries[entry]!(failure);
    expect(logged).toContain('failed');
    expect(`${logged}${said}`).not.toMatch(/anna|mueller|Müller|k3k3/i);
  },
);

test('what is left says what failed, where, and by which request', async () => {
  const [, failure] = failures[0]!;
  const said = await entries['a step']!(failure);
  for (const text of [said, logged]) {
    expect(text).toContain('ConditionalCheckFailedException');
    expect(text).toContain('The conditional request failed (request REQUEST17)');
    expect(text).toContain('surprises.test.ts');
  }
  expect(await entries['a step']!(new TypeError("Cannot read properties of undefined (reading 'chunks')"))).toContain(
    "reading 'chunks'",
  );
});

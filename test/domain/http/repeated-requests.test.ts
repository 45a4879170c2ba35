import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod';
import { needsSignIn } from '../../../domain/people/authorisation.ts';
import { Problem } from '../../../domain/http/problem.ts';
import type { Making } from '../../../domain/http/making.ts';
import type { Route } from '../../../domain/http/route.ts';
import { httpApi } from '../../../lambdas/entry/http-api.ts';
import { person } from '../samples.ts';
import { allRoutes } from './all-routes.ts';
import { MemoryRepeats } from './memory-repeats.ts';

/** A repeat of these makes nothing a second time: each with what it does instead. */
const harmless: Record<string, string> = {
  archiveCampaign: 'is archived already',
  unarchiveCampaign: 'is there already',
  previewDraft: 'only looks',
  lookAtImport: 'only looks',
  lookAtUpload: 'only looks; parts that are put together already are left so',
  cancelImport: 'is cancelled already',
  releaseAddress: 'is released already, and refused',
  recordConsent: 'says the same again',
  leaveTopics: 'has left already',
  testSuppression: 'only looks',
  removeSuppression: 'is refused: there is no such entry any more',
  armSeries: 'is refused: the series is armed',
  pauseSeries: 'is refused: the series is paused',
  resumeSeries: 'is refused: the series is armed',
  skipStart: 'is refused: it names the start that is next',
  endSeries: 'is refused: the series is over',
  removePerson: 'is refused: nobody is there any more',
  resetMfa: 'forgets what is forgotten',
  signOutEverywhere: 'ends what has ended',
  tryWebhook: 'is meant to be tried again',
  removeWebhook: 'is refused: it is gone',
  revokeMachine: 'is refused: it is gone',
  decideRun: 'is refused: it was decided',
  withdrawConfirmation: 'is refused: nothing is left to withdraw',
  reassignApprover: 'is refused: that person is asked already',
  decideByLink: 'is refused: it was decided',
  pauseRun: 'is refused: it is paused',
  chooseWinner: 'is refused: it is decided',
  resumeRun: 'is refused: it is sending',
  stopRun: 'is refused: it is stopped',
  erasePerson: 'erases what is erased',
  mergeProfiles: 'is refused: the two are one',
  makeCalendarFeed: 'makes another address, which alone holds then',
  uploadAttachment: 'is the same file, which lies there once',
  uploadPicture: 'is the same picture, which lies there once',
  countProfiles: 'goes on with the count that is under way',
  computeStats: 'counts the same again',
};

const posts = allRoutes.filter(({ method, may }) => method === 'POST' && needsSignIn(may));

test('every POST that makes something takes an Idempotency-Key, and of each other one it is said why it needs none', () => {
  const takes = posts.filter(({ idempotent }) => idempotent).map(({ operation }) => operation);
  const others = posts.filter(({ idempotent }) => !idempotent).map(({ operation }) => operation);
  expect(others.toSorted()).toEqual(Object.keys(harmless).toSorted());
  expect(takes.length).toBeGreaterThan(15);
});

const Thing = z.object({ number: z.number(), secret: z.string() });

const routeOf = (idempotent: true | 'secret') =>
  ({
    operation: 'make',
    method: 'POST',
    path: '/things/{id}',
    summary: 'Make a thing',
    may: 'prepare',
    body: z.looseObject({}),
    idempotent,
    answers: { status: 201, schema: Thing },
  }) as const satisfies Route;

type Asked = { key?: string; body?: string; by?: string; id?: string };
type Answer = { statusCode: number; headers: Record<string, string>; body: string };

/** An API that makes a numbered thing at each call; `work` comes before it. */
const world = (idempotent: true | 'secret' = true, work: (times: number) => Promise<void> = async () => {}) => {
  const memory = new MemoryRepeats();
  const makings: Making[] = [];
  let times = 0;
  const make = async ({ making }: { making: Making }) => {
    makings.push(making);
    times += 1;
    const number = times;
    await work(number);
    return { number, secret: 's3cret' };
  };
  const actor = async ({ sub }: { sub: string }) => ({ ...person, sub, groups: ['prepare-deliveries'] });
  const callers = { actor, repeats: { repeats: memory.repeats, fingerprint: (text: string) => text } };
  const api = httpApi({ make: routeOf(idempotent) }, { make }, callers);
  const post = async ({ key, body = '{}', by = 'anna', id = 'x' }: Asked): Promise<Answer> => {
    const path = `/api/things/${id}`;
    const claims = { token_use: 'access', sub: by, username: by };
    const event = {
      version: '2.0',
      rawPath: path,
      rawQueryString: '',
      headers: key === undefined ? {} : { 'idempotency-key': key },
      pathParameters: { id },
      requestContext: { http: { method: 'POST', path, sourceIp: '' }, authorizer: { lambda: claims } },
      body,
      isBase64Encoded: false,
    };
    return (await api(event as never, { getRemainingTimeInMillis: () => 1000 } as never)) as Answer;
  };
  return { memory, post, made: () => times, makings };
};

const codeOf = ({ statusCode, body }: Answer) => [statusCode, (JSON.parse(body) as { code?: string }).code];

describe('a request with a key', () => {
  test('is done once, and answered again with status and body', async () => {
    const { post, made } = world();
    const first = await post({ key: 'k' });
    expect(first.statusCode).toBe(201);
    expect(await post({ key: 'k' })).toEqual(first);
    expect(made()).toBe(1);
  });

  test('is refused with 422 when it asks for something else', async () => {
    const { post, made } = world();
    await post({ key: 'k' });
    expect(codeOf(await post({ key: 'k', body: '{"a":1}' }))).toEqual([422, 'key-reused']);
    expect(codeOf(await post({ key: 'k', id: 'y' }))).toEqual([422, 'key-reused']);
    expect(made()).toBe(1);
  });

  test('is refused with 409 while it is worked on, and says when to ask again', async () => {
    let late: Answer | undefined;
    const here = world(true, async () => {
      late = await here.post({ key: 'k' });
    });
    await here.post({ key: 'k' });
    expect(late && codeOf(late)).toEqual([409, 'conflict']);
    expect(late?.headers['retry-after']).toBe('1');
    expect(here.made()).toBe(1);
  });

  test('that failed may be sent again', async () => {
    const { post, made, makings } = world(true, async (times) => {
      if (times === 1) throw new Problem('busy', 'Busy.', 'Again.');
      if (times === 2) throw new Error('a surprise');
    });
    const answers = [await post({ key: 'k' }), await post({ key: 'k' }), await post({ key: 'k' })];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([429, 500, 201]);
    expect(made()).toBe(3);
    expect(new Set(makings.map(({ id }) => id)).size).toBe(1);
    expect(makings.map(({ isRepeat }) => isRepeat)).toEqual([false, true, true]);
  });

  test('that died is done again after a minute, under the same id; asked otherwise it is refused', async () => {
    const { post, memory, makings } = world(true, async (times) => {
      if (times === 1) throw new Error('killed');
    });
    memory.isKilled = true;
    await post({ key: 'k' });
    memory.isKilled = false;
    memory.at += 61_000;
    expect(codeOf(await post({ key: 'k', body: '{"a":1}' }))).toEqual([422, 'key-reused']);
    expect((await post({ key: 'k' })).statusCode).toBe(201);
    const [first, again] = makings;
    expect(again).toEqual({ ...first, isRepeat: true });
    await post({ key: 'l' });
    await post({ key: 'k', by: 'bob' });
    await post({});
    expect(new Set(makings.map(({ id }) => id)).size).toBe(4);
  });

  test('is answered when it was done, also when its answer cannot be kept', async () => {
    const { post, memory, made } = world();
    memory.repeats.done = async () => {
      throw new Error('the table is throttled');
    };
    expect((await post({ key: 'k' })).statusCode).toBe(201);
    expect(codeOf(await post({ key: 'k' }))).toEqual([409, 'conflict']);
    expect(made()).toBe(1);
  });

  test('whose answer holds a secret is done once, and the secret is kept nowhere', async () => {
    const { post, made, memory } = world('secret');
    expect((await post({ key: 'k' })).body).toContain('s3cret');
    const again = await post({ key: 'k' });
    expect(codeOf(again)).toEqual([409, 'conflict']);
    expect(JSON.stringify([...memory.kept])).not.toContain('s3cret');
    expect(made()).toBe(1);
  });
});

test('without a key each request is done', async () => {
  const { post, made } = world();
  await post({});
  await post({});
  expect(made()).toBe(2);
});

test('whoever asks, in whatever order: one thing for each caller and key', async () => {
  const asked = fc.record({ key: fc.constantFrom('k', 'l'), by: fc.constantFrom('anna', 'bob', 'an') });
  await fc.assert(
    fc.asyncProperty(fc.array(asked, { maxLength: 12 }), async (requests) => {
      const { post, made } = world();
      const numbers = new Map<string, Set<string>>();
      for (const request of requests) {
        const name = JSON.stringify(request);
        numbers.set(name, (numbers.get(name) ?? new Set()).add((await post(request)).body));
      }
      expect(made()).toBe(numbers.size);
      for (const bodies of numbers.values()) expect(bodies.size).toBe(1);
    }),
    { numRuns: 50 },
  );
});

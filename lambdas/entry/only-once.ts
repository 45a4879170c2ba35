import * as z from 'zod';
import type { Making } from '../../domain/http/making.ts';
import type { Remembered, Repeats } from '../../domain/http/repeats.ts';
import { Problem } from '../../domain/http/problem.ts';
import { derivedId } from './derived-id.ts';
import { reporting } from './logging.ts';

export type OnlyOncePorts = { repeats: Repeats; fingerprint: (text: string) => string };

type Asked = {
  key: string;
  who: string;
  /** All by which one request differs from another. */
  asked: string;
  /** False: it holds a secret that is shown once. */
  isKept: boolean;
};

const reused = (): Problem =>
  new Problem(
    'key-reused',
    'Another request was sent with this Idempotency-Key.',
    'Give each request a key of its own, such as a UUID, and use it again only to repeat that request.',
  );

const underway = (): Problem =>
  new Problem('conflict', 'The request of this Idempotency-Key is being worked on.', 'Ask again in a moment.', {
    retryAfterSeconds: 1,
  });

const unkept = (): Problem =>
  new Problem(
    'conflict',
    'The request of this Idempotency-Key was done; its answer was not kept.',
    'Look up what it made in its list. A secret that did not arrive is replaced by a new one.',
  );

/** @throws Problem while there is none, or for another request */
const answerOf = <Answer>(known: Remembered, print: string, answered: z.ZodType<Answer>): Answer => {
  if (known.fingerprint !== print) throw reused();
  if (known.answer !== undefined) return answered.parse(JSON.parse(known.answer));
  throw known.isDone ? unkept() : underway();
};

/**
 * A request with a key is done once: whoever sends it again, because no answer came, gets the answer of the first time,
 * and writes over nothing that happened since. One that died or failed is done again, and makes what it was to make under
 * the same id. Keys are of the caller who sent them
 * (https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/, which names 422 and 409).
 */
export const onlyOnce = async <Answer>(
  { repeats, fingerprint }: OnlyOncePorts,
  { key, who, asked, isKept }: Asked,
  answered: z.ZodType<Answer>,
  work: (making: Making) => Promise<Answer>,
): Promise<Answer> => {
  const name = fingerprint(JSON.stringify([who, key]));
  const print = fingerprint(asked);
  const found = await repeats.begin(name, print);
  if ('known' in found) return answerOf(found.known, print, answered);
  const { since } = found.begun;
  const id = derivedId(new Date(since).toISOString(), `${name} ${print}`);
  let answer: Answer;
  try {
    answer = await work({ ...found.begun, id });
  } catch (failure) {
    await repeats.forget(name);
    throw failure;
  }
  // It was done, and whoever asked learns of it: without that they would ask again, and it would be done again.
  await repeats.done(name, isKept ? JSON.stringify(answer) : undefined).catch(reporting('an answer was not kept'));
  return answer;
};

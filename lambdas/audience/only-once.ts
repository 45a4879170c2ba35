import * as z from 'zod';
import { Problem } from '../../domain/http/problem.ts';
import type { Repeats } from '../../domain/audience/ports/repeats.ts';

export type OnlyOncePorts = { repeats: Repeats; fingerprint: (text: string) => string };

type Asked = { key: string | undefined; who: string; asked: unknown };

/**
 * A request with a key is done once: whoever sends it again, because no answer came, gets the answer of the first time,
 * and writes over nothing that happened since. Keys are of the person who sent them
 * (https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/).
 */
export const onlyOnce = async <Answer>(
  { repeats, fingerprint }: OnlyOncePorts,
  { key, who, asked }: Asked,
  answered: z.ZodType<Answer>,
  work: () => Promise<Answer>,
): Promise<Answer> => {
  if (key === undefined) return work();
  const name = fingerprint(`${who} ${key}`);
  const print = fingerprint(JSON.stringify(asked));
  const known = await repeats.begin(name, print);
  if (known && known.fingerprint !== print)
    throw new Problem(
      'invalid-input',
      'Another request was sent with this Idempotency-Key.',
      'Give each request a key of its own, such as a UUID, and use it again only to repeat that request.',
    );
  if (known?.answer !== undefined) return answered.parse(JSON.parse(known.answer));
  if (known)
    throw new Problem('conflict', 'The request of this Idempotency-Key is being worked on.', 'Ask again in a moment.', {
      retryAfterSeconds: 1,
    });
  let answer: Answer;
  try {
    answer = await work();
  } catch (failure) {
    await repeats.forget(name);
    throw failure;
  }
  await repeats.done(name, JSON.stringify(answer));
  return answer;
};

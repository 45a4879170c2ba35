import * as z from 'zod';

/** Addresses, and what is as long as a token, a digest or the content of a cell is. */
const personal = /[^\s"'<>(),;:]+(?:@|%40)[^\s"'<>(),;]+|[\w+/=~-]{32,}/g;

/** What is quoted is somebody's: V8 quotes what it cannot parse, AWS the value that it refuses. Names in code stay. */
const quoted = /"[^"]*"?|'[^']*'?/g;
const nameInCode = /^'[\w.$-]{1,31}'$/;

/** Some errors quote a whole file, which is of no use in a log, and looking through it takes the square of its length. */
const MOST_SIGNS = 1000;

/** Half of a word may be half of an address. */
const beginning = (text: string): string =>
  text.length > MOST_SIGNS ? text.slice(0, MOST_SIGNS).replace(/\S*$/, '…') : text;

const without = (text: string): string =>
  beginning(text)
    .replaceAll(quoted, (found) => (nameInCode.test(found) ? found : '"…"'))
    .replaceAll(personal, '…');

const messageOf = (error: Error): string =>
  without(
    error instanceof z.ZodError
      ? error.issues.map(({ code, path }) => `${code} at ${path.join('.')}`).join(', ')
      : error.message,
  );

/** Behind the message, which may have lines that look like frames. */
const framesOf = ({ stack = '', message }: Error): string[] =>
  stack
    .slice(stack.includes(message) ? stack.indexOf(message) + message.length : 0)
    .split('\n')
    .filter((line) => /^\s+at /.test(line));

const RequestId = z.object({ $metadata: z.object({ requestId: z.string() }) });

/**
 * A failure as it may stand in a log and in the history of an execution: its name, its message without what may be
 * somebody's, where it happened, and the id under which AWS knows the request. Errors of the SDK hold the answer, with the
 * item that a condition was held against, and the logger and the runtime of Lambda write down every property.
 */
export const impersonal = (failure: unknown): Error => {
  if (!(failure instanceof Error)) return new Error('something was thrown that is no error');
  const { data } = RequestId.safeParse(failure);
  const said = new Error(`${messageOf(failure)}${data ? ` (request ${data.$metadata.requestId})` : ''}`);
  said.name = failure.name;
  said.stack = [`${said.name}: ${said.message}`, ...framesOf(failure)].join('\n');
  // One is enough to find it, and a chain may come back to where it began.
  if (failure.cause instanceof Error) said.cause = failure.cause.name;
  return said;
};

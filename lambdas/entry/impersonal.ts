import * as z from 'zod';

/** Addresses, and what is as long as a token, a digest or the content of a cell is. */
const personal = /[^\s"'<>(),;:]+(?:@|%40)[^\s"'<>(),;]+|[\w+/=~-]{32,}/g;

/** What is quoted is somebody's: V8 quotes what it cannot parse, AWS the value that it refuses. Names in code stay. */
const quoted = /"[^"]*"?|'[^']*'?/g;
const nameInCode = /^'[\w.$-]{1,31}'$/;

const without = (text: string): string =>
  text.replaceAll(quoted, (found) => (nameInCode.test(found) ? found : '"…"')).replaceAll(personal, '…');

const messageOf = (error: Error): string =>
  error instanceof z.ZodError
    ? error.issues.map(({ code, path }) => `${code} at ${without(path.join('.'))}`).join(', ')
    : without(error.message);

/** Without the first lines, which are the message again. */
const framesOf = ({ stack = '' }: Error): string[] => stack.split('\n').filter((line) => /^\s+at /.test(line));

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
  if (failure.cause !== undefined) said.cause = impersonal(failure.cause);
  return said;
};

import { SendTaskSuccessCommand, type SFNClient } from '@aws-sdk/client-sfn';
import type { Gates } from '../../../domain/ports/gates.ts';
import type { TaskTokens } from '../dynamodb/task-tokens.ts';

/** What Step Functions says of a token whose wait is over already; for us that is "answered". */
const closed = ['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'];

const isClosed = (error: unknown): boolean => error instanceof Error && closed.includes(error.name);

/** The output is empty: the execution goes on to "Where is the run?". */
export const gatesOf = (client: SFNClient, tokens: TaskTokens): Gates => ({
  keep: (runId, taskToken) => tokens.keep(runId, taskToken),
  waiting: () => tokens.open(),
  answer: async (runId) => {
    const token = await tokens.read(runId);
    if (token === undefined) return;
    try {
      await client.send(new SendTaskSuccessCommand({ taskToken: token, output: '{}' }));
    } catch (error) {
      if (!isClosed(error)) throw error;
    }
    await tokens.forget(runId);
  },
});

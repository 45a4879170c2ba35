import { SendTaskSuccessCommand, StartExecutionCommand, type SFNClient } from '@aws-sdk/client-sfn';
import type { Machine } from '../../domain/ports.ts';
import type { TaskTokens } from './task-tokens.ts';

/** What Step Functions says of a token whose wait is over already; for us that is "answered". */
const closed = ['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'];

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

const start = async (client: SFNClient, arn: string, name: string, runId: string): Promise<void> => {
  try {
    await client.send(new StartExecutionCommand({ stateMachineArn: arn, name, input: JSON.stringify({ runId }) }));
  } catch (error) {
    if (nameOf(error) !== 'ExecutionAlreadyExists') throw error;
  }
};

/** The state machine of runs. The answer carries nothing: the machine asks the run where it stands. */
export const machineOf = (client: SFNClient, arn: string, tokens: TaskTokens): Machine => ({
  start: (name, runId) => start(client, arn, name, runId),
  answer: async (runId) => {
    const token = await tokens.read(runId);
    if (token === undefined) return;
    try {
      await client.send(new SendTaskSuccessCommand({ taskToken: token, output: '{}' }));
    } catch (error) {
      if (!closed.includes(nameOf(error))) throw error;
    }
    await tokens.forget(runId);
  },
});

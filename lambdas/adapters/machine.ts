import { StartExecutionCommand, type SFNClient } from '@aws-sdk/client-sfn';
import type { Machine } from '../../domain/ports/machine.ts';

/** The state machine of runs; the name of an execution makes its start idempotent for 90 days. */
export const machineOf = (client: SFNClient, arn: string): Machine => ({
  start: async (name, runId) => {
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn: arn, name, input: JSON.stringify({ runId }) }));
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'ExecutionAlreadyExists') throw error;
    }
  },
});

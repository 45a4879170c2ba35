import { StartExecutionCommand, type SFNClient } from '@aws-sdk/client-sfn';
import type { ImportMachine } from '../../../domain/audience/ports/import-machine.ts';

/** The state machine of imports; the name of an execution makes its start idempotent for 90 days. */
export const importMachineOf = (client: SFNClient, arn: string): ImportMachine => ({
  start: async (id, attempt) => {
    const input = JSON.stringify({ id, attempt });
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn: arn, name: `${id}-${attempt}`, input }));
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'ExecutionAlreadyExists') throw error;
    }
  },
});

import { paginateListExecutions, StartExecutionCommand, type SFNClient } from '@aws-sdk/client-sfn';
import type { Machine } from '../../../domain/ports/machine.ts';

/** A ULID; what follows it in the name tells the executions of one run apart. */
const ID_LENGTH = 26;

/** The state machine of runs; the name of an execution makes its start idempotent for 90 days. */
export const machineOf = (client: SFNClient, arn: string): Machine => ({
  start: async (name, runId) => {
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn: arn, name, input: JSON.stringify({ runId }) }));
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'ExecutionAlreadyExists') throw error;
    }
  },
  running: async () => {
    const ids = new Set<string>();
    const query = { stateMachineArn: arn, statusFilter: 'RUNNING' as const };
    for await (const { executions = [] } of paginateListExecutions({ client, pageSize: 1000 }, query)) {
      for (const { name = '' } of executions) ids.add(name.slice(0, ID_LENGTH));
    }
    return ids;
  },
});

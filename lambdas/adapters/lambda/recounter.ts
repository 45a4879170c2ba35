import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { Recounter } from '../../../domain/kpi/ports/recounter.ts';

/** Lambda keeps the call itself, and tries it again when it fails. */
export const recounterOf = (client: LambdaClient, functionName: string): Recounter => {
  const call = async (what: { runId: string } | { campaignId: string }): Promise<void> => {
    await client.send(
      new InvokeCommand({
        FunctionName: functionName,
        InvocationType: 'Event',
        Payload: new TextEncoder().encode(JSON.stringify(what)),
      }),
    );
  };
  return { goOn: (runId) => call({ runId }), goOnWithProfiles: (campaignId) => call({ campaignId }) };
};

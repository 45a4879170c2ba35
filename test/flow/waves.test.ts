import { beforeAll, expect, test } from '@jest/globals';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { KpiView } from '../../domain/kpi/api.ts';
import { RunView } from '../../domain/model/run-view.ts';
import { ControlReport } from '../../domain/send/api.ts';
import { invoke } from '../../local/instance.ts';
import { waitFor, waitForState } from '../../local/demo/wait.ts';
import { clientSettings } from '../../local/settings.ts';
import { testSettings } from '../instance.ts';
import { campaignTo, confirm, enter, mailsOf, startRun, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await enter();
});

const table = DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings(testSettings)));
const machine = new SFNClient(clientSettings(testSettings));

/** The gap between two waves has passed. */
const passGap = async (runId: string): Promise<void> => {
  await table.send(
    new UpdateCommand({
      TableName: world.outputs.CampaignsTable,
      Key: { pk: `R#${runId}`, sk: 'RUN' },
      UpdateExpression: 'SET doc.wave.notBefore = :now',
      ExpressionAttributeValues: { ':now': new Date().toISOString() },
    }),
  );
};

test('a run in waves sends the first, waits, and sends the second after a pause, a resume and a lost execution', async () => {
  const split = { by: 'field' as const, attribute: 'first_name', values: ['Reader 1'] };
  const schedule = { mode: 'onceConfirmed' as const, waves: { split, gapMinutes: 10 } };
  const { id } = await startRun(world, await campaignTo(world, 'waves', 5, { schedule }));
  const ready = await waitForState(world.preparer, id, ['AwaitingConfirmation']);
  expect(ready.waves).toMatchObject([{ recipients: 1 }, { recipients: 4 }]);
  await confirm(world.approver, ready);
  await waitFor('the first wave', async () => {
    const { waves } = await world.preparer.get(`/runs/${id}`, RunView);
    return waves[0]?.state === 'sent' ? waves : undefined;
  });
  expect(await mailsOf(world, id)).toHaveLength(1);
  const { waves, figures } = await world.preparer.get(`/runs/${id}/kpis`, KpiView);
  expect(waves).toMatchObject([
    { handedOver: 1, left: 0 },
    { handedOver: 0, left: 4 },
  ]);
  expect(figures.books).toMatchObject({ toDeliver: 5, balanced: true });
  await world.approver.post(`/runs/${id}/pause`, {}, ControlReport);
  await world.approver.post(`/runs/${id}/resume`, {}, ControlReport);
  await passGap(id);
  const executionArn = `${world.outputs.RunStateMachineArn.replace(':stateMachine:', ':execution:')}:${id}`;
  await machine.send(new StopExecutionCommand({ executionArn }));
  await invoke(testSettings, world.outputs.RearmFunctionName, {});
  await waitForState(world.preparer, id, ['Finished']);
  const people = (await mailsOf(world, id)).map(({ to }) => to);
  expect(people).toHaveLength(5);
  expect(new Set(people).size).toBe(5);
});

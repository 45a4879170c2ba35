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
import { campaignTo, confirm, content, enter, figuresWhen, mailsOf, startRun, type World } from './world.ts';

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

/** One that is lost is replaced by the hourly repair, and looks at the time anew. */
const replaceExecution = async (runId: string): Promise<void> => {
  const executionArn = `${world.outputs.RunStateMachineArn.replace(':stateMachine:', ':execution:')}:${runId}`;
  await machine.send(new StopExecutionCommand({ executionArn }));
  await invoke(testSettings, world.outputs.RearmFunctionName, {});
};

const PERSON =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36';

const clickOn = async (messageId: string): Promise<void> => {
  const event = { kind: 'click', link: 'https://shop.example/one', userAgent: PERSON };
  const answer = await fetch(`${testSettings.sesUrl}/messages/${messageId}/events`, {
    method: 'POST',
    body: JSON.stringify(event),
  });
  expect(answer.status).toBe(200);
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
  await replaceExecution(id);
  await waitForState(world.preparer, id, ['Finished']);
  const people = (await mailsOf(world, id)).map(({ to }) => to);
  expect(people).toHaveLength(5);
  expect(new Set(people).size).toBe(5);
});

test('a test goes to its share, waits its hours, and what people clicked goes to the rest, with figures for each content', async () => {
  // Of fewer than 50 of each, and 5 who clicked, the own content would win.
  const abTest = { share: { by: 'number' as const, people: 100 }, decideBy: 'clicks' as const, afterHours: 4 };
  const b = { id: 'b', for: { by: 'abTest' as const }, content: { subject: 'The other {{ first_name }}' } };
  const different = { schedule: { mode: 'onceConfirmed' as const, abTest }, content: { ...content, variants: [b] } };
  const { id } = await startRun(world, await campaignTo(world, 'ab-test', 104, different));
  await confirm(world.approver, await waitForState(world.preparer, id, ['AwaitingConfirmation']));
  await figuresWhen(world, id, ({ delivered }) => delivered.count === 100);
  const tested = await mailsOf(world, id);
  const others = tested.filter(({ subject }) => subject.startsWith('The other'));
  expect([tested.length, others.length]).toEqual([100, 50]);
  for (const { messageId } of others.slice(0, 6)) await clickOn(messageId);
  await figuresWhen(world, id, ({ clicked }) => clicked.count === 6);
  const waiting = await world.preparer.get(`/runs/${id}`, RunView);
  expect(waiting).toMatchObject({ state: 'Sending', abTest: null, waves: [{ state: 'sent' }, { state: 'waiting' }] });
  await passGap(id);
  await replaceExecution(id);
  const { abTest: result } = await waitForState(world.preparer, id, ['Finished']);
  expect(result).toMatchObject({ winner: 'b', reason: 'most', figures: [{ clicked: 0 }, { id: 'b', clicked: 6 }] });
  const all = await mailsOf(world, id);
  expect(new Set(all.map(({ to }) => to)).size).toBe(104);
  const toTested = new Set(tested.map(({ to }) => to));
  const rest = all.filter(({ to }) => !toTested.has(to)).map(({ subject }) => subject.slice(0, 9));
  expect(rest).toEqual(Array.from({ length: 4 }, () => 'The other'));
  const { variants } = await world.preparer.get(`/runs/${id}/kpis`, KpiView);
  expect(variants.map(({ id: of, handedOver }) => [of, handedOver])).toEqual([
    [null, 50],
    ['b', 50],
    ['winner', 4],
  ]);
});

import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, test } from '@jest/globals';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DescribeExecutionCommand, GetExecutionHistoryCommand, SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { RunView } from '../../domain/model/run-view.ts';
import { waitFor, waitForState } from '../../local/demo/wait.ts';
import { clientSettings } from '../../local/settings.ts';
import { testSettings } from '../instance.ts';
import { awaiting, confirm, enter, mailsOf, refusalOf, type World } from './world.ts';

const settings = clientSettings(testSettings);
const tables = DynamoDBDocumentClient.from(new DynamoDBClient(settings));
const [lambdas, machine] = [new LambdaClient(settings), new SFNClient(settings)];

let world: World;
beforeAll(async () => {
  world = await enter();
});

const endAt = async ({ id }: RunView, deadline: number): Promise<void> => {
  await tables.send(
    new UpdateCommand({
      TableName: world.outputs.CampaignsTable,
      Key: { pk: `R#${id}`, sk: 'RUN' },
      UpdateExpression: 'SET doc.deadline = :at',
      ExpressionAttributeValues: { ':at': new Date(deadline).toISOString() },
    }),
  );
};

/** What the timer at the deadline does. */
const timer = async ({ id }: RunView): Promise<void> => {
  const Payload = JSON.stringify({ runId: id });
  const answer = await lambdas.send(
    new InvokeCommand({ FunctionName: world.outputs.CloseOverdueFunctionName, Payload }),
  );
  expect(answer.FunctionError).toBeUndefined();
};

/** The state in which the machine came to its end. */
const endOfMachine = async ({ id }: RunView): Promise<string | undefined> => {
  const executionArn = `${world.outputs.RunStateMachineArn.replace(':stateMachine:', ':execution:')}:${id}`;
  await waitFor('the machine to end', async () => {
    const { status } = await machine.send(new DescribeExecutionCommand({ executionArn }));
    return status === 'RUNNING' ? undefined : status;
  });
  const { events = [] } = await machine.send(
    new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, includeExecutionData: false }),
  );
  return events.find(({ stateEnteredEventDetails }) => stateEnteredEventDetails)?.stateEnteredEventDetails?.name;
};

test('a deadline before the decision: the run has expired, for the record and for the machine', async () => {
  const run = await awaiting(world, 'second-expired', 2);
  await endAt(run, Date.now() - 1);
  await timer(run);
  expect(await refusalOf(confirm(world.approver, run))).toMatchObject({ status: 410, code: 'expired' });
  await waitForState(world.preparer, run.id, ['Expired']);
  expect(await endOfMachine(run)).toBe('Expired');
  expect(await mailsOf(world, run.id)).toEqual([]);
});

test('a decision before the deadline: the run goes out, and the deadline changes nothing', async () => {
  const run = await awaiting(world, 'second-decided', 2);
  await confirm(world.approver, run);
  await endAt(run, Date.now() - 1);
  await timer(run);
  await waitForState(world.preparer, run.id, ['Finished']);
  expect(await endOfMachine(run)).toBe('Finished');
  expect(await mailsOf(world, run.id)).toHaveLength(2);
});

test('both at once: one of them, the same for whoever decided, for the record and for the machine', async () => {
  const run = await awaiting(world, 'second-both', 2);
  const deadline = Date.now() + 1500;
  await endAt(run, deadline);
  await pause(deadline - Date.now() - 20);
  const [decision] = await Promise.allSettled([
    confirm(world.approver, run),
    ...[0, 20, 40].map(async (later) => pause(later).then(async () => timer(run))),
  ]);
  const { state } = await waitForState(world.preparer, run.id, ['Finished', 'Expired']);
  expect(state).toBe(decision.status === 'fulfilled' ? 'Finished' : 'Expired');
  expect(await endOfMachine(run)).toBe(state);
  expect(await mailsOf(world, run.id)).toHaveLength(state === 'Finished' ? 2 : 0);
});

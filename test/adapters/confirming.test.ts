import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { GetScheduleCommand, ResourceNotFoundException, SchedulerClient } from '@aws-sdk/client-scheduler';
import { SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { auditIn } from '../../lambdas/adapters/dynamodb/audit.ts';
import { gatesOf } from '../../lambdas/adapters/step-functions/gates.ts';
import { linksIn } from '../../lambdas/adapters/dynamodb/links.ts';
import { knowingOwnWrites } from '../../lambdas/adapters/dynamodb/own-writes.ts';
import { machineOf } from '../../lambdas/adapters/step-functions/machine.ts';
import { passwordsOnly } from '../../domain/people/sign-in-rules.ts';
import { peopleIn } from '../../lambdas/adapters/cognito/people.ts';
import { runsIn } from '../../lambdas/adapters/dynamodb/runs.ts';
import { taskTokensIn } from '../../lambdas/adapters/dynamodb/task-tokens.ts';
import { versionedIn } from '../../lambdas/adapters/dynamodb/versioned.ts';
import { timersIn } from '../../lambdas/adapters/scheduler/timers.ts';
import { verifyChain } from '../../domain/model/audit-chain.ts';
import { transition } from '../../domain/model/transition.ts';
import { now, person, preparing } from '../domain/samples.ts';
import { loseNextAnswer } from '../local/tables/losing-answers.ts';
import { aws, documents, fresh, outputs } from './local-aws.ts';

const table = outputs.CampaignsTable;

/** Everything that is at rest, as one text. */
const atRest = async (): Promise<string> =>
  JSON.stringify((await documents.send(new ScanCommand({ TableName: table }))).Items);

describe('runs', () => {
  const runs = runsIn(documents, table);

  test('are created once and replaced only by the next version', async () => {
    const run = { ...preparing, id: fresh('run'), campaignId: fresh('campaign') };
    expect(await runs.create(run)).toBe(true);
    expect(await runs.create(run)).toBe(false);
    const stopped = transition(run, { type: 'stopped', at: now, by: person, cause: 'stopped' });
    expect(await runs.open()).toContain(run.id);
    await runs.replace(stopped);
    await expect(runs.replace(stopped)).rejects.toMatchObject({ code: 'conflict' });
    expect(await runs.get(run.id)).toEqual(stopped);
    expect(await runs.ofCampaign(run.campaignId, 10)).toEqual([stopped]);
    expect(await runs.open()).not.toContain(run.id);
  });

  test('move, are deleted and leave a trace once, although the SDK writes again after a lost answer', async () => {
    const client = DynamoDBDocumentClient.from(knowingOwnWrites(new DynamoDBClient(aws)), {
      marshallOptions: { removeUndefinedValues: true },
    });
    const run = { ...preparing, id: fresh('run'), campaignId: fresh('campaign') };
    const moved = transition(run, { type: 'stopped', at: now, by: person, cause: 'stopped' });
    loseNextAnswer(client);
    expect(await runsIn(client, table).create(run)).toBe(true);
    loseNextAnswer(client);
    await runsIn(client, table).replace(moved);
    const things = versionedIn(client, table, {
      pk: fresh('things'),
      schema: z.object({ id: z.string(), version: z.int() }),
    });
    await things.create({ id: 'a', version: 1 });
    loseNextAnswer(client);
    expect(await things.remove({ id: 'a', version: 1 })).toBe(true);
    const audit = auditIn(client, table);
    // It reads the last entry first.
    await audit.append({ at: now, runId: run.id, what: 'prepared', by: null });
    client.middlewareStack.add(
      (next) => async (args) => {
        client.middlewareStack.remove('loseWrite');
        const answer = await next(args);
        loseNextAnswer(client);
        return answer;
      },
      { step: 'initialize', name: 'loseWrite' },
    );
    await audit.append({ at: now, runId: run.id, what: 'stopped', by: person });
    expect((await audit.ofRun(run.id)).map(({ what }) => what)).toEqual(['prepared', 'stopped']);
  });

  test('leave a trace of who did what, in order', async () => {
    const audit = auditIn(documents, table);
    const runId = fresh('run');
    await audit.append({ at: '2026-11-24T10:00:01.000Z', runId, what: 'confirmed', by: person });
    await audit.append({ at: '2026-11-24T10:00:00.000Z', runId, what: 'prepared', by: null, facts: { toDeliver: 8 } });
    expect((await audit.ofRun(runId)).map(({ what, seq }) => [seq, what])).toEqual([
      [1, 'confirmed'],
      [2, 'prepared'],
    ]);
  });

  test('keep one chain when ten write at once', async () => {
    const audit = auditIn(documents, table);
    const runId = fresh('run');
    const all = Array.from({ length: 10 }, (_, index) => index);
    await Promise.all(all.map(async (index) => audit.append({ at: now, runId, what: `act ${index}`, by: null })));
    const records = await audit.ofRun(runId);
    expect(records).toHaveLength(10);
    const text = records.map((record) => JSON.stringify(record)).join('\n');
    expect(verifyChain(text, (written) => createHash('sha256').update(written).digest('hex'))).toMatchObject({
      holds: true,
      entries: 10,
    });
  });
});

describe('what must not be read from the table', () => {
  test('a link is kept by its hash and found by its id only', async () => {
    const links = linksIn(documents, table);
    const link = {
      runId: fresh('run'),
      manifestHash: 'a'.repeat(64),
      round: 1,
      approverSub: 's',
      approverEmail: 'a@freigabe.example',
      createdAt: now,
      expiresAt: '2026-11-27T10:00:00.000Z',
    };
    const id = await links.create(link);
    expect(Buffer.from(id, 'base64url')).toHaveLength(32);
    expect(await links.get(id)).toEqual(link);
    expect(await links.get(`${id.slice(0, -1)}x`)).toBeUndefined();
    expect(await atRest()).not.toContain(id);
  });

  test('a task token is encrypted, bound to its run, and forgotten', async () => {
    const kms = new KMSClient(aws);
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    const tokens = taskTokensIn(documents, table, kms, KeyMetadata?.KeyId ?? '');
    const [runId, token] = [fresh('run'), fresh('token')];
    await tokens.keep(runId, token);
    expect(await tokens.read(runId)).toBe(token);
    expect(await tokens.read(fresh('run'))).toBeUndefined();
    expect(await atRest()).not.toContain(token);
    await tokens.forget(runId);
    expect(await tokens.read(runId)).toBeUndefined();
  });

  test('a gate whose machine is gone is answered without an error', async () => {
    const kms = new KMSClient(aws);
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    const gates = gatesOf(new SFNClient(aws), taskTokensIn(documents, table, kms, KeyMetadata?.KeyId ?? ''));
    const runId = fresh('run');
    await gates.answer(runId);
    await gates.keep(runId, fresh('closed-token'));
    await expect(gates.answer(runId)).resolves.toBeUndefined();
  });
});

describe('AWS around a run', () => {
  test('the machine counts an execution that exists already as started', async () => {
    const machine = machineOf(new SFNClient(aws), outputs.RunStateMachineArn);
    const run = { ...preparing, id: fresh('run'), campaignId: fresh('campaign') };
    const runs = runsIn(documents, table);
    await runs.create(transition(run, { type: 'stopped', at: now, by: person, cause: 'stopped' }));
    const name = fresh('x').slice(0, 80);
    await machine.start(name, run.id);
    await expect(machine.start(name, run.id)).resolves.toBeUndefined();
  });

  test('a timer is set, moved and cancelled under its name', async () => {
    const client = new SchedulerClient(aws);
    const group = 'freigabe-local';
    const arn = 'arn:aws:lambda:us-east-1:000000000000:function:nothing';
    const timers = timersIn(client, {
      TIMER_GROUP: group,
      TIMER_ROLE_ARN: 'arn:aws:iam::000000000000:role/freigabe-local-timers',
      LAUNCH_RUN_ARN: arn,
      LAUNCH_COMPLETION: 'NONE',
      CLOSE_OVERDUE_ARN: arn,
    });
    const name = fresh('launch').slice(0, 60);
    const shown = async () => client.send(new GetScheduleCommand({ Name: name, GroupName: group }));
    await timers.set(name, '2030-01-01T08:00:00.250Z', 'launchRun', { campaignId: 'c' });
    expect((await shown()).ScheduleExpression).toBe('at(2030-01-01T08:00:01)');
    expect(await timers.waitingFor(name)).toBe('2030-01-01T08:00:01.000Z');
    await timers.set(name, '2031-01-01T08:00:00.000Z', 'launchRun', { campaignId: 'c' });
    expect((await shown()).ScheduleExpression).toBe('at(2031-01-01T08:00:00)');
    await timers.cancel(name);
    await timers.cancel(name);
    await expect(shown()).rejects.toBeInstanceOf(ResourceNotFoundException);
    expect(await timers.waitingFor(name)).toBeUndefined();
  });

  test('people are found by their role, with name and language', async () => {
    const people = peopleIn(
      { client: new CognitoIdentityProviderClient(aws), userPoolId: outputs.UserPoolId, rules: passwordsOnly },
      Date.now,
    );
    const holders = await people.approvers({ kind: 'group', group: 'start-deliveries' });
    expect(
      holders.map(({ email, language }) => `${email} ${language}`).toSorted((one, other) => one.localeCompare(other)),
    ).toEqual(['approver@freigabe.example en', 'approver2@freigabe.example de']);
  });
});

import { expect, test } from '@jest/globals';
import { Policy } from '../../../domain/model/policy.ts';
import { ProofRules } from '../../../domain/model/proof-rules.ts';
import type { Run } from '../../../domain/model/run.ts';
import { getMe } from '../../../lambdas/people/get-me.ts';
import { getRun } from '../../../lambdas/prepare/read-runs.ts';
import { awaiting, now, person, preparing } from '../samples.ts';

const unused = (): never => {
  throw new Error('reading a run does not ask for this');
};

const executionOf = async (run: Run, executions: string) => {
  const runs = {
    get: async () => run,
    ofCampaign: unused,
    openOfCampaign: unused,
    listOfCampaign: unused,
    current: unused,
    recent: unused,
    create: unused,
    replace: unused,
    open: unused,
  };
  const actor = { ...person, groups: [] };
  const asked = { params: { id: run.id }, query: {}, body: undefined, actor, origin: { ip: '', userAgent: '' } };
  return (await getRun({ runs, executions })(asked)).execution;
};

const rules = { logs: 'everybody' as const };

const console = 'https://eu-west-1.console.aws.amazon.com/states/home?region=eu-west-1#/v2/executions/details/arn:x:';

test('a run names its execution, and where the AWS console shows it if there is one', async () => {
  expect(await executionOf(awaiting, console)).toEqual({ name: 'r', url: `${console}r` });
  expect(await executionOf(awaiting, '')).toEqual({ name: 'r', url: null });
});

test('a run that was skipped at its start has none', async () => {
  const skipped: Run = { ...preparing, state: 'Skipped', skippedAt: now, cause: 'earlierRunPending' };
  expect(await executionOf(skipped, console)).toBeNull();
});

test.each([true, false])('whoever signs in is told whether people practise here: %s', async (training) => {
  const policy = Policy.parse({ training });
  const actor = { ...person, groups: ['prepare-deliveries'] };
  const asked = { params: {}, query: {}, body: undefined, actor, origin: { ip: '', userAgent: '' } };
  const me = await getMe({ policy, proofRules: ProofRules.parse({}), rules, topics: [] })(asked);
  expect(me).toMatchObject({ training, mayPrepare: true, mayStart: false });
});

test('who prepares is told who gets proofs; test addresses are told to nobody else', async () => {
  const policy = Policy.parse({});
  const proofRules = ProofRules.parse({ domains: ['Example.com'], testAddresses: ['Seed@Mailbox.example'] });
  const told = async (groups: string[]) => {
    const asked = {
      params: {},
      query: {},
      body: undefined,
      actor: { ...person, groups },
      origin: { ip: '', userAgent: '' },
    };
    return (await getMe({ policy, proofRules, rules, topics: [] })(asked)).proofs;
  };
  const caps = { domains: ['example.com'], perRun: 100, perDay: 200 };
  expect(await told(['prepare-deliveries'])).toEqual({ ...caps, testAddresses: ['seed@mailbox.example'] });
  expect(await told([])).toEqual({ ...caps, testAddresses: [] });
});

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { clientsFor, readFacts, type Clients } from '../../../operator/doctor/read-facts.ts';
import { exampleStage } from './facts.ts';

const named = (name: string, message = ''): Error => Object.assign(new Error(message), { name });

/** What AWS answers to a command by its name; what is not listed does not exist. */
type Answers = Record<string, (input: Record<string, unknown>) => unknown>;

const answered = (answers: Answers): { clients: Clients; asked: string[] } => {
  const asked: string[] = [];
  const clients = clientsFor(exampleStage());
  for (const client of Object.values(clients)) {
    // What a client really does is the SDK's; which questions are asked, and how answers are read, is ours.
    client.send = (async (command: { constructor: { name: string }; input: Record<string, unknown> }) => {
      const name = command.constructor.name.replace(/Command$/, '');
      asked.push(name);
      const answer = answers[name];
      if (!answer) throw named('ResourceNotFoundException');
      return answer(command.input);
    }) as never;
  }
  return { clients, asked };
};

const account: Answers = {
  GetCallerIdentity: () => ({ Account: '123456789012' }),
  DescribeStacks: ({ StackName }) =>
    StackName === 'CDKToolkit'
      ? { Stacks: [{ Outputs: [{ OutputKey: 'BootstrapVersion', OutputValue: '21' }] }] }
      : {
          Stacks: [
            { StackName: 'Freigabe-example-app', StackStatus: 'CREATE_COMPLETE' },
            { StackName: 'Freigabe-example-two-app', StackStatus: 'CREATE_COMPLETE' },
            { StackName: 'other', StackStatus: 'CREATE_COMPLETE' },
          ],
        },
  GetAccount: () => ({
    ProductionAccessEnabled: true,
    SendingEnabled: true,
    EnforcementStatus: 'HEALTHY',
    SendQuota: { MaxSendRate: 14, Max24HourSend: 50_000, SentLast24Hours: 7 },
    SuppressionAttributes: {
      SuppressedReasons: ['BOUNCE'],
      ValidationAttributes: { ConditionThreshold: { ConditionThresholdEnabled: 'ENABLED' } },
    },
  }),
  GetEmailIdentity: ({ EmailIdentity }) => {
    if (EmailIdentity !== 'example.com') throw named('NotFoundException');
    return {
      VerifiedForSendingStatus: true,
      DkimAttributes: { SigningEnabled: true, Status: 'SUCCESS' },
      MailFromAttributes: { MailFromDomain: 'bounce.example.com' },
      ConfigurationSetName: 'theirs',
    };
  },
  DescribeCertificate: () => ({
    Certificate: { Status: 'ISSUED', SubjectAlternativeNames: ['freigabe.example.com'] },
  }),
  GetAccountSettings: () => ({ AccountLimit: { ConcurrentExecutions: 1000, UnreservedConcurrentExecutions: 900 } }),
  GetTemplate: ({ StackName }) => ({
    TemplateBody: JSON.stringify({
      Resources: {
        Confirm: { Type: 'AWS::Lambda::Function', Properties: { ReservedConcurrentExecutions: 10 } },
        Unsubscribe: { Type: 'AWS::Lambda::Function', Properties: { ReservedConcurrentExecutions: 50 } },
        Write: { Type: 'AWS::Lambda::Function', Properties: { Timeout: 29 } },
        Metadata: { Type: 'AWS::CDK::Metadata' },
        ...(StackName !== 'Freigabe-example-app' && {
          Other: { Type: 'AWS::Lambda::Function', Properties: { ReservedConcurrentExecutions: 7 } },
        }),
      },
    }),
  }),
  DescribeStateMachine: () => ({}),
  DescribeUserPoolDomain: () => ({ DomainDescription: {} }),
};

const records: Record<string, string[]> = {
  'bounce.example.com': ['v=spf1 include:amazonses.com ~all'],
  '_dmarc.example.com': ['v=DMARC1; p=none'],
};
const texts = async (name: string): Promise<string[]> => records[name] ?? [];

describe('what is read of an account', () => {
  test('everything that the verdicts need', async () => {
    const { clients } = answered(account);
    const facts = await readFacts(clients, texts, exampleStage({ approvalSender: 'news@mail.example.com' }));
    expect(facts).toMatchObject({
      caller: { answer: '123456789012' },
      bootstrap: { answer: 21 },
      ses: { answer: { production: true, perSecond: 14, sentLast24Hours: 7, suppressed: ['BOUNCE'], leavesOut: true } },
      // A verified domain covers those below it, and so does its DMARC record.
      identity: {
        answer: { verified: true, signed: true, mailFrom: 'bounce.example.com', configurationSet: 'theirs' },
      },
      spf: { answer: ['v=spf1 include:amazonses.com ~all'] },
      dmarc: { answer: ['v=DMARC1; p=none'] },
      certificate: { answer: { status: 'ISSUED', names: ['freigabe.example.com'] } },
      concurrency: { answer: { limit: 1000, unreserved: 900, own: 60 } },
      stacks: { answer: { 'Freigabe-example-app': 'CREATE_COMPLETE' } },
      names: { answer: ['state machine freigabe-example-run', 'state machine freigabe-example-import'] },
    });
  });

  test('by questions that change nothing', async () => {
    const { clients, asked } = answered(account);
    await readFacts(clients, texts, exampleStage());
    expect(asked.filter((name) => !/^(Get|Describe)/.test(name))).toEqual([]);
  });

  test('an empty account has nothing, which is no error', async () => {
    const missing = {
      DescribeStacks: ({ StackName }: Record<string, unknown>) => {
        if (StackName !== undefined) throw named('ValidationError', 'Stack with id CDKToolkit does not exist');
        return { Stacks: [] };
      },
    };
    const { clients } = answered(missing);
    const facts = await readFacts(clients, async () => [], exampleStage());
    expect(facts).toMatchObject({
      bootstrap: { answer: undefined },
      identity: { answer: undefined },
      certificate: { answer: undefined },
      stacks: { answer: {} },
      names: { answer: [] },
    });
  });

  test('who may not ask is told the name of the error, and nothing of its words', async () => {
    const denied = () => {
      throw named('AccessDeniedException', 'arn:aws:iam::123456789012:user/anna may not');
    };
    const { clients } = answered(Object.fromEntries(Object.keys(account).map((name) => [name, denied])));
    const facts = await readFacts(clients, texts, exampleStage());
    expect(facts).toMatchObject({
      caller: { failed: 'AccessDeniedException' },
      stacks: { failed: 'AccessDeniedException' },
    });
    expect(JSON.stringify(facts)).not.toContain('anna');
  });
});

describe('on the command line', () => {
  const root = path.join(import.meta.dirname, '../../..');
  const doctor = (...args: string[]) =>
    spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'operator/doctor/main.ts', ...args], {
      cwd: root,
      encoding: 'utf8',
    });

  test.each([[['-c', 'stage=../x']], [['--stage', 'example']]])('wrong words end with the usage and 2: %j', (args) => {
    const { status, stderr } = doctor(...args);
    expect([status, stderr]).toEqual([2, 'Say which stage: npm run doctor -- -c stage=NAME\n']);
  });

  test('a stage that does not exist ends with 2 and one line', () => {
    const { status, stderr } = doctor('-c', 'stage=nowhere');
    expect(status).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

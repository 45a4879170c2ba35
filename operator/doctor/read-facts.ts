import { ACMClient, DescribeCertificateCommand } from '@aws-sdk/client-acm';
import {
  CloudFormationClient,
  DescribeStacksCommand,
  GetTemplateCommand,
  paginateDescribeStacks,
} from '@aws-sdk/client-cloudformation';
import {
  CognitoIdentityProviderClient,
  DescribeUserPoolDomainCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { GetAccountSettingsCommand, GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetScheduleGroupCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import {
  GetAccountCommand,
  GetConfigurationSetCommand,
  GetEmailIdentityCommand,
  SESv2Client,
} from '@aws-sdk/client-sesv2';
import { DescribeStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import * as z from 'zod';
import { jsonOf } from '../../domain/values/json-of.ts';
import type { StageSettings } from '../../lib/stage.ts';
import type { Asked, Facts, Identity, SesAccount } from './facts.ts';
import { domainOf } from './judge-sender.ts';
import { clientSettingsOf } from '../stage.ts';

export type Clients = {
  sts: STSClient;
  cloudFormation: CloudFormationClient;
  ses: SESv2Client;
  lambda: LambdaClient;
  sfn: SFNClient;
  scheduler: SchedulerClient;
  cognito: CognitoIdentityProviderClient;
  /** In us-east-1, where CloudFront looks for certificates. */
  acm: ACMClient;
};

/** TXT records of a name; none when the name does not exist. */
export type TextRecords = (name: string) => Promise<string[]>;

/** One client of each service, in the region of the stage; of the local AWS for the local stage. */
export const clientsFor = ({ region, local }: StageSettings): Clients => {
  const { aws, ses } = clientSettingsOf({ region, local });
  return {
    sts: new STSClient(aws),
    cloudFormation: new CloudFormationClient(aws),
    // SES takes one question of each kind a second from the whole account, and a stage that runs asks too (clients.ts).
    ses: new SESv2Client({ ...ses, maxAttempts: 6 }),
    lambda: new LambdaClient(aws),
    sfn: new SFNClient(aws),
    scheduler: new SchedulerClient(aws),
    cognito: new CognitoIdentityProviderClient(aws),
    acm: new ACMClient({ ...aws, region: 'us-east-1' }),
  };
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown error');

/** Never throws: who may not ask one thing may ask another. */
const asked = async <T>(ask: () => Promise<T>): Promise<Asked<T>> => {
  try {
    return { answer: await ask() };
  } catch (error) {
    return { failed: nameOf(error) };
  }
};

/** How services say that something is not there; CloudFormation says it in words. */
const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  (/NotFound|DoesNotExist/.test(error.name) ||
    (error.name === 'ValidationError' && /does not exist/.test(error.message)));

const unlessMissing = async <T>(ask: Promise<T>): Promise<T | undefined> => {
  try {
    return await ask;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

const readBootstrap = async ({ cloudFormation }: Clients): Promise<number | undefined> => {
  const found = await unlessMissing(cloudFormation.send(new DescribeStacksCommand({ StackName: 'CDKToolkit' })));
  const version = found?.Stacks?.[0]?.Outputs?.find(({ OutputKey }) => OutputKey === 'BootstrapVersion')?.OutputValue;
  return version === undefined ? undefined : Number(version);
};

const readSes = async ({ ses }: Clients): Promise<SesAccount> => {
  const account = await ses.send(new GetAccountCommand({}));
  return {
    production: account.ProductionAccessEnabled === true,
    sending: account.SendingEnabled === true,
    enforcement: account.EnforcementStatus ?? 'HEALTHY',
    perSecond: account.SendQuota?.MaxSendRate ?? 0,
    per24Hours: account.SendQuota?.Max24HourSend ?? 0,
    sentLast24Hours: account.SendQuota?.SentLast24Hours ?? 0,
    suppressed: account.SuppressionAttributes?.SuppressedReasons ?? [],
    leavesOut:
      account.SuppressionAttributes?.ValidationAttributes?.ConditionThreshold?.ConditionThresholdEnabled === 'ENABLED',
  };
};

/** A domain and those above it, without the last label: what is said of one holds for those below. */
const withParents = (domain: string): string[] => {
  const labels = domain.split('.');
  return labels.slice(0, -1).map((_label, first) => labels.slice(first).join('.'));
};

/** The domain, one above it, or the address itself: SES lets it send when one of them is verified. */
const readIdentity = async ({ ses }: Clients, address: string): Promise<Identity | undefined> => {
  let first: Identity | undefined;
  for (const EmailIdentity of [...withParents(domainOf(address)), address]) {
    const found = await unlessMissing(ses.send(new GetEmailIdentityCommand({ EmailIdentity })));
    const identity = found && {
      verified: found.VerifiedForSendingStatus === true,
      signed: found.DkimAttributes?.SigningEnabled === true && found.DkimAttributes.Status === 'SUCCESS',
      mailFrom: found.MailFromAttributes?.MailFromDomain,
      configurationSet: found.ConfigurationSetName,
    };
    if (identity?.verified === true) return identity;
    first ??= identity;
  }
  return first;
};

/** The policy of a domain above holds where a domain has none of its own (RFC 7489, section 6.6.3). */
const readDmarc = async (texts: TextRecords, domain: string): Promise<string[]> => {
  for (const each of withParents(domain)) {
    const records = await texts(`_dmarc.${each}`);
    if (records.length > 0) return records;
  }
  return [];
};

const readCertificate = async ({ acm }: Clients, arn: string | undefined) => {
  if (arn === undefined) return undefined;
  const found = await unlessMissing(acm.send(new DescribeCertificateCommand({ CertificateArn: arn })));
  const { Status = 'UNKNOWN', SubjectAlternativeNames = [] } = found?.Certificate ?? {};
  return found && { status: Status, names: SubjectAlternativeNames };
};

const Template = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Properties: z.object({ ReservedConcurrentExecutions: z.int().default(0) }).prefault({}) }),
  ),
});

/** What the deployed functions of the stage keep for themselves; 0 before its first deployment. */
const readReserved = async ({ cloudFormation }: Clients, stage: string): Promise<number> => {
  const deployed = new GetTemplateCommand({ StackName: `Freigabe-${stage}-app` });
  const found = await unlessMissing(cloudFormation.send(deployed));
  if (!found) return 0;
  const { Resources } = Template.parse(jsonOf(found.TemplateBody ?? ''));
  const kept = Object.values(Resources).map(({ Properties }) => Properties.ReservedConcurrentExecutions);
  return kept.reduce((sum, each) => sum + each, 0);
};

const readConcurrency = async (clients: Clients, { name }: StageSettings) => {
  const { AccountLimit } = await clients.lambda.send(new GetAccountSettingsCommand({}));
  const limit = AccountLimit?.ConcurrentExecutions ?? 0;
  const unreserved = AccountLimit?.UnreservedConcurrentExecutions ?? limit;
  return { limit, unreserved, own: await readReserved(clients, name) };
};

const readStacks = async ({ cloudFormation }: Clients, stage: string): Promise<Record<string, string>> => {
  const found: [string, string][] = [];
  for await (const { Stacks = [] } of paginateDescribeStacks({ client: cloudFormation }, {}))
    found.push(...Stacks.map(({ StackName = '', StackStatus = '' }): [string, string] => [StackName, StackStatus]));
  return Object.fromEntries(found.filter(([name]) => new RegExp(`^Freigabe-${stage}-(data|app|console)$`).test(name)));
};

/** Cognito answers without a description of a domain that nobody has. */
const readSignIn = async ({ cognito }: Clients, Domain: string): Promise<string | undefined> =>
  (await cognito.send(new DescribeUserPoolDomainCommand({ Domain }))).DomainDescription?.UserPoolId;

const readNames = async (clients: Clients, { name, account, region }: StageSettings): Promise<string[]> => {
  const base = `freigabe-${name}`;
  const there: [what: string, ask: () => Promise<unknown>][] = [
    ...[base, `${base}-own`].map((ConfigurationSetName): [string, () => Promise<unknown>] => [
      `configuration set ${ConfigurationSetName}`,
      () => clients.ses.send(new GetConfigurationSetCommand({ ConfigurationSetName })),
    ]),
    ...['run', 'import'].map((of): [string, () => Promise<unknown>] => {
      const stateMachineArn = `arn:aws:states:${region}:${account}:stateMachine:${base}-${of}`;
      return [
        `state machine ${base}-${of}`,
        () => clients.sfn.send(new DescribeStateMachineCommand({ stateMachineArn })),
      ];
    }),
    [`schedule group ${base}`, () => clients.scheduler.send(new GetScheduleGroupCommand({ Name: base }))],
    ...['launch-run', 'close-overdue', 'count-on'].map((of): [string, () => Promise<unknown>] => {
      const FunctionName = `${base}-${of}`;
      const command = new GetFunctionConfigurationCommand({ FunctionName });
      return [`function ${FunctionName}`, () => clients.lambda.send(command)];
    }),
    [`sign-in pages ${base}-${account}`, async () => readSignIn(clients, `${base}-${account}`)],
  ];
  const found: string[] = [];
  for (const [what, ask] of there) if ((await unlessMissing(ask())) !== undefined) found.push(what);
  return found;
};

/** Everything that the verdicts need, by questions that change nothing. */
export const readFacts = async (clients: Clients, texts: TextRecords, stage: StageSettings): Promise<Facts> => {
  const domain = domainOf(stage.approvalSender);
  const identity = await asked(async () => readIdentity(clients, stage.approvalSender));
  const mailFrom = 'answer' in identity ? identity.answer?.mailFrom : undefined;
  return {
    stage,
    identity,
    caller: await asked(async () => (await clients.sts.send(new GetCallerIdentityCommand({}))).Account ?? 'unknown'),
    bootstrap: await asked(async () => readBootstrap(clients)),
    ses: await asked(async () => readSes(clients)),
    spf: await asked(async () => texts(mailFrom ?? domain)),
    dmarc: await asked(async () => readDmarc(texts, domain)),
    certificate: await asked(async () => readCertificate(clients, stage.certificateArn)),
    concurrency: await asked(async () => readConcurrency(clients, stage)),
    stacks: await asked(async () => readStacks(clients, stage.name)),
    names: await asked(async () => readNames(clients, stage)),
  };
};

import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import * as z from 'zod';
import { run } from './processes.ts';
import { clientSettings, companyUrlAt, localAwsEnvironment, root, type Settings } from './settings.ts';

/** Outputs of the stacks that scripts, tests and the console need. */
export const Outputs = z.object({
  ApiId: z.string(),
  UserPoolId: z.string(),
  UserPoolClientId: z.string(),
  /** Read by local/federation/sign-in.ts. */
  SignIn: z.string(),
  ConfigurationSetName: z.string(),
  OwnMailSetName: z.string(),
  CampaignsTable: z.string(),
  MessagesTable: z.string(),
  ProfilesTable: z.string(),
  KpisTable: z.string(),
  ContentBucket: z.string(),
  SesEventsTopicArn: z.string(),
  SesEventsQueueUrl: z.string(),
  SesEventsDeadLetterQueueUrl: z.string(),
  RunStateMachineArn: z.string(),
  SendFunctionName: z.string(),
  PublishKpisFunctionName: z.string(),
  RecordEventsFunctionName: z.string(),
  RearmFunctionName: z.string(),
  CloseOverdueFunctionName: z.string(),
  WatchGatesFunctionName: z.string(),
  HourlyKpisRuleName: z.string(),
});
export type Outputs = z.infer<typeof Outputs>;

const stacks = ['Freigabe-local-data', 'Freigabe-local-app'];

/** @returns undefined when the app is not deployed to this local AWS */
export const outputsOf = async (settings: Settings): Promise<Outputs | undefined> => {
  const client = new CloudFormationClient({ ...clientSettings(settings), maxAttempts: 1 });
  const found = await client.send(new DescribeStacksCommand({})).catch(() => undefined);
  const ours = (found?.Stacks ?? []).filter((stack) => stacks.includes(stack.StackName ?? ''));
  const outputs = ours.flatMap((stack) => stack.Outputs ?? []).map((o) => [o.OutputKey ?? '', o.OutputValue ?? '']);
  return Outputs.safeParse(Object.fromEntries(outputs)).data;
};

const stageFile = ({ home }: Settings): string => path.join(home, 'stage.json');
const assembly = ({ home }: Settings): string => path.join(home, 'cdk.out');

/** The stage of stages/local.json on the ports of this instance. */
export const localStage = (settings: Settings): Record<string, unknown> => {
  const text = readFileSync(path.join(root, 'stages/local.json'), 'utf8');
  const stage: unknown = JSON.parse(text.replaceAll(companyUrlAt(0), settings.companyUrl));
  const local = { awsEndpoint: settings.lambdaAwsUrl, sesEndpoint: settings.sesUrl };
  return { ...z.record(z.string(), z.unknown()).parse(stage), consoleUrl: settings.consoleUrl, local };
};

const writeStage = (settings: Settings): void => {
  mkdirSync(settings.home, { recursive: true });
  writeFileSync(stageFile(settings), JSON.stringify(localStage(settings)));
};

const bin = (name: string): string => path.join(root, 'node_modules/.bin', name);

const bundle = async (): Promise<string> => run(bin('tsx'), ['bin/bundle.ts']);
/** As it is sent: Jest says `test` here, of which React and Lingui make versions for developers. */
const buildConsole = async (): Promise<string> =>
  run(bin('vite'), ['build', 'console', '--logLevel', 'error'], { ...process.env, NODE_ENV: 'production' });

/** What all local AWSs of a checkout share: the bundles of the Lambdas and the console. */
export const buildShared = async (): Promise<void> => {
  await Promise.all([bundle(), buildConsole()]);
};

/**
 * Bundles the Lambdas, builds the console and synthesises the app: what needs no AWS, at the same time as it starts.
 * With FREIGABE_BUILT=1 it only synthesises: whoever starts several at once has built what they share, and nobody
 * builds it anew while another one serves it.
 */
export const build = async (settings: Settings): Promise<void> => {
  writeStage(settings);
  const isBuilt = process.env['FREIGABE_BUILT'] === '1';
  const env = { ...process.env, FREIGABE_STAGE_FILE: stageFile(settings) };
  const app = async (): Promise<string> => {
    if (!isBuilt) await bundle();
    // Its check of the templates takes longer than the synthesis, and judges what AWS would take.
    const args = ['synth', '--quiet', '--no-validation', '--no-notices', '--output', assembly(settings)];
    return run(bin('cdk'), args, env);
  };
  await Promise.all([isBuilt ? undefined : buildConsole(), app()]);
};

const fingerprint = (settings: Settings): string => {
  const hash = createHash('sha256');
  for (const file of globSync(path.join(assembly(settings), '*.template.json')).toSorted())
    hash.update(readFileSync(file));
  return hash.digest('hex');
};

/** Deploys with the very command that deploys to AWS; nothing to do when nothing changed. */
export const deploy = async (settings: Settings): Promise<Outputs> => {
  const mark = path.join(settings.home, 'deployed');
  const wanted = fingerprint(settings);
  const before = await outputsOf(settings);
  if (before && existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return before;
  const env = { ...process.env, ...localAwsEnvironment(settings) };
  const common = ['--app', assembly(settings), '--no-notices'];
  if (!before) await run(bin('cdk'), ['bootstrap', `aws://${settings.account}/${settings.region}`, ...common], env);
  await run(bin('cdk'), ['deploy', '--all', '--require-approval', 'never', '--method', 'direct', ...common], env);
  const after = await outputsOf(settings);
  if (!after) throw new Error(`the stacks ${stacks.join(', ')} lack an output that local/deploy.ts needs`);
  writeFileSync(mark, wanted);
  return after;
};

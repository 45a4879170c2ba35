import type { ChildProcess } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { createAccounts } from './accounts.ts';
import { serveConsole } from './console-server.ts';
import { build, deploy, outputsOf, type Outputs } from './deploy.ts';
import {
  forgetTemporary,
  inboxFile,
  installEmulator,
  startEmulator,
  startLocalSes,
  type SesLimits,
} from './emulator.ts';
import { startCompany } from './federation/contoso.ts';
import { registerProviders } from './federation/pool-providers.ts';
import { signInOf } from './federation/sign-in.ts';
import { unfinishedWords } from './patience.ts';
import { checkFolder, checkNode, checkPorts, findPython } from './preflight.ts';
import { Parts } from './parts.ts';
import { stop, type Waiting } from './processes.ts';
import { putBack } from './put-back.ts';
import { clientSettings, type Settings } from './settings.ts';
import type { Step } from './steps.ts';

/**
 * A local AWS with Freigabe deployed to it. `stop` ends what was started and keeps the state, false: not all of it;
 * `notice`: something that whoever starts should know; `broken`: the name of a part, as soon as one ends by itself.
 */
export type Instance = {
  outputs: Outputs;
  stop: (waiting?: Waiting) => Promise<boolean>;
  notice?: string | undefined;
  broken: Promise<string>;
};

/** There from the start of a local AWS until it has written everything down. */
const unfinished = ({ home }: Settings): string => path.join(home, 'unfinished');

/**
 * The emulator writes its state only when it ends in order. After a power cut it comes up empty next to objects
 * of an earlier life, so it starts over.
 */
const startWithState = async (settings: Settings): Promise<ChildProcess> => {
  const emulator = await startEmulator(settings);
  const wasDeployed = existsSync(path.join(settings.home, 'deployed'));
  if (!wasDeployed || (await outputsOf(settings))) return emulator;
  if (emulator.pid !== undefined) await stop(emulator.pid);
  const { home } = settings;
  for (const held of [path.join(home, 'state'), path.join(home, 'deployed'), inboxFile(settings)])
    rmSync(held, { recursive: true, force: true });
  return startEmulator(settings);
};

/** SES publishes to the topic that the configuration set names; the local one is told. */
const connectEvents = async ({ sesUrl }: Settings, outputs: Outputs): Promise<void> => {
  const { ConfigurationSetName, OwnMailSetName, SesEventsTopicArn: topicArn } = outputs;
  const destinations = { [ConfigurationSetName]: { topicArn }, [OwnMailSetName]: { topicArn, events: ['bounce'] } };
  for (const [set, destination] of Object.entries(destinations)) {
    const url = `${sesUrl}/configuration-sets/${set}`;
    const answer = await fetch(url, { method: 'PUT', body: JSON.stringify(destination) });
    if (!answer.ok) throw new Error(`the local SES answered ${answer.status} to its topic`);
  }
};

/** @returns what the Lambda answered @throws Error when it failed */
export const invoke = async (settings: Settings, functionName: string, input: unknown): Promise<unknown> => {
  const client = new LambdaClient(clientSettings(settings));
  const answer = await client.send(new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(input) }));
  const text = Buffer.from(answer.Payload ?? []).toString('utf8');
  if (answer.FunctionError !== undefined) throw new Error(`${functionName} failed: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
};

/** Says when the local AWS does not have all that it had: what a part answers is on disk once it has ended in order. */
const noticeOf = (wasUnfinished: boolean, ofRuns: string | undefined): string | undefined =>
  [wasUnfinished ? `  ! ${unfinishedWords}` : '', ofRuns ?? ''].join('') || undefined;

/** Where people of companies sign in. The company that the stage of this checkout names is played by this machine. */
const federate = async (settings: Settings, outputs: Outputs, parts: Parts): Promise<void> => {
  const { providers } = signInOf(outputs);
  const secrets = await registerProviders(settings, outputs.UserPoolId, providers);
  const own = providers.find(({ issuer }) => issuer === settings.companyUrl);
  if (!own) return;
  const company = await startCompany(settings, { id: own.clientId, secret: secrets.get(own.name) ?? '' });
  parts.close(async () => company.stop());
};

const startParts = async (settings: Settings, step: Step, { limits, parts }: { limits: SesLimits; parts: Parts }) => {
  const wasUnfinished = existsSync(unfinished(settings));
  const emulator = await step('Start the local AWS', async () => startWithState(settings));
  writeFileSync(unfinished(settings), '');
  parts.keep('The local AWS', emulator, () => {
    rmSync(unfinished(settings), { force: true });
    forgetTemporary(settings);
  });
  parts.keep('The local SES', await step('Start the local SES', async () => startLocalSes(settings, limits)));
  return wasUnfinished;
};

/** Brings up everything, step by step. What was started is stopped again when a step fails. */
export const startInstance = async (settings: Settings, step: Step, limits: SesLimits): Promise<Instance> => {
  const parts = new Parts(settings.home);
  try {
    await step('Check Node, Python and ports', async () => {
      checkNode(process.env['npm_config_user_agent']);
      checkFolder(settings);
      await checkPorts(settings);
    });
    const built = build(settings);
    // Awaited below; until then a failed installation must not make this a second, unheard failure.
    built.catch(() => undefined);
    await step('Install the local AWS', async () => installEmulator(findPython, settings));
    const wasUnfinished = await startParts(settings, step, { limits, parts });
    await step('Bundle, build and synthesise', async () => built);
    const outputs = await step('Deploy the CDK app', async () => deploy(settings));
    await step('Create the demo accounts', async () => createAccounts(settings, outputs));
    await federate(settings, outputs, parts);
    const ofRuns = await step('Put open runs back where they stood', async () => {
      await connectEvents(settings, outputs);
      const rearm = async () => invoke(settings, outputs.RearmFunctionName, {});
      return putBack(rearm, path.join(settings.home, 'emulator.log'));
    });
    const server = await step('Serve the console', async () => serveConsole(settings, outputs));
    parts.close(async () => server.close());
    const notice = noticeOf(wasUnfinished, ofRuns);
    return { outputs, stop: async (waiting) => parts.stop(waiting), notice, broken: parts.broken };
  } catch (error) {
    await parts.stop();
    throw error;
  }
};

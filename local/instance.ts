import type { ChildProcess } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { createAccounts } from './accounts.ts';
import { serveConsole } from './console-server.ts';
import { build, deploy, outputsOf, type Outputs } from './deploy.ts';
import { installEmulator, startEmulator, startLocalSes, type SesLimits } from './emulator.ts';
import { checkNode, checkPorts, findPython } from './preflight.ts';
import { forgetPids, rememberPids, stop, type Waiting } from './processes.ts';
import { putBack } from './put-back.ts';
import { clientSettings, type Settings } from './settings.ts';
import type { Step } from './steps.ts';

/** A local AWS with Freigabe deployed to it. `stop` ends what was started and keeps the state; `notice`: something that whoever starts should know. */
export type Instance = {
  outputs: Outputs;
  /** False: something was ended before it had written its state. */
  stop: (waiting?: Waiting) => Promise<boolean>;
  notice?: string | undefined;
};

/** False: it was ended before its time. */
type Stop = (waiting?: Waiting) => Promise<boolean | void>;

const endAll = async (stops: readonly Stop[], waiting?: Waiting): Promise<boolean> => {
  let isInOrder = true;
  for (const each of stops) isInOrder = (await each(waiting)) !== false && isInOrder;
  return isInOrder;
};

const pidOf = ({ pid }: ChildProcess): number[] => (pid === undefined ? [] : [pid]);

/**
 * The emulator writes its state only when it ends in order. After a power cut it comes up empty next to objects
 * of an earlier life, so it starts over.
 */
const startWithState = async (settings: Settings): Promise<ChildProcess> => {
  const emulator = await startEmulator(settings);
  const wasDeployed = existsSync(path.join(settings.home, 'deployed'));
  if (!wasDeployed || (await outputsOf(settings))) return emulator;
  for (const pid of pidOf(emulator)) await stop(pid);
  for (const name of ['state', 'deployed']) rmSync(path.join(settings.home, name), { recursive: true, force: true });
  return startEmulator(settings);
};

/** SES publishes to the topic that the configuration set names; the local one is told. */
const connectEvents = async ({ sesUrl }: Settings, outputs: Outputs): Promise<void> => {
  const url = `${sesUrl}/configuration-sets/${outputs.ConfigurationSetName}`;
  const answer = await fetch(url, { method: 'PUT', body: JSON.stringify({ topicArn: outputs.SesEventsTopicArn }) });
  if (!answer.ok) throw new Error(`the local SES answered ${answer.status} to its topic`);
};

/** @returns what the Lambda answered @throws Error when it failed */
export const invoke = async (settings: Settings, functionName: string, input: unknown): Promise<unknown> => {
  const client = new LambdaClient(clientSettings(settings));
  const answer = await client.send(new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(input) }));
  const text = Buffer.from(answer.Payload ?? []).toString('utf8');
  if (answer.FunctionError !== undefined) throw new Error(`${functionName} failed: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
};

/** Brings up everything, step by step. What was started is stopped again when a step fails. */
export const startInstance = async (settings: Settings, step: Step, limits: SesLimits): Promise<Instance> => {
  const stops: Stop[] = [];
  const pids = [process.pid];
  const keep = (child: ChildProcess): void => {
    // Only who started something forgets it: a start that meets a busy port leaves the other one's list alone.
    if (stops.length === 0) stops.push(async () => forgetPids(settings.home));
    pids.push(...pidOf(child));
    rememberPids(settings.home, pids);
    for (const pid of pidOf(child)) stops.unshift(async (waiting) => stop(pid, waiting));
  };
  try {
    await step('Check Node, Python and ports', async () => {
      checkNode(process.env['npm_config_user_agent']);
      await checkPorts(settings);
    });
    const built = build(settings);
    // Awaited below; until then a failed installation must not make this a second, unheard failure.
    built.catch(() => undefined);
    await step('Install the local AWS', async () => installEmulator(findPython, settings));
    keep(await step('Start the local AWS', async () => startWithState(settings)));
    keep(await step('Start the local SES', async () => startLocalSes(settings, limits)));
    await step('Bundle, build and synthesise', async () => built);
    const outputs = await step('Deploy the CDK app', async () => deploy(settings));
    await step('Create the demo accounts', async () => createAccounts(settings, outputs));
    const notice = await step('Put open runs back where they stood', async () => {
      await connectEvents(settings, outputs);
      const rearm = async () => invoke(settings, outputs.RearmFunctionName, {});
      return putBack(rearm, path.join(settings.home, 'emulator.log'));
    });
    const server = await step('Serve the console', async () => serveConsole(settings, outputs));
    stops.unshift(async () => server.close());
    return { outputs, stop: async (waiting) => endAll(stops, waiting), notice };
  } catch (error) {
    await endAll(stops);
    throw error;
  }
};

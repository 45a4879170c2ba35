import { spawn } from 'node:child_process';
import path from 'node:path';
import { LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { clientSettings, localAwsEnvironment, root, type Settings } from '../local/settings.ts';

/** Variables of the deployed Lambdas together (one name means the same in each), with what reaches the local AWS. */
export const lambdaEnvironment = async (settings: Settings): Promise<Record<string, string>> => {
  const { Functions = [] } = await new LambdaClient(clientSettings(settings)).send(new ListFunctionsCommand({}));
  const variables = Functions.flatMap(({ Environment }) => Object.entries(Environment?.Variables ?? {}));
  return { ...localAwsEnvironment(settings), ...Object.fromEntries(variables) };
};

export type Invocation = {
  /** Resolves when the handler begins, or when the process ended before. */
  begun: Promise<void>;
  /** Resolves with what the handler answered; undefined when it was killed or failed. */
  ended: Promise<string | undefined>;
  /** SIGKILL: nothing of it runs any more. */
  kill: () => void;
};

/** Starts a bundled Lambda as a process. `aheadMs` moves its clock. */
export const invokeBundle = (env: Record<string, string>, bundle: string, input: object, aheadMs = 0): Invocation => {
  const script = path.join(import.meta.dirname, 'invocation.ts');
  const file = path.join(root, 'dist/lambdas', bundle, 'index.mjs');
  const args = ['--disable-warning=ExperimentalWarning', script, file, JSON.stringify(input), String(aheadMs)];
  const child = spawn(process.execPath, args, {
    env: { ...env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let output = '';
  const ended = new Promise<string | undefined>((resolve) => {
    child.on('close', (code) => resolve(code === 0 ? output.split('\n').at(-2) : undefined));
  });
  const begun = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      resolve();
    });
    child.on('close', () => resolve());
  });
  return { begun, ended, kill: () => child.kill('SIGKILL') };
};

import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { clientSettings, root, settings } from '../local/settings.ts';
import { runningOutputs } from '../local/environment.ts';

/** All variables of the deployed Lambdas together: one name means the same in each. */
const environments = async (): Promise<Record<string, string>> => {
  const here = settings();
  await runningOutputs(here);
  const { Functions = [] } = await new LambdaClient(clientSettings(here)).send(new ListFunctionsCommand({}));
  const variables = Functions.flatMap(({ Environment }) => Object.entries(Environment?.Variables ?? {}));
  return { AWS_REGION: here.region, ...Object.fromEntries(variables) };
};

const runs = 5;

/** Median of the time that a fresh Node needs to load the bundle and make its handler. */
const initMs = (file: string, env: Record<string, string>): number => {
  const script = `const t=performance.now();await import(${JSON.stringify(file)});console.log(performance.now()-t)`;
  const times = Array.from({ length: runs }, () =>
    Number(
      execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        env: { ...env, NODE_OPTIONS: '' },
        encoding: 'utf8',
      }),
    ),
  );
  return times.toSorted((one, other) => one - other)[Math.floor(runs / 2)] ?? Number.NaN;
};

/** Size and initialisation of each Lambda bundle; needs a running local AWS for the environment variables. */
export const benchBundles = async (): Promise<void> => {
  const env = await environments();
  process.stdout.write(
    `${'lambda'.padEnd(26)} ${'KB'.padStart(7)} ${'KB gzip'.padStart(9)} ${'init ms'.padStart(9)}\n`,
  );
  for (const file of globSync(path.join(root, 'dist/lambdas/*/*/index.mjs')).toSorted()) {
    const name = path.relative(path.join(root, 'dist/lambdas'), path.dirname(file));
    const kb = statSync(file).size / 1024;
    const gzip = gzipSync(readFileSync(file)).length / 1024;
    process.stdout.write(
      `${name.padEnd(26)} ${kb.toFixed(0).padStart(7)} ${gzip.toFixed(0).padStart(9)} ${initMs(file, env).toFixed(0).padStart(9)}\n`,
    );
  }
};

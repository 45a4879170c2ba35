import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.ts';
import { run, start, untilReady } from './processes.ts';
import { root, type Settings } from './settings.ts';

const installVenv = async (python: string, venv: string, requirements: string): Promise<void> => {
  try {
    await run(python, ['-m', 'venv', '--clear', venv]);
  } catch {
    rmSync(venv, { recursive: true, force: true });
    throw new Failure(
      `"${python} -m venv" does not work here: install it (Debian: apt install python3-venv) and start again.`,
    );
  }
  const pip = [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--require-hashes',
    '-r',
    requirements,
  ];
  await run(path.join(venv, 'bin/python'), pip);
};

/** Installs what a hash-locked list names into a Python environment of its own, once per list. */
export const installPython = async (python: () => string, venv: string, requirements: string): Promise<void> => {
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex');
  const mark = path.join(venv, 'installed');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  mkdirSync(path.dirname(venv), { recursive: true });
  await installVenv(python(), venv, requirements);
  writeFileSync(mark, wanted);
};

/** Installs the emulator into the project's own Python environment. */
export const installEmulator = async (python: () => string, { venv }: Settings): Promise<void> =>
  installPython(python, venv, path.join(root, 'local/requirements.txt'));

/** A clean environment: whatever the emulator inherits would leak into every Lambda. */
const environment = ({ home, ports, region }: Settings): NodeJS.ProcessEnv => ({
  // Lambdas run on the first `node` of this path: the one that the lock file pins.
  PATH: `${path.join(root, 'node_modules/node/bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
  HOME: process.env['HOME'] ?? '/tmp',
  TMPDIR: process.env['TMPDIR'] ?? '/tmp',
  BIND_HOST: '127.0.0.1',
  GATEWAY_PORT: String(ports.emulator),
  MINISTACK_REGION: region,
  PERSIST_STATE: '1',
  STATE_DIR: path.join(home, 'state'),
  S3_PERSIST: '1',
  S3_DATA_DIR: path.join(home, 'state/s3'),
  LOG_LEVEL: 'WARNING',
});

const isReady = async (url: string): Promise<boolean> => (await fetch(`${url}/_ministack/ready`)).ok;

export const startEmulator = async (settings: Settings): Promise<ChildProcess> => {
  mkdirSync(path.join(settings.home, 'state'), { recursive: true });
  const log = path.join(settings.home, 'emulator.log');
  const child = start(log, path.join(settings.venv, 'bin/ministack'), [], environment(settings));
  return untilReady(child, { what: 'The local AWS', log, ready: async () => isReady(settings.emulatorUrl) });
};

/**
 * What the local SES grants its account, in the words of SES's own `GetSendQuota`; how many SendBulkEmail it takes in a
 * second, as many as wanted unless said; and whether it sends to verified addresses only.
 */
export type SesLimits = {
  perSecond: number;
  per24Hours?: number;
  bulkCallsPerSecond?: number | undefined;
  isInSandbox?: boolean;
};

export const startLocalSes = async (settings: Settings, limits: SesLimits): Promise<ChildProcess> => {
  const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');
  const { ses } = settings.ports;
  const args = [
    tsx,
    'local/ses/main.ts',
    '--port',
    String(ses),
    '--aws-endpoint',
    settings.emulatorUrl,
    '--rate',
    String(limits.perSecond),
    '--quota',
    String(limits.per24Hours ?? 50_000),
    ...(limits.bulkCallsPerSecond === undefined ? [] : ['--bulk-calls', String(limits.bulkCallsPerSecond)]),
    ...(limits.isInSandbox === true ? ['--sandbox'] : []),
  ];
  const log = path.join(settings.home, 'ses.log');
  const child = start(log, process.execPath, args, process.env);
  const ready = async (): Promise<boolean> => (await fetch(`${settings.sesUrl}/health`)).ok;
  return untilReady(child, { what: 'The local SES', log, ready });
};

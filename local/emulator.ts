import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
    // Python compiles what is imported when it first is: of some thousands of files a few hundred.
    '--no-compile',
    '-r',
    requirements,
  ];
  try {
    await run(path.join(venv, 'bin/python'), pip);
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n').findLast((line) => line.trim() !== '') ?? '') : '';
    throw new Failure(
      `The local AWS could not be installed from the Python package index; the first start needs a network. ${why.trim()}`,
    );
  }
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

/** What the local SES had taken when it was stopped. */
export const inboxFile = ({ home }: Settings): string => path.join(home, 'inbox.jsonl');

/** Outside of the project, whose package.json and node_modules would count for each Lambda. */
const temporary = (home: string): string =>
  path.join(tmpdir(), `freigabe-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`);

/** A clean environment: whatever the emulator inherits would leak into every Lambda. */
const environment = ({ home, ports, region }: Settings): NodeJS.ProcessEnv => ({
  // Lambdas run on the first `node` of this path: the one that the lock file pins.
  PATH: `${path.join(root, 'node_modules/node/bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
  HOME: process.env['HOME'] ?? '/tmp',
  // It leaves the code of each Lambda there when it ends.
  TMPDIR: temporary(home),
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

export const forgetTemporary = ({ home }: Settings): void => rmSync(temporary(home), { recursive: true, force: true });

export const startEmulator = async (settings: Settings): Promise<ChildProcess> => {
  mkdirSync(path.join(settings.home, 'state'), { recursive: true });
  forgetTemporary(settings);
  mkdirSync(temporary(settings.home), { recursive: true });
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
  const { ses } = settings.ports;
  const args = [
    // Not by tsx's command, a second process: when only that one was killed, the server kept the port.
    '--import',
    'tsx',
    'local/ses/main.ts',
    '--inbox',
    inboxFile(settings),
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

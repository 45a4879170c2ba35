import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { Failure } from './failure.ts';
import { rememberedPids } from './processes.ts';
import type { Settings } from './settings.ts';

const versionOf = (command: string): [number, number] | undefined => {
  try {
    const text = execFileSync(command, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const match = /(\d+)\.(\d+)/.exec(text);
    return match ? [Number(match[1]), Number(match[2])] : undefined;
  } catch {
    return undefined;
  }
};

const minimumNode = 20;
const minimumPython = [3, 10] as const;

const isEnough = ([major, minor]: [number, number]): boolean =>
  major > minimumPython[0] || (major === minimumPython[0] && minor >= minimumPython[1]);

/** The version of Node that npm itself runs on; scripts run on the one from the lock file. */
export const checkNode = (userAgent: string | undefined): void => {
  const version = /node\/v(\d+)/.exec(userAgent ?? `node/v${process.versions.node}`)?.[1];
  if (version !== undefined && Number(version) < minimumNode)
    throw new Failure(`Node ${version} is too old: install Node ${minimumNode} or newer (https://nodejs.org).`);
};

/** @returns the command of a Python that is new enough */
export const findPython = (commands: readonly string[] = ['python3', 'python']): string => {
  const found = commands.map((command) => ({ command, version: versionOf(command) }));
  const good = found.find(({ version }) => version && isEnough(version));
  if (good) return good.command;
  const old = found.find(({ version }) => version)?.version;
  throw new Failure(
    old
      ? `Python ${old.join('.')} is too old: install Python 3.10 or newer; the local AWS runs on it.`
      : 'Python is missing: install Python 3.10 or newer (Debian: apt install python3 python3-venv); the local AWS runs on it.',
  );
};

const isFree = async (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** Two on one folder would write over each other's state, on whatever ports. @throws Failure */
export const checkFolder = ({ home }: Settings): void => {
  if (rememberedPids(home).length > 0)
    throw new Failure(
      `A local AWS runs in ${home} already: end it by "npm run local:stop", or set FREIGABE_HOME=.local/second and FREIGABE_PORT_OFFSET=100.`,
    );
};

/** @throws Failure that names the port, what it is for, and both ways out */
export const checkPorts = async ({ ports }: Settings): Promise<void> => {
  for (const [name, port] of Object.entries(ports)) {
    if (!(await isFree(port)))
      throw new Failure(
        `Port ${port} (${name}) is in use: run "npm run local:stop" if it is an earlier start, or set FREIGABE_PORT_OFFSET=100 and FREIGABE_HOME=.local/second.`,
      );
  }
};

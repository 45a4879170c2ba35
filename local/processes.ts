import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './settings.ts';

/** Runs to its end. @throws Error with the last lines that it wrote */
export const run = async (file: string, args: string[], env: NodeJS.ProcessEnv = process.env): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (data: Buffer): void => {
      output += data.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else
        reject(
          new Error(
            `${path.basename(file)} ${args[0] ?? ''} failed: ${output.trim().split('\n').slice(-8).join('\n')}`,
          ),
        );
    });
  });

/** Starts something that stays, in a process group of its own: Ctrl-C reaches the runner first, which then stops it in order. */
export const start = (log: string, file: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess => {
  mkdirSync(path.dirname(log), { recursive: true });
  const out = openSync(log, 'a');
  return spawn(file, args, { cwd: root, env, stdio: ['ignore', out, out], detached: true });
};

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** How the end of a process is waited for. */
export type Waiting = {
  /** Called once when it takes longer than a moment. */
  onSlow?: () => void;
  /** Aborted when somebody wants it to end at once. */
  insisted?: AbortSignal;
  patienceMs?: number;
};

const MOMENT_MS = 1500;
/** The emulator writes its state when it ends: half a million profiles took 15 s. */
const PATIENCE_MS = 600_000;

/** Asks to end, and waits for it. Insists only when somebody else does, or when the patience is over: then false. */
export const stop = async (pid: number, waiting: Waiting = {}): Promise<boolean> => {
  const { onSlow, insisted, patienceMs = PATIENCE_MS } = waiting;
  if (!isAlive(pid)) return true;
  process.kill(pid, 'SIGTERM');
  const since = Date.now();
  const isOver = (): boolean => insisted?.aborted === true || Date.now() - since >= patienceMs;
  let isSlow = false;
  while (isAlive(pid) && !isOver()) {
    await wait(50);
    if (isSlow || Date.now() - since < MOMENT_MS || !isAlive(pid)) continue;
    isSlow = true;
    onSlow?.();
  }
  if (!isAlive(pid)) return true;
  process.kill(pid, 'SIGKILL');
  return false;
};

/** Polls until `ready` or until the time is over. */
export const until = async (what: string, ready: () => Promise<boolean>, patienceMs = 120_000): Promise<void> => {
  const end = Date.now() + patienceMs;
  while (!(await ready().catch(() => false))) {
    if (Date.now() > end) throw new Error(`${what} did not become ready within ${patienceMs / 1000} s`);
    await wait(100);
  }
};

/** How somebody knows that a process which was started is there; `log` has what it wrote. */
type Starting = { what: string; log: string; ready: () => Promise<boolean>; patienceMs?: number };

/**
 * Waits until what was started is ready.
 * @throws Error when it ends before that, at once, or takes too long; then nothing of it is left
 */
export const untilReady = async (
  child: ChildProcess,
  { what, log, ready, patienceMs }: Starting,
): Promise<ChildProcess> => {
  const ended = new AbortController();
  child.once('exit', () => ended.abort());
  child.once('error', () => ended.abort());
  try {
    await until(what, async () => ended.signal.aborted || (await ready()), patienceMs);
    if (!ended.signal.aborted) return child;
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  throw new Error(`${what} ended before it was ready: see ${log}`);
};

const pidFile = (home: string): string => path.join(home, 'pids.json');

/** The processes of an instance, so that `local:stop` finds them even after a crash of the runner. */
export const rememberPids = (home: string, pids: number[]): void => {
  mkdirSync(home, { recursive: true });
  writeFileSync(pidFile(home), JSON.stringify(pids));
};

/** What was written before the machine was started names processes of somebody else. */
const isOfEarlierBoot = (file: string): boolean => statSync(file).mtimeMs < Date.now() - uptime() * 1000;

export const rememberedPids = (home: string): number[] => {
  if (!existsSync(pidFile(home)) || isOfEarlierBoot(pidFile(home))) return [];
  const pids: unknown = JSON.parse(readFileSync(pidFile(home), 'utf8'));
  return Array.isArray(pids) ? pids.filter((pid) => typeof pid === 'number').filter(isAlive) : [];
};

export const forgetPids = (home: string): void => rmSync(pidFile(home), { force: true });

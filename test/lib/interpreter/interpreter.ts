import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { installPython } from '../../../local/emulator.ts';
import { findPython } from '../../../local/preflight.ts';
import { root } from '../../../local/settings.ts';

const here = import.meta.dirname;
const venv = path.join(root, '.local/moto');

type Call = { call: number; run: string; function: string; payload: Record<string, unknown> };
type End = { end: string; status: string; error: string | null; path: string[] };

/** The functions of the machine, by the name that is part of their ARN. */
export const steps = [
  'LocateRun',
  'PrepareRun',
  'OpenGate',
  'ExpireRun',
  'VerifyManifest',
  'SendChunk',
  'SettleRun',
  'AwaitResume',
] as const;
export type Step = (typeof steps)[number];

/** What a Lambda answers the n-th time that it is asked (from 1) in one run. */
export type Lambda = (payload: Record<string, unknown>, time: number) => Promise<object> | object;

/** Makes a Lambda fail, in place of an answer. */
export class Fault extends Error {}

export type Played = {
  status: string;
  error: string | null;
  /** States of the run itself in the order in which they were entered; those of the Map's children are not in it. */
  path: string[];
  /** How often each function was asked. */
  calls: Partial<Record<Step, number>>;
};

type Playing = {
  lambdas: Partial<Record<Step, Lambda>>;
  calls: Partial<Record<Step, number>>;
  ended: (played: Played) => void;
};

export type Machine = {
  definition: string;
  bucket: string;
  /** Lists of chunks by their keys. */
  lists: Record<string, string>;
  /** Share of a gate's time that passes. */
  gates: number;
  /** Bytes that the result of a Map may have: 262,144 on AWS. */
  limit: number;
  /** Run of whose Map no results can be written. */
  unwritable: string;
};

/** moto's interpreter in a process of its own; runs are told apart by their id. */
export class Interpreter {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly playing = new Map<string, Playing>();

  private constructor(machine: Machine) {
    // Nothing of this can reach an account, and "now" means the same everywhere.
    const env = {
      PATH: process.env['PATH'],
      TZ: 'UTC',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_EC2_METADATA_DISABLED: 'true',
    };
    this.child = spawn(path.join(venv, 'bin/python'), [path.join(here, 'driver.py')], { env });
    this.child.stderr.pipe(process.stderr);
    createInterface({ input: this.child.stdout }).on('line', (line) => void this.heard(JSON.parse(line) as Call | End));
    this.tell(machine);
  }

  static async start(machine: Machine): Promise<Interpreter> {
    await installPython(findPython, venv, path.join(here, 'requirements.txt'));
    return new Interpreter(machine);
  }

  stop(): void {
    this.child.kill();
  }

  /** Ends the wait of a gate. */
  succeed(token: unknown): void {
    this.tell({ success: token });
  }

  async play(runId: string, lambdas: Partial<Record<Step, Lambda>>): Promise<Played> {
    return new Promise((ended) => {
      this.playing.set(runId, { lambdas, calls: {}, ended });
      this.tell({ run: runId, input: { runId } });
    });
  }

  private tell(message: object): void {
    this.child.stdin.write(`${JSON.stringify(message)}\n`);
  }

  private async heard(message: Call | End): Promise<void> {
    if ('call' in message) return this.invoked(message);
    const { end, status, error, path: states } = message;
    const playing = this.playing.get(end);
    playing?.ended({ status, error, path: states, calls: playing.calls });
  }

  private async invoked({ call, run, function: name, payload }: Call): Promise<void> {
    const step = steps.find((each) => name.includes(each));
    const playing = this.playing.get(run);
    if (!step || !playing) throw new Error(`nobody plays ${name} of ${run}`);
    const time = (playing.calls[step] ?? 0) + 1;
    playing.calls[step] = time;
    try {
      this.tell({ answer: call, value: (await playing.lambdas[step]?.(payload, time)) ?? {} });
    } catch (error) {
      this.tell({ answer: call, error: error instanceof Fault ? error.message : 'Error' });
    }
  }
}

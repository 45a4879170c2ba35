import type { ChildProcess } from 'node:child_process';
import { forgetPids, rememberPids, stop, type Waiting } from './processes.ts';

/** False: it was ended before its time. */
type Stop = (waiting?: Waiting) => Promise<boolean>;

/** What belongs to a local AWS that runs: `local:stop` finds it, it is ended in the reverse order of its start, and watched. */
export class Parts {
  /** Resolves with the name of a process that ended though nobody had asked it to. */
  readonly broken: Promise<string>;
  private readonly stops: Stop[] = [];
  private readonly pids = [process.pid];
  private readonly home: string;
  private isStopping = false;
  private readonly tell: (what: string) => void;

  constructor(home: string) {
    this.home = home;
    const { promise, resolve } = Promise.withResolvers<string>();
    this.broken = promise;
    this.tell = resolve;
  }

  /** @param onKept called when it ended in order, and so has written down what it held */
  keep(what: string, child: ChildProcess, onKept?: () => void): void {
    const { pid } = child;
    if (pid === undefined) return;
    let isLost = false;
    child.once('exit', () => {
      isLost = !this.isStopping;
      if (isLost) this.tell(what);
    });
    this.pids.push(pid);
    rememberPids(this.home, this.pids);
    this.stops.unshift(async (waiting) => {
      const isInOrder = !isLost && (await stop(pid, waiting));
      if (isInOrder) onKept?.();
      return isInOrder;
    });
  }

  /** Something of this process itself, such as a server. */
  close(end: () => Promise<unknown>): void {
    this.stops.unshift(async () => {
      await end();
      return true;
    });
  }

  /** True: everything ended in order. Whoever started nothing leaves alone what another start remembers. */
  async stop(waiting?: Waiting): Promise<boolean> {
    this.isStopping = true;
    let isInOrder = true;
    for (const each of this.stops) isInOrder = (await each(waiting)) && isInOrder;
    if (this.pids.length > 1) forgetPids(this.home);
    return isInOrder;
  }
}

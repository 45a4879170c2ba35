import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts CPU time in ticks of a hundredth of a second (USER_HZ). */
const TICKS_PER_SECOND = 100;

type Times = { parent: number; own: number; children: number };

/** Fields 4 and 14 to 17 of proc_pid_stat(5); the name in brackets may hold anything. */
const timesOf = (pid: number): Times => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15);
  return {
    parent: fields[1] ?? 0,
    own: (user + system) / TICKS_PER_SECOND,
    children: (childUser + childSystem) / TICKS_PER_SECOND,
  };
};

/** CPU seconds, user and system, of one process. */
export const cpuOf = (pid: number): number => timesOf(pid).own;

const livingChildren = (pid: number): Times[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [timesOf(Number(name))];
      } catch {
        // It ended between the listing and the look.
        return [];
      }
    })
    .filter(({ parent }) => parent === pid);

/** CPU seconds of a process with its living and its ended children: a PostgreSQL with its backends. */
export const cpuOfFamily = (pid: number): number => {
  const { own, children } = timesOf(pid);
  return livingChildren(pid).reduce((sum, child) => sum + child.own + child.children, own + children);
};

/** Highest resident memory of a process so far, in MB. */
export const peakMemoryMb = (pid: number): number => {
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes ?? 0) / 1024);
};

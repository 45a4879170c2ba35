import type { Readable } from '../http/page.ts';
import type { Runs } from '../ports/runs.ts';
import type { Run } from './run.ts';

const RUNS_AT_ONCE = 100;

type Ports = { runs: Pick<Runs, 'current' | 'recent'> };

/** Runs of all campaigns, newest first, as far back as one of them may be asked about. */
const recentRuns = async ({ runs }: Ports, since: string): Promise<Readable<Run>> => {
  const known: Readable<Run> = { items: [], unreadable: [] };
  let before: string | undefined;
  for (;;) {
    const page = await runs.recent({ limit: RUNS_AT_ONCE, ...(before !== undefined && { before }) });
    known.items.push(...page.items);
    known.unreadable.push(...page.unreadable);
    const last = page.items.at(-1);
    before = page.next;
    if (before === undefined || (last && last.createdAt < since)) return known;
  }
};

/** Runs that have not ended may have been prepared at any time: those that wait for a far date. */
const openRuns = async ({ runs }: Ports): Promise<Readable<Run>> => {
  const known: Readable<Run> = { items: [], unreadable: [] };
  let cursor: string | undefined;
  do {
    const page = await runs.current({ limit: RUNS_AT_ONCE, cursor });
    known.items.push(...page.items);
    known.unreadable.push(...page.unreadable);
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  return known;
};

/** Runs of all campaigns that have not ended, and those that were begun since then (ISO 8601), each once. */
export const runsSince = async (ports: Ports, since: string): Promise<Readable<Run>> => {
  const [open, ended] = [await openRuns(ports), await recentRuns(ports, since)];
  return {
    items: [...new Map([...open.items, ...ended.items].map((run) => [run.id, run])).values()],
    unreadable: [...new Set([...open.unreadable, ...ended.unreadable])],
  };
};

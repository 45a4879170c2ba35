import * as z from 'zod';
import { FATIGUE_LOOK_BACK_DAYS } from '../../domain/model/audience-life.ts';
import type { Fatigue } from '../../domain/model/audience-rules.ts';
import { chunkKey } from '../../domain/model/manifest.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Readable } from '../../domain/http/page.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import { isWithin, windowAround } from '../../domain/prepare/fatigue.ts';
import { jsonOf } from '../../domain/values/json-of.ts';
import { SeenKeys } from '../../domain/values/seen-keys.ts';
import type { Run } from '../../domain/model/run.ts';

export type ContactPorts = { runs: Pick<Runs, 'current' | 'recent'>; content: Pick<ContentStore, 'get'> };

const LOOK_BACK_MS = FATIGUE_LOOK_BACK_DAYS * 86_400_000;
const RUNS_AT_ONCE = 100;
const CHUNKS_AT_ONCE = 16;

/** Runs that have ended, newest first, as far back as one of them may count. */
const endedRuns = async ({ runs }: ContactPorts, since: string): Promise<Readable<Run>> => {
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
const openRuns = async ({ runs }: ContactPorts): Promise<Readable<Run>> => {
  const known: Readable<Run> = { items: [], unreadable: [] };
  let cursor: string | undefined;
  do {
    const page = await runs.current({ limit: RUNS_AT_ONCE, cursor }, []);
    known.items.push(...page.items);
    known.unreadable.push(...page.unreadable);
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  return known;
};

const Ids = z.object({ recipients: z.array(z.object({ profileId: z.string() })) });

const idsIn = (text: string): string[] | undefined =>
  Ids.safeParse(jsonOf(text)).data?.recipients.map(({ profileId }) => profileId);

/** False: what the run froze cannot be read. */
const countRun = async ({ content }: ContactPorts, run: Run, contacts: SeenKeys): Promise<boolean> => {
  const preparation = 'preparation' in run ? run.preparation : undefined;
  if (!preparation) return true;
  for (let first = 0; first < preparation.chunks; first += CHUNKS_AT_ONCE) {
    const some = Array.from({ length: Math.min(CHUNKS_AT_ONCE, preparation.chunks - first) }, (_, n) => first + n);
    const texts = await Promise.all(some.map((chunk) => content.get(chunkKey(preparation.prefix, chunk))));
    for (const text of texts) {
      const ids = text === undefined ? [] : idsIn(text);
      if (!ids) return false;
      for (const id of ids) contacts.add(id);
    }
  }
  return true;
};

/** `unreadable`: ids of runs of which nobody knows whom they wrote to. A limit that does not count them would be none. */
export type Contacts = { times: SeenKeys; unreadable: string[] };

/**
 * How many messages each profile gets in the window around a contact, of runs past and scheduled: read from what
 * those runs froze. Nine bytes for each person, however many messages.
 */
export const countContacts = async (
  ports: ContactPorts,
  fatigue: Fatigue,
  { runId, contact }: { runId: string; contact: string },
): Promise<Contacts> => {
  const window = windowAround(contact, fatigue);
  const since = new Date(window.from - LOOK_BACK_MS).toISOString();
  const [open, ended] = [await openRuns(ports), await endedRuns(ports, since)];
  const found = [...open.items, ...ended.items];
  const unreadable = new Set([...open.unreadable, ...ended.unreadable]);
  const counted = new Map(found.filter((run) => run.id !== runId && isWithin(run, window)).map((run) => [run.id, run]));
  const contacts = new SeenKeys();
  for (const run of counted.values()) if (!(await countRun(ports, run, contacts))) unreadable.add(run.id);
  return { times: contacts, unreadable: [...unreadable] };
};

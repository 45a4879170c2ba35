import * as z from 'zod';
import { FATIGUE_LOOK_BACK_DAYS } from '../../domain/model/audience-life.ts';
import type { Fatigue } from '../../domain/model/audience-rules.ts';
import { chunkKey } from '../../domain/model/manifest.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import { isWithin, windowAround } from '../../domain/prepare/fatigue.ts';
import { SeenKeys } from '../../domain/values/seen-keys.ts';
import type { Run } from '../../domain/model/run.ts';

export type ContactPorts = { runs: Pick<Runs, 'get' | 'open' | 'recent'>; content: Pick<ContentStore, 'get'> };

const LOOK_BACK_MS = FATIGUE_LOOK_BACK_DAYS * 86_400_000;
const RUNS_AT_ONCE = 100;
const CHUNKS_AT_ONCE = 16;

/** Runs that have ended, newest first, as far back as one of them may count. */
const endedRuns = async ({ runs }: ContactPorts, since: string): Promise<Run[]> => {
  const known: Run[] = [];
  for (;;) {
    const before = known.at(-1)?.id;
    const page = await runs.recent({ limit: RUNS_AT_ONCE, ...(before !== undefined && { before }) });
    // Whom such a run wrote to nobody knows: a limit that does not count them would be none.
    if (page.unreadable.length > 0) throw new Error(`cannot be read: runs ${page.unreadable.join(', ')}`);
    known.push(...page.items);
    const last = page.items.at(-1);
    if (!last || page.next === undefined || last.createdAt < since) return known;
  }
};

/** Runs that have not ended may have been prepared at any time: those that wait for a far date. */
const openRuns = async ({ runs }: ContactPorts): Promise<Run[]> => {
  const known = await Promise.all((await runs.open()).map((id) => runs.get(id)));
  return known.filter((run) => run !== undefined);
};

const Ids = z.object({ recipients: z.array(z.object({ profileId: z.string() })) });

const countRun = async ({ content }: ContactPorts, run: Run, contacts: SeenKeys): Promise<void> => {
  const preparation = 'preparation' in run ? run.preparation : undefined;
  if (!preparation) return;
  for (let first = 0; first < preparation.chunks; first += CHUNKS_AT_ONCE) {
    const some = Array.from({ length: Math.min(CHUNKS_AT_ONCE, preparation.chunks - first) }, (_, n) => first + n);
    const texts = await Promise.all(some.map((chunk) => content.get(chunkKey(preparation.prefix, chunk))));
    for (const text of texts)
      for (const { profileId } of text === undefined ? [] : Ids.parse(JSON.parse(text)).recipients)
        contacts.add(profileId);
  }
};

/**
 * How many messages each profile gets in the window around a contact, of runs past and scheduled: read from what
 * those runs froze. Nine bytes for each person, however many messages.
 */
export const countContacts = async (
  ports: ContactPorts,
  fatigue: Fatigue,
  { runId, contact }: { runId: string; contact: string },
): Promise<SeenKeys> => {
  const window = windowAround(contact, fatigue);
  const since = new Date(window.from - LOOK_BACK_MS).toISOString();
  const found = [...(await openRuns(ports)), ...(await endedRuns(ports, since))];
  const counted = new Map(found.filter((run) => run.id !== runId && isWithin(run, window)).map((run) => [run.id, run]));
  const contacts = new SeenKeys();
  for (const run of counted.values()) await countRun(ports, run, contacts);
  return contacts;
};

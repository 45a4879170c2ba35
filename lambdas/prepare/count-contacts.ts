import * as z from 'zod';
import { FATIGUE_LOOK_BACK_DAYS } from '../../domain/model/audience-life.ts';
import type { Fatigue } from '../../domain/model/audience-rules.ts';
import { chunkKey } from '../../domain/model/manifest.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import { isWithin, windowAround } from '../../domain/prepare/fatigue.ts';
import { runsSince } from '../../domain/model/runs-since.ts';
import { jsonOf } from '../../domain/values/json-of.ts';
import { SeenKeys } from '../../domain/values/seen-keys.ts';
import type { Run } from '../../domain/model/run.ts';

export type ContactPorts = { runs: Pick<Runs, 'current' | 'recent'>; content: Pick<ContentStore, 'get'> };

const LOOK_BACK_MS = FATIGUE_LOOK_BACK_DAYS * 86_400_000;
const CHUNKS_AT_ONCE = 16;

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
  const found = await runsSince(ports, since);
  const unreadable = new Set(found.unreadable);
  const contacts = new SeenKeys();
  for (const run of found.items)
    if (run.id !== runId && isWithin(run, window) && !(await countRun(ports, run, contacts))) unreadable.add(run.id);
  return { times: contacts, unreadable: [...unreadable] };
};

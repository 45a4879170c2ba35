import { candidatesIn } from '../../domain/directory.ts';
import { Chunk, CHUNK_SIZE, chunkKey, directoryKey, Excluded, exclusionsKey } from '../../domain/manifest.ts';
import { chunkOf, sheetOf } from '../../domain/message.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import type { Messages } from '../../domain/ports/messages.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { Run } from '../../domain/run.ts';
import type { Place, RunOfProfile } from '../../domain/track/history-line.ts';

export type StoryPorts = { runs: Runs; content: ContentStore; ledger: Ledger; messages: Messages };

type Sought = { content: ContentStore; prefix: string; profileId: string };

/** The directory names candidates; who really stands there says the frozen line itself. */
const candidates = async ({ content, prefix, profileId }: Sought, of: 'recipients' | 'exclusions') => {
  const bytes = await content.getBytes(directoryKey(prefix, of));
  return bytes ? candidatesIn(bytes, profileId) : [];
};

const messageOf = async (sought: Sought): Promise<Place | undefined> => {
  for (const number of await candidates(sought, 'recipients')) {
    const text = await sought.content.get(chunkKey(sought.prefix, chunkOf(number)));
    const chunk = text === undefined ? undefined : Chunk.parse(JSON.parse(text));
    if (chunk?.recipients[number % CHUNK_SIZE]?.profileId === sought.profileId) return { number };
  }
  return undefined;
};

const exclusionOf = async (sought: Sought): Promise<Place | undefined> => {
  for (const line of await candidates(sought, 'exclusions')) {
    const text = await sought.content.get(exclusionsKey(sought.prefix, Math.floor(line / CHUNK_SIZE)));
    const excluded = text === undefined ? [] : Excluded.array().parse(JSON.parse(text));
    const { profileId, cause = '' } = excluded[line % CHUNK_SIZE] ?? {};
    if (profileId === sought.profileId) return { excluded: cause };
  }
  return undefined;
};

/** What a run meant for a profile; undefined: nothing, it was not in its audience. */
export const runOfProfile = async (
  { content, ledger, messages }: StoryPorts,
  run: Run,
  profileId: string,
): Promise<RunOfProfile | undefined> => {
  const preparation = 'preparation' in run ? run.preparation : undefined;
  if (!preparation) return undefined;
  const sought = { content, prefix: preparation.prefix, profileId };
  const place = (await messageOf(sought)) ?? (await exclusionOf(sought));
  if (!place || 'excluded' in place) return place && { run, place, groups: [], row: undefined };
  const [groups, [sheet]] = await Promise.all([
    ledger.ofChunk(run.id, chunkOf(place.number)),
    messages.sheets(run.id, [sheetOf(place.number)]),
  ]);
  return { run, place, groups, row: sheet?.rows.find(({ number }) => number === place.number) };
};

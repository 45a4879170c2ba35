import { candidatesIn } from '../../domain/values/directory.ts';
import { Chunk, CHUNK_SIZE, chunkKey, directoryKey, Excluded, exclusionsKey } from '../../domain/model/manifest.ts';
import { chunkOf, itemIndexOf } from '../../domain/model/message.ts';
import { haveRowsEnded } from '../../domain/model/row-life.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import type { Messages } from '../../domain/ports/messages.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { Run } from '../../domain/model/run.ts';
import type { Place, RunOfProfile } from '../../domain/track/history-line.ts';

export type StoryPorts = { runs: Runs; content: ContentStore; ledger: Ledger; messages: Messages; clock: Clock };

/** The people of the run are deleted, or what became of its messages: whether it had a message for somebody is no longer known. */
export const FORGOTTEN = 'forgotten';

type Sought = { content: ContentStore; prefix: string; profileId: string };

type Sight = Place | typeof FORGOTTEN | undefined;

/** The directory names candidates; the frozen line says who it is. Undefined: it is deleted. */
const candidates = async ({ content, prefix, profileId }: Sought, of: 'recipients' | 'exclusions') => {
  const bytes = await content.getBytes(directoryKey(prefix, of));
  return bytes && candidatesIn(bytes, profileId);
};

const messageOf = async (sought: Sought): Promise<Sight> => {
  const numbers = await candidates(sought, 'recipients');
  if (!numbers) return FORGOTTEN;
  for (const number of numbers) {
    const text = await sought.content.get(chunkKey(sought.prefix, chunkOf(number)));
    if (text === undefined) return FORGOTTEN;
    const chunk = Chunk.parse(JSON.parse(text));
    if (chunk.recipients[number % CHUNK_SIZE]?.profileId === sought.profileId) return { number };
  }
  return undefined;
};

const exclusionOf = async (sought: Sought): Promise<Sight> => {
  const lines = await candidates(sought, 'exclusions');
  if (!lines) return FORGOTTEN;
  for (const line of lines) {
    const text = await sought.content.get(exclusionsKey(sought.prefix, Math.floor(line / CHUNK_SIZE)));
    if (text === undefined) return FORGOTTEN;
    const excluded = Excluded.array().parse(JSON.parse(text));
    const { profileId, cause = '' } = excluded[line % CHUNK_SIZE] ?? {};
    if (profileId === sought.profileId) return { excluded: cause };
  }
  return undefined;
};

/** What a run meant for a profile; undefined: nothing, it was not in its audience. */
export const runOfProfile = async (
  { content, ledger, messages, clock }: StoryPorts,
  run: Run,
  profileId: string,
): Promise<RunOfProfile | typeof FORGOTTEN | undefined> => {
  const preparation = 'preparation' in run ? run.preparation : undefined;
  if (!preparation) return undefined;
  if (haveRowsEnded(run, clock())) return FORGOTTEN;
  const sought = { content, prefix: preparation.prefix, profileId };
  const place = (await messageOf(sought)) ?? (await exclusionOf(sought));
  if (place === undefined || place === FORGOTTEN) return place;
  if ('excluded' in place) return { run, place, groups: [], row: undefined };
  const [groups, [item]] = await Promise.all([
    ledger.ofChunk(run.id, chunkOf(place.number)),
    messages.items(run.id, [itemIndexOf(place.number)]),
  ]);
  return { run, place, groups, row: item?.rows.find(({ number }) => number === place.number) };
};

import { Chunk, chunkKey, CHUNK_SIZE, Excluded, exclusionsKey } from '../../domain/manifest.ts';
import { chunkOf, sheetOf } from '../../domain/message.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Ledger } from '../../domain/ports/ledger.ts';
import type { Messages } from '../../domain/ports/messages.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { Run } from '../../domain/run.ts';
import type { Place, RunOfProfile } from '../../domain/track/history-line.ts';

export type StoryPorts = { runs: Runs; content: ContentStore; ledger: Ledger; messages: Messages };

const placeIn = async ({ content }: StoryPorts, run: Run, profileId: string): Promise<Place | undefined> => {
  const preparation = 'preparation' in run ? run.preparation : undefined;
  if (!preparation) return undefined;
  for (let chunk = 0; chunk < preparation.chunks; chunk += 1) {
    const text = await content.get(chunkKey(preparation.prefix, chunk));
    const index =
      text === undefined
        ? -1
        : Chunk.parse(JSON.parse(text)).recipients.findIndex((recipient) => recipient.profileId === profileId);
    if (index !== -1) return { number: chunk * CHUNK_SIZE + index };
  }
  for (let page = 0; ; page += 1) {
    const text = await content.get(exclusionsKey(preparation.prefix, page));
    if (text === undefined) return undefined;
    const found = Excluded.array()
      .parse(JSON.parse(text))
      .find((excluded) => excluded.profileId === profileId);
    if (found) return { excluded: found.cause };
  }
};

/** What a run meant for a profile; undefined: nothing, it was not in its audience. */
export const runOfProfile = async (
  ports: StoryPorts,
  run: Run,
  profileId: string,
): Promise<RunOfProfile | undefined> => {
  const place = await placeIn(ports, run, profileId);
  if (!place || 'excluded' in place) return place && { run, place, groups: [], row: undefined };
  const [groups, [sheet]] = await Promise.all([
    ports.ledger.ofChunk(run.id, chunkOf(place.number)),
    ports.messages.sheets(run.id, [sheetOf(place.number)]),
  ]);
  return { run, place, groups, row: sheet?.rows.find(({ number }) => number === place.number) };
};

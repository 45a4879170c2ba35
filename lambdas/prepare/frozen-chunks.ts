import type { FrozenChunk } from '../../domain/model/manifest.ts';
import type { Counts } from '../../domain/model/preparation.ts';
import type { Schedule } from '../../domain/model/schedule.ts';
import type { Wave } from '../../domain/model/waves.ts';
import { onDays, wavesOf } from '../../domain/prepare/spread.ts';
import type { Checkpoint } from './checkpoint.ts';

type Written = Checkpoint['chunks'];

/** Nothing when the messages of all may be tracked. */
export const trackableIn = (chunks: Written): Pick<Counts, 'trackable'> => {
  const tracked = chunks.filter(({ isUntracked }) => !isUntracked);
  if (tracked.length === chunks.length) return {};
  return { trackable: tracked.reduce((sum, { recipients }) => sum + recipients, 0) };
};

/** In the order of their numbers, as the manifest says them. `spread`: absent where all go out together. */
export const chunksInWaves = (written: Written, spread?: Schedule): { waves: Wave[]; chunks: FrozenChunk[] } => {
  const sorted = written.toSorted((one, other) => one.chunk - other.chunk);
  const ordered = spread ? onDays(sorted, spread) : sorted;
  const { waves, numberOf } = wavesOf(ordered);
  const chunks = ordered.map((chunk) => {
    const { chunk: _chunk, wave: _wave, ...frozen } = chunk;
    return { ...frozen, ...(spread && { wave: numberOf(chunk) }) };
  });
  return { chunks, waves: spread ? waves : [] };
};

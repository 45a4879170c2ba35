import {
  doneCount,
  handedOverCount,
  markChunk,
  nextInRuns,
  profilesIn,
  withChunks,
  withForgotten,
} from '../../domain/kpi/distinct.ts';
import { Chunk, chunkKey, peoplePrefix } from '../../domain/model/manifest.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Kpis } from '../../domain/ports/kpis.ts';
import type { Messages } from '../../domain/ports/messages.ts';
import type { ProfileCounts } from '../../domain/kpi/ports/profile-counts.ts';
import type { Recounter } from '../../domain/kpi/ports/recounter.ts';
import type { ProfileCount, ProfileCountIn } from '../../domain/model/profile-count.ts';
import { SeenKeys } from '../../domain/values/seen-keys.ts';

export type CountProfilesPorts = {
  profileCounts: ProfileCounts;
  content: ContentStore;
  messages: Pick<Messages, 'rowsOfChunk'>;
  kpis: Pick<Kpis, 'publishProfiles'>;
  recounter: Recounter;
  clock: Clock;
  newId: () => string;
};

type Counting = ProfileCountIn<'counting'>;

/** Chunks that are read at the same time. */
const AT_ONCE = 16;
/** Left of the call's time when its slice ends: for the chunks that are being read, and to leave what was seen. */
const RESERVE_MS = 60_000;

const keysOf = (seen: string) => ({ hashes: `${seen}hashes.bin`, marks: `${seen}marks.bin` });

const seenSoFar = async ({ content }: CountProfilesPorts, { seen }: Counting): Promise<SeenKeys> => {
  if (seen === null) return new SeenKeys();
  const keys = keysOf(seen);
  const [hashes, times] = await Promise.all([content.getBytes(keys.hashes), content.getBytes(keys.marks)]);
  if (!hashes || !times) throw new Error(`the profiles ${seen} are gone`);
  return SeenKeys.of({ hashes, times });
};

/** False: the people of the run are deleted. */
const readChunk = async (
  ports: CountProfilesPorts,
  { runId, prefix }: { runId: string; prefix: string },
  chunk: number,
  seen: SeenKeys,
): Promise<boolean> => {
  const [text, rows] = await Promise.all([
    ports.content.get(chunkKey(prefix, chunk)),
    ports.messages.rowsOfChunk(runId, chunk),
  ]);
  if (text === undefined) return false;
  markChunk(seen, Chunk.parse(JSON.parse(text)), rows);
  return true;
};

/** Leaves what was seen to the next call. Objects without a count that names them are deleted like all of people/. */
const leave = async (ports: CountProfilesPorts, count: Counting, seen: SeenKeys) => {
  const prefix = `${peoplePrefix('')}campaigns/${count.campaignId}/${ports.newId()}/`;
  const { hashes, times } = seen.bytes();
  const keys = keysOf(prefix);
  await ports.content.putBytes(keys.hashes, hashes);
  await ports.content.putBytes(keys.marks, times);
  const next = handedOverCount(count, prefix, new Date(ports.clock()).toISOString());
  if (!(await ports.profileCounts.replace(next))) return undefined;
  if (next.state === 'counting') await ports.recounter.goOnWithProfiles(next.campaignId);
  return next.state;
};

/**
 * Counts the distinct profiles of a campaign until all runs are read or the call's time nearly is over; then the next
 * call does. Called twice, or again after a failure, it counts the same: marks are set, never added, and the count's
 * version lets one of two go on.
 */
export const countProfiles =
  (ports: CountProfilesPorts) =>
  async (campaignId: string, timeLeft: () => number): Promise<{ state: ProfileCount['state'] | 'elsewhere' }> => {
    const known = await ports.profileCounts.get(campaignId);
    if (known?.state !== 'counting') return { state: known?.state ?? 'elsewhere' };
    const seen = await seenSoFar(ports, known);
    let count: Counting = known;
    for (let part = nextInRuns(count, AT_ONCE); part; part = nextInRuns(count, AT_ONCE)) {
      if (timeLeft() < RESERVE_MS) return { state: (await leave(ports, count, seen)) ?? 'elsewhere' };
      const { next } = part;
      const run = part;
      const read = await Promise.all(next.map(async (chunk) => readChunk(ports, run, chunk, seen)));
      count = read.includes(false) ? withForgotten(count) : withChunks(count, next.length);
    }
    const profiles = profilesIn(count, seen, new Date(ports.clock()).toISOString());
    await ports.kpis.publishProfiles(profiles);
    const isKept = await ports.profileCounts.replace(doneCount(count, profiles));
    return { state: isKept ? 'done' : 'elsewhere' };
  };

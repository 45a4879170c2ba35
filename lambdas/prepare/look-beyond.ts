import * as z from 'zod';
import { messageSetsIn, segmentsIn, type AudienceFilter, type MessageSet } from '../../domain/model/audience-filter.ts';
import {
  beginLook,
  deedsIn,
  goOnLooking,
  isLookedAt,
  refusalsOf,
  Looking,
  type Look,
  type LookPorts,
} from '../../domain/model/look-at-messages.ts';
import { peoplePrefix, type FrozenLook } from '../../domain/model/manifest.ts';
import type { Beyond } from '../../domain/model/matches.ts';
import { Segment } from '../../domain/model/segment.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Segments } from '../../domain/ports/segments.ts';
import { SeenKeys } from '../../domain/values/seen-keys.ts';

export type BeyondPorts = LookPorts & {
  content: ContentStore;
  segments: Pick<Segments, 'getMany'>;
  profiles: Pick<Profiles, 'untrackedAddresses'>;
  clock: Clock;
  audienceDays: number;
};

/** What a filter asks about beyond the profiles, as it was when the preparation began. */
export type LookedBeyond = {
  beyond: Beyond;
  segments: readonly Segment[];
  looked: Omit<FrozenLook, 'unknown'> | null;
  missing: readonly string[];
  /** What people did does not fit: nobody was judged. */
  isTooLarge: boolean;
  /** Number of the checkpoint of the audience to go on from; 0: none. */
  checkpoint: number;
  /** Leaves it to the next step, with a checkpoint of the audience. */
  leave: () => Promise<void>;
};

const Left = z.object({ segments: z.array(Segment), looking: Looking, legs: z.int() });
type Left = {
  segments: readonly Segment[];
  look: Look;
  /** Steps that ended before all was looked at. */ legs: number;
};

/** An attempt and the number of its step, as `PreparationLeft` has them. */
type Leg = { prefix: string; leg: number };

/** `whole`: all was looked at; a number: that step ended before. */
const keysOf = (prefix: string, step: number | 'whole') => {
  const key = `${peoplePrefix(prefix)}hand-over/messages-${step}`;
  return { left: `${key}.json`, hashes: `${key}-hashes.bin`, marks: `${key}-marks.bin` };
};

const write = async (
  content: ContentStore,
  keys: ReturnType<typeof keysOf>,
  { segments, look, legs }: Left,
): Promise<void> => {
  const { hashes, times } = look.table.bytes();
  await content.putBytes(keys.hashes, hashes);
  await content.putBytes(keys.marks, times);
  await content.put(keys.left, JSON.stringify({ segments, looking: look.looking, legs }));
};

/** By the segments, so that one which is changed while the run is prepared counts as it was. */
const setsOf = ({ conditions }: AudienceFilter, segments: readonly Segment[]): MessageSet[] =>
  messageSetsIn([conditions, ...segments.map(({ filter }) => filter?.conditions ?? [])].flat());

const read = async (
  content: ContentStore,
  keys: ReturnType<typeof keysOf>,
  filter: AudienceFilter,
): Promise<Left | undefined> => {
  const text = await content.get(keys.left);
  if (text === undefined) return undefined;
  const { segments, looking, legs } = Left.parse(JSON.parse(text));
  const [hashes, times] = [await content.getBytes(keys.hashes), await content.getBytes(keys.marks)];
  if (!hashes || !times) throw new Error(`what ${keys.left} names is gone`);
  const table = SeenKeys.of({ hashes, times }, setsOf(filter, segments).length);
  return { segments, look: { looking, table }, legs };
};

const begun = async (ports: BeyondPorts, filter: AudienceFilter): Promise<Left> => {
  const segments = await ports.segments.getMany(segmentsIn(filter.conditions));
  const now = new Date(ports.clock()).toISOString();
  const look = await beginLook(ports, setsOf(filter, segments), { now, audienceDays: ports.audienceDays });
  return { segments, look, legs: 0 };
};

const leftOf = async (ports: BeyondPorts, filter: AudienceFilter, { prefix, leg }: Leg): Promise<Left> => {
  if (leg === 0) return begun(ports, filter);
  const left =
    (await read(ports.content, keysOf(prefix, 'whole'), filter)) ??
    (await read(ports.content, keysOf(prefix, leg), filter));
  if (!left) throw new Error(`what was looked at under ${prefix} is gone`);
  return left;
};

const lookedBeyond = async (
  ports: BeyondPorts,
  filter: AudienceFilter,
  { segments, look, legs }: Left,
  { prefix, leg }: Leg,
): Promise<LookedBeyond> => {
  const { runs, asOf, missing, isTooLarge = false } = look.looking;
  const sets = setsOf(filter, segments);
  const refusals = await refusalsOf(ports.profiles, look.looking);
  return {
    beyond: {
      deedsOf: deedsIn(look, sets, refusals),
      segments: new Map(segments.map((segment) => [segment.id, segment])),
    },
    segments,
    looked:
      sets.length > 0
        ? {
            asOf,
            runs: runs.map(({ runId, campaignName, sendingStartedAt }) => ({ runId, campaignName, sendingStartedAt })),
          }
        : null,
    missing,
    isTooLarge,
    checkpoint: leg - legs,
    leave: async () => {
      if (leg === legs) await write(ports.content, keysOf(prefix, 'whole'), { segments, look, legs });
    },
  };
};

/** Does the filter ask about anything but the profiles? */
const goesBeyond = ({ conditions }: AudienceFilter): boolean =>
  messageSetsIn(conditions).length + segmentsIn(conditions).length > 0;

/**
 * Reads the segments that the filter names, and the messages that it and they ask about: once for an attempt, so that
 * everybody is judged by the same moment. `nothing`: it asks about profiles only; `timeUp`: the next step goes on.
 */
export const lookBeyond = async (
  ports: BeyondPorts,
  filter: AudienceFilter | undefined,
  at: Leg & { isTimeUp: () => boolean },
): Promise<LookedBeyond | 'nothing' | 'timeUp'> => {
  if (!filter || !goesBeyond(filter)) return 'nothing';
  const left = await leftOf(ports, filter, at);
  const look = await goOnLooking(ports, left.look, at.isTimeUp);
  if (isLookedAt(look)) return lookedBeyond(ports, filter, { ...left, look }, at);
  const legs = at.leg + 1;
  await write(ports.content, keysOf(at.prefix, legs), { ...left, look, legs });
  return 'timeUp';
};

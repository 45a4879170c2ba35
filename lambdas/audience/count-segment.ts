import type { ListMembers } from '../../domain/audience/ports/list-members.ts';
import type { segmentRoutes } from '../../domain/audience/segment-routes.ts';
import { maskedAddress, type SegmentCount } from '../../domain/audience/segments.ts';
import { found } from '../../domain/http/find.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { messageSetsIn } from '../../domain/model/audience-filter.ts';
import {
  beginLook,
  deedsIn,
  goOnLooking,
  isLookedAt,
  refusalsOf,
  type LookPorts,
} from '../../domain/model/look-at-messages.ts';
import { CHUNK_SIZE } from '../../domain/model/manifest.ts';
import { judgeOf, type Beyond } from '../../domain/model/matches.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { Segment } from '../../domain/model/segment.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Segments } from '../../domain/ports/segments.ts';
import { ENOUGH_MS } from './list-members.ts';

export type CountSegmentPorts = LookPorts & {
  segments: Pick<Segments, 'getMany'>;
  profiles: ListMembers & Pick<Profiles, 'untrackedAddresses'>;
  clock: Clock;
  audienceDays: number;
};

/** Messages that are looked at within an answer: as many take some five seconds. */
const MOST_MESSAGES = 200_000;

const tooMany = (messages: number): Problem =>
  new Problem(
    'too-large',
    `The conditions of this segment ask about some ${messages} messages; at most ${MOST_MESSAGES} are looked at for a count.`,
    'Prepare a campaign by it: the preparation looks at any number of them.',
    { cause: 'segmentNotCounted', messages, limit: MOST_MESSAGES },
  );

const runsUnknown = (ids: readonly string[]): Problem =>
  new Problem(
    'conflict',
    `Of runs that this segment asks about nobody knows who got them: ${ids.join(', ')}.`,
    'Change the conditions of the segment.',
    { cause: 'segmentRunsUnknown', names: ids },
  );

/** What people did with the messages that the segment asks about, in one go. */
const deedsOf = async (
  ports: CountSegmentPorts,
  { filter }: Segment,
  { now, timeLeft }: { now: string; timeLeft: () => number },
): Promise<Beyond['deedsOf']> => {
  const sets = messageSetsIn(filter?.conditions ?? []);
  const look = await beginLook(ports, sets, { now, audienceDays: ports.audienceDays });
  const messages = look.looking.runs.reduce((sum, { chunks }) => sum + chunks * CHUNK_SIZE, 0);
  if (messages > MOST_MESSAGES) throw tooMany(messages);
  const looked = await goOnLooking(ports, look, () => timeLeft() < ENOUGH_MS);
  if (!isLookedAt(looked)) throw tooMany(messages);
  const { missing } = looked.looking;
  if (missing.length > 0) throw runsUnknown(missing);
  return deedsIn(looked, sets, await refusalsOf(ports.profiles, looked.looking));
};

/** So many people are shown of each call. */
const SHOWN = 5;

/** GET /segments/{id}/count: looks at the whole table, as far as the time of an answer reaches. */
export const countSegment =
  (ports: CountSegmentPorts): HttpHandler<typeof segmentRoutes.countSegment> =>
  async ({ params, query }, timeLeft = () => Infinity) => {
    const segment = found((await ports.segments.getMany([params.id]))[0], 'segment');
    const now = new Date(ports.clock()).toISOString();
    const beyond = { deedsOf: await deedsOf(ports, segment, { now, timeLeft }), segments: new Map() };
    const judge = judgeOf(segment.filter, beyond);
    const count: SegmentCount = { asOf: now, profiles: 0, optedOut: 0, unknown: 0, sample: [], cursor: null };
    for await (const { items, after } of ports.profiles.members(segment.list || undefined, query.cursor)) {
      for (const profile of items) {
        if (profile.erasedAt !== undefined) continue;
        const { isMeant, isUnseen = false, unread } = judge(profile);
        if (isUnseen || unread.length > 0) count.unknown += 1;
        if (!isMeant) continue;
        count.profiles += 1;
        if (profile.optedOut) count.optedOut += 1;
        if (count.sample.length < SHOWN)
          count.sample.push({ id: profile.id, email: maskedAddress(profile.address.trim()) });
      }
      count.cursor = after;
      if (timeLeft() < ENOUGH_MS) break;
    }
    return count;
  };

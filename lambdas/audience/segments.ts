import type { UsingCampaign } from '../../domain/audience/lists.ts';
import type { segmentRoutes } from '../../domain/audience/segment-routes.ts';
import { amongOthers } from '../../domain/http/among-others.ts';
import { found } from '../../domain/http/find.ts';
import { madeOnce } from '../../domain/http/making.ts';
import { Problem } from '../../domain/http/problem.ts';
import { inUse, putBackIn, removedUnused } from '../../domain/http/removed-unused.ts';
import type { HttpHandler, HttpRequest } from '../../domain/http/route.ts';
import { refuseUnknown, type NamedAudiencePorts } from '../../domain/model/named-audience.ts';
import { SEGMENTS_MAX, type Segment } from '../../domain/model/segment.ts';
import { personOf } from '../../domain/people/people.ts';
import type { CampaignList } from '../../domain/ports/campaign-list.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Segments } from '../../domain/ports/segments.ts';

export type SegmentPorts = {
  segments: Segments;
  runs: NamedAudiencePorts['runs'];
  campaigns: Pick<CampaignList, 'entries'> & NamedAudiencePorts['campaigns'];
  clock: Clock;
};

const segmentOf = async ({ segments }: Pick<SegmentPorts, 'segments'>, id: string): Promise<Segment> =>
  found((await segments.getMany([id]))[0], 'segment');

/** By the index of campaigns: there are as many as people have written. */
const usersOf = async ({ campaigns }: SegmentPorts, id: string): Promise<UsingCampaign[]> => {
  const { items } = (await campaigns.entries()).campaigns;
  return items.filter(({ segments }) => segments.includes(id)).map((entry) => ({ id: entry.id, name: entry.name }));
};

const changedMeanwhile = (): Problem =>
  new Problem(
    'conflict',
    'Somebody else changed or deleted this segment meanwhile.',
    'Load it again and repeat the change.',
    { cause: 'segmentChanged' },
  );

/** GET /segments */
export const listSegments =
  ({ segments }: Pick<SegmentPorts, 'segments'>): HttpHandler<typeof segmentRoutes.listSegments> =>
  async () => {
    const { items, unreadable } = await segments.listed();
    return { items: items.toSorted((one, other) => one.name.localeCompare(other.name)), unreadable };
  };

/** GET /segments/{id} */
export const getSegment =
  (ports: SegmentPorts): HttpHandler<typeof segmentRoutes.getSegment> =>
  async ({ params }) => ({ segment: await segmentOf(ports, params.id), campaigns: await usersOf(ports, params.id) });

type Made = Pick<HttpRequest<typeof segmentRoutes.createSegment>, 'body' | 'actor'> & { id: string };

const refuseOneMore = async ({ segments }: SegmentPorts): Promise<void> => {
  const { items, unreadable } = await segments.listed();
  if (items.length + unreadable.length < SEGMENTS_MAX) return;
  throw new Problem(
    'conflict',
    `This stage has ${SEGMENTS_MAX} segments, which is as many as it may have.`,
    'Delete one that no campaign names.',
    { cause: 'tooManySegments', limit: SEGMENTS_MAX },
  );
};

const created = async (ports: SegmentPorts, { body, actor, id }: Made): Promise<Segment> => {
  await refuseUnknown(ports, body.filter?.conditions ?? []);
  const [at, by] = [new Date(ports.clock()).toISOString(), personOf(actor)];
  const stamps = { createdAt: at, createdBy: by, updatedAt: at, updatedBy: by, hands: [{ by, at }] };
  const segment = { ...body, id, version: 1, ...stamps };
  return amongOthers(ports.segments, async (seen) => {
    await refuseOneMore(ports);
    return (await ports.segments.create(segment, seen)) ? segment : undefined;
  });
};

/** POST /segments */
export const createSegment =
  (ports: SegmentPorts): HttpHandler<typeof segmentRoutes.createSegment> =>
  async ({ body, actor, making }) => {
    const { id } = making;
    const known = async (): Promise<Segment | undefined> => (await ports.segments.getMany([id]))[0];
    return madeOnce(making, known, async () => created(ports, { body, actor, id }));
  };

/** PUT /segments/{id}. Who changes it has a hand in whatever is sent by it from then on. */
export const editSegment =
  (ports: SegmentPorts): HttpHandler<typeof segmentRoutes.editSegment> =>
  async ({ params, body, actor }) => {
    const { version, ...input } = body;
    const known = await segmentOf(ports, params.id);
    if (version !== known.version) throw changedMeanwhile();
    await refuseUnknown(ports, input.filter?.conditions ?? []);
    const [at, by] = [new Date(ports.clock()).toISOString(), personOf(actor)];
    const { id, createdAt, createdBy } = known;
    const hands = [...known.hands.filter((hand) => hand.by.sub !== by.sub), { by, at }];
    const segment = { ...input, id, createdAt, createdBy, version: version + 1, updatedAt: at, updatedBy: by, hands };
    if (!(await ports.segments.replace(segment))) throw changedMeanwhile();
    return segment;
  };

const segmentInUse = (campaigns: readonly UsingCampaign[]): Problem =>
  inUse('segmentInUse', campaigns, {
    uses: 'campaigns name this segment, and could not be prepared without it.',
    mend: 'Give them another audience',
  });

/** DELETE /segments/{id}. Campaigns that name it could not be prepared any more, so whoever deletes says how many they know of. */
export const deleteSegment =
  (ports: SegmentPorts): HttpHandler<typeof segmentRoutes.deleteSegment> =>
  async ({ params, query: { usedBy, version } }) => {
    const segment = await segmentOf(ports, params.id);
    if (version !== undefined && version !== segment.version) throw changedMeanwhile();
    const campaigns = await removedUnused(usedBy, {
      usersOf: async () => usersOf(ports, params.id),
      refusal: segmentInUse,
      remove: async () => {
        if (!(await ports.segments.remove(segment))) throw changedMeanwhile();
      },
      putBack: putBackIn(ports.segments, segment),
    });
    return { segment, campaigns };
  };

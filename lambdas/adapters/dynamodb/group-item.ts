import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { Group } from '../../../domain/model/ledger.ts';
import { deletedFrom } from '../../../domain/model/row-life.ts';

export const padded = (number: number, digits: number): string => number.toString().padStart(digits, '0');

/** All that belongs to one chunk of a run shares a partition: groups, message rows and tracking lines. */
export const chunkPartition = (runId: string, chunk: number): string => `R#${runId}#${padded(chunk, 6)}`;

/** How a group ended, under the attempt that claimed it. */
const GroupEnd = Group.pick({ attempt: true, deadline: true, outcome: true });
type GroupEnd = z.infer<typeof GroupEnd>;

const WithEnds = z.object({ closed: z.instanceof(Uint8Array).optional() });
const Claim = z.object({
  sk: z.string().regex(/^G#\d+#\d+$/),
  to: z.int(),
  attempt: z.string(),
  claimedAt: z.string(),
  deadline: z.string(),
});

type Item = Record<string, AttributeValue>;

/**
 * Packed: fifty ids of SES take one kilobyte instead of four, and a write is paid by the kilobyte. A plain array of
 * bytes: a Buffer would turn itself into an array of numbers before JSON asks how to write it.
 */
const packed = (closed: readonly GroupEnd[]): Uint8Array => {
  const groupEnds = closed.map(({ attempt, deadline, outcome }) => ({ attempt, deadline, outcome }));
  const { buffer, byteOffset, byteLength } = deflateRawSync(JSON.stringify(groupEnds), { level: 1 });
  return new Uint8Array(buffer, byteOffset, byteLength);
};

/** What the run froze, so it is the same for all rows of the run. */
const ttlAttribute = ({ rowsUntil }: Group): Item =>
  rowsUntil === undefined ? {} : { ttl: { N: String(deletedFrom(rowsUntil)) } };

const endsAttribute = (closed: readonly GroupEnd[]): Item =>
  closed.length > 0 ? { closed: { B: packed(closed) } } : {};

/**
 * Written in DynamoDB's own types, because a claim precedes every call to SES. The key names the first member and
 * the generation: of two claims with the same first member DynamoDB takes one.
 */
export const claimItem = (group: Group, closed: readonly Group[]): Item => ({
  pk: { S: chunkPartition(group.runId, group.chunk) },
  sk: { S: `G#${padded(group.from, 10)}#${padded(group.generation, 3)}` },
  to: { N: String(group.to) },
  attempt: { S: group.attempt },
  claimedAt: { S: group.claimedAt },
  deadline: { S: group.deadline },
  ...ttlAttribute(group),
  ...endsAttribute(closed),
});

const CLOSED = 'G#CLOSED#';

/** Ends of groups of one chunk that were written without a claim. */
export const groupEndsItem = (closed: readonly [Group, ...Group[]]): Item => ({
  pk: { S: chunkPartition(closed[0].runId, closed[0].chunk) },
  sk: { S: `${CLOSED}${closed[0].attempt}` },
  ...ttlAttribute(closed[0]),
  ...endsAttribute(closed),
});

const unpacked = (closed: Uint8Array): GroupEnd[] =>
  GroupEnd.array().parse(JSON.parse(inflateRawSync(closed).toString('utf8')));

const groupEndsOf = (item: Record<string, unknown>): GroupEnd[] => {
  const { closed } = WithEnds.parse(item);
  return closed ? unpacked(closed) : [];
};

const claimOf = (runId: string, chunk: number, item: Record<string, unknown>): Group => {
  const { sk, ...claim } = Claim.parse(item);
  const [, from, generation] = sk.split('#');
  return { runId, chunk, from: Number(from), generation: Number(generation), ...claim };
};

/**
 * The groups that the items of a chunk say, as lib-dynamodb reads them: claims, and how they ended.
 * @throws ZodError for an item that says neither: a claim that was not understood would be sent to again
 */
export const groupsOf = (runId: string, chunk: number, items: readonly Record<string, unknown>[]): Group[] => {
  const ended = new Map(items.flatMap(groupEndsOf).map((end) => [end.attempt, end]));
  const claims = items.filter(({ sk }) => !String(sk).startsWith(CLOSED));
  return claims.map((item) => {
    const claim = claimOf(runId, chunk, item);
    return { ...claim, ...ended.get(claim.attempt) };
  });
};

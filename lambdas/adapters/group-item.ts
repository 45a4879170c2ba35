import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { Group } from '../../domain/ledger.ts';

export const padded = (number: number, digits: number): string => number.toString().padStart(digits, '0');

/** All that belongs to one chunk of a run shares a partition: groups, message rows and tracking lines. */
export const chunkPartition = (runId: string, chunk: number): string => `R#${runId}#${padded(chunk, 6)}`;

const Stored = z.object({
  sk: z.string().regex(/^G#\d+#\d+$/),
  to: z.int(),
  attempt: z.string(),
  claimedAt: z.string(),
  deadline: z.string(),
  outcome: z.instanceof(Uint8Array).optional(),
});

/** A plain array of bytes: a Buffer would turn itself into an array of numbers before JSON asks how to write it. */
const packed = (outcome: unknown): Uint8Array => {
  const { buffer, byteOffset, byteLength } = deflateRawSync(JSON.stringify(outcome), { level: 1 });
  return new Uint8Array(buffer, byteOffset, byteLength);
};

/**
 * Written in DynamoDB's own types, because a claim and a close precede and follow every call to SES. The key names
 * the first member and the generation: two claims from the same place cannot both stand. The outcome is packed:
 * fifty ids of SES take one kilobyte instead of four, and a write is paid by the kilobyte.
 */
export const itemOf = (group: Group): Record<string, AttributeValue> => ({
  pk: { S: chunkPartition(group.runId, group.chunk) },
  sk: { S: `G#${padded(group.from, 10)}#${padded(group.generation, 3)}` },
  to: { N: String(group.to) },
  attempt: { S: group.attempt },
  claimedAt: { S: group.claimedAt },
  deadline: { S: group.deadline },
  ...(group.outcome && { outcome: { B: packed(group.outcome) } }),
});

const unpacked = (outcome: Uint8Array): unknown => JSON.parse(inflateRawSync(outcome).toString('utf8'));

/** The group that an item says, as lib-dynamodb reads it. */
export const groupOf = (runId: string, chunk: number, item: Record<string, unknown>): Group => {
  const { sk, outcome, ...stored } = Stored.parse(item);
  const [, from, generation] = sk.split('#');
  return Group.parse({
    runId,
    chunk,
    from: Number(from),
    generation: Number(generation),
    ...stored,
    ...(outcome && { outcome: unpacked(outcome) }),
  });
};

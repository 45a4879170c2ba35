import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { AddressKeys, LateOptOuts } from '../../../domain/model/address-opt-outs.ts';
import type { Profiles } from '../../../domain/ports/profiles.ts';
import { heardBetween } from './opt-out-feed.ts';
import { readSuppressions } from './suppression-list.ts';

const eitherOf = (one: AddressKeys, other: AddressKeys): AddressKeys => ({
  size: one.size + other.size,
  has: (key) => one.has(key) || other.has(key),
});

/**
 * Who must not be written to any more, by the feed. The suppression list is read only when it grew since then, and
 * once each time that it does, however often a sender looks.
 */
export const lateOptOutsIn = (client: DynamoDBDocumentClient, table: string): Pick<Profiles, 'optedOutSince'> => {
  let kept: { at: string; list: Promise<AddressKeys> } | undefined;
  const listOf = async (at: string): Promise<AddressKeys> => {
    if (kept?.at === at) return kept.list;
    const list = readSuppressions(client, table);
    kept = { at, list };
    try {
      return await list;
    } catch (error) {
      kept = undefined;
      throw error;
    }
  };
  return {
    optedOutSince: async (since, until, topic): Promise<LateOptOuts> => {
      const { suppressedAt, ...heard } = await heardBetween(client, table, { since, until, topic });
      if (suppressedAt === undefined) return heard;
      return { ...heard, addresses: eitherOf(heard.addresses, await listOf(suppressedAt)) };
    },
  };
};

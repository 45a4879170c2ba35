import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Enumerated } from '../../../domain/ports/versioned.ts';
import { additionsIn } from './additions.ts';
import { created, replaced, versionedIn, type Kind } from './versioned.ts';

/** Things of one kind in one partition, with the number that additions raise. */
export const enumeratedIn = <T extends { id: string; version: number }>(
  client: DynamoDBDocumentClient,
  table: string,
  kind: Kind<T>,
): Enumerated<T> => {
  const versioned = versionedIn(client, table, kind);
  const others = additionsIn(client, table, kind.pk);
  return {
    ...versioned,
    additions: async () => others.additions(),
    create: async (thing, seen) => others.put(created(kind.pk, thing), seen),
    replace: async (thing, seen) =>
      seen === undefined ? versioned.replace(thing) : others.put(replaced(kind.pk, thing), seen),
  };
};

import { TransactWriteCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Profiles } from '../../../domain/ports/profiles.ts';
import { MAX_CHANGES, type StandingChange } from '../../../domain/model/profile.ts';
import { holds, transacted, whenFree, type TransactionOutcome } from './conditional.ts';
import { lineOfOne, type FeedLine } from './opt-out-feed.ts';
import { profileKey } from './profile-item.ts';

type Change = Pick<StandingChange, 'at' | 'kind' | 'cause'>;

/** Beside what holds now, so that one write tells both; past so many only what holds now is written. */
const noted = ({ at, kind, cause }: Change) => ({
  set: 'doc.changes = list_append(if_not_exists(doc.changes, :none), :change)',
  when: '(attribute_not_exists(doc.changes) OR size(doc.changes) < :most)',
  values: { ':none': [], ':change': [{ at, kind, cause, by: null }], ':most': MAX_CHANGES },
});

type Mark = { id: string; at: string; source: string };

const notOut =
  'attribute_exists(pk) AND attribute_not_exists(doc.optedOut) AND (attribute_not_exists(doc.optedInAt) OR doc.optedInAt < :at)';

const outUpdate = (table: string, { id, at, source }: Mark, isNoted: boolean) => {
  const { set, when, values } = noted({ at, kind: 'optedOut', cause: source });
  return {
    TableName: table,
    Key: profileKey(id),
    UpdateExpression: `SET doc.optedOut = :mark${isNoted ? `, ${set}` : ''}`,
    ConditionExpression: isNoted ? `${notOut} AND ${when}` : notOut,
    ExpressionAttributeValues: { ':mark': { at, source }, ':at': at, ...(isNoted && values) },
  };
};

/** Refused: opted out already, back since then, or erased meanwhile; or there is no room to note it. */
const tryOptOut = async (
  client: DynamoDBDocumentClient,
  table: string,
  update: ReturnType<typeof outUpdate>,
  line: Awaited<ReturnType<FeedLine>>,
): Promise<TransactionOutcome> => {
  const writes = [{ Update: update }, { Put: { TableName: table, Item: line } }];
  return transacted(client.send(new TransactWriteCommand({ TransactItems: writes })));
};

const ATTEMPTS = 10;

/** An opt-out is never given up because something else happened to the profile at the same time. */
const optOut = async (
  client: DynamoDBDocumentClient,
  table: string,
  mark: Mark,
  line: Awaited<ReturnType<FeedLine>>,
): Promise<void> => {
  let isNoted = true;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const outcome = await tryOptOut(client, table, outUpdate(table, mark, isNoted), line);
    if (outcome === 'done' || (outcome === 'refused' && !isNoted)) return;
    if (outcome === 'refused') isNoted = false;
  }
  throw new Error(`a profile was being written ${ATTEMPTS} times while its person opted out`);
};

/** Of an erased person nothing is left to write to. */
const notErased = 'attribute_exists(pk) AND attribute_not_exists(doc.erasedAt)';

/** An opt-out that was said after the consent, while that was being written, is the later word. */
const saidBefore = 'doc.optedOut.#at <= :at';
const names = { '#at': 'at' };

const optIn = async (client: DynamoDBDocumentClient, table: string, id: string, at: string): Promise<boolean> => {
  const { set, when, values } = noted({ at, kind: 'optedIn', cause: null });
  const key = { TableName: table, Key: profileKey(id) };
  const andNoted = new UpdateCommand({
    ...key,
    UpdateExpression: `SET doc.optedInAt = :at, ${set} REMOVE doc.optedOut`,
    ConditionExpression: `${notErased} AND ${saidBefore} AND ${when}`,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: { ':at': at, ...values },
  });
  if (await holds(whenFree(() => client.send(andNoted)))) return true;
  const unnoted = new UpdateCommand({
    ...key,
    UpdateExpression: 'SET doc.optedInAt = :at REMOVE doc.optedOut',
    ConditionExpression: `${notErased} AND (attribute_not_exists(doc.optedOut) OR ${saidBefore})`,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: { ':at': at },
  });
  return holds(whenFree(() => client.send(unnoted)));
};

type Word = { id: string; path: string; when: string; word: unknown; topic?: string };

const setWord = async (
  client: DynamoDBDocumentClient,
  table: string,
  { id, path, when, word, topic }: Word,
): Promise<boolean> => {
  const update = new UpdateCommand({
    TableName: table,
    Key: profileKey(id),
    UpdateExpression: `SET ${path} = :word`,
    ConditionExpression: when,
    ...(topic !== undefined && { ExpressionAttributeNames: { '#topic': topic } }),
    ExpressionAttributeValues: { ':word': word },
  });
  return holds(whenFree(() => client.send(update)));
};

/** Opt-outs are in the profile, and in a feed by day that running sends read instead of every profile. */
export const optOutsIn = (
  client: DynamoDBDocumentClient,
  table: string,
  lineOf = lineOfOne,
): Pick<Profiles, 'optOut' | 'optIn' | 'setTracking'> => ({
  optOut: async (id, at, source, heardAt = at) => optOut(client, table, { id, at, source }, await lineOf(heardAt, id)),
  optIn: (id, at) => optIn(client, table, id, at),
  setTracking: async (id, said) => {
    const { topic } = said;
    if (topic === undefined) return setWord(client, table, { id, path: 'doc.tracking', when: notErased, word: said });
    const has = 'attribute_exists(doc.trackingByTopic)';
    const none = 'attribute_not_exists(doc.trackingByTopic)';
    // A map has to be there before something is put into it. Who loses to another first word finds it there.
    const steps = [
      { path: 'doc.trackingByTopic.#topic', when: has, word: said, topic },
      { path: 'doc.trackingByTopic', when: none, word: { [topic]: said } },
    ];
    for (const step of [...steps, ...steps.slice(0, 1)])
      if (await setWord(client, table, { ...step, id, when: `${notErased} AND ${step.when}` })) return true;
    return false;
  },
});

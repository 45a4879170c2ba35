import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { contribution } from '../domain/model/facts.ts';
import { addCounters, counterNames, zeroCounters, type Counters } from '../domain/model/figures.ts';
import { CHUNK_SIZE } from '../domain/model/manifest.ts';
import type { MessageRow } from '../domain/model/message.ts';
import { kpisIn } from '../lambdas/adapters/dynamodb/kpis.ts';
import { messagesIn } from '../lambdas/adapters/dynamodb/messages.ts';
import { profilesIn } from '../lambdas/adapters/dynamodb/profiles.ts';
import type { Outputs } from '../local/deploy.ts';
import { lineName, type ExpectedEvents } from './lives.ts';

const counterDefects = (what: string, counted: Counters, expected: Counters): string[] =>
  counterNames
    .filter((name) => counted[name] !== expected[name])
    .map((name) => `${what}: ${name} is ${counted[name]} instead of ${expected[name]}`);

const lineDefects = (rows: readonly MessageRow[], expected: readonly string[][]): string[] => {
  const kept = new Map(rows.map(({ number, lines }) => [number, lines.map(lineName).toSorted().join(', ')]));
  return expected.flatMap((lines, number) =>
    kept.get(number) === lines.join(', ')
      ? []
      : [`message ${number} has ${kept.get(number) ?? 'nothing'} instead of ${lines.join(', ')}`],
  );
};

const rowsOf = async (documents: DynamoDBDocumentClient, outputs: Outputs, runId: string, messages: number) => {
  const kept = messagesIn(documents, { messages: outputs.MessagesTable, kpis: outputs.KpisTable });
  const chunks = Array.from({ length: Math.ceil(messages / CHUNK_SIZE) }, (_, chunk) => chunk);
  return (await Promise.all(chunks.map(async (chunk) => kept.rowsOfChunk(runId, chunk)))).flat();
};

/** Counters, lines and quarantine of a run against the events that were published. */
export const eventDefects = async (
  documents: DynamoDBDocumentClient,
  outputs: Outputs,
  runId: string,
  expected: ExpectedEvents,
): Promise<string[]> => {
  const counted = await kpisIn(documents, outputs.KpisTable).counters(runId);
  const rows = await rowsOf(documents, outputs, runId, expected.messages);
  const recounted = rows.reduce((sum, { lines }) => addCounters(sum, contribution(lines)), zeroCounters());
  const quarantined = await profilesIn(documents, outputs.ProfilesTable).quarantined();
  const wrong = expected.addresses.filter((address) => quarantined.has(address) !== expected.quarantined.has(address));
  return [
    ...counterDefects('counters', counted, expected.counters),
    ...counterDefects('recount', recounted, expected.counters),
    ...lineDefects(rows, expected.lines),
    ...wrong.map((address) => `${address} is ${quarantined.has(address) ? '' : 'not '}in quarantine`),
  ];
};

import * as z from 'zod';
import type { ContentStore } from '../ports/content-store.ts';
import type { Ledger } from '../ports/ledger.ts';
import type { Messages } from '../ports/messages.ts';
import type { Profiles } from '../ports/profiles.ts';
import type { Runs } from '../ports/runs.ts';
import { jsonOf } from '../values/json-of.ts';
import { SeenKeys } from '../values/seen-keys.ts';
import { addressKey } from './address.ts';
import type { MessageSet } from './audience-filter.ts';
import { deedsReported, deedsUnreported, withoutTracked } from './behaviour.ts';
import { CHUNK_SIZE, chunkKey } from './manifest.ts';
import type { Beyond, Described } from './matches.ts';
import type { AddressKeys } from './address-opt-outs.ts';
import { idsOf } from './merged-profile.ts';
import { messageRunsOf, placesOf, RunToRead } from './message-runs.ts';
import { refusesTracking } from './refuses-tracking.ts';

export type LookPorts = {
  runs: Pick<Runs, 'get' | 'current' | 'recent' | 'listOfCampaign'>;
  content: Pick<ContentStore, 'get'>;
  messages: Pick<Messages, 'rowsOfChunk'>;
  ledger: Pick<Ledger, 'ofChunk'>;
};

/** How far somebody is who looks at what people did with messages: chunk by chunk, run by run. */
export const Looking = z.object({
  /** What SES reports later may not count. */
  asOf: z.string(),
  runs: z.array(RunToRead),
  /** Ids of runs that are not there, sent nothing, cannot be read, or of which nobody knows any more who was in their audience. */
  missing: z.array(z.string()),
  /** Place of the run that comes next, and its chunk. */
  run: z.int(),
  chunk: z.int(),
  /** It ended before all was looked at: what people did does not fit into the table. */
  isTooLarge: z.literal(true).optional(),
});
export type Looking = z.infer<typeof Looking>;

/**
 * What is known so far. The table has two keys for each person, their id and their address, because neither the id nor
 * the address of somebody stays for ever; a byte for each set of messages.
 */
export type Look = { looking: Looking; table: SeenKeys };

/** @throws whatever reading the runs throws */
export const beginLook = async (
  ports: Pick<LookPorts, 'runs'>,
  sets: readonly MessageSet[],
  bounds: { now: string; audienceDays: number },
): Promise<Look> => {
  const found = await messageRunsOf(ports, sets, bounds);
  return { looking: { ...found, asOf: bounds.now, run: 0, chunk: 0 }, table: new SeenKeys(sets.length) };
};

export const isLookedAt = ({ looking: { runs, run } }: Look): boolean => run >= runs.length;

/** Only what is asked for: the data of the mails is most of a chunk. */
const People = z.object({
  recipients: z.array(z.object({ profileId: z.string(), address: z.string() })),
  isUntracked: z.literal(true).optional(),
});

const idKey = (id: string): string => `i${id}`;
const mailKey = (address: string): string => `a${addressKey(address)}`;

/** False: who was in it is deleted, or cannot be read. */
const markChunk = async (ports: LookPorts, run: RunToRead, chunk: number, table: SeenKeys): Promise<boolean> => {
  const [text, rows] = await Promise.all([
    ports.content.get(chunkKey(run.prefix, chunk)),
    ports.messages.rowsOfChunk(run.runId, chunk),
  ]);
  const people = text === undefined ? undefined : People.safeParse(jsonOf(text)).data;
  if (!people) return false;
  const { recipients, isUntracked = false } = people;
  const reported = new Map(rows.map(({ number, lines }) => [number, lines]));
  const groups = reported.size < recipients.length ? await ports.ledger.ofChunk(run.runId, chunk) : [];
  const unreported = deedsUnreported(groups, run.isLive);
  for (const [index, { profileId, address }] of recipients.entries()) {
    const number = chunk * CHUNK_SIZE + index;
    const lines = reported.get(number);
    const known = lines ? deedsReported(lines, isUntracked) : unreported(number);
    if (known === 0) continue;
    for (const set of run.sets) {
      table.mark(idKey(profileId), known, set);
      table.mark(mailKey(address), known, set);
    }
  }
  return true;
};

/**
 * Of the table. Five million people take 184 MB with three sets of messages, and any number of sets that a filter and
 * its segments can have fits; the step that goes on with it holds it twice.
 */
export const MOST_BYTES = 384 * 1024 * 1024;

/** Of each person, by their id and by their address. */
const KEYS = 2;

/** Chunks that are read at the same time. */
const AT_ONCE = 16;

const nextRun = (looking: Looking): Looking => ({ ...looking, run: looking.run + 1, chunk: 0 });

/** Goes on until all is looked at or the time is up. Whatever is looked at twice counts once. */
export const goOnLooking = async (
  ports: LookPorts,
  { looking: known, table }: Look,
  isTimeUp: () => boolean,
  mostBytes = MOST_BYTES,
): Promise<Look> => {
  let looking = known;
  for (let run = looking.runs[looking.run]; run && !isTimeUp(); run = looking.runs[looking.run]) {
    const current = run;
    const { chunk } = looking;
    const some = Array.from({ length: Math.min(AT_ONCE, run.chunks - chunk) }, (_, index) => chunk + index);
    // Before anything of them is taken.
    if (table.bytesWith(some.length * CHUNK_SIZE * KEYS) > mostBytes)
      return { looking: { ...looking, run: looking.runs.length, isTooLarge: true }, table };
    const read = await Promise.all(some.map(async (one) => markChunk(ports, current, one, table)));
    if (read.includes(false)) looking = nextRun({ ...looking, missing: [...looking.missing, run.runId] });
    else looking = chunk + some.length >= run.chunks ? nextRun(looking) : { ...looking, chunk: chunk + some.length };
  }
  return { looking, table };
};

/** Of which topics the mails of each set were, each once; undefined: of none. */
const topicsOfSets = ({ runs }: Looking, sets: readonly MessageSet[]): (string | undefined)[][] =>
  sets.map((_, place) => [...new Set(runs.filter((run) => run.sets.includes(place)).map(({ topic }) => topic))]);

/** Addresses that refuse tracking, by what the mails were about. */
export type Refusals = ReadonlyMap<string | undefined, AddressKeys>;

/** Addresses that refuse tracking of what the mails that are looked at were about. */
export const refusalsOf = async (
  profiles: Pick<Profiles, 'untrackedAddresses'>,
  { runs }: Looking,
): Promise<Refusals> => {
  const topics = [...new Set(runs.map(({ topic }) => topic))];
  return new Map(await Promise.all(topics.map(async (one) => [one, await profiles.untrackedAddresses(one)] as const)));
};

const nobody: AddressKeys = new Set<string>();

/**
 * What is known of somebody: by all of their ids, and by their address under whatever id. Who refuses tracking of some of the
 * mails of a set may have opened just those.
 */
export const deedsIn = (
  { looking, table }: Look,
  sets: readonly MessageSet[],
  refusals: Refusals,
): Beyond['deedsOf'] => {
  const places = placesOf(sets);
  const topics = topicsOfSets(looking, sets);
  const asked = topics.map((some) => some.map((about) => ({ about, refused: refusals.get(about) ?? nobody })));
  return (messages, person: Described) => {
    const place = places.get(messages);
    if (place === undefined) return 0;
    let known = person.address === '' ? 0 : table.marksOf(mailKey(person.address), place);
    for (const id of idsOf(person)) known |= table.marksOf(idKey(id), place);
    const refuses = (asked[place] ?? []).some((about) => refusesTracking(person, about));
    return refuses ? withoutTracked(known) : known;
  };
};

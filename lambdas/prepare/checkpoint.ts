import * as z from 'zod';
import { Excluded, FrozenChunk, peoplePrefix, Recipient } from '../../domain/model/manifest.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import { Counts } from '../../domain/model/preparation.ts';
import type { Judged } from '../../domain/prepare/exclude.ts';
import { FieldState } from '../../domain/prepare/field-findings.ts';
import { SurveyState } from '../../domain/prepare/mail-survey.ts';
import { SeenKeys } from '../../domain/values/seen-keys.ts';
import { ZonesFound } from '../../domain/prepare/spread.ts';
import { LanguagesFound, noLanguages } from '../../domain/prepare/variant-choice.ts';
import type { PageWriterState } from './page-writer.ts';
import type { WaveWriterState } from './wave-writer.ts';

/** Pages that are not full, and how many there are in all. */
const pagesOf = <T>(person: z.ZodType<T>) =>
  z.object({
    open: z.array(z.object({ kind: z.string(), index: z.int(), page: z.array(person) })),
    pages: z.int(),
  });

const Written = z.object({
  /** Where the stream of profiles goes on. */
  cursor: z.string(),
  counts: Counts,
  fields: FieldState,
  survey: SurveyState,
  /** By variant. */
  surveys: z.record(z.string(), SurveyState).default({}),
  languages: LanguagesFound.default(noLanguages),
  attributes: z.array(z.string()),
  chunks: z.array(FrozenChunk.omit({ wave: true }).extend({ chunk: z.int(), wave: z.string() })),
  recipients: pagesOf(Recipient),
  picked: z.array(
    z.array(
      z.object({
        rank: z.number(),
        item: z.object({
          recipient: Recipient,
          isTracked: z.boolean(),
          variant: z.string().optional(),
          reached: z
            .array(z.object({ variant: z.string().optional(), branches: z.array(z.int()).readonly() }))
            .readonly()
            .optional(),
        }),
      }),
    ),
  ),
  zones: ZonesFound,
  added: z.int().default(0),
  excluded: pagesOf(Excluded),
  unreadable: z.array(z.string()).default([]),
  unread: z.array(z.tuple([z.string(), z.int()])).default([]),
  unseen: z.int().default(0),
});

/** All state of a snapshot between two batches of profiles: one invocation writes it, the next one goes on from it. */
export type Checkpoint = Omit<
  z.infer<typeof Written>,
  'counts' | 'recipients' | 'picked' | 'zones' | 'added' | 'excluded'
> & {
  judged: Judged;
  recipients: WaveWriterState;
  excluded: PageWriterState<Excluded>;
};

/** Objects of checkpoint `number` under a preparation's prefix. */
const keysOf = (prefix: string, number: number) => ({
  written: `${peoplePrefix(prefix)}hand-over/${number}.json`,
  hashes: `${peoplePrefix(prefix)}hand-over/${number}-hashes.bin`,
  times: `${peoplePrefix(prefix)}hand-over/${number}-times.bin`,
  recipients: `${peoplePrefix(prefix)}hand-over/${number}-recipients.bin`,
  excluded: `${peoplePrefix(prefix)}hand-over/${number}-excluded.bin`,
});

export type CheckpointId = { prefix: string; number: number };

/** The large parts are bytes as they lie in memory: five million people make 115 MB. */
export const writeCheckpoint = async (
  content: ContentStore,
  { prefix, number }: CheckpointId,
  left: Checkpoint,
): Promise<void> => {
  const keys = keysOf(prefix, number);
  const { judged, recipients, excluded, ...rest } = left;
  const { hashes, times } = judged.seen.bytes();
  const written: z.infer<typeof Written> = {
    ...rest,
    counts: judged.counts,
    recipients: { open: recipients.open, pages: recipients.pages },
    picked: recipients.picked,
    zones: recipients.zones,
    added: recipients.added,
    excluded: { open: excluded.open, pages: excluded.pages },
  };
  await content.putBytes(keys.hashes, hashes);
  await content.putBytes(keys.times, times);
  await content.putBytes(keys.recipients, recipients.directory);
  await content.putBytes(keys.excluded, excluded.directory);
  await content.put(keys.written, JSON.stringify(written));
};

const found = <T>(object: T | undefined, key: string): T => {
  if (object === undefined) throw new Error(`the checkpoint ${key} is gone`);
  return object;
};

export const readCheckpoint = async (content: ContentStore, { prefix, number }: CheckpointId): Promise<Checkpoint> => {
  const keys = keysOf(prefix, number);
  const bytesOf = async (key: string): Promise<Uint8Array> => found(await content.getBytes(key), key);
  const text = found(await content.get(keys.written), keys.written);
  const { counts, recipients, picked, zones, added, excluded, ...rest } = Written.parse(JSON.parse(text));
  const seen = SeenKeys.of({ hashes: await bytesOf(keys.hashes), times: await bytesOf(keys.times) });
  return {
    ...rest,
    judged: { counts, seen },
    recipients: { ...recipients, picked, zones, added, directory: await bytesOf(keys.recipients) },
    excluded: { ...excluded, directory: await bytesOf(keys.excluded) },
  };
};

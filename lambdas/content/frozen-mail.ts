import { contentGot, type AbResult } from '../../domain/model/ab-test.ts';
import { WINNER } from '../../domain/model/test-names.ts';
import { stillKept } from '../../domain/model/audience-life.ts';
import { found } from '../../domain/http/find.ts';
import { frozenContent } from '../../domain/model/frozen.ts';
import {
  Chunk,
  chunkKey,
  directoryKey,
  Manifest,
  manifestKey,
  recipientAt,
  type Recipient,
  type Sample,
} from '../../domain/model/manifest.ts';
import { chunkOf } from '../../domain/model/message.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { Preparation } from '../../domain/model/preparation.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { Run } from '../../domain/model/run.ts';
import { candidatesIn } from '../../domain/values/directory.ts';
import { renderedMail } from './rendered-mail.ts';

export type FrozenMailPorts = {
  runs: Pick<Runs, 'get'>;
  content: Pick<ContentStore, 'get' | 'getBytes'>;
  consoleUrl: string;
};

/** Somebody, and which content they get. */
export type Reader = Recipient & Pick<Chunk, 'variant'>;

export type FrozenSource = { prefix: string; manifest: Manifest; samples: Sample[]; abTest: AbResult | undefined };

const preparationOf = (run: Run): Preparation => {
  const preparation = 'preparation' in run ? run.preparation : undefined;
  if (preparation) return preparation;
  throw new Problem('wrong-state', 'Nothing is prepared yet.', 'Wait until the preparation has finished.', {
    cause: 'nothingPrepared',
    state: run.state,
  });
};

/** A run that was frozen before people were picked shows its first one. */
const firstOnly: Sample[] = [{ kind: 'first', number: 0 }];

/** What a preparation froze, to show it. */
export const loadSource = async (ports: FrozenMailPorts, runId: string): Promise<FrozenSource> => {
  const run = found(await ports.runs.get(runId), 'run');
  const { prefix } = preparationOf(run);
  const manifest = Manifest.parse(JSON.parse(found(await ports.content.get(manifestKey(prefix)), 'run')));
  const abTest = 'abTest' in run ? run.abTest : undefined;
  return { prefix, manifest, samples: manifest.samples.length > 0 ? manifest.samples : firstOnly, abTest };
};

/** Whoever gets this message; undefined: nobody does. Numbers have gaps: each chunk of a content begins at its own. */
export const readerOf = async (
  { content }: FrozenMailPorts,
  { prefix, manifest }: FrozenSource,
  number: number,
): Promise<Reader | undefined> => {
  if (chunkOf(number) >= manifest.chunks.length) return undefined;
  const chunk = Chunk.parse(JSON.parse(stillKept(await content.get(chunkKey(prefix, chunkOf(number))))));
  const recipient = recipientAt(chunk, number);
  return recipient && { ...recipient, variant: chunk.variant };
};

/** The directory names candidates; the frozen recipient says who it is. */
export const profileIn = async (ports: FrozenMailPorts, source: FrozenSource, profileId: string): Promise<Reader> => {
  const bytes = stillKept(await ports.content.getBytes(directoryKey(source.prefix, 'recipients')));
  for (const number of candidatesIn(bytes, profileId)) {
    const recipient = await readerOf(ports, source, number);
    if (recipient?.profileId === profileId) return recipient;
  }
  throw new Problem(
    'not-found',
    'This profile gets no message of this run.',
    'Choose somebody of its audience: the exclusion log says why somebody is left out.',
    { cause: 'notInAudience' },
  );
};

/**
 * The frozen mail as this recipient gets it, of the rest of a test that is not decided with the campaign's own content;
 * only the unsubscribe link is nobody's. Of a run that was frozen before everybody's mail was put together first, it may
 * not be possible.
 */
export const renderedFor = ({ manifest, abTest }: FrozenSource, { variant, data }: Reader, consoleUrl: string) => {
  const got = contentGot(variant, abTest);
  try {
    const shown = got === WINNER && manifest.schedule.abTest ? undefined : got;
    return renderedMail(frozenContent(manifest, shown), data, consoleUrl);
  } catch {
    throw new Problem(
      'wrong-state',
      'The mail cannot be put together for this recipient.',
      'Prepare the campaign again: the checks say for whom it cannot, and where in the template.',
      { cause: 'mailNotRendered' },
    );
  }
};

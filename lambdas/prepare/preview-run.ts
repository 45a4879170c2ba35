import { contentGot, WINNER, type AbResult } from '../../domain/model/ab-test.ts';
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
import type { Preview } from '../../domain/prepare/api.ts';
import type { prepareRoutes } from '../../domain/prepare/routes.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type { Run } from '../../domain/model/run.ts';
import { candidatesIn } from '../../domain/values/directory.ts';
import { readPreheader } from '../content/read-preheader.ts';
import { renderedMail } from '../content/rendered-mail.ts';

export type PreviewPorts = {
  runs: Runs;
  content: Pick<ContentStore, 'get' | 'getBytes'>;
  consoleUrl: string;
};

/** Somebody, and which content they get. */
type Reader = Recipient & Pick<Chunk, 'variant'>;

export type PreviewSource = { prefix: string; manifest: Manifest; samples: Sample[]; abTest: AbResult | undefined };

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
export const loadSource = async (ports: PreviewPorts, runId: string): Promise<PreviewSource> => {
  const run = found(await ports.runs.get(runId), 'run');
  const { prefix } = preparationOf(run);
  const manifest = Manifest.parse(JSON.parse(found(await ports.content.get(manifestKey(prefix)), 'run')));
  const abTest = 'abTest' in run ? run.abTest : undefined;
  return { prefix, manifest, samples: manifest.samples.length > 0 ? manifest.samples : firstOnly, abTest };
};

const recipientOf = async (
  { content }: PreviewPorts,
  { prefix }: PreviewSource,
  number: number,
): Promise<Reader | undefined> => {
  const chunk = Chunk.parse(JSON.parse(stillKept(await content.get(chunkKey(prefix, chunkOf(number))))));
  const recipient = recipientAt(chunk, number);
  return recipient && { ...recipient, variant: chunk.variant };
};

/** The directory names candidates; the frozen recipient says who it is. */
const profileIn = async (ports: PreviewPorts, source: PreviewSource, profileId: string): Promise<Reader> => {
  const bytes = stillKept(await ports.content.getBytes(directoryKey(source.prefix, 'recipients')));
  for (const number of candidatesIn(bytes, profileId)) {
    const recipient = await recipientOf(ports, source, number);
    if (recipient?.profileId === profileId) return recipient;
  }
  throw new Problem(
    'not-found',
    'This profile gets no message of this run.',
    'Choose somebody of its audience: the exclusion log says why somebody is left out.',
    { cause: 'notInAudience' },
  );
};

/** As whom it is asked for. */
type Asked = { as: number; profile?: string | undefined; variant?: string | undefined };
type Shown = { as: number | null; kind: Preview['kind']; recipient: Reader };

/** The profile that is asked for, or the first who gets that variant, or a sample: the last one where there are not as many. */
export const shownTo = async (ports: PreviewPorts, source: PreviewSource, asked: Asked): Promise<Shown> => {
  const { as, profile, variant } = asked;
  if (profile !== undefined) return { as: null, kind: 'chosen', recipient: await profileIn(ports, source, profile) };
  const place =
    variant === undefined
      ? Math.min(as, source.samples.length - 1)
      : source.samples.findIndex((sample) => sample.variant === variant);
  const { kind, number } = found(source.samples[place], 'profile');
  return { as: place, kind, recipient: found(await recipientOf(ports, source, number), 'profile') };
};

/**
 * The frozen mail as this recipient gets it, of the rest of a test that is not decided with the campaign's own content; only the unsubscribe link is nobody's. Of a run that was frozen before
 * everybody's mail was put together first, it may not be possible.
 */
export const rendered = ({ manifest, abTest }: PreviewSource, { variant, data }: Reader, consoleUrl: string) => {
  const got = contentGot(variant, abTest);
  try {
    return renderedMail(
      frozenContent(manifest, got === WINNER && manifest.schedule.abTest ? undefined : got),
      data,
      consoleUrl,
    );
  } catch {
    throw new Problem(
      'wrong-state',
      'The mail cannot be put together for this recipient.',
      'Prepare the campaign again: the checks say for whom it cannot, and where in the template.',
      { cause: 'mailNotRendered' },
    );
  }
};

/** GET /runs/{id}/preview */
export const previewRun =
  (ports: PreviewPorts): HttpHandler<typeof prepareRoutes.previewRun> =>
  async ({ params, query }) => {
    const source = await loadSource(ports, params.id);
    const { as, kind, recipient } = await shownTo(ports, source, query);
    const { name, address } = source.manifest.sender;
    const mail = rendered(source, recipient, ports.consoleUrl);
    return {
      as,
      samples: source.samples.length,
      kind,
      variant: contentGot(recipient.variant, source.abTest) ?? null,
      picked: source.samples.map(({ kind: why, variant = null }) => ({ kind: why, variant })),
      label: recipient.address,
      from: `${name} <${address}>`,
      sendAt: source.manifest.sendAt,
      preheader: readPreheader(mail.html),
      ...mail,
    };
  };

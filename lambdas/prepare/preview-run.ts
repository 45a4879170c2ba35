import { stillKept } from '../../domain/model/audience-life.ts';
import { found } from '../../domain/http/find.ts';
import { frozenContent } from '../../domain/model/frozen.ts';
import {
  Chunk,
  chunkKey,
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
import type { prepareRoutes } from '../../domain/prepare/routes.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type { Run } from '../../domain/model/run.ts';
import { readPreheader } from '../content/read-preheader.ts';
import { renderedMail } from '../content/rendered-mail.ts';

export type PreviewPorts = {
  runs: Runs;
  content: ContentStore;
  consoleUrl: string;
};

/** Somebody, and which content they get. */
type Shown = Recipient & Pick<Chunk, 'variant'>;

export type PreviewSource = { prefix: string; manifest: Manifest; samples: Sample[] };

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
  const { prefix } = preparationOf(found(await ports.runs.get(runId), 'run'));
  const manifest = Manifest.parse(JSON.parse(found(await ports.content.get(manifestKey(prefix)), 'run')));
  return { prefix, manifest, samples: manifest.samples.length > 0 ? manifest.samples : firstOnly };
};

export const recipientOf = async (
  { content }: PreviewPorts,
  { prefix }: PreviewSource,
  { number }: Sample,
): Promise<Shown> => {
  const chunk = Chunk.parse(JSON.parse(stillKept(await content.get(chunkKey(prefix, chunkOf(number))))));
  return { ...found(recipientAt(chunk, number), 'profile'), variant: chunk.variant };
};

/**
 * The frozen mail as this recipient gets it; only the unsubscribe link is nobody's. Of a run that was frozen before
 * everybody's mail was put together first, it may not be possible.
 */
export const rendered = ({ manifest }: PreviewSource, { variant, data }: Shown, consoleUrl: string) => {
  try {
    return renderedMail(frozenContent(manifest, variant), data, consoleUrl);
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
    const as = Math.min(query.as, source.samples.length - 1);
    const sample = found(source.samples[as], 'profile');
    const recipient = await recipientOf(ports, source, sample);
    const { name, address } = source.manifest.sender;
    const mail = rendered(source, recipient, ports.consoleUrl);
    return {
      as,
      samples: source.samples.length,
      kind: sample.kind,
      variant: recipient.variant ?? null,
      picked: source.samples.map(({ kind, variant = null }) => ({ kind, variant })),
      label: recipient.address,
      from: `${name} <${address}>`,
      sendAt: source.manifest.sendAt,
      preheader: readPreheader(mail.html),
      ...mail,
    };
  };

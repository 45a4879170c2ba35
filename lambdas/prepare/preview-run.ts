import { stillKept } from '../../domain/audience-life.ts';
import { found } from '../../domain/find.ts';
import {
  Chunk,
  chunkKey,
  Manifest,
  manifestKey,
  recipientAt,
  type Recipient,
  type Sample,
  type SplitContent,
} from '../../domain/manifest.ts';
import { chunkOf } from '../../domain/message.ts';
import { personOf } from '../../domain/people.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { SingleMailer } from '../../domain/ports/single-mailer.ts';
import type { Preparation } from '../../domain/preparation.ts';
import type { prepareRoutes } from '../../domain/prepare/routes.ts';
import { Problem } from '../../domain/problem.ts';
import { assemble, compileContent } from '../../domain/render.ts';
import type { HttpHandler } from '../../domain/route.ts';
import type { Run } from '../../domain/run.ts';
import { readPreheader } from './read-preheader.ts';

export type PreviewPorts = {
  runs: Runs;
  content: ContentStore;
  mailer: SingleMailer;
  audit: Audit;
  clock: Clock;
  consoleUrl: string;
};

type Sheet = { prefix: string; manifest: Manifest; samples: Sample[] };

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

const load = async (ports: PreviewPorts, runId: string): Promise<Sheet> => {
  const { prefix } = preparationOf(found(await ports.runs.get(runId), 'run'));
  const manifest = Manifest.parse(JSON.parse(found(await ports.content.get(manifestKey(prefix)), 'run')));
  return { prefix, manifest, samples: manifest.samples.length > 0 ? manifest.samples : firstOnly };
};

const recipientOf = async ({ content }: PreviewPorts, { prefix }: Sheet, { number }: Sample): Promise<Recipient> => {
  const text = stillKept(await content.get(chunkKey(prefix, chunkOf(number))));
  return found(recipientAt(Chunk.parse(JSON.parse(text)), number), 'profile');
};

/** Of a run that was frozen before everybody's mail was put together first, it may not be possible. */
const valuesOf = (content: SplitContent, data: Recipient['data']): Record<string, string> => {
  try {
    return compileContent(content)(data);
  } catch {
    throw new Problem(
      'wrong-state',
      'The mail cannot be put together for this recipient.',
      'Prepare the campaign again: the checks say for whom it cannot, and where in the template.',
      { cause: 'mailNotRendered' },
    );
  }
};

/** The frozen mail as this recipient gets it; only the unsubscribe link is nobody's. */
const rendered = ({ manifest }: Sheet, recipient: Recipient, consoleUrl: string) => {
  const { content } = manifest;
  const values = valuesOf(content, { ...recipient.data, unsubscribe_url: `${consoleUrl}/api/unsubscribe/preview` });
  return {
    subject: assemble(content.subject.skeleton, values),
    html: assemble(content.html.skeleton, values),
    text: assemble(content.text.skeleton, values),
  };
};

/** GET /runs/{id}/preview */
export const previewRun =
  (ports: PreviewPorts): HttpHandler<typeof prepareRoutes.previewRun> =>
  async ({ params, query }) => {
    const sheet = await load(ports, params.id);
    const as = Math.min(query.as, sheet.samples.length - 1);
    const sample = found(sheet.samples[as], 'profile');
    const recipient = await recipientOf(ports, sheet, sample);
    const { name, address } = sheet.manifest.sender;
    const mail = rendered(sheet, recipient, ports.consoleUrl);
    return {
      as,
      samples: sheet.samples.length,
      kind: sample.kind,
      label: recipient.address,
      from: `${name} <${address}>`,
      sendAt: sheet.manifest.sendAt,
      preheader: readPreheader(mail.html),
      ...mail,
    };
  };

/** POST /runs/{id}/proofs: the subject says "Proof n"; proofs are logged and never counted. */
export const sendProofs =
  (ports: PreviewPorts): HttpHandler<typeof prepareRoutes.sendProofs> =>
  async ({ params, body, actor, origin }) => {
    const sheet = await load(ports, params.id);
    const recipient = await recipientOf(ports, sheet, found(sheet.samples[0], 'profile'));
    const earlier = (await ports.audit.ofRun(params.id)).filter(({ what }) => what === 'proofSent').length;
    const mail = rendered(sheet, recipient, ports.consoleUrl);
    const subject = `Proof ${earlier + 1}: ${mail.subject}`;
    for (const to of body.addresses) await ports.mailer.send({ ...mail, subject, from: sheet.manifest.sender, to });
    const at = new Date(ports.clock()).toISOString();
    await ports.audit.append({
      at,
      runId: params.id,
      what: 'proofSent',
      by: personOf(actor),
      origin,
      facts: { recipients: body.addresses.length },
    });
    return { sent: body.addresses.length, subject };
  };

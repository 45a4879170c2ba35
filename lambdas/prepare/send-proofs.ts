import { personOf } from '../../domain/people/people.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { prepareRoutes } from '../../domain/prepare/routes.ts';
import type { HttpHandler, HttpRequest } from '../../domain/http/route.ts';
import { answerBy, mailProofs, refuseUnknown, type MailProofPorts } from './mail-proofs.ts';
import { loadSource, renderedFor, type FrozenMailPorts } from '../content/frozen-mail.ts';
import { attachmentsOfProof } from '../content/load-attachments.ts';
import { shownTo } from './preview-run.ts';

export type ProofPorts = FrozenMailPorts & MailProofPorts & { audit: Audit };

type Asked = HttpRequest<typeof prepareRoutes.sendProofs>;

const keep = async (ports: ProofPorts, { params, actor, origin }: Asked, recipients: number): Promise<void> =>
  ports.audit.append({
    at: new Date(ports.clock()).toISOString(),
    runId: params.id,
    what: 'proofSent',
    by: personOf(actor),
    origin,
    facts: { recipients },
  });

/**
 * POST /runs/{id}/proofs: the subject says "Proof n". Nobody confirmed what they show, so they go to known people
 * only and are few; they are in the audit, and in no figure. Its time runs from here on, whatever it goes to: who asked is
 * told how many went out before the Lambda is ended.
 */
export const sendProofs =
  (ports: ProofPorts): HttpHandler<typeof prepareRoutes.sendProofs> =>
  async (asked, timeLeft = () => Number.POSITIVE_INFINITY) => {
    const until = answerBy(ports, timeLeft);
    const runId = asked.params.id;
    const { addresses, ...as } = asked.body;
    const source = await loadSource(ports, runId);
    await refuseUnknown(ports, addresses, until, source.manifest.topic ?? undefined);
    const { recipient } = await shownTo(ports, source, as);
    const attachments = await attachmentsOfProof(ports.content, source.manifest.attachments);
    const mail = renderedFor(source, recipient, ports.consoleUrl);
    const earlier = (await ports.audit.ofRun(runId)).filter(({ what }) => what === 'proofSent').length;
    const subject = `Proof ${earlier + 1}: ${mail.subject}`;
    const sent = await mailProofs(ports, {
      runId,
      mail: { ...mail, subject, from: source.manifest.sender, attachments },
      addresses,
      until,
      keep: async (recipients) => keep(ports, asked, recipients),
    });
    return { sent, subject };
  };

import type { prepareRoutes } from '../../domain/prepare/routes.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import { attachmentsOfProof } from '../content/load-attachments.ts';
import { answerBy, mailProofs, refuseUnknown, type MailProofPorts } from './mail-proofs.ts';

export type DraftProofPorts = MailProofPorts & {
  content: Pick<ContentStore, 'getBytes'>;
  /** Who sent how many, for the log: there is no run whose audit could keep it. */
  reportSent: (sent: { by: string; recipients: number }) => void;
};

/** A header is one line, whoever asks. */
const oneLine = (subject: string): string => subject.replaceAll(/[\r\n\u2028\u2029]+/g, ' ');

/**
 * POST /proofs: a mail that is being written, as its preview shows it, to the same people and of the same count a day as
 * the proofs of runs. Nothing of it is kept.
 */
export const sendDraftProofs =
  (ports: DraftProofPorts): HttpHandler<typeof prepareRoutes.sendDraftProofs> =>
  async ({ body, actor }, timeLeft = () => Number.POSITIVE_INFINITY) => {
    const until = answerBy(ports, timeLeft);
    const { mail, sender, addresses, topic } = body;
    const attachments = await attachmentsOfProof(ports.content, body.attachments ?? []);
    await refuseUnknown(ports, addresses, until, topic);
    const subject = `Draft: ${oneLine(mail.subject)}`;
    const sent = await mailProofs(ports, {
      runId: null,
      mail: { ...mail, subject, from: sender, attachments },
      addresses,
      until,
      keep: async (recipients) => ports.reportSent({ by: actor.sub, recipients }),
    });
    return { sent, subject };
  };

import type { SingleMail } from '../ports/single-mailer.ts';
import type { RunIn } from '../model/run.ts';
import { noticeMail } from '../people/notice-mail.ts';
import { outcomeWords } from './outcome-words.ts';

/** Tells whoever asked for a confirmation that it was refused or that changes are wanted, and why. */
export const outcomeMail = ({
  run,
  link,
  from,
}: {
  run: RunIn<'Rejected'>;
  link: string;
  from: string;
}): SingleMail => {
  const { decision, requestedBy, campaignName } = run;
  const words =
    outcomeWords[requestedBy.language][decision.decision === 'requestChanges' ? 'requestChanges' : 'reject'];
  const facts = { campaign: campaignName, who: decision.by.name };
  const quoted = [decision.reason ?? ''];
  const mail = noticeMail(
    requestedBy,
    { words, facts, quoted, tone: 'bad', link },
    { from, replyTo: decision.by.email },
  );
  return { ...mail, about: { runId: run.id, mail: 'notice', sub: requestedBy.sub } };
};

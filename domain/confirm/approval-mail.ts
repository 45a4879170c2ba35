import { Liquid } from 'liquidjs';
import { authorsOf } from '../model/authors.ts';
import { isMailed, type Person } from '../people/people.ts';
import { approvalsNeeded } from '../model/policy.ts';
import type { SingleMail } from '../ports/single-mailer.ts';
import type { RunIn } from '../model/run.ts';
import { fingerprint } from '../model/fingerprint.ts';
import { approvalHtml, approvalText } from './approval-template.ts';
import { approvalWords } from './approval-words.ts';

const escaping = new Liquid({ outputEscape: 'escape', strictVariables: true });
const plain = new Liquid({ strictVariables: true });

const zoneOf = (run: RunIn<'AwaitingConfirmation'>): string => ('zone' in run.schedule ? run.schedule.zone : 'UTC');

const moment = (at: string, locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(new Date(at));

const factsOf = (run: RunIn<'AwaitingConfirmation'>, approver: Person) => {
  const { locale, onceConfirmed } = approvalWords[approver.language];
  const number = new Intl.NumberFormat(locale);
  const { counts, checks, subject, manifestHash, policy } = run.preparation;
  const needed = approvalsNeeded(policy, counts.toDeliver);
  const verdicts = (verdict: string): number => checks.filter((check) => check.verdict === verdict).length;
  return {
    language: approver.language,
    campaign: run.campaignName,
    name: approver.name,
    requester: run.requestedBy.name,
    subject,
    fingerprint: fingerprint(manifestHash),
    toDeliver: number.format(counts.toDeliver),
    targeted: number.format(counts.targeted),
    excluded: number.format(counts.targeted - counts.toDeliver),
    warnings: verdicts('warning'),
    blocking: verdicts('blocking'),
    start:
      run.sendAt === undefined || run.missedStart !== undefined
        ? onceConfirmed
        : moment(run.sendAt, locale, zoneOf(run)),
    isMissed: run.missedStart !== undefined,
    missedStart: run.missedStart === undefined ? '' : moment(run.missedStart, locale, zoneOf(run)),
    deadline: moment(run.deadline, locale, zoneOf(run)),
    deadlineUtc: moment(run.deadline, locale, 'UTC'),
    needed,
    given: run.approvals.length,
    isTraining: policy.training,
    isResend: run.resendOf !== undefined,
    isRelease: run.releasesSeries === true,
    authors: authorsOf(run)
      .map(({ name }) => name)
      .join(', '),
  };
};

const filled = (engine: Liquid, source: string, scope: object): string =>
  String(engine.parseAndRenderSync(source, scope));

/**
 * The mail that asks one approver: one button "Review" to `link`, an equal text part, no task token,
 * nobody's data beyond the campaign's name and counts.
 */
export const approvalMail = (ask: {
  run: RunIn<'AwaitingConfirmation'>;
  approver: Person;
  link: string;
  from: string;
  isReminder: boolean;
}): SingleMail => {
  const facts = factsOf(ask.run, ask.approver);
  // Words are filled as plain text; the HTML template escapes them when it takes them in.
  const words = Object.fromEntries(
    Object.entries(approvalWords[ask.approver.language]).map(([name, sentence]) => [
      name,
      filled(plain, sentence, facts),
    ]),
  );
  const scope = { ...facts, link: ask.link, w: words };
  return {
    from: { name: 'Freigabe', address: ask.from },
    to: ask.approver.email,
    subject: (ask.isReminder ? words['reminder'] : words['subject']) ?? '',
    html: filled(escaping, approvalHtml, scope),
    text: filled(plain, approvalText, scope),
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(isMailed(ask.run.requestedBy) && { 'Reply-To': ask.run.requestedBy.email }),
    },
    about: { runId: ask.run.id, mail: 'approval', sub: ask.approver.sub },
  };
};

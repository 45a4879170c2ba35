import type { AudienceRules, Fatigue } from '../model/audience-rules.ts';
import type { Check } from '../model/preparation.ts';
import type { Run } from '../model/run.ts';
import type { Schedule } from '../model/schedule.ts';

const DAY_MS = 86_400_000;

/**
 * When a run goes out or went out; undefined: it counts for nobody, because nothing of it is sent or nobody has
 * decided that it will be. Of a run that was stopped midway all who were to get it count.
 */
export const contactOf = (run: Run): string | undefined => {
  switch (run.state) {
    case 'Scheduled':
      return run.startAt;
    case 'Sending':
    case 'Paused':
    case 'Finished':
    case 'Stopped':
      return run.sendingStartedAt;
    case 'Preparing':
    case 'PreparationFailed':
    case 'AwaitingConfirmation':
    case 'Rejected':
    case 'Expired':
    case 'Skipped':
      return undefined;
  }
};

/** First and last instant of the window around a contact, before and after it, epoch milliseconds. */
export const windowAround = (contact: string, { days }: Fatigue): { from: number; to: number } => {
  const at = Date.parse(contact);
  return { from: at - days * DAY_MS, to: at + days * DAY_MS };
};

/** Does this run count for the window? */
export const isWithin = (run: Run, { from, to }: { from: number; to: number }): boolean => {
  const at = Date.parse(contactOf(run) ?? '');
  return at >= from && at <= to;
};

/** Without a contact date the window is laid around the preparation, and the message may go out days later. */
export const fatigueChecks = ({ fatigue }: AudienceRules, schedule: Schedule): Check[] => {
  if (!fatigue) return [];
  const verdict = schedule.mode === 'onceConfirmed' ? 'warning' : 'passed';
  return [{ code: 'fatigueDate', verdict, facts: { messages: fatigue.messages, withinDays: fatigue.days } }];
};

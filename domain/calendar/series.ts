import type { CampaignSettings } from '../model/campaign.ts';
import { Problem } from '../http/problem.ts';
import { hasEnded, type Run } from '../model/run.ts';
import { nextOccurrences } from './occurrence.ts';

const BEGINNING = new Date(0).toISOString();

/**
 * The first start of a series that has not begun: what is prepared of it goes out then. Undefined: it is going already.
 * @throws Problem `invalid-input` when no start is left
 */
export const firstStartOf = ({ schedule }: Pick<CampaignSettings, 'schedule'>, now: string): string | undefined => {
  if (schedule.mode !== 'recurring') return undefined;
  const [next] = nextOccurrences(schedule, now, 1);
  if (next === undefined)
    throw new Problem(
      'invalid-input',
      'The series has no start any more: its end is past, its runs are used up, or its day never comes.',
      'Give the campaign a later end, more runs or another frequency.',
      { cause: 'seriesOver' },
    );
  const [first] = nextOccurrences(schedule, BEGINNING, 1);
  return first === next ? next : undefined;
};

/**
 * Does a timer start this series? "Prepare" arms it, with a run that is one of a series; an edit alone never does.
 * @param runs its latest runs
 */
export const isArmed = ({ schedule, recurringSince = 1 }: CampaignSettings, runs: readonly Run[]): boolean =>
  schedule.mode === 'recurring' &&
  runs.some((run) => run.schedule.mode === 'recurring' && run.campaignVersion >= recurringSince);

/**
 * A run of the campaign's own that is under way. One that sends unknown messages again holds nothing up, and neither
 * does one whose question is over: nobody can confirm it any more.
 */
export const isPending = (run: Run, now: string): boolean =>
  !hasEnded(run) && run.resendOf === undefined && !(run.state === 'AwaitingConfirmation' && run.deadline <= now);

/** Is this the run of that start, prepared ahead of it? One that came to nothing leaves the start to the timer. */
export const isRunOf = (run: Run, occurrence: string, now: string): boolean =>
  (run.sendAt ?? run.missedStart) === occurrence &&
  run.schedule.mode === 'recurring' &&
  (run.state === 'Finished' || isPending(run, now));

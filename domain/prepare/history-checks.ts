import type { Campaign } from '../model/campaign.ts';
import type { Check } from '../model/preparation.ts';
import type { Run } from '../model/run.ts';

/** Messages of the last run of the campaign that was confirmed or sent. `runs`: newest first. */
export const lastToDeliver = (runs: readonly Run[]): number | undefined => {
  for (const run of runs) {
    const isMeasure = run.state === 'Finished' || ('decision' in run && run.decision?.decision === 'confirm');
    if (isMeasure && 'preparation' in run && run.preparation) return run.preparation.counts.toDeliver;
  }
  return undefined;
};

/** An audience that jumped is more often a wrong list or a broken import than a success. */
export const audienceChangeChecks = (before: number | undefined, toDeliver: number, limit: number): Check[] => {
  if (before === undefined || before === 0) return [];
  const percent = (Math.abs(toDeliver - before) / before) * 100;
  const facts = { before, now: toDeliver, percent: Math.round(percent), limit };
  return [{ code: 'audienceChange', verdict: percent > limit ? 'warning' : 'passed', facts }];
};

/** A copy has no schedule: unless it is given one, it goes out as soon as it is confirmed. */
export const copiedScheduleChecks = ({ copiedFrom, schedule }: Pick<Campaign, 'copiedFrom' | 'schedule'>): Check[] =>
  copiedFrom && copiedFrom.mode !== 'onceConfirmed' && schedule.mode === 'onceConfirmed'
    ? [{ code: 'scheduleLost', verdict: 'warning', facts: { original: copiedFrom.name } }]
    : [];

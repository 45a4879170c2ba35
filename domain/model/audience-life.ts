import type { Fatigue } from './audience-rules.ts';
import type { Check } from './preparation.ts';
import { Problem } from '../http/problem.ts';

const DAY_MS = 86_400_000;

/** Days for which the versioned bucket keeps an object that it has deleted. */
export const VERSION_DAYS = 1;

/**
 * When nothing holds any more what was frozen at `frozenAt`: S3 deletes at the midnight (UTC) after so many days, and
 * the version behind it at the midnight after `VERSION_DAYS` more.
 */
export const deletedBy = (frozenAt: string, audienceDays: number): string =>
  new Date(Date.parse(frozenAt) + (audienceDays + 1 + VERSION_DAYS + 1) * DAY_MS).toISOString();

/** Days after its planned start in which a run may be paused, looked into and sent again. */
const AFTER_START_DAYS = 30;

/** A run that has ended counts for a window of fatigue when it was prepared at most so long before it (ADR 22). */
export const FATIGUE_LOOK_BACK_DAYS = 62;

type Planned = { sendAt: string | null; now: number; fatigue: Fatigue | undefined; audienceDays: number };

/** An audience that would be deleted before its run is sent, or before a rule has counted it, is not frozen at all. */
export const audienceKeptChecks = ({ sendAt, now, fatigue, audienceDays }: Planned): Check[] => {
  const ahead = sendAt === null ? 0 : Math.max(0, Math.ceil((Date.parse(sendAt) - now) / DAY_MS));
  const needed = Math.max(ahead + AFTER_START_DAYS, fatigue ? fatigue.days + FATIGUE_LOOK_BACK_DAYS : 0);
  if (needed <= audienceDays) return [];
  return [{ code: 'audienceKept', verdict: 'blocking', facts: { needed, limit: audienceDays } }];
};

/** Something frozen that names people. @throws Problem `people-deleted` when its time was over */
export const stillKept = <T>(frozen: T | undefined): T => {
  if (frozen !== undefined) return frozen;
  throw new Problem(
    'people-deleted',
    'Who was in the audience of this run is deleted: it is kept for some months only.',
    'Figures, ledger and the history of its confirmation stay: look at those.',
  );
};

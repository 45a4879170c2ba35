import { Problem } from '../http/problem.ts';
import type { Run } from './run.ts';

const DAY_MS = 86_400_000;

/** Days for which message rows are kept when a stage does not say: more than a year, so that a yearly series sees its last start. */
const DEFAULT_MESSAGES_DAYS = 400;

/** Rows end not before the people that they are of: logs, histories and resends read both. */
export const messagesDaysOf = (asked: number | undefined, audienceDays: number): number =>
  asked ?? Math.max(DEFAULT_MESSAGES_DAYS, audienceDays);

type Planned = { preparedAt: string; sendAt: string | undefined; messagesDays: number };

/**
 * Until when the message rows of a run (its ledger and what SES told) are read and written. Frozen with the run, so that
 * all its rows end together and a setting that is changed later moves no end that was written into a row.
 */
export const rowsUntilOf = ({ preparedAt, sendAt = preparedAt, messagesDays }: Planned): string =>
  new Date(Math.max(Date.parse(preparedAt), Date.parse(sendAt)) + messagesDays * DAY_MS).toISOString();

/**
 * Whoever began while the rows were there has a day to come to an end: nothing that reads or writes rows takes so long, so
 * nobody finds a part of them. In epoch seconds, as DynamoDB's Time to Live takes it, which deletes never before and within
 * some days after (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html).
 */
export const deletedFrom = (rowsUntil: string): number => Math.ceil((Date.parse(rowsUntil) + DAY_MS) / 1000);

/** Absent of runs that were prepared before rows had an end: theirs stay. */
export const rowsUntilIn = (run: Run): string | undefined =>
  'preparation' in run ? run.preparation?.rowsUntil : undefined;

/** From then on rows count as gone, deleted or not: DynamoDB deletes them in any order. */
export const isOver = (rowsUntil: string | undefined, now: number): boolean =>
  rowsUntil !== undefined && Date.parse(rowsUntil) <= now;

export const haveRowsEnded = (run: Run, now: number): boolean => isOver(rowsUntilIn(run), now);

/** @throws Problem `rows-ended`: without its rows a log would be empty, and a recount nought */
export const refuseEndedRows = (run: Run, now: number): void => {
  const until = rowsUntilIn(run);
  if (!isOver(until, now)) return;
  throw new Problem(
    'rows-ended',
    `The single messages of this run were kept until ${until}.`,
    'Its figures and the history of its confirmation stay: look at those.',
    { until },
  );
};

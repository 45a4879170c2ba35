import { sortedPage, type SortedPage } from '../http/sorted-page.ts';
import { eachOnce, monthOf, type RunEntry, type RunPart } from '../model/run-entry.ts';
import { foldedText, hasWords } from '../values/folded-text.ts';
import type { RunQuery } from './api.ts';

/** The month that is shown, and the parts of the list that it lies in. `now`: ISO 8601. */
export const partsFor = ({ month }: RunQuery, now: string): { month: string; parts: RunPart[] } => {
  const shown = month ?? monthOf(now);
  const ended: RunPart[] = [`FAILED#${shown}`, `ENDED#${shown}`];
  return { month: shown, parts: month === undefined ? ['OPEN', ...ended] : ended };
};

const textOf = ({ campaignName, subject, requestedBy }: RunEntry): string =>
  foldedText([campaignName, subject ?? '', requestedBy.name].join('\n'));

export const findRuns = (runs: readonly RunEntry[], query: RunQuery): { page: SortedPage<RunEntry>; count: number } => {
  const { search, state, sort } = query;
  const has = hasWords(search);
  const found = eachOnce(runs).filter(
    (run) => (state === undefined || run.state === state) && (search === '' || has(textOf(run))),
  );
  const order = {
    placeOf: ({ id, campaignName }: RunEntry) => ({ value: sort === 'name' ? foldedText(campaignName) : '', id }),
    ascending: sort === 'name',
  };
  return { page: sortedPage(found, order, query), count: found.length };
};

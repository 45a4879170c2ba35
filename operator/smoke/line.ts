/** `failed`: it is not as it should be; `notSeen`: it did not come in time; `notDone`: nobody was there who may; `note`: to know. */
export type Verdict = 'ok' | 'note' | 'failed' | 'notSeen' | 'notDone';

/** One line of the page: what was tried, what came of it, and how to mend it. */
export type Line = { verdict: Verdict; what: string; says: string; mend?: string };

export const ok = (what: string, says: string): Line => ({ verdict: 'ok', what, says });
export const note = (what: string, says: string, mend: string): Line => ({ verdict: 'note', what, says, mend });
export const failed = (what: string, says: string, mend: string): Line => ({ verdict: 'failed', what, says, mend });
export const notSeen = (what: string, says: string, mend: string): Line => ({ verdict: 'notSeen', what, says, mend });
export const notDone = (what: string, says: string, mend: string): Line => ({ verdict: 'notDone', what, says, mend });

const marks: Record<Verdict, string> = {
  ok: 'ok',
  note: 'note',
  failed: 'FAILED',
  notSeen: 'not seen',
  notDone: 'not done',
};

const MARK = 10;
const WHAT = 17;

export const textOf = ({ verdict, what, says, mend }: Line): string => {
  const first = `${marks[verdict].padEnd(MARK)}${what.padEnd(WHAT)}${says}`;
  return mend === undefined ? first : `${first}\n${' '.repeat(MARK + WHAT - 2)}→ ${mend}`;
};

/** Whether the stage was proven: nothing failed, everything came, and everybody was there. */
export const isProven = (lines: readonly Line[]): boolean =>
  lines.every(({ verdict }) => verdict === 'ok' || verdict === 'note');

/** The last line of the page. */
export const endOf = (lines: readonly Line[]): string => {
  const wrong = lines.filter((line) => !isProven([line])).length;
  return wrong === 0 ? 'Everything is as it should be.' : `${wrong} of ${lines.length} are not as they should be.`;
};

import type { Group } from '../model/ledger.ts';
import type { EntryOutcome } from './ports/group-mailer.ts';
import type { PauseCause } from '../model/run.ts';

/** An entry that SES names no reason against is asked for so many times in all. */
const TRIES = 4;

/** So many recipients refused one after the other, each in a call of its own: it is not them, it is the content or SES. */
const SUSPICIOUS = 5;

/** A share of refusals that no list explains, once so many were answered for in a chunk. */
const REFUSED_PERCENT = 20;
const ANSWERED = 50;

const timesAgain = (groups: readonly Group[], number: number): number =>
  groups.filter(({ outcome }) => outcome?.again?.includes(number)).length;

const isTaken = ({ kind }: EntryOutcome): boolean => kind === 'handedOver';

/**
 * What becomes of the entries of one call, given all groups of its chunk. A call of which SES took nobody says nothing
 * against anybody in it: all are released, and come back in halves until each is alone; who had a call without an answer
 * stays unknown. Whom SES names no reason
 * against is released too, some times; then it fails with SES's words.
 */
export const judgeEntries = (entries: readonly EntryOutcome[], groups: readonly Group[]): EntryOutcome[] => {
  if (entries.length > 1 && !entries.some(isTaken))
    return entries.map((entry) => (entry.kind === 'unknown' ? entry : { number: entry.number, kind: 'released' }));
  return entries.map((entry): EntryOutcome => {
    if (entry.kind !== 'released' || entry.reason === undefined) return entry;
    const { number, reason } = entry;
    return timesAgain(groups, number) + 1 >= TRIES ? { number, kind: 'refused', reason } : entry;
  });
};

type Closed = Group & { outcome: NonNullable<Group['outcome']> };

/** Refusals since SES last took anybody, the latest first; what is released or opted out says nothing. */
const refusedInARow = (closed: readonly Closed[]) => {
  const latestFirst = closed.toSorted((one, other) => (one.outcome.closedAt < other.outcome.closedAt ? 1 : -1));
  const taken = latestFirst.findIndex(({ outcome }) => outcome.handedOver.length > 0);
  return latestFirst.slice(0, taken === -1 ? undefined : taken).flatMap(({ outcome }) => outcome.refused);
};

const isTooMany = (closed: readonly Closed[]): boolean => {
  const refused = closed.reduce((sum, { outcome }) => sum + outcome.refused.length, 0);
  const answered = closed.reduce((sum, { outcome }) => sum + outcome.handedOver.length, refused);
  return answered >= ANSWERED && refused * 100 >= answered * REFUSED_PERCENT;
};

/** Begins the reason of an entry that SES names none against. */
export const UNSPECIFIC = 'FAILED';

/** Why a run pauses for what SES refuses, and what SES said last. */
export type Refused = { cause: PauseCause; reason: string };

/**
 * Whether what SES refused in a chunk has to be answered for by a person. Read from the ledger, so that neither another
 * worker nor the next pass begins to count anew.
 * @param isAnswered somebody resumed the run after such a share
 */
export const tooManyRefused = (groups: readonly Group[], isAnswered: boolean): Refused | undefined => {
  const closed = groups.filter((group): group is Closed => group.outcome !== undefined);
  const row = refusedInARow(closed);
  const [last] = row;
  if (last && row.length >= SUSPICIOUS) {
    const cause = last.reason.startsWith(UNSPECIFIC) ? 'refusedBySes' : 'contentRefused';
    return { cause, reason: last.reason };
  }
  if (isAnswered || !isTooMany(closed)) return undefined;
  const reason = closed.flatMap(({ outcome }) => outcome.refused).at(-1)?.reason ?? '';
  return { cause: 'refusalRatio', reason };
};

import { startingOf, type CampaignEntry } from '../model/campaign-entry.ts';
import { lineOf, type RunEntry, type RunLine } from '../model/run-entry.ts';
import type { NextStarts } from '../calendar/next-starts.ts';
import type { Actor } from '../people/people.ts';
import type { Home, PlannedSend } from './api.ts';
import type { SeriesEntries } from '../ports/run-lists.ts';

/** So many of a block are shown; how many there are is said beside it, and the list of runs has all of them. */
const SHOWN = 10;

type Somebody = Pick<Actor, 'sub' | 'email' | 'groups'>;

export type HomeFacts = {
  open: readonly RunEntry[];
  /** Without those that a newer run of their campaign has come after. */
  failed: readonly RunEntry[];
  series: SeriesEntries;
  /** Of whoever asks again and again. */
  starts: NextStarts;
};

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

const by =
  (place: (run: RunLine) => string | null) =>
  (one: RunLine, other: RunLine): number =>
    compare(place(one) ?? '~', place(other) ?? '~');

const blockOf = <T>(items: readonly T[]): { count: number; items: T[] } => ({
  count: items.length,
  items: items.slice(0, SHOWN),
});

const nextOf = (
  entry: CampaignEntry,
  { series, starts }: Pick<HomeFacts, 'series' | 'starts'>,
  { now, until }: { now: string; until: string },
): PlannedSend[] => {
  const starting = startingOf(entry, series.lives.get(entry.id));
  if (starting?.life.state !== 'armed') return [];
  const start = starts.of(entry.id, starting, now);
  return start !== undefined && start <= until
    ? [{ campaignId: entry.id, campaignName: entry.name, at: start, run: null }]
    : [];
};

/** What goes out until then: runs that are confirmed, and the next starts of series of which no run is prepared yet. */
const plannedUntil = (
  lines: readonly RunLine[],
  known: Pick<HomeFacts, 'series' | 'starts'>,
  { now, until }: { now: string; until: string },
): PlannedSend[] => {
  const runs = lines.flatMap((run): PlannedSend[] =>
    run.state === 'Scheduled' && run.startAt !== null && run.startAt <= until
      ? [{ campaignId: run.campaignId, campaignName: run.campaignName, at: run.startAt, run }]
      : [],
  );
  const prepared = new Set(lines.map(({ campaignId, start }) => `${campaignId} ${start}`));
  const starts = known.series.campaigns.items
    .flatMap((entry) => nextOf(entry, known, { now, until }))
    .filter(({ campaignId, at }) => !prepared.has(`${campaignId} ${at}`));
  return [...runs, ...starts].toSorted((one, other) => compare(one.at, other.at));
};

/** The front page of one person, complete in its counts. `now`, `until`: ISO 8601. */
export const homeOf = (
  { open, failed, ...known }: HomeFacts,
  somebody: Somebody,
  { now, until }: { now: string; until: string },
): Omit<Home, 'unreadable'> => {
  const lines = open.map((entry) => lineOf(entry, somebody));
  const inState = (...states: RunLine['state'][]): RunLine[] => lines.filter(({ state }) => states.includes(state));
  const awaiting = inState('AwaitingConfirmation').toSorted(by(({ deadline }) => deadline));
  const isHeld = ({ holdUntil }: RunLine): boolean => holdUntil !== null && holdUntil > now;
  const sending = inState('Sending').toSorted(by(({ sendingStartedAt }) => sendingStartedAt));
  return {
    asOf: now,
    yours: blockOf(awaiting.filter(({ you }) => you.mayConfirm)),
    awaiting: blockOf(awaiting.filter(({ you }) => !you.mayConfirm)),
    paused: blockOf(inState('Paused').toSorted(by(({ pausedAt }) => pausedAt))),
    held: blockOf(sending.filter(isHeld)),
    failed: blockOf(
      failed
        .map((entry) => lineOf(entry, somebody))
        .toSorted(by(({ endedAt }) => endedAt))
        .toReversed(),
    ),
    sending: blockOf(sending.filter((run) => !isHeld(run))),
    preparing: blockOf(inState('Preparing').toSorted(by(({ createdAt }) => createdAt))),
    planned: blockOf(plannedUntil(lines, known, { now, until })),
    later: inState('Scheduled').filter(({ startAt }) => startAt === null || startAt > until).length,
  };
};

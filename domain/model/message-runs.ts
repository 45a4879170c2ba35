import * as z from 'zod';
import type { Readable } from '../http/page.ts';
import type { Runs } from '../ports/runs.ts';
import { messageSetKey, type MessageSet } from './audience-filter.ts';
import { haveRowsEnded } from './row-life.ts';
import type { Run } from './run.ts';
import { hasEnded } from './run-end.ts';
import { runsSince } from './runs-since.ts';

const DAY_MS = 86_400_000;

/** A run whose messages are looked at, for the sets at these places. */
export const RunToRead = z.object({
  runId: z.string(),
  campaignName: z.string(),
  sendingStartedAt: z.string(),
  prefix: z.string(),
  chunks: z.int(),
  /** Of which topic its mails were; absent: of none. */
  topic: z.string().optional(),
  /** It had not ended: what is not settled may come yet. */
  isLive: z.boolean(),
  sets: z.array(z.int()),
});
export type RunToRead = z.infer<typeof RunToRead>;

/** `missing`: ids of runs that nobody finds, that sent nothing, or of which nobody can read what they were. */
export type MessageRuns = { runs: RunToRead[]; missing: string[] };

type Ports = { runs: Pick<Runs, 'get' | 'current' | 'recent' | 'listOfCampaign'> };
type Begun = Omit<RunToRead, 'sets'>;

/** Of a run whose message rows have ended nobody knows any more what people did. */
const begunBy =
  (now: string) =>
  (run: Run | undefined): Begun[] => {
    if (
      !run ||
      haveRowsEnded(run, Date.parse(now)) ||
      !('sendingStartedAt' in run) ||
      run.sendingStartedAt === undefined ||
      !run.preparation
    )
      return [];
    const { id: runId, campaignName, sendingStartedAt, preparation, topic } = run;
    const { prefix, chunks } = preparation;
    return [
      {
        runId,
        campaignName,
        sendingStartedAt,
        prefix,
        chunks,
        isLive: !hasEnded(run),
        ...(topic !== undefined && { topic }),
      },
    ];
  };

/** A run that sends unknown messages again may itself have left some. */
const MOST_RESENDS = 20;

/** With the runs that sent its unknown messages again: who got one of theirs got it. Empty: it is not there, or sent nothing. */
const withResends = async ({ runs }: Ports, id: string, now: string): Promise<Begun[]> => {
  const found: Begun[] = [];
  let next: string | undefined = id;
  for (let turn = 0; next !== undefined && turn <= MOST_RESENDS; turn += 1) {
    const run: Run | undefined = await runs.get(next);
    found.push(...begunBy(now)(run));
    next = run && 'resentAs' in run ? run.resentAs : undefined;
  }
  return found;
};

type Candidates = Readable<Run>;

const lastOf = (campaignId: string, { items }: Candidates, now: string): string | undefined =>
  items
    .filter((run) => run.campaignId === campaignId && run.resendOf === undefined)
    .flatMap(begunBy(now))
    .toSorted((one, other) => (one.sendingStartedAt < other.sendingStartedAt ? 1 : -1))[0]?.runId;

/** Of a run that was prepared before this it is not known any more who was in its audience. */
type Bounds = { keptSince: string; now: string };

const runsOfSet = async (ports: Ports, of: MessageSet, known: Candidates, bounds: Bounds): Promise<Begun[]> => {
  if ('run' in of) return withResends(ports, of.run, bounds.now);
  const begun = begunBy(bounds.now);
  const isKept = (run: Run): boolean =>
    'preparation' in run && run.preparation !== undefined && run.preparation.preparedAt > bounds.keptSince;
  if ('days' in of) {
    const since = new Date(Date.parse(bounds.now) - of.days * DAY_MS).toISOString();
    return known.items.flatMap(begun).filter(({ sendingStartedAt }) => sendingStartedAt >= since);
  }
  const kept = { ...known, items: known.items.filter(isKept) };
  if (of.runs === 'all') return kept.items.filter(({ campaignId }) => campaignId === of.campaign).flatMap(begun);
  const last = lastOf(of.campaign, kept, bounds.now);
  return last === undefined ? [] : withResends(ports, last, bounds.now);
};

/**
 * Since when a run may have been begun that is asked about. Its people are kept for `audienceDays`, and it may wait for its
 * time nearly as long: what was sent on one of the last days may have been begun so long before, and is missing without them.
 */
const begunSince = (sets: readonly MessageSet[], keptSince: string): string => {
  const days = Math.max(0, ...sets.map((of) => ('days' in of ? of.days : 0)));
  return days === 0 ? keptSince : new Date(Date.parse(keptSince) - days * DAY_MS).toISOString();
};

/** Of a campaign so many runs are looked at for one that was sent. */
const MOST_OF_CAMPAIGN = 100;

/**
 * Of a campaign of which nothing is kept: the run that was sent last, if there was one, and those of which nobody can read
 * that. Whoever got it would pass for somebody who got nothing.
 */
const forgottenOf = async ({ runs }: Ports, campaignId: string): Promise<string[]> => {
  const { items, unreadable } = await runs.listOfCampaign(campaignId, MOST_OF_CAMPAIGN);
  const sent = items.find((run) => 'sendingStartedAt' in run && run.sendingStartedAt !== undefined);
  return [...(sent ? [sent.id] : []), ...unreadable];
};

/**
 * The runs that these sets of messages are of, each once. A campaign that sent nothing yet has none, and that is known;
 * of one that did, one of its runs has to be kept still. A run that is named has to be there.
 */
export const messageRunsOf = async (
  ports: Ports,
  sets: readonly MessageSet[],
  { now, audienceDays }: { now: string; audienceDays: number },
): Promise<MessageRuns> => {
  const keptSince = new Date(Date.parse(now) - audienceDays * DAY_MS).toISOString();
  const isSearched = sets.some((of) => !('run' in of));
  const known = isSearched ? await runsSince(ports, begunSince(sets, keptSince)) : { items: [], unreadable: [] };
  const runs = new Map<string, RunToRead>();
  const missing = known.unreadable;
  for (const [place, of] of sets.entries()) {
    const found = await runsOfSet(ports, of, known, { keptSince, now });
    if ('run' in of && found.length === 0) missing.push(of.run);
    if ('campaign' in of && found.length === 0) missing.push(...(await forgottenOf(ports, of.campaign)));
    for (const run of found) {
      const places = new Set([...(runs.get(run.runId)?.sets ?? []), place]);
      runs.set(run.runId, { ...run, sets: [...places] });
    }
  }
  return { runs: [...runs.values()], missing };
};

/** Where the marks of a set of messages are. */
export const placesOf = (sets: readonly MessageSet[]): ReadonlyMap<string, number> =>
  new Map(sets.map((of, place) => [messageSetKey(of), place]));

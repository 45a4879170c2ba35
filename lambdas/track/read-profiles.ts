import { addressKey } from '../../domain/model/address.ts';
import { found } from '../../domain/http/find.ts';
import { namedProfile } from '../../domain/http/named-profile.ts';
import type { PageQuery } from '../../domain/http/page.ts';
import { idsOf } from '../../domain/model/merged-profile.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { isUnreadable } from '../../domain/values/unreadable.ts';
import type { Run } from '../../domain/model/run.ts';
import { historyLine, isHistory, type RunOfProfile } from '../../domain/track/history-line.ts';
import type { trackRoutes } from '../../domain/track/routes.ts';
import { explain, explainForgotten } from '../../domain/track/why.ts';
import { FORGOTTEN, runOfProfile, type StoryPorts } from './runs-of-profile.ts';

export type ProfilePorts = StoryPorts & {
  profiles: Profiles;
  /** Days for which the stage keeps what is frozen of people. */
  audienceDays: number;
};

/**
 * What each of these runs meant for a profile; those that did not concern it are left out, and those whose people are
 * deleted: then there are older entries that have ended. `unreadable`: those whose people cannot be read.
 */
const knownIn = async (
  ports: StoryPorts,
  runs: readonly Run[],
  profileId: string,
): Promise<{ known: RunOfProfile[]; unreadable: string[]; hasForgotten: boolean }> => {
  const unreadable: string[] = [];
  const lookAt = async (run: Run) => {
    try {
      return await runOfProfile(ports, run, profileId);
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      unreadable.push(run.id);
      return undefined;
    }
  };
  const known = await Promise.all(runs.map(lookAt));
  return {
    known: known.filter((one) => one !== undefined && one !== FORGOTTEN),
    unreadable,
    hasForgotten: known.includes(FORGOTTEN),
  };
};

/** Many profiles may have one address, or have become one: the directories of the runs are read once for all of them. */
const readingOnce = <Ports extends StoryPorts>(ports: Ports): Ports => {
  const read = new Map<string, ReturnType<StoryPorts['content']['getBytes']>>();
  const getBytes = async (key: string) => {
    const reading = read.get(key) ?? ports.content.getBytes(key);
    read.set(key, reading);
    return reading;
  };
  return { ...ports, content: { ...ports.content, getBytes } };
};

/** The newest run first; of one run what it meant under the first id first. */
const knownOfAll = async (ports: StoryPorts, runs: readonly Run[], ids: readonly string[]) => {
  const once = ids.length > 1 ? readingOnce(ports) : ports;
  const known: RunOfProfile[] = [];
  const unreadable = new Set<string>();
  let hasForgotten = false;
  for (const id of ids) {
    const looked = await knownIn(once, runs, id);
    hasForgotten ||= looked.hasForgotten;
    known.push(...looked.known);
    for (const runId of looked.unreadable) unreadable.add(runId);
  }
  const placeOf = new Map(runs.map(({ id }, place) => [id, place]));
  const inOrder = known.toSorted((one, other) => (placeOf.get(one.run.id) ?? 0) - (placeOf.get(other.run.id) ?? 0));
  return { known: inOrder, unreadable: [...unreadable], hasForgotten };
};

/** What each run of a page of them meant for a profile. */
export const runsOf = async (
  ports: ProfilePorts,
  profileIds: readonly string[],
  query: { before?: string | undefined; limit: number },
) => {
  const { items: runs, unreadable, next } = await ports.runs.recent(query);
  const looked = await knownOfAll(ports, runs, profileIds);
  return {
    runs,
    unreadable: [...unreadable, ...looked.unreadable],
    next,
    known: looked.known,
    hasForgotten: looked.hasForgotten,
  };
};

/** A page looks into this many runs at most, so that no request runs into the API's time limit. */
const RUNS_PER_PAGE = 20;

/** The cursor is the last run that was looked into; a page may be empty and still have one. */
export const historyPage = async (ports: ProfilePorts, profileIds: readonly string[], { cursor, limit }: PageQuery) => {
  const page = { before: cursor, limit: Math.min(limit, RUNS_PER_PAGE) };
  const { unreadable, next, known, hasForgotten } = await runsOf(ports, profileIds, page);
  const items = known.flatMap((one) => {
    const line = historyLine(one);
    return isHistory(one, line) ? [line] : [];
  });
  return { items, unreadable, cursor: next ?? null, endedAfterDays: hasForgotten ? ports.audienceDays : null };
};

/** GET /profiles/{id}/history: newest run first. A message is listed once SES took it. */
export const getHistory =
  (ports: ProfilePorts): HttpHandler<typeof trackRoutes.getHistory> =>
  async ({ params, query }) => {
    const profile = await namedProfile(ports.profiles, params.id);
    return profile.erasedAt === undefined
      ? historyPage(ports, idsOf(profile), query)
      : { items: [], unreadable: [], cursor: null, endedAfterDays: null };
  };

/** Without a run, the newest runs that concern the profile. */
const ANSWERS = 5;

const answersFor = async (ports: StoryPorts, runs: readonly Run[], ids: readonly string[]) => {
  const { known, unreadable } = await knownOfAll(ports, runs.slice(0, RUNS_PER_PAGE), ids);
  return { answers: known.slice(0, ANSWERS).map((one) => explain(ids[0] ?? '', one.run, one)), unreadable };
};

const answerOf = async (ports: StoryPorts, run: Run, ids: readonly string[]) => {
  const [profileId = ''] = ids;
  let known: Awaited<ReturnType<typeof runOfProfile>>;
  for (const id of ids) {
    known = await runOfProfile(ports, run, id);
    if (known !== undefined) break;
  }
  return known === FORGOTTEN ? explainForgotten(profileId, run) : explain(profileId, run, known);
};

/** So many runs are offered to be asked for; an older one is asked for by its id. */
const OFFERED = 50;

/** GET /profiles/why */
export const explainAddress =
  (ports: ProfilePorts): HttpHandler<typeof trackRoutes.explain> =>
  async ({ query }) => {
    const run = query.run === undefined ? undefined : found(await ports.runs.get(query.run), 'run');
    const { items: runs, unreadable: unread } = await ports.runs.recent({ limit: OFFERED });
    const unreadable = new Set(unread);
    const once = readingOnce(ports);
    const items = [];
    // One after the other: of each so many runs are looked into at once.
    for (const profile of await ports.profiles.findByAddress(addressKey(query.address))) {
      const ids = idsOf(profile);
      if (run) {
        items.push(await answerOf(once, run, ids));
        continue;
      }
      const looked = await answersFor(once, runs, ids);
      items.push(...looked.answers);
      for (const runId of looked.unreadable) unreadable.add(runId);
    }
    return {
      items,
      runs: runs.map(({ id, campaignName, createdAt }) => ({ runId: id, campaignName, createdAt })),
      unreadable: [...unreadable],
    };
  };

import { addressKey } from '../../domain/model/address.ts';
import { found } from '../../domain/http/find.ts';
import type { PageQuery } from '../../domain/http/page.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { isUnreadable } from '../../domain/values/unreadable.ts';
import type { Run } from '../../domain/model/run.ts';
import { historyLine, isHistory, type RunOfProfile } from '../../domain/track/history-line.ts';
import type { trackRoutes } from '../../domain/track/routes.ts';
import { explain, explainForgotten } from '../../domain/track/why.ts';
import { FORGOTTEN, runOfProfile, type StoryPorts } from './runs-of-profile.ts';

export type ProfilePorts = StoryPorts & { profiles: Profiles };

/**
 * What each of these runs meant for a profile; those that did not concern it are left out, and those whose people are
 * deleted. `unreadable`: those whose people cannot be read.
 */
const knownIn = async (
  ports: StoryPorts,
  runs: readonly Run[],
  profileId: string,
): Promise<{ known: RunOfProfile[]; unreadable: string[] }> => {
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
  return { known: known.filter((one) => one !== undefined && one !== FORGOTTEN), unreadable };
};

/** What each run of a page of them meant for a profile. */
export const runsOf = async (
  ports: ProfilePorts,
  profileId: string,
  query: { before?: string | undefined; limit: number },
) => {
  const { items: runs, unreadable, next } = await ports.runs.recent(query);
  const looked = await knownIn(ports, runs, profileId);
  return { runs, unreadable: [...unreadable, ...looked.unreadable], next, known: looked.known };
};

/** A page looks into this many runs at most, so that no request runs into the API's time limit. */
const RUNS_PER_PAGE = 20;

/** The cursor is the last run that was looked into; a page may be empty and still have one. */
export const historyPage = async (ports: ProfilePorts, profileId: string, { cursor, limit }: PageQuery) => {
  const page = { before: cursor, limit: Math.min(limit, RUNS_PER_PAGE) };
  const { unreadable, next, known } = await runsOf(ports, profileId, page);
  const items = known.flatMap((one) => {
    const line = historyLine(one);
    return isHistory(one, line) ? [line] : [];
  });
  return { items, unreadable, cursor: next ?? null };
};

/** GET /profiles/{id}/history: newest run first. A message is listed once SES took it. */
export const getHistory =
  (ports: ProfilePorts): HttpHandler<typeof trackRoutes.getHistory> =>
  async ({ params, query }) => {
    const { erasedAt } = found(await ports.profiles.get(params.id), 'profile');
    return erasedAt === undefined ? historyPage(ports, params.id, query) : { items: [], unreadable: [], cursor: null };
  };

/** Without a run, the newest runs that concern the profile. */
const ANSWERS = 5;

/** Many profiles may have one address: the directories of the runs are read once for all of them. */
const readingOnce = <Ports extends StoryPorts>(ports: Ports): Ports => {
  const read = new Map<string, ReturnType<StoryPorts['content']['getBytes']>>();
  const getBytes = async (key: string) => {
    const reading = read.get(key) ?? ports.content.getBytes(key);
    read.set(key, reading);
    return reading;
  };
  return { ...ports, content: { ...ports.content, getBytes } };
};

const answersFor = async (ports: StoryPorts, runs: readonly Run[], profileId: string) => {
  const { known, unreadable } = await knownIn(ports, runs.slice(0, RUNS_PER_PAGE), profileId);
  return { answers: known.slice(0, ANSWERS).map((one) => explain(profileId, one.run, one)), unreadable };
};

const answerOf = async (ports: StoryPorts, run: Run, profileId: string) => {
  const known = await runOfProfile(ports, run, profileId);
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
    for (const { id } of await ports.profiles.findByAddress(addressKey(query.address))) {
      if (run) {
        items.push(await answerOf(once, run, id));
        continue;
      }
      const looked = await answersFor(once, runs, id);
      items.push(...looked.answers);
      for (const runId of looked.unreadable) unreadable.add(runId);
    }
    return {
      items,
      runs: runs.map(({ id, campaignName, createdAt }) => ({ runId: id, campaignName, createdAt })),
      unreadable: [...unreadable],
    };
  };

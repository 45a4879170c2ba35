import { addressKey } from '../../domain/address.ts';
import { decidedAt, failureOf, stateByFacts } from '../../domain/facts.ts';
import { found } from '../../domain/find.ts';
import type { MessageRow } from '../../domain/message.ts';
import type { Messages } from '../../domain/ports/messages.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { Profile } from '../../domain/profile.ts';
import type { HttpHandler } from '../../domain/route.ts';
import type { Run } from '../../domain/run.ts';
import type { HistoryLine } from '../../domain/track/api.ts';
import type { trackRoutes } from '../../domain/track/routes.ts';

export type ProfilePorts = { profiles: Profiles; messages: Messages; runs: Runs };

const withStanding = async (profiles: Profiles, profile: Profile) => ({
  profile,
  standing: (await profiles.standing(addressKey(profile.address))) ?? null,
});

/** GET /profiles?address=… */
export const findProfiles =
  (ports: ProfilePorts): HttpHandler<typeof trackRoutes.findProfiles> =>
  async ({ query }) => {
    const profiles = await ports.profiles.findByAddress(addressKey(query.address));
    return { items: await Promise.all(profiles.map((profile) => withStanding(ports.profiles, profile))) };
  };

/** GET /profiles/{id} */
export const getProfile =
  (ports: ProfilePorts): HttpHandler<typeof trackRoutes.getProfile> =>
  async ({ params }) =>
    withStanding(ports.profiles, found(await ports.profiles.get(params.id), 'profile'));

const subjectOf = (run: Run | undefined): string =>
  run && 'preparation' in run ? (run.preparation?.subject ?? '') : '';

/** Stands in for a run that was deleted while its messages were kept. */
const forgotten = { campaignId: '', campaignName: '', createdAt: new Date(0).toISOString() };

const lineOf = (row: MessageRow, run: Run | undefined): HistoryLine => {
  const { facts } = row;
  const runOf = run ?? forgotten;
  return {
    runId: row.runId,
    campaignId: runOf.campaignId,
    campaignName: runOf.campaignName,
    subject: subjectOf(run),
    number: row.number,
    state: stateByFacts(facts),
    failure: failureOf(facts),
    at: decidedAt(facts) ?? runOf.createdAt,
    deliveredAt: facts.deliveredAt ?? null,
    openedAt: facts.openedAt ?? null,
    openedByHumanAt: facts.openedByHumanAt ?? null,
    clickedAt: facts.clickedAt ?? null,
    unsubscribedAt: facts.unsubscribedAt ?? null,
    complainedAt: facts.complainedAt ?? null,
  };
};

/** GET /profiles/{id}/history: newest run first. A message stands here from its first SES event on. */
export const getHistory =
  (ports: ProfilePorts): HttpHandler<typeof trackRoutes.getHistory> =>
  async ({ params, query }) => {
    found(await ports.profiles.get(params.id), 'profile');
    const { items, cursor } = await ports.messages.ofProfile(params.id, query);
    const ids = [...new Set(items.map((row) => row.runId))];
    const runs = new Map(await Promise.all(ids.map(async (id) => [id, await ports.runs.get(id)] as const)));
    return { items: items.map((row) => lineOf(row, runs.get(row.runId))), cursor };
  };

import { addressKey } from '../../domain/model/address.ts';
import { deletedBy } from '../../domain/model/audience-life.ts';
import { found } from '../../domain/http/find.ts';
import { namedProfile } from '../../domain/http/named-profile.ts';
import { idsOf } from '../../domain/model/merged-profile.ts';
import { optOutAddress } from '../../domain/model/opt-out.ts';
import type { Profile } from '../../domain/model/profile.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { ConsentKind, type EraseReport, type PersonConsent } from '../../domain/track/api.ts';
import type { RunOfProfile } from '../../domain/track/history-line.ts';
import type { trackRoutes } from '../../domain/track/routes.ts';
import { chainOfProfile, keepOfProfile } from '../../domain/model/profile-audit.ts';
import { withAddressStatus, withAddressStatuses, type ProfileDetail } from '../../domain/model/profile-detail.ts';
import { historyPage, runsOf, type ProfilePorts } from './read-profiles.ts';

export type CarePorts = ProfilePorts & {
  audit: Audit;
  clock: Clock;
};

/** What is still kept of profiles that were merged into this one. */
const mergedInto = async (profiles: Profiles, { mergedFrom = [] }: Profile): Promise<ProfileDetail[]> => {
  const known = await Promise.all(mergedFrom.map(async (id) => profiles.getUnmerged(id)));
  return withAddressStatuses(
    profiles,
    known.filter((one) => one !== undefined),
  );
};

/** What the person agreed to or refused, with its proof, under each of their ids. */
const consentsOf = async (audit: CarePorts['audit'], ids: readonly string[]): Promise<PersonConsent[]> => {
  const chains = await Promise.all(ids.map(async (id) => ({ id, entries: await audit.ofRun(chainOfProfile(id)) })));
  return chains.flatMap(({ id: profileId, entries }) =>
    entries.flatMap(({ at, what: named, facts }) => {
      const what = ConsentKind.safeParse(named).data;
      return what === undefined ? [] : [{ profileId, at, what, facts }];
    }),
  );
};

/** GET /profiles/{id}/export. That somebody looked is kept too. */
export const exportPerson =
  (ports: CarePorts): HttpHandler<typeof trackRoutes.exportPerson> =>
  async ({ params: { id }, query, actor, origin }) => {
    const profile = await namedProfile(ports.profiles, id);
    const detail = await withAddressStatus(ports.profiles, profile);
    const merged = await mergedInto(ports.profiles, profile);
    const consents = await consentsOf(ports.audit, idsOf(profile));
    const { items, unreadable, cursor } = await historyPage(ports, idsOf(profile), query);
    const exportedAt = new Date(ports.clock()).toISOString();
    await keepOfProfile(ports.audit, { at: exportedAt, id, what: 'personExported', actor, origin });
    return { exportedAt, ...detail, merged, consents, history: items, unreadable, cursor };
  };

const DAY_MS = 24 * 60 * 60 * 1000;
/** DynamoDB restores a table to any second of so many days (lib/standards/standard-table.ts). */
const RESTORE_MS = 35 * DAY_MS;
/** Looked into by one request, so that none runs into the API's time limit. */
const RUNS_AT_ONCE = 20;

type Frozen = EraseReport['frozen'][number];

const frozenOf = ({ run }: RunOfProfile, audienceDays: number): Frozen[] =>
  'preparation' in run && run.preparation
    ? [{ runId: run.id, campaignName: run.campaignName, until: deletedBy(run.preparation.preparedAt, audienceDays) }]
    : [];

/** Runs of a page that name the person, whatever became of them; the last one looked into leads on, unless older ones have forgotten everybody. */
const frozenRuns = async (
  ports: CarePorts,
  ids: readonly string[],
  before: string | undefined,
): Promise<Pick<EraseReport, 'frozen' | 'unreadable' | 'cursor'>> => {
  const { audienceDays } = ports;
  const oldest = new Date(ports.clock() - DAY_MS).toISOString();
  const { known, unreadable, runs, next } = await runsOf(ports, ids, { before, limit: RUNS_AT_ONCE });
  const last = runs.at(-1);
  const isOld = last !== undefined && deletedBy(last.createdAt, audienceDays) < oldest;
  const frozen = known.flatMap((one) => frozenOf(one, audienceDays));
  return { frozen, unreadable, cursor: isOld ? null : (next ?? null) };
};

/** An import may give the profile another address meanwhile: who loses reads again. */
const ATTEMPTS = 10;

/** The status of the address goes before, so that a repeat finds it, and after, in case an import wrote one between. */
const eraseProfile = async (profiles: Profiles, id: string, at: string): Promise<string> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const known = found(await profiles.getUnmerged(id), 'profile');
    const { address, importedAt, optedOut, mergedFrom, erasedAt = at } = known;
    const key = addressKey(address);
    const left = optedOut ?? { at: erasedAt, source: 'erasure' as const };
    await optOutAddress(profiles, key, { at: erasedAt, source: 'erasure', by: 'erasure' }, at);
    // By the id, too: a run that was frozen before an import moved the person sends to the earlier address.
    await profiles.optOut(id, erasedAt, 'erasure', at);
    if (key !== '') await profiles.forgetAddressStatus(key, id);
    const erased = {
      id,
      address: '',
      lists: [],
      attributes: {},
      importedAt,
      optedOut: left,
      erasedAt,
      ...(mergedFrom && { mergedFrom }),
    };
    if (!(await profiles.erase(erased, address))) continue;
    if (key !== '') await profiles.forgetAddressStatus(key, id);
    return erasedAt;
  }
  throw new Error(`a profile moved ${ATTEMPTS} times while it was being erased`);
};

type Erased = { erasedAt: string; profile: Profile };

/**
 * Those that were merged into it before it: whoever asks again finds them by it. One that it was merged into meanwhile
 * has what it had, and is the same person.
 */
const eraseAll = async (profiles: Profiles, profile: Profile, at: string): Promise<Erased> => {
  const { id, mergedFrom = [] } = profile;
  for (const other of mergedFrom) await eraseProfile(profiles, other, at);
  const erasedAt = await eraseProfile(profiles, id, at);
  // Into somebody who is erased nobody is merged any more; one may have been before.
  const { mergedFrom: all = [] } = (await profiles.getUnmerged(id)) ?? {};
  for (const other of all.filter((one) => !mergedFrom.includes(one))) await eraseProfile(profiles, other, at);
  const into = await profiles.mergedInto(id);
  const survivor = into === undefined ? undefined : await profiles.get(into);
  return survivor ? eraseAll(profiles, survivor, at) : { erasedAt, profile: { ...profile, mergedFrom: all } };
};

/**
 * POST /profiles/{id}/erase: address, attributes, lists and the status of the address go; message rows hold no
 * address and stay, so figures do not move. The id stays opted out and taken, so that a later import writes to nobody.
 * With the cursor of a report it is read on.
 */
export const erasePerson =
  (ports: CarePorts): HttpHandler<typeof trackRoutes.erasePerson> =>
  async ({ params: { id }, query: { cursor }, actor, origin }) => {
    const named = await namedProfile(ports.profiles, id);
    const { erasedAt: before } = named;
    const isReadOn = before !== undefined && cursor !== undefined;
    const now = new Date(ports.clock()).toISOString();
    const { erasedAt, profile } = isReadOn
      ? { erasedAt: before, profile: named }
      : await eraseAll(ports.profiles, named, now);
    const erased = isReadOn ? [] : new Set([id, profile.id]);
    for (const one of erased)
      await keepOfProfile(ports.audit, { at: erasedAt, id: one, what: 'personErased', actor, origin });
    return {
      erasedAt,
      ...(await frozenRuns(ports, idsOf(profile), cursor)),
      frozenUntil: deletedBy(erasedAt, ports.audienceDays),
      backupsUntil: new Date(Date.parse(erasedAt) + RESTORE_MS).toISOString(),
    };
  };

/** DELETE /profiles/{id}: there is one way to forget a person; a profile that was only dropped would come back with the next file. */
export const deleteProfile =
  (ports: CarePorts): HttpHandler<typeof trackRoutes.deleteProfile> =>
  async (request) =>
    erasePerson(ports)({ ...request, query: {} });

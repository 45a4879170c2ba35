import { planMerge, type Pair, type PlannedMerge } from '../../domain/audience/merge-plan.ts';
import type { ImportedProfiles } from '../../domain/audience/ports/imported-profiles.ts';
import type { ProfileMerges } from '../../domain/audience/ports/profile-merges.ts';
import type { audienceRoutes } from '../../domain/audience/routes.ts';
import { found } from '../../domain/http/find.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { addressKey } from '../../domain/model/address.ts';
import { copyOptOuts, ofAll } from '../../domain/model/opt-out.ts';
import { keepOfProfile } from '../../domain/model/profile-audit.ts';
import { withAddressStatus } from '../../domain/model/profile-detail.ts';
import type { Profile } from '../../domain/model/profile.ts';
import type { StoredProfile } from '../../domain/model/stored-profile.ts';
import { consentTo, type TrackingConsent } from '../../domain/model/tracking-consent.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import { namePeople, type NamePeoplePorts } from './name-people.ts';

export type MergePorts = Omit<NamePeoplePorts, 'profiles'> & {
  profiles: Profiles & Pick<ImportedProfiles, 'stored'>;
  merges: ProfileMerges;
  audit: Audit;
  clock: Clock;
};

/** What one refuses of tracking and the other does not, of all mails and of each topic of which either said something. */
const trackingNo = (from: Profile, to: Profile, at: string): TrackingConsent[] => {
  const topics = new Set([...Object.keys(from.trackingByTopic ?? {}), ...Object.keys(to.trackingByTopic ?? {})]);
  return [undefined, ...topics].flatMap((topic) => {
    const [said, known] = [consentTo(from, topic), consentTo(to, topic)];
    if (said?.choice !== 'refused' || known?.choice === 'refused' || (known && known.at > at)) return [];
    const { topic: _general, ...word } = { ...said, ...(said.source === 'import' && { at }) };
    return [topic === undefined ? word : { ...word, topic }];
  });
};

/**
 * A no of one is one of the other: at the profile, and at the address that it has. It was said when they were merged, so
 * who consents anew afterwards stays, however often the merge is asked for.
 */
const carryNo = async ({ profiles }: MergePorts, from: Profile, to: Profile, at: string): Promise<void> => {
  const [standing] = ofAll((await profiles.addressOptOuts(addressKey(from.address))) ?? { standing: [] });
  const optedOut = from.optedOut ?? standing;
  const key = addressKey(to.address);
  if (key !== '') await copyOptOuts(profiles, { address: from.address, optedOut }, key, at);
  if (optedOut && !to.optedOut)
    await profiles.optOut(to.id, at, optedOut.source === 'erasure' ? 'api' : optedOut.source);
  for (const refused of trackingNo(from, to, at)) await profiles.setTracking(to.id, refused);
};

const carryBoth = async (ports: MergePorts, survivor: Profile, loser: Profile, at: string): Promise<void> => {
  await carryNo(ports, loser, survivor, at);
  // Mails to the other address may be under way.
  await carryNo(ports, survivor, loser, at);
};

const read = async ({ profiles }: MergePorts, id: string, other: string): Promise<Pair> => {
  const stored = await profiles.stored([id, other]);
  const one = (wanted: string): StoredProfile => {
    const known = found(stored.get(wanted), 'profile');
    if (known === 'unreadable') throw new Error(`profile ${wanted} cannot be read`);
    return known;
  };
  return { survivor: one(id), loser: one(other) };
};

/** Somebody writes one of both, or begins an import: both are read again. */
const ATTEMPTS = 20;

/** What was said of the other one while they were being merged. */
const carryLate = async (ports: MergePorts, id: string, other: string, at: string): Promise<void> => {
  const [survivor, loser] = await Promise.all([ports.profiles.get(id), ports.profiles.getUnmerged(other)]);
  // A person who was erased meanwhile is opted out everywhere.
  if (survivor && loser && survivor.erasedAt === undefined && loser.erasedAt === undefined)
    await carryBoth(ports, survivor, loser, at);
};

type Asked = { id: string; other: string; take: readonly string[]; at: string };

const planned = async (
  ports: MergePorts,
  { id, other, take, at }: Asked,
): Promise<PlannedMerge | { doneAt: string }> => {
  // Before the profiles: what they are by it may be older, and then the number is taken.
  const snapshot = await ports.profiles.snapshot();
  return planMerge(await read(ports, id, other), { take, snapshot, at });
};

/** Answers when they were merged. */
const mergeBoth = async (ports: MergePorts, asked: Asked, keep: () => Promise<void>): Promise<string> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const plan = await planned(ports, asked);
    if ('doneAt' in plan) return plan.doneAt;
    // Who answers for it is written before it counts, once.
    if (attempt === 0) await keep();
    await carryBoth(ports, plan.survivor, plan.loser, asked.at);
    const now = await planned(ports, asked);
    if ('doneAt' in now) return now.doneAt;
    // Said since it was carried: whoever dies behind the merge would leave it with one of both.
    if ((now.survivor.optedOut === undefined) !== (now.loser.optedOut === undefined)) continue;
    if (await ports.merges.merge(now.merge)) return asked.at;
  }
  throw new Problem('busy', 'Somebody else is writing these profiles all the time.', 'Ask again in a moment.');
};

/**
 * POST /profiles/{id}/merge: the other profile becomes part of this one, which keeps its id. The stricter word on mails
 * and on tracking holds for both addresses, before they are one and for whatever is said meanwhile. Done again it finishes
 * what an earlier call left.
 */
export const mergeProfiles =
  (ports: MergePorts): HttpHandler<typeof audienceRoutes.mergeProfiles> =>
  async ({ params: { id }, body: { other, take }, actor, origin }) => {
    const at = new Date(ports.clock()).toISOString();
    const mergedAt = await mergeBoth(ports, { id, other, take, at }, async () => {
      const done = { at, actor, origin };
      await keepOfProfile(ports.audit, { ...done, id: other, what: 'profileMergedInto' }, { into: id });
      await keepOfProfile(ports.audit, { ...done, id, what: 'profilesMerged' }, { from: other });
    });
    await carryLate(ports, id, other, mergedAt);
    await namePeople(ports, [id]);
    return withAddressStatus(ports.profiles, found(await ports.profiles.get(id), 'profile'));
  };

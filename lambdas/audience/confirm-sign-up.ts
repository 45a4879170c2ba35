import {
  ipHashOf,
  signUpTokens,
  withoutOthers,
  withSignUp,
  type PendingSignUp,
} from '../../domain/audience/sign-up.ts';
import { signUpPage, type Asked } from '../../domain/audience/sign-up-page.ts';
import type { signUpRoutes } from '../../domain/audience/sign-up-routes.ts';
import { trackingLabel } from '../../domain/audience/unsubscribe-words.ts';
import type { HtmlPage, HttpHandler } from '../../domain/http/route.ts';
import { addressKey } from '../../domain/model/address.ts';
import { moveOptOuts, ofAll } from '../../domain/model/opt-out.ts';
import { chainOfProfile } from '../../domain/model/profile-audit.ts';
import type { Profile } from '../../domain/model/profile.ts';
import type { Topic } from '../../domain/model/topics.ts';
import type { TrackingChoice } from '../../domain/model/tracking-consent.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { NamedLists } from '../../domain/ports/lists.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import { namePeople, type NamePeoplePorts } from './name-people.ts';
import { sayTracking } from './say-tracking.ts';
import type { SignUpPorts } from './sign-up.ts';

export type ConfirmSignUpPorts = Omit<SignUpPorts, 'profiles'> &
  Omit<NamePeoplePorts, 'profiles'> & {
    profiles: Profiles & NamePeoplePorts['profiles'];
    audit: Pick<Audit, 'append'>;
    lists: Pick<NamedLists, 'ensure'>;
    /** The id that follows from an address. */
    idOf: (text: string) => string;
  };

const invalid = (): HtmlPage => signUpPage({ state: 'invalid' });

type Found = { token: string; pending: PendingSignUp };

/** Undefined: there is none, or its time is over. A link that was damaged on its way is read all the same. */
const pendingAt = async ({ signUps, clock }: ConfirmSignUpPorts, link: string): Promise<Found | undefined> => {
  for (const token of signUpTokens(link)) {
    const pending = await signUps.get(token);
    if (pending) return Date.parse(pending.expiresAt) > clock() ? { token, pending } : undefined;
  }
  return undefined;
};

const askedOf = ({ text, shown, isTracked, trackedTopics }: PendingSignUp): Asked => ({
  text,
  shown,
  tracked: [...(isTracked ? [undefined] : []), ...shown.filter(({ id }) => trackedTopics.includes(id))],
});

/** GET /subscribe/{token}: only shows; link scanners open it too. */
export const showSignUpConfirmation =
  (
    ports: ConfirmSignUpPorts,
  ): HttpHandler<typeof signUpRoutes.showSignUpConfirmation | typeof signUpRoutes.headSignUpConfirmation> =>
  async ({ params: { token } }) => {
    const found = await pendingAt(ports, token);
    if (!found) return invalid();
    const { language, confirmedAt } = found.pending;
    if (confirmedAt !== undefined) return signUpPage({ state: 'already', language });
    return signUpPage({ state: 'confirm', language, asked: askedOf(found.pending) });
  };

/** Those who have the address; who has nobody is added, under another id when the person of that id was erased, or is part of another profile. */
const peopleOf = async (ports: ConfirmSignUpPorts, pending: PendingSignUp, key: string): Promise<string[]> => {
  const { signUps, rules, idOf } = ports;
  const known = (await ports.profiles.findByAddress(key)).filter(({ erasedAt }) => erasedAt === undefined);
  const { address, language, requestedAt: at } = pending;
  const ids = known.length > 0 ? known.map(({ id }) => id) : [idOf(key), idOf(`${key} ${at}`)];
  const joined: string[] = [];
  for (const id of ids) {
    if (await signUps.join({ id, address, list: rules.list, language, at })) joined.push(id);
    if (known.length === 0 && joined.length > 0) return joined;
  }
  return joined;
};

/** `ipHash`: of the address from where it was confirmed. */
type Confirmed = { pending: PendingSignUp; at: string; ipHash: string };

/** The history of the profile holds the proof: when, what for, and from where, asked and confirmed, without the address or the IP address. */
const keepProof = async ({ audit }: ConfirmSignUpPorts, id: string, { pending, at, ipHash }: Confirmed) =>
  audit.append({
    at,
    runId: chainOfProfile(id),
    what: 'signedUp',
    by: null,
    facts: {
      requestedAt: pending.requestedAt,
      text: pending.text,
      topics: pending.topics.join(','),
      ...(pending.shown.length > 0 && { topicNames: pending.shown.map((one) => one[pending.language]).join(', ') }),
      tracking: pending.isTracked ? 'given' : 'notGiven',
      ...(pending.trackedTopics.length > 0 && { trackedTopics: pending.trackedTopics.join(',') }),
      ipHash: pending.ipHash,
      confirmedFrom: ipHash,
    },
  });

/** Of tracking an empty box takes nothing back that was said before. */
const sayOfTracking = async (
  { profiles, topics }: ConfirmSignUpPorts,
  profile: Profile | undefined,
  { id, pending, at }: { id: string; pending: PendingSignUp; at: string },
): Promise<void> => {
  const say = async (choice: TrackingChoice, topic?: Topic): Promise<void> => {
    const text = trackingLabel(topic)[pending.language];
    const said = { choice, ...(topic && { topic: topic.id }), at, source: 'signUp' as const, text };
    await sayTracking(profiles, { id, keys: [] }, said);
  };
  // One that the stage does not have any more counts for nothing.
  for (const topic of topics.filter((one) => pending.trackedTopics.includes(one.id)))
    await say('given', pending.shown.find(({ id: shown }) => shown === topic.id) ?? topic);
  if (pending.isTracked || !profile?.tracking) await say(pending.isTracked ? 'given' : 'refused');
};

/** Each step again changes nothing, so that one that was cut short is done again by the same link. */
const join = async (ports: ConfirmSignUpPorts, confirmed: Confirmed): Promise<void> => {
  const { profiles, topics } = ports;
  const { pending, at } = confirmed;
  const key = addressKey(pending.address);
  if (await profiles.isOnSuppressionList(key)) return;
  const before = await profiles.addressOptOuts(key);
  const isNew = (await profiles.findByAddress(key)).length === 0 || (before !== undefined && ofAll(before).length > 0);
  const others = isNew ? topics.map(({ id }) => id).filter((id) => !pending.topics.includes(id)) : [];
  // Before there is a profile: who comes here again is not new any more.
  await moveOptOuts(profiles, key, (known) => withoutOthers(known, { at: pending.requestedAt, others }));
  // Before anybody is on it, so that whoever is can be found by it.
  await ports.lists.ensure([ports.rules.list], at);
  const ids = await peopleOf(ports, pending, key);
  for (const id of ids) {
    const profile = await profiles.get(id);
    // Who answers for it is written before it counts.
    await keepProof(ports, id, confirmed);
    await sayOfTracking(ports, profile, { id, pending, at });
  }
  await moveOptOuts(profiles, key, (known) => withSignUp(known, { at, chosen: pending.topics }));
  for (const id of ids) await profiles.optIn(id, at);
  await namePeople(ports, ids);
};

/** POST /subscribe/{token}: a consent of its own, so it ends an earlier opt-out; only with the box ticked, as no program does. */
export const confirmSignUp =
  (ports: ConfirmSignUpPorts): HttpHandler<typeof signUpRoutes.confirmSignUp> =>
  async ({ params, body: { confirm }, origin }) => {
    const found = await pendingAt(ports, params.token);
    if (!found) return invalid();
    const { token, pending } = found;
    const { language, confirmedAt } = pending;
    // Who pressed twice has what they wanted; who left since then is not told that they get mails.
    if (confirmedAt !== undefined) return signUpPage({ state: 'already', language });
    if (confirm !== 'yes') return signUpPage({ state: 'tick', language, asked: askedOf(pending) });
    const at = new Date(ports.clock()).toISOString();
    const sign = await ports.signer();
    await join(ports, { pending, at, ipHash: ipHashOf(sign, origin.ip) });
    await ports.signUps.confirmed(token, at);
    return signUpPage({ state: 'done', language });
  };

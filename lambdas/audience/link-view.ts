import type { PageView, TopicShown } from '../../domain/audience/unsubscribe-page.ts';
import type { Language, PageState } from '../../domain/audience/unsubscribe-words.ts';
import { addressKey } from '../../domain/model/address.ts';
import { languageOfProfile } from '../../domain/model/language-tag.ts';
import type { AddressOptOuts } from '../../domain/model/address-opt-outs.ts';
import { byLink, ofAll } from '../../domain/model/opt-out.ts';
import { currentProfile } from '../../domain/model/merged-profile.ts';
import type { Profile } from '../../domain/model/profile.ts';
import { trackingRefused } from '../../domain/model/tracking-at-address.ts';
import { consentTo } from '../../domain/model/tracking-consent.ts';
import type { Topic, Topics } from '../../domain/model/topics.ts';
import type { UnsubscribeClaim } from '../../domain/model/unsubscribe-token.ts';
import { addressOfMessage } from './message-address.ts';
import type { ResubscribePorts } from './resubscribe.ts';

export type LinkPorts = ResubscribePorts & {
  topics: Topics;
  /** Are opens and clicks of those tracked who never said whether they may be? */
  trackUnknown: boolean;
};

/** German is told by its first letters. */
export const languageOf = (profile: Profile | undefined): Language =>
  /^(de|ger|deu)/i.test(languageOfProfile(profile?.attributes ?? {})) ? 'de' : 'en';

/** Undefined: the mail was about none, or about one that the stage no longer has; its link is about all mails. */
export const topicOfLink = async (
  { runs, topics }: LinkPorts,
  { runId }: UnsubscribeClaim,
): Promise<Topic | undefined> => {
  if (topics.length === 0) return undefined;
  // A no needs nothing but the link: where the run cannot be read, it is about all mails.
  const run = await runs.get(runId).catch(() => undefined);
  return topics.find(({ id }) => id === run?.topic);
};

const stateOf = (topic: Topic, { standing }: AddressOptOuts, by: string | undefined): TopicShown['state'] => {
  const left = standing.filter((one) => one.topic === topic.id);
  if (left.length === 0) return 'in';
  return left.every((one) => one.by === by) ? 'back' : 'out';
};

/** What a link shows of whom it belongs to, after what it did. `ask`: nothing yet. */
export const viewOf = async (ports: LinkPorts, claim: UnsubscribeClaim, state: PageState): Promise<PageView> => {
  const { profiles, topics } = ports;
  const [profile, topic] = await Promise.all([currentProfile(profiles, claim.profileId), topicOfLink(ports, claim)]);
  const language = languageOf(profile);
  const asked: PageState = state === 'ask' && topic ? 'asksOfTopic' : state;
  if (!profile || profile.erasedAt !== undefined) return { state: asked, topic, language };
  const now = addressKey(profile.address);
  // What a link did is shown though its run, or the people of it, cannot be read.
  const key = (await addressOfMessage(ports, claim).catch(() => undefined)) ?? now;
  const optOuts = (await profiles.addressOptOuts(key)) ?? { addressKey: key, standing: [] };
  if (ofAll(optOuts).length > 0 || profile.optedOut)
    return { state: state === 'ask' ? 'done' : asked, topic, language };
  const by = key === now ? byLink(claim) : undefined;
  const isTracked = (about?: string): boolean => {
    const said = consentTo(profile, about);
    return !trackingRefused(optOuts, about) && (said ? said.choice === 'given' : ports.trackUnknown);
  };
  const shown = topics.map((each) => ({ ...each, state: stateOf(each, optOuts, by), isTracked: isTracked(each.id) }));
  return { state: asked, topic, topics: shown, isTracked: isTracked(), language };
};

import { allowField, trackedField } from '../../domain/audience/unsubscribe-page.ts';
import { trackingLabel, type PageState } from '../../domain/audience/unsubscribe-words.ts';
import { addressKey } from '../../domain/model/address.ts';
import { currentProfile } from '../../domain/model/merged-profile.ts';
import type { Profile } from '../../domain/model/profile.ts';
import type { Topic } from '../../domain/model/topics.ts';
import { saidOf, type TrackingChoice } from '../../domain/model/tracking-consent.ts';
import type { UnsubscribeClaim } from '../../domain/model/unsubscribe-token.ts';
import { languageOf, type LinkPorts } from './link-view.ts';
import { addressOfMessage } from './message-address.ts';
import { sayTracking } from './say-tracking.ts';

export type Form = Record<string, string | undefined>;

/** Topics come first: undefined is all mails. */
type Choice = { topic: Topic | undefined; choice: TrackingChoice };

type Box = { topic: Topic | undefined; shown: 'yes' | 'no'; isAllowed: boolean };

/** The boxes of tracking that the form has. */
const boxesOf = (topics: readonly Topic[], form: Form): Box[] =>
  [...topics, undefined].flatMap((topic) => {
    const shown = form[trackedField(topic?.id)];
    if (shown === undefined) return [];
    return [{ topic, shown: shown === 'yes' ? 'yes' : 'no', isAllowed: form[allowField(topic?.id)] === 'yes' }];
  });

/**
 * Boxes that are otherwise than they were shown. Where somebody allows all mails and leaves a topic without a tick of
 * which they never said anything, they refuse that: what is not ticked is not allowed by another box.
 */
const choicesOf = (boxes: readonly Box[], profile: Profile | undefined): Choice[] => {
  const isChanged = ({ shown, isAllowed }: Box): boolean => isAllowed !== (shown === 'yes');
  const allowsAll = boxes.some((box) => box.topic === undefined && box.isAllowed && isChanged(box));
  const isUnsaid = ({ topic }: Box): boolean =>
    topic !== undefined && saidOf(profile?.trackingByTopic, topic.id) === undefined;
  return boxes
    .filter((box) => isChanged(box) || (allowsAll && !box.isAllowed && isUnsaid(box)))
    .map(({ topic, isAllowed }) => ({ topic, choice: isAllowed ? 'given' : 'refused' }));
};

/**
 * What the boxes of tracking say. A refusal holds for the address that was written to and the one that the profile has;
 * allowed is it only where those are one, because anybody may hold an old mail.
 */
export const changeTracking = async (
  ports: LinkPorts,
  { claim, at }: { claim: UnsubscribeClaim; at: string },
  form: Form,
): Promise<PageState> => {
  const boxes = boxesOf(ports.topics, form);
  const { profiles } = ports;
  const profile = boxes.length === 0 ? undefined : await currentProfile(profiles, claim.profileId);
  const choices = choicesOf(boxes, profile);
  if (choices.length === 0) return 'saved';
  // A no needs nothing but the link.
  const key = await addressOfMessage(ports, claim).catch(() => undefined);
  const mayAllow = profile !== undefined && key === addressKey(profile.address);
  for (const { topic, choice } of choices) {
    if (choice === 'given' && !mayAllow) continue;
    const text = trackingLabel(topic)[languageOf(profile)];
    const said = { choice, ...(topic && { topic: topic.id }), at, source: 'page' as const, text };
    await sayTracking(profiles, { id: claim.profileId, keys: [key ?? ''] }, said);
  }
  return mayAllow || choices.every(({ choice }) => choice === 'refused') ? 'saved' : 'tooOld';
};

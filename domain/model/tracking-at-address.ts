import type { AddressOptOuts } from './address-opt-outs.ts';
import { MAX_CHANGES } from './profile.ts';
import { lastChoice, type TrackingConsent } from './tracking-consent.ts';

type SaidThere = Pick<AddressOptOuts, 'tracking'>;

/** The topics of which something was said there, each once. */
export const topicsSaid = ({ tracking = [] }: SaidThere): string[] => [
  ...new Set(tracking.flatMap(({ topic }) => topic ?? [])),
];

/** The latest are kept, and of each topic and of all mails the last word, however old it is. */
const kept = (tracking: readonly TrackingConsent[]): readonly TrackingConsent[] => {
  if (tracking.length <= MAX_CHANGES) return tracking;
  const oldest = tracking.find((one) => lastChoice(tracking, one.topic) !== one);
  return tracking.filter((one) => one !== oldest);
};

/** Undefined: it was said already, or something else since. Of mails it says nothing, and no consent to those ends it. */
export const withTrackingSaid = (known: AddressOptOuts, said: TrackingConsent): AddressOptOuts | undefined => {
  const { tracking = [] } = known;
  const last = lastChoice(tracking, said.topic);
  const isKnown = last?.choice === said.choice && last.source === said.source && last.text === said.text;
  if (last && (isKnown || said.at < last.at)) return undefined;
  return { ...known, tracking: kept([...tracking, said]) };
};

/** What refuses tracking there of mails of a topic, or of none. Undefined: the last word is not a refusal. */
export const trackingRefused = ({ tracking }: SaidThere, about?: string): TrackingConsent | undefined => {
  const ofTopic = about === undefined ? undefined : lastChoice(tracking, about);
  const last = ofTopic ?? lastChoice(tracking);
  return last?.choice === 'refused' ? last : undefined;
};

/** With what somebody takes along from another address: what they refused there, and topics that they allowed all the same, unless somebody refuses here. */
export const withTrackingMoved = (known: AddressOptOuts, from: SaidThere): AddressOptOuts | undefined => {
  const isRefusedHere = trackingRefused(known) !== undefined;
  const isRefusedThere = trackingRefused(from) !== undefined;
  const last = [undefined, ...topicsSaid(from)].flatMap((topic) => lastChoice(from.tracking, topic) ?? []);
  const moved = last.filter(({ choice }) => choice === 'refused' || (isRefusedThere && !isRefusedHere));
  const next = moved.reduce((before, said) => withTrackingSaid(before, said) ?? before, known);
  return next === known ? undefined : next;
};

/** Names tracking beside the topics that an address left; no topic is called so. */
export const TRACKING = '!tracking';

const refusalOf = (topic: string | undefined): string => (topic === undefined ? TRACKING : `${TRACKING}/${topic}`);
const consentFor = (topic: string): string => `+tracking/${topic}`;

/** Marks of what is refused there, and of topics that are allowed while all mails are refused; without these topics. */
export const trackingMarks = (known: SaidThere, without: readonly string[] = []): string[] => {
  const isRefused = trackingRefused(known) !== undefined;
  const ofTopics = topicsSaid(known).flatMap((topic) => {
    if (without.includes(topic)) return [];
    if (trackingRefused(known, topic)) return [refusalOf(topic)];
    return isRefused ? [consentFor(topic)] : [];
  });
  return isRefused ? [TRACKING, ...ofTopics] : ofTopics;
};

/** By which marks tracking is refused for mails of a topic, or of none: `topic`, or `all` without `unless`. */
export const refusalMarks = (about: string | undefined): { all: string; topic?: string; unless?: string } =>
  about === undefined ? { all: TRACKING } : { all: TRACKING, topic: refusalOf(about), unless: consentFor(about) };

export const isRefusedBy = (marks: readonly string[], about: string | undefined): boolean => {
  const { all, topic, unless } = refusalMarks(about);
  if (topic !== undefined && marks.includes(topic)) return true;
  return marks.includes(all) && (unless === undefined || !marks.includes(unless));
};

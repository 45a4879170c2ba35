import * as z from 'zod';
import { TopicId } from './topics.ts';

export const TrackingChoice = z.enum(['given', 'refused']);
export type TrackingChoice = z.infer<typeof TrackingChoice>;

/** Whether somebody lets SES tell of opens and clicks, and what proves it. Who never said is unknown. */
export const TrackingConsent = z
  .object({
    choice: TrackingChoice,
    /** Said of mails of this topic; absent: of all mails. */
    topic: TopicId.optional(),
    at: z.iso.datetime(),
    /** `page`: by the link of a mail; `recorded`: by an administrator or another system; `signUp`: by a confirmed sign-up. */
    source: z.enum(['import', 'page', 'recorded', 'signUp']),
    /** What the person was shown, or what whoever recorded it wrote. */
    text: z.string().optional(),
  })
  .meta({ id: 'TrackingConsent' });
export type TrackingConsent = z.infer<typeof TrackingConsent>;

/** What was said of topics, by their ids. */
export const TrackingByTopic = z.record(TopicId, TrackingConsent);

/** What was said of somebody: of all mails, and of topics. */
export type TrackingSaid = {
  tracking?: TrackingConsent | undefined;
  trackingByTopic?: Readonly<Record<string, TrackingConsent>> | undefined;
};

/** What is said twice of the same mails: one no is a no. */
const strictest = (one?: TrackingChoice, other?: TrackingChoice): TrackingChoice | undefined =>
  other === 'refused' ? other : (one ?? other);

/** What one file or request says of somebody: of all mails, and of topics. */
export type ChosenTracking = {
  tracking?: TrackingChoice | undefined;
  trackingByTopic?: Readonly<Record<string, TrackingChoice>> | undefined;
};

/** Both together, each no in them. */
export const strictestOf = (one: ChosenTracking, other: ChosenTracking) => {
  const tracking = strictest(one.tracking, other.tracking);
  const topics = new Set([...Object.keys(one.trackingByTopic ?? {}), ...Object.keys(other.trackingByTopic ?? {})]);
  const said = [...topics].flatMap((topic) => {
    const choice = strictest(saidOf(one.trackingByTopic, topic), saidOf(other.trackingByTopic, topic));
    return choice ? [[topic, choice] as const] : [];
  });
  return { ...(tracking && { tracking }), ...(said.length > 0 && { trackingByTopic: Object.fromEntries(said) }) };
};

/** The refusals in it. Undefined: there is none. */
export const refusalsIn = ({ tracking, trackingByTopic = {} }: ChosenTracking) => {
  const topics = Object.entries(trackingByTopic).filter(([, choice]) => choice === 'refused');
  if (tracking !== 'refused' && topics.length === 0) return undefined;
  return {
    ...(tracking === 'refused' && { tracking }),
    ...(topics.length > 0 && { trackingByTopic: Object.fromEntries(topics) }),
  };
};

/** Whatever is asked for, a property that every object has was not said. */
export const saidOf = <Said>(byTopic: Readonly<Record<string, Said>> | undefined, topic: string): Said | undefined =>
  byTopic && Object.hasOwn(byTopic, topic) ? byTopic[topic] : undefined;

/** What was said last of all mails, or of this topic. Undefined: nothing. */
export const lastChoice = (said: readonly TrackingConsent[] | undefined, topic?: string): TrackingConsent | undefined =>
  said?.findLast((one) => one.topic === topic);

/**
 * What holds for mails of a topic, or of none: what was said of the topic, else of all mails. That a file says yes for
 * a topic is no answer to a no to all mails which the person said, or somebody for them. Undefined: nobody ever said.
 */
export const consentTo = (
  { tracking, trackingByTopic }: TrackingSaid,
  topic: string | undefined,
): TrackingConsent | undefined => {
  const said = topic === undefined ? undefined : saidOf(trackingByTopic, topic);
  if (!said) return tracking;
  const isByFile = said.choice === 'given' && said.source === 'import';
  return isByFile && tracking?.choice === 'refused' && tracking.source !== 'import' ? tracking : said;
};

/** With what was said now, of all mails or of its topic. */
export const withSaid = <Person extends TrackingSaid>(person: Person, said: TrackingConsent): Person =>
  said.topic === undefined
    ? { ...person, tracking: said }
    : { ...person, trackingByTopic: { ...person.trackingByTopic, [said.topic]: said } };

/**
 * What holds after an import says this of somebody, where `known` is what was said of the same mails. A refusal of their
 * own stays; what an earlier import said, or what they gave before it, does not. What a file said of somebody who was
 * merged into this one is of the time of the merge.
 */
export const afterImport = (
  known: TrackingConsent | undefined,
  { choice, at, topic }: Pick<TrackingConsent, 'choice' | 'at' | 'topic'>,
): TrackingConsent => {
  const said: TrackingConsent = { choice, at, source: 'import', ...(topic !== undefined && { topic }) };
  if (!known) return said;
  if (known.source === 'import') return known.at > at ? known : said;
  return choice === 'refused' && known.choice === 'given' && known.at < at ? said : known;
};

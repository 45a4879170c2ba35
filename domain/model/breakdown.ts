import * as z from 'zod';
import { pageOf } from '../http/page.ts';

const count = z.int();

/** Messages that were opened and clicked, and by whom: each counts in one of the three classes. */
export const OpensAndClicks = z.object({
  opened: count,
  openedByHuman: count,
  openedByMachine: count,
  openedByUnknown: count,
  clicked: count,
  clickedByHuman: count,
  clickedByMachine: count,
  clickedByUnknown: count,
});

/** Clicks on one link of a run. Messages are those delivered now, each once; clicks are all of them. */
export const LinkLine = z
  .object({
    /** `ses:tags` label that the author gave the link; empty: none. */
    label: z.string(),
    /** Without query and fragment. Empty: links that differ from recipient to recipient, all together. */
    link: z.string(),
    messages: count,
    messagesByHuman: count,
    messagesByMachine: count,
    messagesByUnknown: count,
    clicks: count,
    clicksByHuman: count,
    clicksByMachine: count,
    clicksByUnknown: count,
  })
  .meta({ id: 'LinkLine' });
export type LinkLine = z.infer<typeof LinkLine>;

/** What became of messages of one kind. */
const Outcomes = {
  recipients: count,
  delivered: count,
  bounced: count,
  rejected: count,
  ...OpensAndClicks.shape,
  unsubscribed: count,
  complained: count,
};

/** Messages to one recipient domain. */
export const DomainLine = z
  .object({
    /** Empty: all domains with few recipients together, because a domain of one's own names a person. */
    domain: z.string(),
    ...Outcomes,
  })
  .meta({ id: 'DomainLine' });
export type DomainLine = z.infer<typeof DomainLine>;

/** Messages with one of the contents of a run. */
export const VariantLine = z
  .object({
    /** Null: the campaign's own content. `winner`: that which won the test, of all who were not in it. */
    id: z.string().nullable(),
    ...Outcomes,
    /** Among the delivered, those of which opens and clicks cannot be known. */
    deliveredUntracked: count.default(0),
  })
  .meta({ id: 'VariantLine' });
export type VariantLine = z.infer<typeof VariantLine>;

/** Messages of one of the waves of a run. */
export const WaveLine = z
  .object({
    /** From 0. */
    number: count,
    ...Outcomes,
    /** Among the delivered, those of which opens and clicks cannot be known. */
    deliveredUntracked: count,
  })
  .meta({ id: 'WaveLine' });
export type WaveLine = z.infer<typeof WaveLine>;

/**
 * First opens and first clicks of messages delivered now, by the hour in which they happened. A message counts once
 * under the class that it counts for, in the hour of the first of that class: a machine's open may lie in an earlier
 * hour than the person's, so the classes add up over all hours and not within one.
 */
export const HourLine = z
  .object({
    /** Begin of the hour, UTC. */
    hour: z.iso.datetime(),
    ...OpensAndClicks.shape,
  })
  .meta({ id: 'HourLine' });
export type HourLine = z.infer<typeof HourLine>;

/** A run's figures taken apart. No personal data. */
export const Breakdown = z
  .object({
    runId: z.string(),
    asOf: z.iso.datetime(),
    /** Of the counters, when it was counted: what moved since says whether it is worth while to count again. */
    events: count,
    links: z.array(LinkLine),
    domains: z.array(DomainLine),
    hours: z.array(HourLine),
    /** Empty: the run has one content. */
    variants: z.array(VariantLine).default([]),
    /** Empty: all go out together. */
    waves: z.array(WaveLine).default([]),
  })
  .meta({ id: 'Breakdown' });
export type Breakdown = z.infer<typeof Breakdown>;

/** One part of it as a list; `asOf` is null before the first publication. */
const partOf = <T extends z.ZodType>(line: T) => pageOf(line).extend({ asOf: z.iso.datetime().nullable() });
export const LinkPage = partOf(LinkLine);
export type LinkPage = z.infer<typeof LinkPage>;
export const DomainPage = partOf(DomainLine);
export type DomainPage = z.infer<typeof DomainPage>;
export const HourPage = partOf(HourLine);
export type HourPage = z.infer<typeof HourPage>;

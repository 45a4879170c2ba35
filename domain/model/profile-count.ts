import * as z from 'zod';
import { Person } from '../people/people.ts';

/** What is counted of distinct profiles; each a bit of its byte, and none without the first. */
export const profileMarks = [
  'delivered',
  'opened',
  'openedByHuman',
  'clicked',
  'clickedByHuman',
  'unsubscribed',
  'complained',
] as const;

const count = z.int();

/** Distinct profiles over the runs of a campaign: each once, however many messages it got. No personal data. */
export const CampaignProfiles = z
  .object({
    campaignId: z.string(),
    asOf: z.iso.datetime(),
    /** Of the last 100 runs those that were counted, and those whose people are deleted and are not. */
    runs: count,
    forgottenRuns: count,
    /** Profiles with a message that is delivered now; of them who opened, clicked, … one. */
    delivered: count,
    opened: count,
    openedByHuman: count,
    clicked: count,
    clickedByHuman: count,
    unsubscribed: count,
    complained: count,
  })
  .meta({ id: 'CampaignProfiles' });
export type CampaignProfiles = z.infer<typeof CampaignProfiles>;

/** Times are ISO 8601 UTC. */
const Asked = z.object({
  campaignId: z.string(),
  /** Raised by each write, and the condition of the next one: of two that count at once one gives way. */
  version: z.int().min(1),
  askedBy: Person,
  askedAt: z.iso.datetime(),
});

const Counting = Asked.extend({
  state: z.literal('counting'),
  /** When a call last handed over. */
  movedAt: z.iso.datetime(),
  runs: z.array(z.object({ runId: z.string(), prefix: z.string(), chunks: z.int() })),
  /** Where it goes on: place of the run in `runs`, and its chunk. */
  run: z.int(),
  chunk: z.int(),
  forgottenRuns: z.int(),
  /** How many calls have been at it. */
  slices: z.int(),
  /** Prefix of the objects that hold the profiles seen so far; null: none yet. */
  seen: z.string().nullable(),
});

const Done = Asked.extend({ state: z.literal('done'), profiles: CampaignProfiles });
const GaveUp = Asked.extend({ state: z.literal('gaveUp'), percent: z.int() });

/** Progress of the last count of a campaign's distinct profiles. It names who asked, so it lies with the campaign. */
export const ProfileCount = z.discriminatedUnion('state', [Counting, Done, GaveUp]);
export type ProfileCount = z.infer<typeof ProfileCount>;
export type ProfileCountIn<State extends ProfileCount['state']> = Extract<ProfileCount, { state: State }>;

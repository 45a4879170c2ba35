import * as z from 'zod';
import { Origin } from './audit-chain.ts';
import { counterNames, Figures } from './figures.ts';
import { Person } from '../people/people.ts';

const Sums = z.record(z.enum(counterNames), z.int());

/** Times are ISO 8601 UTC. */
const Asked = z.object({
  runId: z.string(),
  /** Raised by each write, and the condition of the next one: of two that count at once one gives way. */
  version: z.int().min(1),
  askedBy: Person,
  origin: Origin.optional(),
  askedAt: z.iso.datetime(),
  chunks: z.int(),
  /** The tile when it was asked for. */
  before: Figures,
});

const Counting = Asked.extend({
  state: z.literal('counting'),
  /** When it last came on: what does not move for long was abandoned. */
  movedAt: z.iso.datetime(),
  /** Chunks of this pass, in their order; from 0. */
  counted: z.int(),
  /** From 1: a pass during which events arrived is no count of one instant, and another one is made. */
  pass: z.int(),
  /** How many calls have been at it. */
  slices: z.int(),
  /** The counters when this pass began. */
  base: Sums,
  /** What the messages of the counted chunks add up to. */
  sum: Sums,
});

/** The counters have been corrected; publishing and the audit are left. */
const Mended = Asked.extend({ state: z.literal('mended'), computedAt: z.iso.datetime(), base: Sums, sum: Sums });
const Done = Mended.extend({ state: z.literal('done'), after: Figures });

const GaveUp = Asked.extend({
  state: z.literal('gaveUp'),
  gaveUpAt: z.iso.datetime(),
  counted: z.int(),
  /** `busy`: events kept arriving; `tooLong`: more slices than one recount may cost. */
  why: z.enum(['busy', 'tooLong']),
});

/** Progress of the last "Compute stats" of a run. It names who asked, so it lies with the run, not in the KPI table. */
export const Recount = z.discriminatedUnion('state', [Counting, Mended, Done, GaveUp]);
export type Recount = z.infer<typeof Recount>;
export type RecountIn<State extends Recount['state']> = Extract<Recount, { state: State }>;

import * as z from 'zod';

/**
 * Counters of a run that SES events move. Each is a number of messages; unique per message. `deliveredUntracked`: among
 * the delivered, those of which opens and clicks may not be tracked.
 */
export const counterNames = [
  'delivered',
  'deliveredUntracked',
  'bounced',
  'hardBounced',
  'rejected',
  'complained',
  'delayed',
  'opened',
  'openedByHuman',
  'openedByMachine',
  'clicked',
  'clickedByHuman',
  'clickedByMachine',
  'unsubscribed',
] as const;
export type CounterName = (typeof counterNames)[number];
export type Counters = Record<CounterName, number>;

export const zeroCounters = (): Counters => ({
  delivered: 0,
  deliveredUntracked: 0,
  bounced: 0,
  hardBounced: 0,
  rejected: 0,
  complained: 0,
  delayed: 0,
  opened: 0,
  openedByHuman: 0,
  openedByMachine: 0,
  clicked: 0,
  clickedByHuman: 0,
  clickedByMachine: 0,
  unsubscribed: 0,
});

/** Adds counters name by name; `sign` −1 takes the second from the first. */
export const addCounters = (one: Counters, other: Counters, sign: 1 | -1 = 1): Counters => {
  const sum = zeroCounters();
  for (const name of counterNames) sum[name] = one[name] + sign * other[name];
  return sum;
};

/**
 * Messages of which nobody knows who opened or clicked: what is left of all. It is not stored, so the three classes
 * always add up, and a counter that moved wrongly shows as a number below 0.
 */
export const countUnknown = (counters: Counters): { openedByUnknown: number; clickedByUnknown: number } => ({
  openedByUnknown: counters.opened - counters.openedByHuman - counters.openedByMachine,
  clickedByUnknown: counters.clicked - counters.clickedByHuman - counters.clickedByMachine,
});

const count = z.int();

/** A rate with what it is made of. `percent` has one decimal, half up; null when the denominator is 0 (shown as "–"). */
export const Rate = z.object({ count, of: count, percent: z.number().nullable() }).meta({ id: 'Rate' });
export type Rate = z.infer<typeof Rate>;

/** The figures that are rates, of one run and of the sum over runs. */
export const Rates = z.object({
  sent: Rate,
  delivered: Rate,
  failed: Rate,
  opened: Rate,
  openedByHuman: Rate,
  openedByMachine: Rate,
  openedByUnknown: Rate,
  clicked: Rate,
  clickedByHuman: Rate,
  clickedByMachine: Rate,
  clickedByUnknown: Rate,
  unsubscribed: Rate,
  complained: Rate,
  clickToOpen: Rate,
});
export const rateNames = Rates.keyof().options;
export type RateName = (typeof rateNames)[number];

/** The Deployment tile and the public item of the KPI table: no personal data. */
export const Figures = z
  .object({
    runId: z.string(),
    campaignId: z.string(),
    state: z.string(),
    /** When these figures were published. */
    asOf: z.iso.datetime(),
    targeted: count,
    excluded: count,
    toDeliver: count,
    ...Rates.shape,
    /** Of how many of the delivered messages opens and clicks can be known: those rates are of them. Absent: of all. */
    trackable: Rate.optional(),
    books: z.object({
      toDeliver: count,
      delivered: count,
      failed: count,
      pending: count,
      unknown: count,
      stopped: count,
      /** Among the stopped: opted out after the confirmation. */
      optedOut: count,
      /** Among the failed: SES refused them without a reason, and they can be sent again. Absent: none. */
      retryable: count.optional(),
      /** toDeliver − (delivered + failed + pending + unknown + stopped) and every figure ≥ 0. */
      balanced: z.boolean(),
      difference: count,
    }),
  })
  .meta({ id: 'Figures' });
export type Figures = z.infer<typeof Figures>;

import type { RateLeases } from './ports/rate-leases.ts';

/** How far ahead a worker may reserve; with more waiting than this, it asks again later. */
const HORIZON_SECONDS = 60;
/**
 * Slots lie in the middle of their second: a call that is late, or a clock that is ahead by a little, does not
 * move into another one.
 */
const FIRST_SLOT_MS = 100;
const SLOTS_WITHIN_MS = 800;
/** A remainder of a second below this share of the rate is not worth a call of its own. */
const WORTH = 0.02;

/** Whether what is left of a second (messages) is worth a further call to DynamoDB, which charges a refused one too. */
export const isWorthAsking = (room: number, perSecond: number): boolean => room >= Math.max(1, perSecond * WORTH);

/** Messages that a rate grants in so many milliseconds of the part of a second in which slots lie. */
export const slotsIn = (milliseconds: number, perSecond: number): number =>
  Math.floor((milliseconds / SLOTS_WITHIN_MS) * perSecond);

/** A slot in the account's rate: so many messages, not before `at` (epoch milliseconds) and not after its second. */
export type Slot = { at: number; tokens: number; second: number };

/** A slot as it was reserved, and how many more messages its second takes after it. */
export type Lease = Slot & { room: number };

/** The first `tokens` of a slot for one group, and what is left of it for the next; undefined: nothing. */
export const cutSlot = (
  { at, tokens: all, second }: Slot,
  tokens: number,
  perSecond: number,
): { group: Slot; rest: Slot | undefined } => {
  const first = Math.min(tokens, all);
  const next = at + Math.floor((first / perSecond) * SLOTS_WITHIN_MS);
  return {
    group: { at, tokens: first, second },
    rest: first < all ? { at: next, tokens: all - first, second } : undefined,
  };
};

/**
 * Reserves the next free slot in the account-wide rate, of at most `tokens`. Within a second the slots lie
 * evenly, so that no burst meets SES's token bucket. `from` is the first second worth asking for; of that one,
 * `passed` slots are over already and are taken along, so that the answer lies ahead. Undefined: the whole
 * horizon is taken.
 */
export const leaseNext = async (
  leases: Pick<RateLeases, 'take'>,
  from: number,
  asked: { tokens: number; perSecond: number; passed: number },
): Promise<Lease | undefined> => {
  const { tokens, perSecond } = asked;
  let wanted = Math.min(tokens, perSecond);
  for (let second = from; second < from + HORIZON_SECONDS;) {
    const passed = second === from ? asked.passed : 0;
    if (passed + wanted > perSecond) {
      second += 1;
      continue;
    }
    const taken = await leases.take(second, passed + wanted, perSecond);
    if ('before' in taken) {
      const before = taken.before + passed;
      const at = second * 1000 + FIRST_SLOT_MS + Math.floor((before / perSecond) * SLOTS_WITHIN_MS);
      return { at, tokens: wanted, second, room: perSecond - before - wanted };
    }
    const isRest = passed === 0 && taken.room < wanted && isWorthAsking(taken.room, perSecond);
    wanted = isRest ? taken.room : Math.min(tokens, perSecond);
    if (!isRest) second += 1;
  }
  return undefined;
};

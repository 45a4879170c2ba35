import { isRetryable, openMembers, type ChunkTally, type Group } from '../model/ledger.ts';

/** What the groups of a chunk of some kind add up to; always computed from all of them, so it can be written again. */
export const tallyOf = (
  chunk: number,
  groups: readonly Group[],
  { wave, variant }: Pick<ChunkTally, 'wave' | 'variant'> = {},
): ChunkTally => {
  const tally: ChunkTally = { chunk, closed: 0, handedOver: 0, refused: 0, optedOut: 0, open: 0 };
  let throttled = 0;
  let retryable = 0;
  for (const group of groups) {
    const { from, to, generation, outcome } = group;
    // From generation 1 on a group holds only members that an earlier one released.
    if (generation > 0) throttled -= to - from + 1;
    throttled += outcome?.released.length ?? 0;
    tally.open += openMembers(group).length;
    if (!outcome) continue;
    tally.closed += 1;
    tally.handedOver += outcome.handedOver.length;
    tally.refused += outcome.refused.length;
    retryable += outcome.refused.filter(isRetryable).length;
    tally.optedOut += outcome.optedOut.length;
  }
  const kind = { ...(wave !== undefined && { wave }), ...(variant !== undefined && { variant }) };
  return { ...tally, ...kind, ...(throttled > 0 && { throttled }), ...(retryable > 0 && { retryable }) };
};

/** Everybody is accounted for: handed over, refused, opted out, or open (unknown). */
export const isComplete = (toDeliver: number, tallies: readonly ChunkTally[]): boolean =>
  tallies.reduce((sum, tally) => sum + tally.handedOver + tally.refused + tally.optedOut + tally.open, 0) === toDeliver;

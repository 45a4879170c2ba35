import type { ChunkTally } from '../model/ledger.ts';
import type { Wave } from '../model/waves.ts';
import type { WaveFigures } from './api.ts';

/** What became of each wave: its chunks are of no other one. */
export const waveFigures = (waves: readonly Wave[], tallies: readonly ChunkTally[]): WaveFigures[] =>
  waves.map(({ recipients }, number) => {
    const own = tallies.filter(({ wave }) => wave === number);
    const sumOf = (name: 'handedOver' | 'refused' | 'optedOut' | 'open'): number =>
      own.reduce((sum, tally) => sum + tally[name], 0);
    const [handedOver, refused, optedOut, open] = [
      sumOf('handedOver'),
      sumOf('refused'),
      sumOf('optedOut'),
      sumOf('open'),
    ];
    return {
      recipients,
      handedOver,
      refused,
      optedOut,
      open,
      left: recipients - handedOver - refused - optedOut - open,
    };
  });

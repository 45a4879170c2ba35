import type { VariantLine, WaveLine } from '../model/breakdown.ts';
import type { ChunkTally } from '../model/ledger.ts';
import type { VariantCount } from '../model/variants.ts';
import type { Wave } from '../model/waves.ts';
import type { VariantFigures, WaveFigures } from './api.ts';

/** What became of a part of a run: its chunks are of no other one. */
const partFigures = (recipients: number, tallies: readonly ChunkTally[]): Omit<WaveFigures, 'outcome'> => {
  const sumOf = (name: 'handedOver' | 'refused' | 'optedOut' | 'open'): number =>
    tallies.reduce((sum, tally) => sum + tally[name], 0);
  const [handedOver, refused, optedOut, open] = [
    sumOf('handedOver'),
    sumOf('refused'),
    sumOf('optedOut'),
    sumOf('open'),
  ];
  return { recipients, handedOver, refused, optedOut, open, left: recipients - handedOver - refused - optedOut - open };
};

export const waveFigures = (
  waves: readonly Wave[],
  tallies: readonly ChunkTally[],
  outcomes: readonly WaveLine[],
): WaveFigures[] =>
  waves.map(({ recipients }, number) => ({
    ...partFigures(
      recipients,
      tallies.filter(({ wave }) => wave === number),
    ),
    outcome: outcomes.find((line) => line.number === number) ?? null,
  }));

export const variantFigures = (
  variants: readonly VariantCount[],
  tallies: readonly ChunkTally[],
  outcomes: readonly VariantLine[],
): VariantFigures[] =>
  variants.map(({ id, language, recipients }) => ({
    id,
    language,
    ...partFigures(
      recipients,
      tallies.filter(({ variant = null }) => variant === id),
    ),
    outcome: outcomes.find((line) => line.id === id) ?? null,
  }));

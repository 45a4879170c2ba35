import { authorsOf, eachOnce } from '../../domain/model/authors.ts';
import type { Campaign } from '../../domain/model/campaign.ts';
import { editorsOf, type Handled } from '../../domain/model/hands.ts';
import type { Preparing } from './freeze-manifest.ts';

/** Who changed a segment or a snippet since the campaign was last confirmed had a hand in what is sent by it. */
export const withEditors = (run: Preparing, { confirmed }: Campaign, things: readonly Handled[]): Preparing => {
  const editors = editorsOf(things, confirmed?.at);
  return editors.length > 0 ? { ...run, authors: eachOnce([...authorsOf(run), ...editors]) } : run;
};

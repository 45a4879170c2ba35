import type { Snippet } from '../model/snippet.ts';
import type { Enumerated } from './versioned.ts';

/** By their names. */
export type Snippets = Enumerated<Snippet>;

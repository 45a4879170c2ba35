import type { Snippet } from '../model/snippet.ts';
import type { Versioned } from './versioned.ts';

/** By their names. */
export type Snippets = Versioned<Snippet>;

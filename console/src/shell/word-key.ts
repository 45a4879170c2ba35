import type { enRefusals } from '../words/en-refusals.ts';
import type { enRuns } from '../words/en-runs.ts';
import type { enWriting } from '../words/en-writing.ts';
import type { en } from '../words/en.ts';

type Sentences = typeof en & typeof enRuns & typeof enWriting & typeof enRefusals;
/** What can be asked for; a key that nobody wrote does not compile. */
export type WordKey = keyof Sentences;

import type { enRefusals } from '../words/en-refusals.ts';
import type { enRuns } from '../words/en-runs.ts';
import type { enWriting } from '../words/en-writing.ts';
import type { en } from '../words/en.ts';

/** All sentences of the console. */
export type Sentences = typeof en & typeof enRuns & typeof enWriting & typeof enRefusals;
type WithoutForm<Key> = Key extends `${infer Asked}_one` | `${infer Asked}_other` ? Asked : Key;
/** What can be asked for; a key that nobody wrote does not compile. */
export type WordKey = WithoutForm<keyof Sentences>;

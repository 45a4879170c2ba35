import { words as shellAction } from './de/shell-action.ts';
import { words as shellCause } from './de/shell-cause.ts';
import { words as shellRefusedContents } from './de/shell-refused-contents.ts';
import { words as shellRefusedFiles } from './de/shell-refused-files.ts';
import { words as shellWayOn } from './de/shell-way-on.ts';
import type { enRefusals } from './en-refusals.ts';

/** The same in German; a key that it lacks does not compile. */
export const deRefusals: Record<keyof typeof enRefusals, string> = {
  ...shellAction,
  ...shellCause,
  ...shellRefusedContents,
  ...shellRefusedFiles,
  ...shellWayOn,
};

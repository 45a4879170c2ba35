import { words as shellAction } from './en/shell-action.ts';
import { words as shellCause } from './en/shell-cause.ts';
import { words as shellRefusedContents } from './en/shell-refused-contents.ts';
import { words as shellRefusedFiles } from './en/shell-refused-files.ts';
import { words as shellWayOn } from './en/shell-way-on.ts';

/** Why the API refuses something, in English; fetched when it does. */
export const enRefusals = {
  ...shellAction,
  ...shellCause,
  ...shellRefusedContents,
  ...shellRefusedFiles,
  ...shellWayOn,
};

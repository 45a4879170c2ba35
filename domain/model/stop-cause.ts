import * as z from 'zod';

/**
 * Why a run was stopped. `edited`: the campaign was changed, which voids what was prepared. `audienceGone`: its people were deleted, as
 * they are some months after the preparation. `settledMeanwhile`: SES reported an event of a message that this run was to send
 * again. `notReleased`: it asked nobody, and no confirmation of its series is valid for it. `seriesPaused`, `seriesEnded`,
 * `startSkipped`: somebody did that to its series before it went out. `validityOver`: what was not handed over by then is
 * not meant any more.
 */
export const StopCause = z.enum([
  'stopped',
  'edited',
  'manifestDiffers',
  'audienceGone',
  'settledMeanwhile',
  'notReleased',
  'seriesPaused',
  'seriesEnded',
  'startSkipped',
  'validityOver',
]);
export type StopCause = z.infer<typeof StopCause>;

import * as z from 'zod';

const Answer = z.object({ failed: z.int() });

const told = (what: string, log: string): string =>
  `  ! ${what}\n    Why stands in ${log}, "could not be put back". The rest works; docs/runbook.md says what to do.\n`;

/**
 * Lets open runs and series go on where they stood.
 * @returns what to tell whoever starts; undefined: nothing is amiss. One campaign that is broken keeps nobody from starting
 */
export const putBack = async (rearm: () => Promise<unknown>, log: string): Promise<string | undefined> => {
  try {
    const { failed } = Answer.parse(await rearm());
    return failed === 0 ? undefined : told(`Not everything could be put back where it stood: ${failed} left.`, log);
  } catch {
    return told('Open runs could not be put back where they stood.', log);
  }
};

import { demoProfiles, toCsv } from '../local/demo/audience.ts';
import type { Story } from '../local/demo/story.ts';

/** Rows of one import: the API answers within 29 seconds, on a busy laptop too. */
const ROWS = 5000;

/** The demo's people into a list, file after file. */
export const importDemo = async (story: Story, list: string, people: number): Promise<void> => {
  const profiles = demoProfiles(people);
  for (let start = 0; start < people; start += ROWS)
    await story.importProfiles(list, toCsv(profiles.slice(start, start + ROWS)));
};

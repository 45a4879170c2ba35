import type { AudienceFilter } from '../model/audience-filter.ts';

/** What a campaign targets. */
type Target = { list: string; filter: AudienceFilter | null };

/** Lists of test profiles whose people are left out: those that the campaign neither targets nor asks for by name. */
export const testListsLeftOut = (testLists: readonly string[], { list, filter }: Target): string[] => {
  const asked = (filter?.conditions ?? []).flatMap((condition) => (condition.is === 'inList' ? [condition.list] : []));
  return testLists.filter((name) => name !== list && !asked.includes(name));
};

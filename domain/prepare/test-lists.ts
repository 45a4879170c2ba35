import { singlesIn, type AudienceFilter } from '../model/audience-filter.ts';
import type { FrozenSegment } from '../model/segment.ts';

/** What a campaign targets; `segments`: those that its filter names. */
type Target = { list: string; filter: AudienceFilter | null | undefined; segments: readonly FrozenSegment[] };

/** Lists that somebody targets or asks for by name, in a group or by a segment too. */
const named = ({ list, filter, segments }: Target): string[] => {
  const asked = singlesIn(filter?.conditions ?? []).flatMap((condition) => {
    if (condition.is === 'inList') return [condition.list];
    const segment = condition.is === 'inSegment' && segments.find(({ id }) => id === condition.segment);
    return segment ? named({ list: segment.list, filter: segment.filter, segments: [] }) : [];
  });
  return [list, ...asked];
};

/** Lists of test profiles whose people are left out: those that the campaign neither targets nor asks for by name. */
export const testListsLeftOut = (testLists: readonly string[], target: Target): string[] => {
  const asked = new Set(named(target));
  return testLists.filter((name) => !asked.has(name));
};

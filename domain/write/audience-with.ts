import { Problem } from '../http/problem.ts';
import { AudienceFilter, type Condition, type SingleCondition } from '../model/audience-filter.ts';

const isSingle = (condition: Condition): condition is SingleCondition => !('conditions' in condition);

/** Undefined: a filter has no form for it. */
const joined = (filter: AudienceFilter | undefined, also: Condition): unknown => {
  if (!filter) return { conditions: [also] };
  const { join, conditions } = filter;
  if (join === 'all') return { conditions: [...conditions, also] };
  return conditions.every(isSingle) ? { conditions: [{ is: 'anyOf', conditions }, also] } : undefined;
};

/**
 * Whom the filter means and the condition too.
 * @throws Problem `invalid-input` where a filter cannot say that
 */
export const audienceWith = (filter: AudienceFilter | undefined, also: Condition): AudienceFilter => {
  const { data } = AudienceFilter.safeParse(joined(filter, also));
  if (data) return data;
  throw new Problem(
    'invalid-input',
    'also: the conditions of this audience take no further one.',
    'Copy the campaign without it, and shorten its conditions.',
    { cause: 'audienceFull' },
  );
};

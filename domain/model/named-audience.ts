import { Problem } from '../http/problem.ts';
import type { Runs } from '../ports/runs.ts';
import type { Segments } from '../ports/segments.ts';
import { messageSetsIn, segmentsIn, type Condition } from './audience-filter.ts';

export type NamedAudiencePorts = { runs: Pick<Runs, 'get'>; segments: Pick<Segments, 'getMany'> };

/**
 * Conditions may name segments and runs that are there only: a run of such a campaign could never be prepared.
 * @throws Problem `invalid-input`
 */
export const refuseUnknown = async (ports: NamedAudiencePorts, conditions: readonly Condition[]): Promise<void> => {
  const segments = segmentsIn(conditions);
  const known = new Set((segments.length > 0 ? await ports.segments.getMany(segments) : []).map(({ id }) => id));
  const gone = segments.filter((id) => !known.has(id));
  if (gone.length > 0)
    throw new Problem(
      'invalid-input',
      `filter: there is no segment ${gone.join(', ')}.`,
      'Name a segment of GET /segments, or write its conditions into the filter.',
      { cause: 'segmentUnknown', names: gone },
    );
  const runs = messageSetsIn(conditions).flatMap((of) => ('run' in of ? [of.run] : []));
  const found = await Promise.all(runs.map(async (id) => ((await ports.runs.get(id)) ? [] : [id])));
  if (found.flat().length > 0)
    throw new Problem(
      'invalid-input',
      `filter: there is no run ${found.flat().join(', ')}.`,
      'Name a run of GET /runs that was sent.',
      { cause: 'runUnknown', names: found.flat() },
    );
};

import { Problem } from '../http/problem.ts';
import type { Campaigns } from '../ports/campaigns.ts';
import type { Runs } from '../ports/runs.ts';
import type { Segments } from '../ports/segments.ts';
import { messageSetsIn, segmentsIn, type Condition } from './audience-filter.ts';

export type NamedAudiencePorts = {
  runs: Pick<Runs, 'get'>;
  segments: Pick<Segments, 'getMany'>;
  campaigns: Pick<Campaigns, 'get'>;
};

const missingIn = async (ids: readonly string[], get: (id: string) => Promise<unknown>): Promise<string[]> =>
  (await Promise.all(ids.map(async (id) => ((await get(id)) ? [] : [id])))).flat();

/**
 * Conditions may name segments, runs and campaigns that are there only: a run of such a campaign could never be prepared,
 * and a campaign that nobody knows would pass for one that sent nothing.
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
  const asked = messageSetsIn(conditions);
  const runs = await missingIn(
    asked.flatMap((of) => ('run' in of ? [of.run] : [])),
    ports.runs.get,
  );
  if (runs.length > 0)
    throw new Problem(
      'invalid-input',
      `filter: there is no run ${runs.join(', ')}.`,
      'Name a run of GET /runs that was sent.',
      { cause: 'runUnknown', names: runs },
    );
  const campaigns = await missingIn(
    asked.flatMap((of) => ('campaign' in of ? [of.campaign] : [])),
    ports.campaigns.get,
  );
  if (campaigns.length > 0)
    throw new Problem(
      'invalid-input',
      `filter: there is no campaign ${campaigns.join(', ')}.`,
      'Name a campaign of GET /campaigns, by its id.',
      { cause: 'campaignUnknown', names: campaigns },
    );
};

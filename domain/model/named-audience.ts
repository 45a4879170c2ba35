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

const refuse = (kind: 'segment' | 'run' | 'campaign', names: readonly string[], mend: string): void => {
  if (names.length === 0) return;
  const detail = `filter: there is no ${kind} ${names.join(', ')}.`;
  throw new Problem('invalid-input', detail, mend, { cause: `${kind}Unknown`, names });
};

/**
 * Conditions may name segments, runs and campaigns that are there only: a run of such a campaign could never be prepared,
 * and a campaign that nobody knows would pass for one that sent nothing.
 * @throws Problem `invalid-input`
 */
export const refuseUnknown = async (ports: NamedAudiencePorts, conditions: readonly Condition[]): Promise<void> => {
  const segments = segmentsIn(conditions);
  const known = new Set((segments.length > 0 ? await ports.segments.getMany(segments) : []).map(({ id }) => id));
  refuse(
    'segment',
    segments.filter((id) => !known.has(id)),
    'Name a segment of GET /segments, or write its conditions into the filter.',
  );
  const asked = messageSetsIn(conditions);
  const runs = asked.flatMap((of) => ('run' in of ? [of.run] : []));
  refuse('run', await missingIn(runs, ports.runs.get), 'Name a run of GET /runs that was sent.');
  const campaigns = asked.flatMap((of) => ('campaign' in of ? [of.campaign] : []));
  refuse('campaign', await missingIn(campaigns, ports.campaigns.get), 'Name a campaign of GET /campaigns, by its id.');
};

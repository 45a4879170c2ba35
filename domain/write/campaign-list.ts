import type { NextStarts } from '../calendar/next-starts.ts';
import { sortedPage, type SortedPage } from '../http/sorted-page.ts';
import { seriesStateOf, startingOf, type CampaignEntry } from '../model/campaign-entry.ts';
import type { Archived } from '../model/archived.ts';
import type { CampaignState } from '../model/campaign-state.ts';
import { countedLabels, labelKey, type CountedLabel } from '../model/labels.ts';
import type { SeriesLife } from '../model/series-life.ts';
import { foldedText, hasWords } from '../values/folded-text.ts';
import type { CampaignQuery } from './api.ts';
import type { CampaignEntries } from '../ports/campaign-list.ts';

export type ListedCampaign = {
  entry: CampaignEntry;
  state: CampaignState;
  series: SeriesLife['state'] | null;
  archived: Archived | null;
};

/** `now`: ISO 8601. */
export const listedCampaigns = (known: CampaignEntries, starts: NextStarts, now: string): ListedCampaign[] =>
  known.campaigns.items.map((entry) => {
    const { id, archived = null } = entry;
    const starting = startingOf(entry, known.lives.get(id));
    if (starting) {
      const state = seriesStateOf(starts, { id, series: starting }, now);
      return { entry, state, series: state, archived };
    }
    const last = known.lastBegun.get(id);
    const prepared = last !== undefined && known.open.has(last) ? 'underWay' : 'done';
    return { entry, state: last === undefined ? 'draft' : prepared, series: null, archived };
  });

const valueOf: Record<CampaignQuery['sort'], (entry: CampaignEntry) => string> = {
  newest: () => '',
  changed: ({ updatedAt }) => updatedAt,
  name: ({ name }) => foldedText(name),
};

const shows: Record<CampaignQuery['show'], (campaign: ListedCampaign, sub: string) => boolean> = {
  all: () => true,
  mine: ({ entry }, sub) => entry.by.includes(sub),
  recurring: ({ series }) => series !== null,
};

const matching = (campaigns: readonly ListedCampaign[], { search, state }: CampaignQuery): ListedCampaign[] => {
  const has = hasWords(search);
  return campaigns.filter(
    ({ entry, state: own, archived }) =>
      (archived !== null) === (state === 'archived') &&
      (state === undefined || state === 'archived' || own === state) &&
      has(entry.text),
  );
};

/** Without one all are meant. */
const withLabel = (campaigns: readonly ListedCampaign[], label: string | undefined): readonly ListedCampaign[] => {
  if (label === undefined) return campaigns;
  const key = labelKey(label);
  return campaigns.filter(({ entry }) => entry.labels.some((own) => labelKey(own) === key));
};

export type FoundCampaigns = {
  page: SortedPage<ListedCampaign>;
  counts: Record<CampaignQuery['show'], number>;
  labels: CountedLabel[];
};

/** Those that are asked for, in their order; archived ones only where they are asked for. `sub`: of who asks. */
export const findCampaigns = (
  campaigns: readonly ListedCampaign[],
  query: CampaignQuery,
  sub: string,
): FoundCampaigns => {
  const { sort, show } = query;
  const found = matching(campaigns, query);
  const matched = withLabel(found, query.label);
  const shown = (kind: CampaignQuery['show']): ListedCampaign[] => matched.filter((one) => shows[kind](one, sub));
  const order = {
    placeOf: ({ entry }: ListedCampaign) => ({ value: valueOf[sort](entry), id: entry.id }),
    ascending: sort === 'name',
  };
  return {
    page: sortedPage(shown(show), order, query),
    labels: countedLabels(found.map(({ entry }) => entry.labels)),
    counts: { all: matched.length, mine: shown('mine').length, recurring: shown('recurring').length },
  };
};

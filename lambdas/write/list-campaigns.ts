import { NextStarts } from '../../domain/calendar/next-starts.ts';
import { fittingPage, namedUnreadable } from '../../domain/http/page.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { lineOf } from '../../domain/model/run-entry.ts';
import type { Actor } from '../../domain/people/people.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { CampaignListItem } from '../../domain/write/api.ts';
import { findCampaigns, listedCampaigns, type ListedCampaign } from '../../domain/write/campaign-list.ts';
import type { CampaignList } from '../../domain/ports/campaign-list.ts';
import type { writeRoutes } from '../../domain/write/routes.ts';

export type CampaignListPorts = { campaignList: CampaignList; clock: Clock };

/** Null: it was deleted since, or is unreadable. */
type Row = CampaignListItem | null;

/** What an index knows of them is enough to find them; what is shown of each is read as it is now. */
const rowsOf = async (
  { campaignList }: CampaignListPorts,
  listed: readonly ListedCampaign[],
  actor: Actor,
): Promise<{ rows: Row[]; unreadable: string[] }> => {
  const ids = listed.map(({ entry }) => entry.id);
  const [{ items, unreadable }, latest] = await Promise.all([
    campaignList.summaries(ids),
    campaignList.latestRuns(ids),
  ]);
  const known = new Map(items.map((campaign) => [campaign.id, campaign]));
  const rows = listed.map(({ entry, state, series, archived }): Row => {
    const campaign = known.get(entry.id);
    if (!campaign) return null;
    const { run, unreadable: unreadableRun = null } = latest.get(entry.id) ?? {};
    return { campaign, state, series, archived, latestRun: run ? lineOf(run, actor) : null, unreadableRun };
  });
  return { rows, unreadable };
};

/** GET /campaigns */
export const listCampaigns = (ports: CampaignListPorts): HttpHandler<typeof writeRoutes.listCampaigns> => {
  const starts = new NextStarts();
  return async ({ query, actor }) => {
    const entries = await ports.campaignList.entries();
    const campaigns = listedCampaigns(entries, starts, new Date(ports.clock()).toISOString());
    const { page, counts, labels } = findCampaigns(campaigns, query, actor.sub);
    const { rows, unreadable } = await rowsOf(ports, page.items, actor);
    const shown = fittingPage(rows);
    return {
      items: shown.flatMap((row) => row ?? []),
      unreadable: namedUnreadable([...entries.campaigns.unreadable, ...unreadable]),
      cursor: page.cursorAfter(shown.length),
      counts,
      labels,
    };
  };
};

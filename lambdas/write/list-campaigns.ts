import { NextStarts } from '../../domain/calendar/next-starts.ts';
import { fittingPage, namedUnreadable } from '../../domain/http/page.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { entryOf, lineOf } from '../../domain/model/run-entry.ts';
import type { Actor } from '../../domain/people/people.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { CampaignListItem } from '../../domain/write/api.ts';
import { findCampaigns, listedCampaigns, type ListedCampaign } from '../../domain/write/campaign-list.ts';
import type { CampaignList } from '../../domain/ports/campaign-list.ts';
import type { writeRoutes } from '../../domain/write/routes.ts';

export type CampaignListPorts = { campaignList: CampaignList; runs: Pick<Runs, 'listOfCampaign'>; clock: Clock };

/** Null: it was deleted since, or is unreadable. */
type Row = CampaignListItem | null;

/** What an index knows of them is enough to find them; what is shown of each is read as it is now. */
const rowsOf = async (
  ports: CampaignListPorts,
  listed: readonly ListedCampaign[],
  actor: Actor,
): Promise<{ rows: Row[]; unreadable: string[] }> => {
  const { items, unreadable } = await ports.campaignList.summaries(listed.map(({ entry }) => entry.id));
  const known = new Map(items.map((campaign) => [campaign.id, campaign]));
  const rows = listed.map(async ({ entry, state, series, archived }): Promise<Row> => {
    const campaign = known.get(entry.id);
    if (!campaign) return null;
    const { items: runs, unreadable: unread } = await ports.runs.listOfCampaign(campaign.id, 1);
    const [run] = runs;
    const latestRun = run ? lineOf(entryOf(run), actor) : null;
    return { campaign, state, series, archived, latestRun, unreadableRun: unread[0] ?? null };
  });
  return { rows: await Promise.all(rows), unreadable };
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

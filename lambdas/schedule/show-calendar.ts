import { ZoneDays } from '../../domain/calendar/zone-days.ts';
import { fittingPage, namedUnreadable } from '../../domain/http/page.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { eachOnce, lineOf } from '../../domain/model/run-entry.ts';
import type { CampaignList } from '../../domain/ports/campaign-list.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { RunLists } from '../../domain/ports/run-lists.ts';
import { calendarDays } from '../../domain/schedule/calendar-days.ts';
import { calendarEntries, type CalendarEntriesOf } from '../../domain/schedule/calendar-entries.ts';
import { calendarPage, lastCounts, partsOfDays } from '../../domain/schedule/calendar-page.ts';
import type { calendarRoutes } from '../../domain/schedule/calendar-routes.ts';
import type { CampaignEntry } from '../../domain/model/campaign-entry.ts';
import type { Actor } from '../../domain/people/people.ts';

export type CalendarPorts = {
  runLists: Pick<RunLists, 'inParts'>;
  campaigns: Pick<CampaignList, 'entries'>;
  clock: Clock;
};

type Seen = CalendarEntriesOf & { campaigns: readonly CampaignEntry[]; asOf: string };

/** What goes out on these days, as this person sees it. */
export const seenCalendar = async (ports: CalendarPorts, days: ZoneDays, somebody: Actor): Promise<Seen> => {
  const at = ports.clock();
  const asOf = new Date(at).toISOString();
  const [known, runs] = await Promise.all([
    ports.campaigns.entries(),
    ports.runLists.inParts(partsOfDays(days.bounds, at)),
  ]);
  const { lives, lastBegun, campaigns } = known;
  const facts = {
    campaigns: { items: campaigns.items, lives, lastBegun },
    runs: eachOnce(runs.items).map((run) => lineOf(run, somebody)),
    lastCounts: lastCounts(runs.items),
  };
  const found = calendarEntries(facts, days, asOf);
  const unreadable = [...runs.unreadable, ...campaigns.unreadable, ...found.unreadable];
  return { ...found, unreadable, campaigns: campaigns.items, asOf };
};

/** GET /calendar */
export const getCalendar =
  (ports: CalendarPorts): HttpHandler<typeof calendarRoutes.getCalendar> =>
  async ({ query, actor }) => {
    const days = new ZoneDays(query.from, query.to, query.zone);
    const { entries, campaigns, undated, notWorkedOut, unreadable, asOf } = await seenCalendar(ports, days, actor);
    const page = calendarPage(entries, query);
    const shown = fittingPage(page.items);
    return {
      items: shown,
      cursor: page.cursorAfter(shown.length),
      unreadable: namedUnreadable(unreadable),
      asOf,
      days: calendarDays(days.dates, entries, campaigns),
      undated,
      notWorkedOut,
    };
  };

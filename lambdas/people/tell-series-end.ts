import type { SeriesLife } from '../../domain/model/series-life.ts';
import type { Unpublished } from '../../domain/model/stage-event.ts';
import type { Person } from '../../domain/people/people.ts';
import type { People } from '../../domain/people/ports/people.ts';
import { seriesEndMail } from '../../domain/people/series-end-mail.ts';
import type { Campaigns } from '../../domain/ports/campaigns.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import { NEWS_MS, tellWanted, type TellWantedPorts } from './tell-once.ts';

export type SeriesEndPorts = TellWantedPorts & {
  campaigns: Pick<Campaigns, 'get'>;
  people: Pick<People, 'person'>;
  clock: Clock;
  consoleUrl: string;
  sender: string;
};

/** What happened to a series last may be later than this event: somebody armed it anew. */
const whoEnded = ({ changed }: SeriesLife, at: string): Person | undefined =>
  changed?.act === 'ended' && changed.at === at ? changed.by : undefined;

/**
 * Mails whoever its runs are begun for, who is told of starts that it missed too, that a series is over and why; not who
 * ended it. False: SES takes no more for now, and it is to be told later.
 */
export const tellSeriesEnd =
  (ports: SeriesEndPorts) =>
  async (campaignId: string, life: SeriesLife, event: Unpublished): Promise<boolean> => {
    if (event.type !== 'series.ended' || ports.clock() - Date.parse(event.at) >= NEWS_MS) return true;
    const campaign = await ports.campaigns.get(campaignId);
    const by = whoEnded(life, event.at);
    if (!campaign || by?.sub === campaign.updatedBy.sub) return true;
    const to = await ports.people.person(campaign.updatedBy.sub);
    if (!to) return true;
    const { consoleUrl, sender: from } = ports;
    return tellWanted(ports, { kind: 'seriesEnded', campaignId, event: event.id }, to, (person) =>
      seriesEndMail(person, { campaign, end: event.data, by }, { consoleUrl, from }),
    );
  };

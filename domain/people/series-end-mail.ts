import type { CampaignSettings } from '../model/campaign.ts';
import type { SeriesEnd } from '../model/stage-event.ts';
import type { SingleMail } from '../ports/single-mailer.ts';
import { noticeMail } from './notice-mail.ts';
import type { Person } from './people.ts';

type Why = NonNullable<SeriesEnd['reason']> | 'byHand' | 'bySomebody';

const reasons: Record<Person['language'], Record<Why, string>> = {
  en: {
    byHand: '{{ by }} ended it.',
    bySomebody: 'Somebody ended it.',
    endDate: 'The end date of its schedule is reached.',
    runs: 'It has had as many runs as its schedule says.',
    endSet: 'The end that somebody set for it is reached.',
    noDateLeft: 'Its schedule has no start any more.',
  },
  de: {
    byHand: '{{ by }} hat sie beendet.',
    bySomebody: 'Jemand hat sie beendet.',
    endDate: 'Das Enddatum ihres Zeitplans ist erreicht.',
    runs: 'Sie hatte so viele Ausführungen, wie ihr Zeitplan vorsieht.',
    endSet: 'Das Ende, das jemand für sie gesetzt hat, ist erreicht.',
    noDateLeft: 'Ihr Zeitplan hat keinen Start mehr.',
  },
};

const words = {
  en: {
    title: '{{ campaign }}: the series is over',
    greeting: 'Good day {{ name }}, this is about {{ campaign }}.',
    goesOn:
      'No further run starts by itself. A run that is being sent goes on. If the series is to go on, arm it anew; where its schedule is at its end, give it a later one first.',
    open: 'Open the campaign',
  },
  de: {
    title: '{{ campaign }}: Die Reihe ist zu Ende',
    greeting: 'Guten Tag {{ name }}, es geht um {{ campaign }}.',
    goesOn:
      'Von selbst startet keine Ausführung mehr. Was gerade versendet wird, geht weiter. Soll die Reihe weitergehen, aktivieren Sie sie neu; ist ihr Zeitplan zu Ende, geben Sie ihm zuerst ein späteres Ende.',
    open: 'Versand öffnen',
  },
};

const whyOf = ({ cause, reason = 'noDateLeft' }: SeriesEnd, by: Person | undefined): Why => {
  if (cause === 'noStartLeft') return reason;
  return by ? 'byHand' : 'bySomebody';
};

/** `by`: who ended it, as long as that is the last thing that was done to it. */
type Ended = { campaign: Pick<CampaignSettings, 'id' | 'name'>; end: SeriesEnd; by: Person | undefined };

/** Why a series is over, in the language of the person, with one link. */
export const seriesEndMail = (
  to: Person,
  { campaign, end, by }: Ended,
  { consoleUrl, from }: { consoleUrl: string; from: string },
): SingleMail => {
  const { title, greeting, goesOn, open } = words[to.language];
  return noticeMail(
    to,
    {
      words: { title, greeting, next: `${reasons[to.language][whyOf(end, by)]} ${goesOn}`, open },
      facts: { campaign: campaign.name, by: by?.name ?? '' },
      quoted: [],
      tone: 'calm',
      link: `${consoleUrl}/campaigns/${campaign.id}`,
    },
    { from },
  );
};

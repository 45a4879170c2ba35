const en = {
  'prepare.series.released':
    'Its runs are sent without asking: this version was confirmed by {{names}} on {{time}}. After any change, or once a run of it is rejected or stopped, the next run asks again.',
  'prepare.series.waits':
    'A run is confirmed and waits for its start. As soon as it is being sent, the following runs are sent without asking, until the campaign is changed.',
  'prepare.series.asks':
    'The next run asks for a confirmation. Once that is given and the run is being sent, the following runs are sent without asking, until the campaign is changed.',
  'prepare.series.first': 'Prepare: the run goes out at the first start, {{start}}, once it is confirmed.',
  'prepare.series.now':
    'This series is going already: a run that you prepare now goes out as soon as it is confirmed, besides the starts to come.',
  'prepare.series.again':
    'Of a series that has not begun it goes out at the first start, of one that is going already as soon as it is confirmed.',
};

const de: Record<keyof typeof en, string> = {
  'prepare.series.released':
    'Ihre Ausführungen werden gesendet, ohne zu fragen: diese Fassung wurde von {{names}} am {{time}} bestätigt. Nach jeder Änderung, oder wenn eine Ausführung abgelehnt oder abgebrochen wurde, fragt die nächste wieder.',
  'prepare.series.waits':
    'Eine Ausführung ist bestätigt und wartet auf ihren Start. Sobald sie gesendet wird, werden die folgenden gesendet, ohne zu fragen, bis der Versand geändert wird.',
  'prepare.series.asks':
    'Die nächste Ausführung bittet um Bestätigung. Ist sie bestätigt und wird gesendet, werden die folgenden gesendet, ohne zu fragen, bis der Versand geändert wird.',
  'prepare.series.first':
    'Vorbereiten: Die Ausführung geht zum ersten Start hinaus, {{start}}, sobald sie bestätigt ist.',
  'prepare.series.now':
    'Diese Reihe läuft schon: Eine Ausführung, die Sie jetzt vorbereiten, geht hinaus, sobald sie bestätigt ist, zusätzlich zu den nächsten Starts.',
  'prepare.series.again':
    'Bei einer Reihe, die noch nicht begonnen hat, geht sie zum ersten Start hinaus, bei einer, die schon läuft, sobald sie bestätigt ist.',
};

/** Words of recurring campaigns: what lets their runs go out, and when. */
export const seriesWords = { en, de };

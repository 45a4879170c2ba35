/** Words of recurring campaigns: what lets their runs go out, and when. */
export const words = {
  'prepare.series.released':
    'Its runs are sent without asking: this version was confirmed by {names} on {time}. After any change, or once a run of it is rejected or stopped, the next run asks again.',
  'prepare.series.refused':
    'A run of this version was rejected or stopped on {time}, so the next run asks for a confirmation. Once that is given and the run is being sent, the following runs are sent without asking.',
  'prepare.series.waits':
    'A run is confirmed and waits for its start. As soon as it is being sent, the following runs are sent without asking, until the campaign is changed.',
  'prepare.series.asks':
    'The next run asks for a confirmation. Once that is given and the run is being sent, the following runs are sent without asking, until the campaign is changed.',
  'prepare.series.now':
    'A run that you prepare now is one besides the starts of the series: it asks, and goes out as soon as it is confirmed. It takes no start away.',
};

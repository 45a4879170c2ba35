/** Words of the life of a series. */
export const words = {
  'prepare.series.besides': 'besides the series',
  'prepare.series.ofStart': 'of the start {start}',
  'prepare.series.state.draft': 'Draft.',
  'prepare.series.state.armed': 'Armed.',
  'prepare.series.state.paused': 'Paused.',
  'prepare.series.state.ended': 'Ended.',
  'prepare.release': 'What this confirmation lets go',
  'prepare.release.why':
    'Once this run is being sent, the following runs are sent without asking, at these times and within these limits.',
  'prepare.release.anyNumber': 'any number of messages a run',
  'prepare.release.most': 'at most {n} messages a run; a run with more asks',
  'prepare.release.change': 'an audience that differs from this one by at most {n} per cent; otherwise the run asks',
};

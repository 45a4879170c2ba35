/** Words of the life of a series. */
export const words = {
  'prepare.series': 'Series',
  'prepare.series.prepareNow': 'Prepare now, besides the series',
  'prepare.series.first':
    'So that the next start can be confirmed before its time, prepare its run ahead: it asks now and goes out at {{start}}.',
  'prepare.series.ahead': 'Prepare the next start',
  'prepare.series.stands.draft':
    'Nothing starts by itself before somebody arms it; its first start would be {{start}}.',
  'prepare.series.stands.armed': 'The next run starts {{start}}.',
  'prepare.series.stands.paused': 'Nothing starts before somebody resumes it.',
  'prepare.series.stands.ended': 'No further run starts.',
  'prepare.series.lastStart': 'It ends by itself: no start after {{time}}.',
  'prepare.series.skipped': 'Left out: {{starts}}.',
  'prepare.series.act.arm': 'Arm',
  'prepare.series.act.pause': 'Pause series',
  'prepare.series.act.resume': 'Resume series',
  'prepare.series.act.skip': 'Leave out next start',
  'prepare.series.act.end': 'End series',
  'prepare.series.title.arm': 'Arm this series?',
  'prepare.series.title.pause': 'Pause this series?',
  'prepare.series.title.resume': 'Resume this series?',
  'prepare.series.title.skip': 'Leave out the next start?',
  'prepare.series.title.end': 'End this series?',
  'prepare.series.effect.arm':
    'Nothing is sent now. The first run starts {{start}}; unless the series was confirmed, it asks before it sends.',
  'prepare.series.effect.pause':
    'Nothing starts until somebody resumes it. A run of a start that has not begun to go out is stopped; what is being sent goes on. Starts that pass meanwhile are not made up for.',
  'prepare.series.effect.resume':
    'The next run starts {{start}}. Unless you may start deliveries, it asks for a confirmation, also if the series was confirmed before.',
  'prepare.series.effect.skip':
    'No run starts {{start}}. One that was prepared for it is stopped. The starts after it stay.',
  'prepare.series.effect.end':
    'A run of a start that the series no longer has is stopped, unless it is being sent. A series that was ended can be armed anew; it asks then.',
  'prepare.series.end.now': 'now',
  'prepare.series.end.date': 'after a date',
  'prepare.series.end.starts': 'after a number of starts',
  'prepare.series.endField.date': 'No start after ({{zone}})',
  'prepare.series.endField.starts': 'So many more starts',
  'prepare.series.reason': 'Reason',
  'prepare.series.reasonHint': 'optional, kept in the history',
  'prepare.series.did.armed': 'Armed',
  'prepare.series.did.paused': 'Paused',
  'prepare.series.did.resumed': 'Resumed',
  'prepare.series.did.startSkipped': 'Start left out',
  'prepare.series.did.endSet': 'No start after',
  'prepare.series.did.archived': 'Archived',
  'prepare.series.did.unarchived': 'Taken back from the archive',
  'prepare.series.did.ended': 'Ended',
  'prepare.series.edit': 'This series is armed. When you save:',
  'prepare.series.edit.goesOn': 'it goes on by the new schedule; a run that waits is void, and the next one asks',
  'prepare.series.edit.pauses': 'it is paused until somebody resumes it; a run that waits is void',
  'prepare.series.did.startsMissed': 'Starts missed, {{n}}, the first one',
};

/** Words of the calendar. */
export const words = {
  'calendar.view': 'Show as',
  'calendar.view.agenda': 'Agenda',
  'calendar.view.week': 'Week',
  'calendar.view.month': 'Month',
  'calendar.before': 'Earlier',
  'calendar.today': 'Today',
  'calendar.after': 'Later',
  'calendar.range': '{from} to {to}',
  'calendar.nothing': 'Nothing goes out on these days.',
  'calendar.state.draft': 'Draft',
  'calendar.state.armed': 'Series armed',
  'calendar.state.paused': 'Series paused',
  'calendar.to': 'To {n}.',
  'calendar.about': 'To about {n}, as in the last run.',
  'calendar.unknown': 'Not prepared yet: nobody knows to how many.',
  'calendar.until': 'The last wave begins {until}.',
  'calendar.starts': '{n} starts on this day, the last of it {until}.',
  'calendar.continued': 'Goes on: began {from}, the last wave begins {until}.',
  'calendar.goesOn': 'goes on',
  'calendar.sends': '{count, plural, one {One send.} other {{n} sends.}}',
  'calendar.planned': '{count, plural, one {One message planned.} other {{n} messages planned.}}',
  'calendar.plannedOf':
    '{count, plural, one {One message planned, of {quota} that SES allows in 24 hours.} other {{n} messages planned, of {quota} that SES allows in 24 hours.}}',
  'calendar.estimated':
    '{count, plural, one {One of them is estimated by the last runs.} other {{n} of them are estimated by the last runs.}}',
  'calendar.uncounted':
    '{count, plural, one {One send is not counted: it was never prepared.} other {{n} sends are not counted: they were never prepared.}}',
  'calendar.overQuota':
    'More is planned than the {quota} messages that SES lets the account send in 24 hours. The rest waits until the next day.',
  'calendar.collision': 'The list {list} is written to {n} times on this day: {names}.',
  'calendar.collisionOfAll': 'All stored profiles are chosen from {n} times on this day: {names}.',
  'calendar.moreCollisions':
    '{count, plural, one {One more list is written to more than once.} other {{n} more lists are written to more than once.}}',
  'calendar.notLoaded':
    '{count, plural, one {One more on this day is not loaded yet.} other {{n} more on this day are not loaded yet.}}',
  'calendar.more': '{count, plural, one {and one more} other {and {n} more}}',
  'calendar.cell.messages': '{count, plural, one {one message} other {{n} messages}}',
  'calendar.cell.overQuota': 'above the quota',
  'calendar.cell.collisions': '{count, plural, one {one list more than once} other {{n} lists more than once}}',
  'calendar.undated':
    '{count, plural, one {One run goes out as soon as it is confirmed, and has no day yet.} other {{n} runs go out as soon as they are confirmed, and have no day yet.}}',
  'calendar.notWorkedOut':
    '{count, plural, one {The starts of one series are not shown.} other {The starts of {n} series are not shown.}}',
  'calendar.notWorkedOut.why':
    'There are too many for so many days at once, so the numbers of the days are without them. Look at a week instead of a month.',
  'calendar.feed': 'In a calendar of your own',
  'calendar.feed.what':
    'Outlook, Google Calendar, Apple Calendar and others can show this calendar by an address of your own (iCalendar). It names campaigns, times and numbers, and no person. It works for as long as you may see campaigns here.',
  'calendar.feed.since': 'You have an address since {time}.',
  'calendar.feed.make': 'Make an address',
  'calendar.feed.replace': 'Replace the address',
  'calendar.feed.revoke': 'End the address',
  'calendar.feed.address': 'Your address',
  'calendar.feed.once':
    'Enter it in your calendar now: it is not shown again. Whoever has it sees the calendar, so keep it to yourself. An address from before has ended.',
  'calendar.hint':
    'Days and times are those of {zone}. Of what was not prepared yet, the number of messages is that of the last run of the campaign.',
};

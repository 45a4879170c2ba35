/** Words of how a send is spread over time, and until when it is valid. */
export const words = {
  'prepare.validity': 'Valid until',
  'prepare.validity.hours': '{count, plural, one {{n} hour after the start} other {{n} hours after the start}}',
  'prepare.validity.rest': 'what was not handed over by then is stopped',
  'prepare.hint.validity.wrong':
    'What was not handed over to SES by then is stopped. Choose a later time in the schedule, or fewer recipients.',
  'prepare.waves': 'Waves',
  'prepare.waves.waiting': 'not before {time}',
  'prepare.waves.once': 'once it is confirmed, each {gap} after the one before it',
  'prepare.waves.sending': 'since {time}',
  'prepare.waves.sent': 'out',
  'run.say.Sending.wave': 'Wave {n} of {of} goes at {time} at the earliest, while nothing is paused.',
  'confirm.event.waveBegun': 'Next wave begun',
  'prepare.hint.waves.wrong':
    'The next wave goes only when the one before it is out, while the brake is off and nobody paused the run.',
  'prepare.hint.rampTooShort.wrong':
    'No day has more than it is to have, so not everybody would get it. Choose more for the first day, or a higher growth, or fewer recipients.',
  'prepare.hint.recipientZones.wrong':
    'Zone not known: {unknown} people, who get it by {by}. Time already passed: {passed}. Somewhere it is this time 24 hours before it is elsewhere: prepare and confirm early enough.',
};

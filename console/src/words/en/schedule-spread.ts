/** Words of how a send is spread over time, and until when it is valid. */
export const words = {
  'prepare.form.validBy': 'Valid until',
  'prepare.form.validBy.none': 'no end',
  'prepare.form.validBy.time': 'a day and a time',
  'prepare.form.validBy.hours': 'some hours after the start',
  'prepare.form.validUntil': 'Nothing is sent after',
  'prepare.form.validHours': 'Hours after the start',
  'prepare.form.validHint': 'What was not handed over to SES by then is stopped, also where the run was paused.',
  'prepare.wrong.schedule.validity': 'Give a time after the start, or whole hours from 1 to 744.',
  'prepare.validity': 'Valid until',
  'prepare.validity.hours_one': '{{n}} hour after the start',
  'prepare.validity.hours_other': '{{n}} hours after the start',
  'prepare.validity.rest': 'what was not handed over by then is stopped',
  'prepare.check.validity.passed': 'Out before it is valid no longer, {{until}}',
  'prepare.check.validity.wrong': 'Valid until {{until}}, the last message may go out {{ends}}',
  'prepare.hint.validity.wrong':
    'What was not handed over to SES by then is stopped. Choose a later time in the schedule, or fewer recipients.',
};

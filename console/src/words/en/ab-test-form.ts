/** Words of writing a test of several contents. */
export const words = {
  'write.abTest.add': 'Add a variant',
  'write.abTest.remove': 'Remove variant {letter}',
  'write.abTest.hint':
    'Another subject is enough: without a content of its own a variant has that of A. Who gets which is drawn when the campaign is prepared.',
  'prepare.form.spreadBy.abTest': 'first a test, then what wins',
  'prepare.form.abShareBy': 'In the test',
  'prepare.form.abShareBy.percent': 'a share of all',
  'prepare.form.abShareBy.number': 'so many people',
  'prepare.form.abPercent': 'Per cent of all',
  'prepare.form.abPercentHint': 'From 1 to 90, all variants together; at most 50,000 people.',
  'prepare.form.abPeople': 'People in the test',
  'prepare.form.abPeopleHint': 'From 2 to 50,000, all variants together.',
  'prepare.form.abDecideBy': 'Decided by',
  'prepare.form.abHours': 'Hours from the test to the decision',
  'prepare.form.abHoursHint':
    'From 1 to 72, once the test is out. Then the rest gets what won; where too few did anything, variant A.',
  'prepare.wrong.schedule.abTest':
    'Give whole numbers: 1 to 90 per cent or 2 to 50,000 people, and 1 to 72 hours, fewer than the messages are valid. Links are to be tracked, and there are one to four variants of the content.',
};

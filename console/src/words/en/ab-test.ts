/** Words of a test of several contents. */
export const words = {
  'abTest.variant': 'Variant {letter}',
  'abTest.rest': 'Everybody else: what wins',
  'abTest.variants': 'Variants of the test',
  'abTest.variants.variant': 'Variant',
  'abTest.opens': 'opens',
  'abTest.clicks': 'clicks',
  'abTest.decidesAt': 'The test is decided {time} at the earliest, by the {by} of people.',
  'abTest.decides':
    '{count, plural, one {The test is decided {n} hour after it is out, by the {by} of people.} other {The test is decided {n} hours after it is out, by the {by} of people.}}',
  'abTest.most': '{winner} won, {time}, by the {by} of people: {figures}. Everybody else gets it.',
  'abTest.most.unclear':
    '{winner} was ahead, {time}, by the {by} of people, and the difference may be chance: {figures}. Everybody else gets it.',
  'abTest.tie':
    'The best were equal, {time}, by the {by} of people: {figures}. Everybody else gets the first of them, {winner}.',
  'abTest.tooFew': 'Too few to decide, {time}, by the {by} of people: {figures}. Everybody else gets {winner}.',
  'abTest.chosen':
    '{winner} was chosen by hand, {time}; until then, by the {by} of people: {figures}. Everybody else gets it.',
  'abTest.choose': 'Decide now instead: everybody else gets the chosen variant at once.',
  'abTest.choose.button': 'Send {variant} to everybody else',
  'abTest.choose.title': 'Decide the test now?',
  'abTest.choose.why': 'Everybody else gets {variant} at once. This cannot be undone.',
  'abTest.figure': '{name} {did} of {known}',
  'abTest.known': 'Can be known of',
  'confirm.event.abTestDecided': 'Test decided',
  'prepare.hint.abTest.wrong':
    'Each variant has at least {least} people, and of about {knowable} it can be known what they do. With fewer than {needed} of one, or with nobody left to wait, nothing is decided: everybody else gets variant A.',
};

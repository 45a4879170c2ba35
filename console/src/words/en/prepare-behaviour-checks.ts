/** Words of the checks of an audience that goes by segments and by what people did with messages. */
export const words = {
  'prepare.check.messagesKnown.passed': 'The audience goes by messages of: {names}',
  'prepare.check.messagesKnown.wrong': 'The audience goes by runs of which nobody knows who got them: {names}',
  'prepare.hint.messagesKnown.wrong':
    'Such a run is not there, has sent nothing, or is so old that its audience is deleted. Somebody who got the message could be taken for somebody who did not. Change the condition, then prepare again.',
  'prepare.check.behaviourKnown.passed': 'Of everybody it is known what they did with those messages, as of {at}',
  'prepare.check.behaviourKnown.wrong':
    '{count, plural, one {Not meant, because it cannot be known what they did with those messages: one person, as of {at}} other {Not meant, because it cannot be known what they did with those messages: {people} people, as of {at}}}',
  'prepare.hint.behaviourKnown.wrong':
    'They are not tracked, their message is still on its way, or it cannot be told whether a person or a program opened it.',
  'prepare.check.behaviourFits.passed': 'What people did with messages can be looked at in one go',
  'prepare.check.behaviourFits.wrong':
    'The conditions, with those of the segments, ask about too many people and messages: what is kept of them takes more than {limit} MB',
  'prepare.hint.behaviourFits.wrong':
    'About twelve million people fit with four different runs, campaigns or numbers of days. Ask about fewer of them in the campaign and its segments, or about fewer days; then prepare again.',
  'prepare.check.segmentsKnown.passed': 'The audience goes by segments: {names}',
  'prepare.check.segmentsKnown.wrong': 'Segments that are no longer there: {names}',
  'prepare.hint.segmentsKnown.wrong':
    'Choose another segment, or write its conditions into the campaign; then prepare again.',
  'prepare.check.listsKnown.passed': 'The lists that the conditions ask for are there',
  'prepare.check.listsKnown.wrong': 'The conditions ask for lists that are not there: {names}',
  'prepare.hint.listsKnown.wrong':
    'Nobody is on a list that was deleted: a condition that leaves out whoever is on it would leave out nobody. Ask for another list in the campaign or its segments, or put somebody on it; then prepare again.',
};

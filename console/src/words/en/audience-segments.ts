/** Words of saved segments, and of sending again to some of an audience. */
export const words = {
  'audience.segments': 'Segments',
  'audience.segments.what':
    'A segment is a saved rule: a list, conditions, or both. Whom it means is worked out anew whenever a campaign is prepared.',
  'audience.segment.new': 'New segment',
  'audience.segment.rule': 'Whom it means',
  'audience.segment.name': 'Name',
  'audience.segment.nameMissing': 'Give it a name.',
  'audience.segment.nobody': 'Choose a list, or add a condition: otherwise it means everybody.',
  'audience.segment.wrong':
    'Something is missing: correct the marked fields. A segment asks about at most three different runs, campaigns or numbers of days, and its conditions are not too long.',
  'audience.segment.save': 'Save the segment',
  'audience.segment.saved': 'Saved.',
  'audience.segment.changed': 'Last changed by {name}, {time}',
  'audience.segment.changeEffect':
    'What is prepared already stays as it is. Runs that are prepared from now on go by the changed rule; a series that sends without asking asks again. Whoever changes it counts as an author under four eyes.',
  'audience.segment.people': 'How many now',
  'audience.segment.countHint':
    'Before the rules: whoever opted out, is a duplicate or in quarantine is left out only when a campaign is prepared.',
  'audience.segment.asOf': 'As of {time}',
  'audience.segment.unknown': 'Not among them, because a value cannot be read or nobody can say what they did: {n}',
  'audience.segment.sample': 'Some of them',
  'audience.segment.users': 'Campaigns that name it',
  'audience.segment.unused': 'No campaign names this segment.',
  'audience.segment.delete': 'Delete this segment',
  'audience.segment.deleteTitle': 'Delete this segment?',
  'audience.segment.deleteEffect':
    'The rule ends. What was prepared by it is sent all the same; a campaign that still names it cannot be prepared.',
  'audience.segment.deleteUsers': 'Campaigns that name it and could not be prepared without it: {n}.',
  'audience.segment.keep': 'Keep the segment',
};

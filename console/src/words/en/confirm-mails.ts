/** Words of the comparison of mails. */
export const words = {
  'confirm.mails.conditions': 'Conditions of the mail, and how many people each branch reaches',
  'confirm.mails.condition': 'Condition',
  'confirm.mails.branch': 'Branch',
  'confirm.mails.people': 'People',
  'confirm.mails.show': 'Mail',
  'confirm.mails.tag.if': 'if',
  'confirm.mails.tag.unless': 'unless',
  'confirm.mails.tag.case': 'case {of}',
  'confirm.mails.else': 'everybody else',
  'confirm.mails.look': 'Compare the mail of this branch: {branch}',
  'confirm.mails.compare': 'Compare',
  'confirm.mails.moreBranches':
    '{count, plural, one {One more branch is not counted.} other {{n} more branches are not counted.}}',
  'confirm.mails.moreConditions':
    '{count, plural, one {One more condition is not counted.} other {{n} more conditions are not counted.}}',
  'confirm.mails.noConditions':
    'This mail has no conditions: everybody gets the same one, filled in with their values.',
  'confirm.mails.counted':
    'Counted when the mails were put together. Somebody can reach several branches of a condition that stands in a loop or in several places.',
  'confirm.mails.samples': 'Mails worth looking at',
  'confirm.mails.sample.first': 'The first one',
  'confirm.mails.sample.longest': 'The one with the longest values',
  'confirm.mails.sample.emptiest': 'The one with the most empty fields',
  'confirm.mails.for': 'Mail to {label}',
  'confirm.mails.is': 'This version',
  'confirm.mails.was.confirmed': 'The last confirmed version, {time}',
  'confirm.mails.was.prepared': 'The last run, {time}; it was not confirmed',
  'confirm.mails.before.frozen': 'What was frozen then for the same person.',
  'confirm.mails.before.anew':
    'This person was not in that run, or its people are deleted by now: its content is put together with what this run froze of them.',
  'confirm.mails.before.none': 'There is no earlier mail to compare with.',
  'confirm.mails.whollyNew': 'The two have so little in common that nothing is marked.',
  'confirm.mails.subject': 'Subject',
  'confirm.mails.text': 'Text version',
};

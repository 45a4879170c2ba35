/** How to go on after a refusal about what is kept for contents. */
export const words = {
  'shell.wayOn.templateChanged': 'Load the page again and repeat your change.',
  'shell.wayOn.templateNamed': 'Give it another name.',
  'shell.wayOn.tooManyTemplates': 'Delete one that nobody needs. Campaigns that were begun with it stay as they are.',
  'shell.wayOn.snippetChanged': 'Load the page again and repeat your change.',
  'shell.wayOn.snippetNamed': 'Give it another name, or change that one.',
  'shell.wayOn.snippetBroken': 'Mend it: each condition and each loop ends within the snippet.',
  'shell.wayOn.snippetInUse':
    'Take it out of them first. Or delete it all the same: what is prepared already is sent as it is.',
  'shell.wayOn.tooManySnippets': 'Delete one that nothing uses.',
};

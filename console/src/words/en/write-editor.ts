/** Words of the editor of a content. */
export const words = {
  'write.text.made': 'Made from the content',
  'write.text.own': 'Write it myself',
  'write.text.madeHint':
    'People who read without HTML get this. It follows the content, and is made anew whenever that changes.',
  'write.text.outdated': 'The content has changed since this text was written.',
  'write.text.fits': 'The text still fits',
  'write.text.makeAnew': 'Make it from the content',
  'write.editor.completions': 'Suggestions',
  'write.editor.faults': 'Faults',
  'write.editor.noFaults': 'No faults',
  'write.editor.close': 'Close',
  'write.editor.controlCharacter': 'Control character',
  'write.editor.deleted': 'Selection deleted',
  'write.editor.lackedBy': 'missing for {{n}} of {{people}}',
  'write.editor.keys': 'Tab leaves the field; Ctrl and the space bar show suggestions.',
};

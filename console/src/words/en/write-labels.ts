/** Words of labels. */
export const words = {
  'labels.field': 'Labels',
  'labels.hint': 'With commas between them; at most ten. For finding the campaign: changing them voids nothing.',
  'labels.label': 'Label',
  'labels.any': 'any label',
  'labels.counted': '{label} ({n})',
  'prepare.wrong.labels': 'At most ten labels of at most 40 letters each.',
  'write.part.labels': 'Labels',
};

import { expect, test } from '@jest/globals';
import { choicesOf } from '../../../console/src/audience/merge-choices.ts';

test('only what both say otherwise is a choice: what is empty here is taken, what is empty there is not', () => {
  const own = { attributes: { city: 'Ulm', phone: '', shoe: '38', name: 'Anna' } };
  const other = { attributes: { shoe: '39', phone: '1', city: 'Kiel', name: 'Anna', pet: 'cat', fax: '' } };
  expect(choicesOf(own, other)).toEqual([
    { name: 'city', own: 'Ulm', other: 'Kiel' },
    { name: 'shoe', own: '38', other: '39' },
  ]);
});

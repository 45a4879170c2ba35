import { expect, test } from '@jest/globals';
import type { ProposedColumn } from '../../../domain/audience/api.ts';
import { mappingOf, openQuestion, withChoice, type Chosen } from '../../../console/src/audience/column-choice.ts';

const column = (header: string, as: ProposedColumn['as'], more: Partial<ProposedColumn> = {}): ProposedColumn => ({
  header,
  as,
  name: header.toLowerCase(),
  isRemembered: false,
  unread: 0,
  seen: [],
  ...(as === 'attribute' && { type: 'text' as const }),
  ...more,
});

const columns = [
  column('E-Mail', 'address', { name: 'e_mail' }),
  column('Name', 'attribute', { meaning: 'fullName' }),
  column('Name', 'notTaken'),
  column('Newsletter', 'unclear'),
  column('Punkte', 'attribute', { type: 'number' }),
];
const choosing = (...chosen: [number, Chosen][]): Map<number, Chosen> => new Map(chosen);

test('what nobody corrects is left to the file; what has no name of its own is left out, as it is shown', () => {
  expect(
    mappingOf(
      columns.filter(({ as, name }) => as === 'address' || name === 'punkte'),
      new Map(),
    ),
  ).toEqual([]);
  expect(mappingOf(columns, new Map())).toEqual([
    { header: 'Name', as: 'attribute', meaning: 'fullName', name: 'name' },
    { header: 'Name', as: 'ignored' },
  ]);
});

test('columns of the same header are said together, in their order; what was said before is said again', () => {
  const before = columns.map((one) => ({ ...one, isRemembered: one.header === 'Punkte' }));
  expect(mappingOf(before, choosing([2, { choice: 'text', name: 'town' }]))).toEqual([
    { header: 'Name', as: 'attribute', meaning: 'fullName', name: 'name' },
    { header: 'Name', as: 'attribute', type: 'text', name: 'town' },
    { header: 'Punkte', as: 'attribute', type: 'number', name: 'punkte' },
  ]);
});

test('an import waits until one column is the address, and all that may be a no are understood', () => {
  const optedIn: [number, Chosen] = [3, { choice: 'optedIn', name: '' }];
  expect(openQuestion(columns, new Map())).toBe('unclear');
  expect(openQuestion(columns, choosing(optedIn))).toBeUndefined();
  expect(openQuestion(columns, choosing(optedIn, [0, { choice: 'ignored', name: '' }]))).toBe('address');
  expect(openQuestion(columns, choosing(optedIn, [1, { choice: 'address', name: '' }]))).toBe('addresses');
  expect(openQuestion(columns, choosing(optedIn, [1, { choice: 'text', name: 'Größe' }]))).toBe('name');
});

test('another meaning brings its name, another type keeps that of the header', () => {
  expect(withChoice(column('Punkte', 'attribute'), 'language')).toEqual({ choice: 'language', name: 'language' });
  expect(withChoice(column('Punkte', 'attribute'), 'date')).toEqual({ choice: 'date', name: 'punkte' });
});

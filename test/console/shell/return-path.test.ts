import { expect, test } from '@jest/globals';
import { returnPath } from '../../../console/src/shell/return-path.ts';

test('whoever signs in comes back to the page they asked for, with query and fragment', () => {
  expect(returnPath({ state: { returnTo: '/confirmations/abc?x=1#y' } })).toBe('/confirmations/abc?x=1#y');
});

test.each(['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', 'javascript:alert(1)', ''])(
  'a return to %j would leave the console and leads home',
  (returnTo) => {
    expect(returnPath({ state: { returnTo } })).toBe('/');
  },
);

test.each([undefined, {}, { state: 'text' }, { state: { returnTo: 7 } }])('%j names no page and leads home', (user) => {
  expect(returnPath(user)).toBe('/');
});

import { expect, test } from '@jest/globals';
import { changesOf, draftOf } from '../../../console/src/audience/profile-draft.ts';

const profile = { address: 'anna@post.example', lists: ['garden', 'press'], attributes: { city: 'Bonn', team: 'red' } };

test('only what differs is sent, so that what somebody else changed meanwhile stays', () => {
  expect(changesOf(profile, draftOf(profile))).toEqual({});
  const draft = { ...draftOf(profile), lists: 'press; new, press', newName: ' Size ', newValue: 'M' };
  expect(changesOf(profile, { ...draft, attributes: { city: '', team: 'red' } })).toEqual({
    lists: ['new'],
    leaves: ['garden'],
    attributes: { city: '', Size: 'M' },
  });
  expect(changesOf(profile, { ...draftOf(profile), address: 'new@post.example' })).toEqual({
    address: 'new@post.example',
  });
});

test('a name that no object takes is sent for the server to refuse', () => {
  const { attributes } = changesOf(profile, { ...draftOf(profile), newName: '__proto__', newValue: 'x' });
  expect(JSON.stringify(attributes)).toBe('{"__proto__":"x"}');
});

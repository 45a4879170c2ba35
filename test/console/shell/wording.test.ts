import { describe, expect, test } from '@jest/globals';
import { filled, wordingIn } from '../../../console/src/shell/wording.ts';

const words = {
  'send.pause': 'Pause',
  'shell.action.one': 'Hello {{name}}, {{ not a value }}',
  'kpi.people_one': '{{n}} person',
  'kpi.people_other': '{{n}} people',
};

// These stand for keys that are written: only what is looked up in them counts here.
const { t, exists } = wordingIn('en', words);
const asked = (key: string): Parameters<typeof t>[0] => key as Parameters<typeof t>[0];

describe('words', () => {
  test('come with their values, and with nothing where one is missing', () => {
    expect(t(asked('shell.action.one'), { name: 'Anna' })).toBe('Hello Anna, {{ not a value }}');
    expect(t(asked('shell.action.one'))).toBe('Hello , {{ not a value }}');
    expect(filled('{{a}}{{b}}', { a: 0, b: null })).toBe('0');
  });

  test('a value is text, whatever it looks like', () => {
    expect(filled('{{a}}', { a: '{{b}} $& <b>', b: 'no' })).toBe('{{b}} $& <b>');
  });

  test.each([
    [0, '0 people'],
    [1, '1 person'],
    [2, '2 people'],
  ])('of %s take the form of the number', (count, text) => {
    expect(t(asked('kpi.people'), { count, n: count })).toBe(text);
  });

  test('without a form of the number are the only ones', () => {
    expect(t(asked('send.pause'), { count: 2 })).toBe('Pause');
  });

  test('that nobody wrote are shown as their key, and are known to be missing', () => {
    expect(t(asked('send.resume'))).toBe('send.resume');
    expect(exists('send.resume')).toBe(false);
    expect(exists('send.pause')).toBe(true);
    expect(exists('toString')).toBe(false);
  });
});

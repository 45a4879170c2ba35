import { expect, test } from '@jest/globals';
import { personFrom } from '../../../lambdas/adapters/cognito/pool-person.ts';

const nameOf = (name: string): string =>
  personFrom(
    [
      { Name: 'name', Value: name },
      { Name: 'email', Value: 'anna@contoso.example' },
    ],
    'anna',
  ).name;

/** Bidi_Control of Unicode that opens or closes a direction (UAX #9, sections 2.1 to 2.4), each in turn. */
const turning = ['\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069'];

test('a name turns no word beside it: what opens and closes directions is left out of it, wherever it came from', () => {
  for (const mark of turning) expect(nameOf(`${mark}Anna${mark} Alt${mark}`)).toBe('Anna Alt');
  // Nothing is left: the name is what an account without one has.
  expect(nameOf('\u202E\u2066')).toBe('anna');
});

test.each(['أحمد علي', 'דנה כהן', 'Zoe\u0308 Müller', 'Нина', '李雷', 'می\u200Cخواهم', 'דנה\u200F'])(
  'the name %s is kept, letter by letter',
  (name) => {
    expect(nameOf(name)).toBe(name);
  },
);

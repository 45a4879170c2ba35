import { describe, expect, test } from '@jest/globals';
import { formatIn } from '../../../console/src/shell/format-in.ts';

const [en, de] = [formatIn('en'), formatIn('de')];

describe('numbers', () => {
  test('are grouped as the language groups them', () => {
    expect(en.number(48120)).toBe('48,120');
    expect(de.number(48120)).toBe('48.120');
  });

  test('of per cent have one decimal, and a dash where there is nothing to divide by', () => {
    expect(en.percent(98.7)).toBe('98.7 %');
    expect(de.percent(3)).toBe('3,0 %');
    expect(en.percent(null)).toBe('–');
  });
});

describe('times', () => {
  const inThatYear = Date.parse('2026-06-01T00:00:00Z');
  const inAnother = Date.parse('2027-06-01T00:00:00Z');

  test('bear their zone, the one of the schedule when it is given', () => {
    const at = (format: typeof en) => format.dateTime('2026-10-06T07:00:00.000Z', 'Europe/Berlin', inAnother);
    expect(at(en)).toMatch(/Tue.* 6 Oct 2026.*09:00 CEST/);
    expect(at(de)).toMatch(/Di\., 6\. Okt\. 2026.*09:00 MESZ/);
  });

  test('of the present year do without it', () => {
    const at = (format: typeof en) => format.dateTime('2026-10-06T07:00:00.000Z', 'Europe/Berlin', inThatYear);
    expect(at(en)).toMatch(/^Tue,? 6 Oct,? 09:00 CEST$/);
    expect(at(de)).toMatch(/^Di\., 6\. Okt\., 09:00 MESZ$/);
  });

  test('in UTC say so', () => {
    expect(en.utc('2026-10-06T07:00:00.000Z')).toMatch(/07:00 UTC$/);
  });

  test('of midnight are 00:00, never 24:00', () => {
    expect(en.dateTime('2026-10-05T22:00:00.000Z', 'Europe/Berlin')).toContain('00:00');
  });

  test('far from now are shown in their largest unit', () => {
    const now = Date.parse('2026-10-05T10:00:00Z');
    expect(en.relative('2026-10-05T18:00:00Z', now)).toBe('in 8 hours');
    expect(de.relative('2026-10-08T09:59:00Z', now)).toBe('in 3 Tagen');
    expect(en.relative('2026-10-05T09:57:00Z', now)).toBe('3 minutes ago');
  });
});

describe('durations', () => {
  test.each([
    [300, '< 1 s'],
    [41_000, '41 s'],
    [975_000, '16 min 15 s'],
    [960_000, '16 min'],
    [27_900_000, '7 h 45 min'],
  ])('%i ms are %s', (ms, text) => {
    expect(en.duration(ms)).toBe(text);
  });
});

test('people are listed as the language lists them', () => {
  expect(en.anyOf(['Mehmet', 'Katrin'])).toBe('Mehmet or Katrin');
  expect(de.allOf(['Mehmet', 'Katrin'])).toBe('Mehmet und Katrin');
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AudienceFilter, Condition } from '../../../domain/model/audience-filter.ts';
import { judgeOf, matcherOf } from '../../../domain/model/matches.ts';

const filterOf = (...conditions: Condition[]): AudienceFilter => ({ join: 'all', conditions });
const withValue = (value: string) => ({ id: 'p', address: '', lists: [], attributes: { value } });
const judged = (condition: Condition, value: string) => judgeOf(filterOf(condition))(withValue(value));

const after = { is: 'greater', attribute: 'value', value: '2026-01-01' } as const;
const more = { is: 'greater', attribute: 'value', value: '12.4' } as const;
const isYes = { is: 'yes', attribute: 'value' } as const;
const isNo = { is: 'no', attribute: 'value' } as const;

describe('a value is measured however it is written', () => {
  test.each([
    [after, ['2026-05-01 10:00:00', '2026-05-01T10:00:00Z', '01.05.2026', '25/05/2026', '5. Mai 2026', '1793000000']],
    [more, ['12,5', '12.5', '1.234,56', '1 234', "1'234.50", '12,50 €', 'EUR 13']],
    [isYes, ['yes', 'Ja', 'OUI', 'true', 'wahr', '1', 'x', 'sí', 'si\u0301']],
    [isNo, ['no', 'Nein', 'non', 'FALSE', 'falsch', '0', 'não']],
  ] satisfies [Condition, string[]][])('%j is met by %j', (condition, values) => {
    expect(values.filter((value) => !judged(condition, value).isMeant)).toEqual([]);
  });

  test.each([
    [after, ['2024-05-01 10:00:00', '01.03.1980', '']],
    [{ ...after, value: '1901-01-01' }, ['0001-01-01T00:00:00', '01.01.0001', '0099-12-31']],
    [more, ['12,3', '-12,5', '']],
    [isYes, ['no', 'nein', '']],
    [isNo, ['yes', 'ja', '']],
  ] satisfies [Condition, string[]][])('%j is not met by %j, and that is certain', (condition, values) => {
    for (const value of values) expect(judged(condition, value)).toEqual({ isMeant: false, unread: [] });
  });

  test.each([
    [after, ['05/06/2026', 'soon', '30.02.2026', 'NULL']],
    [more, ['1,234', 'many', '2026-05-01', '12,5 %']],
    [isYes, ['maybe', 'si cela', '2']],
    [isNo, ['vielleicht', '-1']],
  ] satisfies [Condition, string[]][])('%j cannot be asked of %j: left out, and told', (condition, values) => {
    for (const value of values) expect(judged(condition, value)).toEqual({ isMeant: false, unread: ['value'] });
  });
});

test('a value is told only where it decides', () => {
  const person = { id: 'p', address: '', lists: ['garden'], attributes: { value: 'soon', city: 'Ulm' } };
  const here = { is: 'equals', attribute: 'city', value: 'ulm' } as const;
  const elsewhere = { is: 'equals', attribute: 'city', value: 'Kiel' } as const;
  const certain = [
    [{ join: 'all', conditions: [after, elsewhere] }, false],
    [{ join: 'any', conditions: [after, here] }, true],
  ] satisfies [AudienceFilter, boolean][];
  for (const [filter, isMeant] of certain) expect(judgeOf(filter)(person)).toEqual({ isMeant, unread: [] });
  for (const filter of [
    { join: 'all', conditions: [after, here] },
    { join: 'any', conditions: [after, elsewhere] },
  ] satisfies AudienceFilter[])
    expect(judgeOf(filter)(person)).toEqual({ isMeant: false, unread: ['value'] });
});

test.each([
  ['equals', 'STRASSE', 'Straße'],
  ['equals', 'Straße', 'STRA\u1E9EE'],
  ['equals', 'MU\u0308LLER', 'müller'],
  ['equals', 'ΟΔΟΣ', 'οδοσ'],
  ['beginsWith', 'ΟΔΟΣΑ', 'Οδος'],
  ['contains', 'Große Straße', 'SSE'],
] as const)('%s without regard to case: %s and %s', (is, kept, wanted) => {
  expect(judged({ is, attribute: 'value', value: wanted }, kept).isMeant).toBe(true);
  if (is === 'equals') expect(judged({ is: 'oneOf', attribute: 'value', values: [wanted] }, kept).isMeant).toBe(true);
});

test('text is compared in one normal form, whichever it is written in', () => {
  const texts = fc.string({ unit: fc.constantFrom('é', 'ü', 'Å', 'a', 'ñ', 'ș', 'İ'), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(texts, fc.constantFrom('equals', 'contains', 'beginsWith', 'oneOf'), (text, is) => {
      for (const [kept, wanted] of [
        [text.normalize('NFD'), text],
        [text, text.normalize('NFD')],
      ] as const) {
        const condition: Condition =
          is === 'oneOf' ? { is, attribute: 'value', values: [wanted] } : { is, attribute: 'value', value: wanted };
        expect(matcherOf(filterOf(condition))(withValue(kept))).toBe(true);
      }
    }),
  );
});

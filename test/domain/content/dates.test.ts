import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileContent } from '../../../domain/content/render.ts';
import { assemble } from '../../../domain/content/skeleton.ts';
import { splitContent } from '../../../domain/content/split.ts';
import { readDateText } from '../../../domain/values/date-text.ts';

const shown = (text: string, data: Record<string, string> = {}): string => {
  const content = splitContent({ subject: '', html: '', text });
  return assemble(content.text.skeleton, compileContent(content)(data));
};

const machine = process.env['TZ'];

describe('a date in a template', () => {
  afterEach(() => {
    if (machine === undefined) delete process.env['TZ'];
    else process.env['TZ'] = machine;
  });

  test.each([
    ['05.03.2027', '2027-03-05 00:00'],
    ['5. 3. 2027', '2027-03-05 00:00'],
    ['25.03.2027 18:30', '2027-03-25 18:30'],
    ['2027-03-05', '2027-03-05 00:00'],
    ['2027/03/05', '2027-03-05 00:00'],
    ['2027-03-05 08:30:00', '2027-03-05 08:30'],
    ['2027-03-05T08:30:00.000Z', '2027-03-05 08:30'],
    ['2027-03-05T23:30:00+02:00', '2027-03-05 23:30'],
    ['March 5, 2027', '2027-03-05 00:00'],
    ['1804204800', '2027-03-05 00:00'],
    ['1804204800000', '2027-03-05 00:00'],
  ])('%s is %s, whatever the clock of the machine', (written, expected) => {
    for (const zone of ['UTC', 'America/Los_Angeles', 'Pacific/Auckland']) {
      process.env['TZ'] = zone;
      expect(shown('{{ day | date: "%Y-%m-%d %H:%M" }}', { day: written })).toBe(expected);
      expect(shown('{{ day | date_to_xmlschema }}', { day: written }).slice(0, 10)).toBe(expected.slice(0, 10));
    }
  });

  test.each(['03/05/2027', '30.02.2027', '2027-02-29', '5.3.27', '24:30', '2027-01-01 24:00', 'soon', '2027', '-', ''])(
    'what means no day or more than one stays as it is: %s',
    (written) => {
      expect(shown('{{ day | date: "%Y-%m-%d" }}', { day: written })).toBe(written);
    },
  );

  test('a zone that the template names shows its clock', () => {
    expect(shown('{{ day | date: "%H:%M", "Europe/Berlin" }}', { day: '2027-03-05T08:30:00Z' })).toBe('09:30');
  });

  test.each([
    ['<html lang="de"><body>', 'Freitag, 5. März'],
    ['<!doctype html><HTML dir=ltr LANG=fr_CA >', 'vendredi, 5. mars'],
    ["<html lang='und'>", 'Friday, 5. March'],
    ['<html lang="no-such-language-at-all">', 'Friday, 5. March'],
    ['<html lang="{{ language }}">', 'Friday, 5. March'],
    ['<p>', 'Friday, 5. March'],
  ])('names months and days in the language of the mail: %s', (html, expected) => {
    const date = '{{ day | date: "%A, %e. %B" }}';
    const content = splitContent({ subject: date, html: html + date, text: date });
    const values = compileContent(content)({ day: '2027-03-05', language: 'de' });
    for (const part of [content.subject, content.html, content.text])
      expect(assemble(part.skeleton, values).replaceAll(/\s+/g, ' ')).toContain(expected);
  });

  test('each day that the calendar has is read in each notation', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = '', month = '', number = ''] = iso.split('-');
        for (const written of [iso, `${number}.${month}.${year}`, `${Number(number)}.${Number(month)}.${year}`])
          expect(readDateText(written)).toEqual({ wall: Date.parse(iso), instant: Date.parse(iso) });
        expect(readDateText(date.toISOString())?.instant).toBe(Math.floor(date.getTime() / 1000) * 1000);
      }),
    );
  });

  test('no other text breaks anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = readDateText(text);
        expect(read === undefined || Number.isFinite(read.wall)).toBe(true);
      }),
    );
  });
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeCsv, encodingOf, type CsvEncoding } from '../../../domain/audience/decode-csv.ts';
import { encoded } from './encoded.ts';
import { ImportWorld } from './import-world.ts';

/** Names of people and towns, and a header in that language. */
const languages = {
  de: ['Vorname Ort Größe', 'Jürgen Müller Köln Käthe Groß Düsseldorf Sören Weiß Björn Anna Schmidt Öhningen'],
  fr: ['Prénom Ville Âge', 'Chloé Lefèvre Besançon Hélène Dupont François Benoît Sète Anaïs Angoulême'],
  es: ['Nombre Ciudad Año', 'José Muñoz Málaga Íñigo Peña Cádiz María López León Ana'],
  sv: ['Förnamn Ort Ålder', 'Åsa Söderström Malmö Göran Björk Västerås Nils'],
  da: ['Fornavn By Køn', 'Søren Kjær Århus Jørgen Nørgård Helsingør Ib'],
  pl: ['Imię Miasto Wiek', 'Łukasz Wójcik Łódź Małgorzata Zieliński Gdańsk Żaneta Kamińska Paweł Dąbrowski Jan'],
  cs: ['Jméno Město Věk', 'Jiří Dvořák Plzeň Zdeněk Růžička Brno Šárka Němcová Třebíč'],
  hu: ['Név Város Életkor', 'Győző Szűcs Győr Ágnes Tóth Kőszeg Zoltán Székesfehérvár'],
  tr: ['Adı Şehir Yaş', 'Ayşe Yılmaz İstanbul Çağrı Öztürk Eskişehir Uğur Doğan Muğla'],
  lt: ['Vardas Miestas Amžius', 'Žydrūnas Šimkus Šiauliai Agnė Vaitiekūnaitė Panevėžys'],
  ru: ['Имя Город Возраст', 'Анна Иванова Москва Дмитрий Петров Казань Ольга Смирнова Новосибирск'],
  uk: ['Імʼя Місто Вік', 'Олексій Шевченко Київ Юлія Коваленко Чернігів'],
  el: ['Όνομα Πόλη Ηλικία', 'Γιώργος Παπαδόπουλος Αθήνα Μαρία Νικολάου Θεσσαλονίκη Άννα Οικονόμου'],
} as const;
type Language = keyof typeof languages;

const written: [Language, CsvEncoding[]][] = [
  ['de', ['windows-1252', 'macintosh', 'cp850', 'cp437']],
  ['fr', ['windows-1252', 'macintosh', 'cp850']],
  ['es', ['windows-1252', 'macintosh', 'cp850']],
  ['sv', ['windows-1252', 'macintosh', 'cp850']],
  ['da', ['windows-1252', 'macintosh', 'cp850']],
  ['pl', ['windows-1250', 'iso-8859-2', 'cp852']],
  ['cs', ['windows-1250', 'iso-8859-2', 'cp852']],
  ['hu', ['windows-1250', 'iso-8859-2', 'cp852']],
  ['tr', ['windows-1254']],
  ['lt', ['windows-1257', 'iso-8859-13']],
  ['ru', ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic']],
  ['el', ['windows-1253', 'iso-8859-7']],
];
const everywhere: CsvEncoding[] = ['utf-8', 'utf-16le', 'utf-16be'];

const wordsOf = (text: string): string[] => text.split(' ');

/** One of the languages in one of the encodings in which programs write it. */
const writing = fc
  .constantFrom(...written)
  .chain(([language, pages]) =>
    fc.record({ language: fc.constant(language), encoding: fc.constantFrom(...pages, ...everywhere) }),
  );

const shape = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  quoting: fc.constantFrom('never', 'needed', 'always'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  width: fc.integer({ min: 1, max: 3 }),
  rows: fc.integer({ min: 4, max: 30 }),
  title: fc.constantFrom('', 'Export', '\n', 'Export of today\n'),
  isMarked: fc.boolean(),
  seed: fc.nat(),
});
type Shape = typeof shape extends fc.Arbitrary<infer S> ? S : never;

/** Numbers with the decimal comma, and signs that need quotation marks around them. */
const extras = ['', ' 1,5', ', Dr.', '; x', ' "Ina"', ' | y', '\tz', ' 3\nnew'];

const tableOf = (language: Language, { quoting, width, rows, seed }: Shape) => {
  const [header, names] = languages[language];
  const words = wordsOf(names);
  const cell = (row: number, column: number): string => {
    const word = words[(row * width + column) % words.length] ?? '';
    return quoting === 'never' ? word : word + (extras[(seed + row * 5 + column) % extras.length] ?? '');
  };
  return {
    header: wordsOf(header).slice(0, width),
    people: Array.from({ length: rows }, (_, row) =>
      Array.from({ length: width }, (_empty, column) => cell(row, column)),
    ),
  };
};

const fileOf = (language: Language, asked: Shape, encoding: CsvEncoding): Uint8Array => {
  const { delimiter, quoting, lineEnd, title, isMarked } = asked;
  const { header, people } = tableOf(language, asked);
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const isNeeded = (cell: string): boolean => /["\n]/.test(cell) || cell.includes(delimiter);
  const put = (cell: string): string => (quoting === 'always' || isNeeded(cell) ? quoted(cell) : cell);
  const lines = [
    ...(title === '' ? [] : [title.trimEnd()]),
    ['email', ...header].map(put).join(delimiter),
    ...people.map((cells, row) => [`p${row}@post.example`, ...cells].map(put).join(delimiter)),
  ];
  return encoded(lines.map((line) => line.replaceAll('\n', lineEnd) + lineEnd).join(''), encoding, isMarked);
};

/** As cells are kept: trimmed, with one kind of line break. */
const kept = (cell: string): string => cell.trim().replaceAll(/\r\n|\r/g, '\n');

test('a table comes back whatever its encoding, delimiter, quoting, width, line ends and language', async () => {
  await fc.assert(
    fc.asyncProperty(writing, shape, async ({ language, encoding }, asked) => {
      const world = new ImportWorld();
      const file = fileOf(language, asked, encoding);
      const { header, people } = tableOf(language, asked);
      // What every attribute is called is asked elsewhere: here each gets a name that every language has.
      const mapping = header.map((text, index) => ({ header: text, as: 'attribute' as const, name: `c${index}` }));
      const report = await world.send(file, { mapping });
      expect(report.rejections).toEqual([]);
      const found = [...world.profiles.values()].map(({ attributes }) => Object.values(attributes).map(kept));
      expect(found).toEqual(people.map((cells) => cells.map(kept)));
    }),
    { numRuns: 100 },
  );
});

test('one name is enough to tell in which encoding of its language it is written', () => {
  // Of two bytes alone, which are letters in several languages, nobody can say it; these have more.
  const telling: [string, CsvEncoding][] = [
    ['Łódź', 'windows-1250'],
    ['Łódź', 'iso-8859-2'],
    ['Köln – Düsseldorf', 'windows-1252'],
    ['Jürgen', 'cp850'],
    ['Œuvre 5 €', 'iso-8859-15'],
    ['Eskişehir, Muğla', 'windows-1254'],
    ['Москва', 'windows-1251'],
    ['Москва', 'koi8-r'],
    ['Київ', 'koi8-u'],
    ['Θεσσαλονίκη', 'windows-1253'],
  ];
  for (const [name, encoding] of telling) {
    const bytes = encoded(`email;name\na@post.example;${name}\n`, encoding, false);
    expect([name, decodeCsv(bytes).text.includes(name)]).toEqual([name, true]);
  }
});

test('the beginning of a file tells the same as all of it, wherever it is cut', () => {
  fc.assert(
    fc.property(
      writing,
      shape,
      fc.double({ min: 0.7, max: 1, noNaN: true }),
      ({ language, encoding }, asked, share) => {
        const file = fileOf(language, { ...asked, rows: 30 }, encoding);
        const part = file.subarray(0, Math.ceil(file.length * share));
        const whole = decodeCsv(file).text;
        const { text, isDamaged } = decodeCsv(part, encodingOf(part, undefined, true), true);
        expect(isDamaged).toBe(false);
        expect(whole.startsWith(text.slice(0, -1))).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

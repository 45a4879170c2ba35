import { describe, expect, test } from '@jest/globals';
import type { ImportReport } from '../../../domain/audience/api.ts';
import { ImportWorld } from './import-world.ts';

type Query = Parameters<ImportWorld['send']>[1];

const importOf = async (file: string | Uint8Array, query: Query = {}) => {
  const world = new ImportWorld();
  const report = await world.send(typeof file === 'string' ? Buffer.from(file) : file, query);
  return { report, people: [...world.profiles.values()] };
};

const attributesIn = async (file: string | Uint8Array, query: Query = {}) =>
  (await importOf(file, query)).people.map(({ attributes }) => attributes);

const addressesIn = async (file: string | Uint8Array) => (await importOf(file)).people.map(({ address }) => address);

const causeOf = async (file: string | Uint8Array, query: Query = {}) =>
  importOf(file, query).then(
    () => undefined,
    (error: unknown) => (error as { cause?: string }).cause,
  );

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('the column of addresses', () => {
  test.each([
    'First Name,Address,City,Email\nInes,4 Mill Lane,Ulm,ines@post.example\nOlaf,"7, Old Market",Kiel,olaf@post.example\n',
    '"First Name","Last Name","E-mail Address","E-mail Type"\n"Ines","Ulm","ines@post.example","SMTP"\nOlaf,K,olaf@post.example,SMTP\n',
    'Name,E-mail 1 - Label,E-mail 1 - Value,Address 1 - Formatted\nInes,* Home,ines@post.example,4 Mill Lane\nOlaf,,olaf@post.example,\n',
    'Vorname;Primäre E-Mail-Adresse;Straße\nInes;ines@post.example;Mühlweg 4\nOlaf;olaf@post.example;Markt 1\n',
    'Prénom;Adresse de messagerie\nInès;ines@post.example\nOlaf;olaf@post.example\n',
    'Баллы;Почта\n1200;ines@post.example\n340;olaf@post.example\n',
    'Kontakt\nines@post.example\nolaf@post.example\n',
  ])('is found by its name and its cells: %j', async (file) => {
    expect(await addressesIn(file)).toEqual(['ines@post.example', 'olaf@post.example']);
  });

  test('is not guessed where several could be meant, nor where it is that of somebody else', async () => {
    const two = 'Customer,Owner\nines@post.example,a@shop.example\nolaf@post.example,b@shop.example\n';
    const keepers = 'Name,Account Manager\nInes,anna@shop.example\nOlaf,anna@shop.example\nKim,anna@shop.example\n';
    expect([await causeOf(two), await causeOf(keepers)]).toEqual(['noAddressColumn', 'noAddressColumn']);
    expect(await causeOf('ines@post.example;Ines\nolaf@post.example;Olaf\n')).toBe('headerMissing');
  });
});

describe('a table in a text', () => {
  const ines = [{ first_name: 'Ines', city: 'Ulm' }];
  test.each([
    ['sep=;\r\nemail;first_name;city\r\nines@post.example;Ines;Ulm\r\n', ';'],
    ['\uFEFF"sep=|"\nemail|first_name|city\nines@post.example|Ines|Ulm', '|'],
    ['email|first_name|city\nines@post.example|Ines|Ulm\n', '|'],
    ['Export of 28.11.2026, 10:15\n\nemail,first_name,city\nines@post.example,Ines,Ulm\n', ','],
    ['Newsletter;;\nStand;28.11.2026;\n;;\nemail;first_name;city\nines@post.example;Ines;Ulm\n;;\n', ';'],
    ['\n\nemail\tfirst_name\tcity\nines@post.example\tInes\tUlm\n\t\t\n', '\t'],
    ['email,first_name,city\rines@post.example,Ines,Ulm\r', ','],
    ['email,first_name,city,\nines@post.example,Ines,Ulm,,,\n', ','],
    ['"email",first_name,"city"\r\n"ines@post.example","Ines",Ulm\n', ','],
  ])('%j', async (file, delimiter) => {
    const { report, people } = await importOf(file);
    expect(report).toMatchObject({ delimiter, accepted: 1, rejections: [] });
    expect(people.map(({ attributes: { first_name, city } }) => ({ first_name, city }))).toEqual(ines);
  });

  test('delimiters within quotation marks do not count', async () => {
    const file = '"Name, first";"Name, last";Email\nInes;Ulm;ines@post.example\n';
    expect(await attributesIn(file)).toEqual([{ name_first: 'Ines', name_last: 'Ulm' }]);
  });

  test('a sign for inches is a sign, and a cell that spreadsheets leave out at the end says nothing', async () => {
    const file = 'email,size,city\na@post.example,5" pipe,Ulm\nb@post.example,4"\nc@post.example\nEnd of the list\n';
    const { report, people } = await importOf(file);
    expect(people.map(({ attributes }) => attributes)).toEqual([{ size: '5" pipe', city: 'Ulm' }, { size: '4"' }, {}]);
    expect(report.rejections).toMatchObject([{ line: 5, code: 'columns' }]);
  });

  test('what has fallen apart is told by its line, and the rest is kept', async () => {
    const file = 'email,city,opted_out\na@post.example,Ulm,no\nb@post.example,Ulm\nc@post.example,Ulm, Kiel,no\n';
    const { report } = await importOf(file);
    expect(report.rejections.map(({ line, code }) => [line, code])).toEqual([
      [3, 'columns'],
      [4, 'columns'],
    ]);
  });

  test('a quotation mark that is closed too late never swallows people in silence', async () => {
    const first = 'email,name\na@post.example,"Ines\nb@post.example,Olaf\nc@post.example,"Kim"\nd@post.example,Bo\n';
    const last = 'email,name\na@post.example,"Ines\nb@post.example,Olaf\nc@post.example,Kim"\nd@post.example,Bo\n';
    for (const file of [first, last]) {
      const { report, people } = await importOf(file);
      expect(report.rejections).toMatchObject([{ code: 'quoteOpen' }]);
      expect(people.map(({ address }) => address)).toEqual(['d@post.example']);
    }
    const note = 'email,note\na@post.example,"Moved.\nOld: ines@post.example, new: see above"\n';
    expect(await attributesIn(note)).toEqual([{ note: 'Moved.\nOld: ines@post.example, new: see above' }]);
  });
});

test('a few bytes of another program are told by their line, in files that begin with a mark too', async () => {
  const rows = Buffer.concat([
    Buffer.from('id,email,first_name\nu1,a@post.example,Jürgen\nu2,b@post.example,Zoë\nu4,c@post.example,Club 10 '),
    latin1('\x96 20\n'),
  ]);
  for (const file of [rows, Buffer.concat([Buffer.from('\uFEFF'), rows])]) {
    const { report, people } = await importOf(file);
    expect(report).toMatchObject({ encoding: 'utf-8', accepted: 2, rejections: [{ line: 4, code: 'badBytes' }] });
    expect(people.map(({ id, attributes }) => [id, attributes['first_name']])).toEqual([
      ['u1', 'Jürgen'],
      ['u2', 'Zoë'],
    ]);
  }
  const header = Buffer.concat([
    Buffer.from('email,Größe,Gr'),
    latin1('\xf6\xdf'),
    Buffer.from('e\na@post.example,ü,ß'),
  ]);
  expect(await causeOf(header)).toBe('badBytes');
});

test('the encoding that whoever imports names is taken, but for a mark', async () => {
  const file = latin1('email;name\na@post.example;Nov\xe1k \xe8\n');
  const named = async (encoding: NonNullable<Query>['encoding'], bytes: Buffer) => {
    const { report, people } = await importOf(bytes, { encoding });
    return [report.encoding, people[0]?.attributes['name']];
  };
  expect(await named('windows-1250', file)).toEqual(['windows-1250', 'Novák č']);
  expect(await named('windows-1252', file)).toEqual(['windows-1252', 'Novák è']);
  const marked = Buffer.from('\uFEFFemail,name\na@post.example,Ü\n');
  expect(await named('windows-1252', marked)).toEqual(['utf-8', 'Ü']);
});

describe('a second file', () => {
  const full = 'id,email,first_name,city,points\nk1,ines@post.example,Ines,Ulm,40\n';
  const afterwards = async (file: string, query: Query = {}) => {
    const world = new ImportWorld();
    await world.send(Buffer.from(full));
    await world.send(Buffer.from(file), query);
    return world.profiles.get('k1')?.attributes;
  };
  const known = { first_name: 'Ines', city: 'Ulm', points: '40' };
  const sparse = 'id,email,first_name,city\nk1,ines@post.example,,Kiel\n';

  test('says nothing of a column that it does not have', async () => {
    expect(await afterwards('id,email\nk1,ines@post.example\n')).toEqual(known);
    expect(await afterwards('id,email,city,vip\nk1,ines@post.example,Kiel,yes\n')).toEqual({
      ...known,
      city: 'Kiel',
      vip: 'yes',
    });
  });

  test('empties what is empty in it, or keeps it, as chosen', async () => {
    expect(await afterwards(sparse)).toEqual({ ...known, first_name: '', city: 'Kiel' });
    expect(await afterwards(sparse, { emptyCells: 'keep' })).toEqual({ ...known, city: 'Kiel' });
  });

  test('that makes a profile larger than fits is told, and the others are imported', async () => {
    const world = new ImportWorld();
    const long = 'x'.repeat(200_000);
    await world.send(Buffer.from(`id,email,one\nk1,a@post.example,${long}\n`));
    const report = await world.send(Buffer.from(`id,email,two\nk1,a@post.example,${long}\nk2,b@post.example,Bo\n`));
    expect(report).toMatchObject({ accepted: 1, rejections: [{ line: 2, code: 'tooLarge' }] });
    expect(Object.keys(world.profiles.get('k1')?.attributes ?? {})).toEqual(['one']);
  });
});

test('what is no table is called by its name', async () => {
  const files: [Buffer, string | undefined][] = [
    [Buffer.from('%PDF-1.7 …'), 'PDF'],
    [Buffer.concat([latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), Buffer.alloc(600)]), '.xls'],
    [latin1('PK\x03\x04\x14\0\0\0\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK'), '.ods'],
    [latin1('PK\x03\x04\x14\0\0\0\0\0people.csvPK\x01\x02people.csvPK\x05\x06'), 'ZIP'],
    [latin1('\x1f\x8b\x08\0\0\0'), 'GZIP'],
    [Buffer.from('dn: cn=Ada Ulm,mail=a@post.example\nmail: a@post.example\n'), 'LDIF (.ldif)'],
    [Buffer.from('version: 1\n\ndn:: Y249QWRh\nmail: a@post.example\n'), 'LDIF (.ldif)'],
    [Buffer.from('BEGIN:VCARD\r\nVERSION:3.0\r\n'), 'vCard (.vcf)'],
    [Buffer.from('<html><table><tr><td>email</td></tr></table></html>'), 'HTML'],
    [Buffer.from('[{"email":"a@post.example"}]'), 'JSON'],
    [Buffer.from('[\n"a@post.example",\n"b@post.example"\n]'), 'JSON'],
    [Buffer.from('\ufeff[{"email":"a@post.example"}]', 'utf16le'), 'JSON'],
    [Buffer.from('<!-- saved -->\n<div>\n<table><tr><td>a@post.example</td></tr></table></div>'), 'HTML'],
    [Buffer.from('# people\n\ndn: cn=Ada\nmail: a@post.example\n\ndn: cn=Ben\nmail: b@post.example\n'), 'LDIF (.ldif)'],
    [Buffer.from('\n\ndn: cn=Ada,mail=a@post.example\nmail: a@post.example\n'), 'LDIF (.ldif)'],
    [Buffer.from('BEGIN:VCALENDAR\nATTENDEE;CN=Ada:mailto:a@post.example\n'), 'iCalendar (.ics)'],
    [Buffer.from('From a@post.example Sun Nov 29 21:12:53 2026\nTo: b@post.example\n\nHallo\n'), 'E-Mail (.eml, mbox)'],
    [Buffer.from('Received: from mx\n\tby in.example\nTo: b@post.example\n\nHallo\n'), 'E-Mail (.eml, mbox)'],
    [Buffer.from('Name: Ada\nE-Mail: a@post.example\n\nName: Ben\nE-Mail: b@post.example\n'), 'YAML (name: value)'],
    [Buffer.from('- email: a@post.example\n  name: Ada\n- email: b@post.example\n'), 'YAML (name: value)'],
    [Buffer.from("-- people\nINSERT INTO people (email) VALUES\n('a@post.example'),\n('b@post.example');\n"), 'SQL'],
    [Buffer.from('a:2:{i:0;s:14:"a@post.example";i:1;s:14:"b@post.example";}'), 'PHP'],
    [Buffer.from('ID;PWXL;N;E\nC;Y1;X1;K"email"\nC;Y2;X1;K"a@post.example"\nE\n'), 'SYLK (.slk)'],
    [Buffer.from('TABLE\n0,1\n"EXCEL"\nDATA\n0,0\n""\n-1,0\nBOT\n1,0\n"email"\n1,0\n"a@post.example"\n'), 'DIF'],
    [
      latin1('\x03~\x0b\x1d\x02\0\0\0a\0<\0' + '\0'.repeat(20) + 'EMAIL\0\0\0\0\0\0C\0\r a@post.example'),
      'dBase (.dbf)',
    ],
    [latin1('\0\x01\0\0Standard ACE DB\0'), 'Access'],
    [latin1('!BDN\0\0\0\0SM'), 'Outlook (.pst)'],
    [latin1('BZh91AY&SY'), 'BZIP2'],
    [Buffer.concat([latin1('\xd0\xcf\x11\xe0'), Buffer.from('__substg1.0_1000001F', 'utf16le')]), 'Outlook (.msg)'],
  ];
  for (const [file, name] of files)
    await expect(importOf(file)).rejects.toMatchObject({ cause: 'fileIsNoTable', facts: { name } });
  const locked = Buffer.concat([latin1('\xd0\xcf\x11\xe0'), Buffer.from('EncryptedPackage', 'utf16le')]);
  expect(await causeOf(locked)).toBe('fileLocked');
});

test.each([
  'Ada Ulm <a@post.example>\nBen <b@post.example>\n',
  '"Ulm, Ada" <a@post.example>\n"Kiel, Ben" <b@post.example>\n',
  '<a@post.example>\n<b@post.example>\n',
  'Ada <a@post.example>, Ben <b@post.example>',
])('a file of addresses only, as mail programs write them, lacks a header: %j', async (file) => {
  expect(await causeOf(file)).toBe('headerMissing');
});

test.each([
  ['of files that were put together', 'email,opted_out\na@post.example,no\nemail,opted_out\nb@post.example,no\n'],
  ['of Markdown', '| email | opted_out |\n|:---|---:|\n| a@post.example | no |\n| b@post.example | no |\n'],
  ['of a database', ' email | opted_out \n-------+------\n a@post.example | no\n b@post.example | no\n'],
])('a header that comes again, and a line that is drawn, are nobody: %s', async (_of, file) => {
  const { report, people } = await importOf(file);
  expect(people.map(({ address }) => address)).toEqual(['a@post.example', 'b@post.example']);
  expect([report.rejected, people.some(({ optedOut }) => optedOut)]).toEqual([0, false]);
});

test.each([
  'email;name\na@post.example;Ada\nAbgemeldet;\nb@post.example;Ben\n',
  'name;email\nAda;a@post.example\nAbmeldungen 2026;\nBen;b@post.example\n',
  'email;name\na@post.example;Ada\nUnsubscribed\nb@post.example;Ben\n',
  'email;name\na@post.example;Ada\nNewsletter: nein;\nb@post.example;Ben\n',
])('below a line that says that they left nobody is taken for willing: %j', async (file) => {
  await expect(importOf(file)).rejects.toMatchObject({ cause: 'peopleLeftBelow', facts: { lines: [3] } });
});

test.each([
  ['Abgemeldete Empfänger\n\nemail;name\na@post.example;Ada\nb@post.example;Ben\n', 1],
  ['Garten\nUnsubscribes 2026;;\nemail;name;x\na@post.example;Ada;1\n', 2],
])('nor below such a title: %j', async (file, line) => {
  await expect(importOf(file)).rejects.toMatchObject({ cause: 'peopleLeftBelow', facts: { lines: [line] } });
});

test.each(['Empfänger ohne Abgemeldete', 'Newsletter No. 12'])('%s is no such title', async (title) => {
  const file = `${title}\nemail;name\na@post.example;Ada\n`;
  expect(await addressesIn(file)).toEqual(['a@post.example']);
});

test('a sum below a table is no such line', async () => {
  expect(await addressesIn('email;name\na@post.example;Ada\nSumme;\n')).toContain('a@post.example');
});

test('an address behind a word of leaving is none', async () => {
  const file = 'email,name\nAda <a@post.example>,Ada\nUNSUBSCRIBED: Ben <b@post.example>,Ben\n';
  expect(await addressesIn(file)).toEqual(['a@post.example', 'UNSUBSCRIBED: Ben <b@post.example>']);
});

test('an error of a spreadsheet asks about opting out, and is no text of an attribute', async () => {
  expect(await causeOf('email,opted_out\na@post.example,#NV\nb@post.example,yes\n')).toBe('optOutUnclear');
  const { report, people } = await importOf('email,name,n\na@post.example,#BEZUG!,1\nb@post.example,#1 Ben!,####\n');
  expect(people.map(({ attributes }) => attributes)).toEqual([{ n: '1' }, { name: '#1 Ben!' }]);
  expect(report.unread.map(({ name, lines }) => [name, lines])).toEqual([
    ['name', [2]],
    ['n', [3]],
  ]);
});

test('cells that are not of the type of their column are told by their lines, and imported as they are', async () => {
  const days = Array.from(
    { length: 19 },
    (_, index) => `p${index}@post.example,0${(index % 9) + 1}.03.2026,${index},5`,
  );
  const file = ['email,joined,n,points', ...days, 'q@post.example,soon,20,"5,5"'].join('\n');
  const { report }: { report: ImportReport } = await importOf(file);
  expect(report.columns.map(({ type }) => type)).toEqual([undefined, 'date', 'number', 'number']);
  expect(report.unread).toEqual([{ name: 'joined', type: 'date', count: 1, lines: [21] }]);
  expect(report.accepted).toBe(20);
});

test('text is kept in one normal form, whatever the file has', async () => {
  const decomposed = 'email,name\na@post.example,Ine\u0300s\n';
  expect(await attributesIn(decomposed)).toEqual([{ name: 'In\u00e8s' }]);
});

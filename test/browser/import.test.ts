import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ProfileDetail } from '../../domain/model/profile-detail.ts';
import { inline, workbook } from '../domain/audience/workbook.ts';
import { enter, type World } from '../flow/world.ts';
import { findings } from './accessibility.ts';
import { complaintsOf, launch, open } from './browser.ts';

let world: World;
let browser: Browser;
beforeAll(async () => {
  world = await enter();
  browser = await launch();
});
afterAll(async () => browser.close());

const row = (line: number, cells: readonly string[]): string =>
  cells.map((cell, column) => inline(`${'ABCD'[column]}${line}`, cell)).join('');

/** More than one request takes: beside both customers, others of whom much is noted. */
const many = (prefix: string): string[] =>
  Array.from({ length: 60 }, (_, line) =>
    row(line + 4, [
      `${prefix}${line + 3}`,
      `${prefix}${line + 3}@reader.example`,
      randomBytes(90_000).toString('base64'),
      'ja',
    ]),
  );

const customers = (prefix: string, more: readonly string[]): Buffer =>
  workbook([
    {
      name: 'Kunden',
      rows: [
        row(1, ['Kunde', 'E-Mail', 'Straße', 'Newsletter']),
        row(2, [`${prefix}1`, `${prefix}1@reader.example`, 'Mühlweg 4', 'ja']),
        row(3, [`${prefix}2`, `${prefix}2@reader.example`, 'Alter Markt 1', 'nein']),
        ...more,
      ],
    },
  ]);

test.each([
  {
    language: 'de',
    width: 320,
    title: 'Profile aus einer Datei importieren',
    file: 'CSV-Datei',
    choose: 'Wählen Sie, was die markierten Spalten bedeuten.',
    consented: 'Hat eingewilligt (nein oder leer: abgemeldet)',
    id: 'Id der Person',
    rows: 'Erste Zeilen der Datei',
    start: 'Importieren',
    more: many,
    upload: 'Hochladen und ansehen',
    done: /^Importiert\.$/,
  },
  {
    language: 'en',
    width: 1280,
    title: 'Import profiles from a file',
    file: 'CSV file',
    choose: 'Choose what the marked columns mean.',
    consented: 'Consented (no, or nothing: opted out)',
    id: 'Id of the person',
    rows: 'First rows of the file',
    start: 'Import',
    more: () => [],
    upload: undefined,
    done: /^2 of 2 rows/,
  },
] as const)(
  'a workbook, even one that no request takes, is looked at and its columns are corrected by keyboard before it is imported: $language',
  async ({ language, width, title, file, choose, consented, id, rows, start, more, upload, done }) => {
    const prefix = `mapped-${language}-`;
    const page = await open(browser, 'preparer@freigabe.example', language, '/campaigns/new');
    await page.setViewportSize({ width, height: 900 });
    await page.getByText(title).click();
    await page.getByLabel(file).setInputFiles({
      name: `Kunden ${language}.xlsx`,
      mimeType: 'application/octet-stream',
      buffer: customers(prefix, more(prefix)),
    });
    if (upload) await page.getByRole('button', { name: upload }).press('Enter');
    await page.getByText(choose).waitFor();
    const button = page.getByRole('button', { name: start, exact: true });
    expect(await button.isDisabled()).toBe(true);
    await page.getByText(rows).first().press('Enter');
    await page.getByRole('cell', { name: 'Alter Markt 1' }).waitFor();
    // Somebody who types the beginning of the entry that they want.
    await page.getByLabel('Newsletter', { exact: true }).focus();
    await page.keyboard.type(consented.slice(0, 4));
    await page.getByLabel('Kunde', { exact: true }).focus();
    await page.keyboard.type(id);
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await button.press('Enter');
    await page.getByText(done).waitFor();
    const { profile } = await world.preparer.get(`/profiles/${prefix}2`, ProfileDetail);
    expect(profile).toMatchObject({ attributes: { strasse: 'Alter Markt 1' }, optedOut: { source: 'import' } });
    expect(complaintsOf(page)).toEqual([]);
  },
);

/** Two parts: rows are long, so that they are few. */
const large = Buffer.from(
  [
    'id,email,note',
    ...Array.from({ length: 100 }, (_, line) => `resumed-${line},resumed-${line}@reader.example,${'x'.repeat(90_000)}`),
  ].join('\n'),
);

test('an upload whose connection is lost goes on after the page was loaded anew, with what is missing', async () => {
  const page = await open(browser, 'preparer@freigabe.example', 'en', '/campaigns/new');
  const sent: string[] = [];
  let isLost = true;
  await page.route(/[?&]partNumber=\d/, async (route) => {
    const [, part = ''] = /[?&]partNumber=(\d+)/.exec(route.request().url()) ?? [];
    if (part === '2' && isLost) return route.abort('connectionreset');
    if (route.request().method() === 'PUT') sent.push(part);
    return route.continue();
  });
  const upload = async (): Promise<void> => {
    await page.getByText('Import profiles from a file').click();
    await page.getByLabel('CSV file').setInputFiles({ name: 'resumed.csv', mimeType: 'text/csv', buffer: large });
    await page.getByRole('button', { name: 'Import', exact: true }).click();
  };
  await upload();
  await page.getByText('The connection is lost; going on as soon as it is back.').waitFor();
  await page.reload();
  isLost = false;
  await page.locator('main h1').first().waitFor();
  await upload();
  await page.getByRole('region', { name: 'resumed.csv' }).getByText('Imported.').waitFor();
  expect(sent).toEqual(['1', '2']);
  const { profile } = await world.preparer.get('/profiles/resumed-99', ProfileDetail);
  expect(profile?.address).toBe('resumed-99@reader.example');
});

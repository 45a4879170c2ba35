import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { stringify } from 'csv-stringify/sync';
import type { Browser } from 'playwright-core';
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

test('a list is counted, renamed and deleted, in German at 320 px', async () => {
  const rows = ['eins', 'zwei'].map((name) => ({ email: `liste.${name}@reader.example`, vorname: name }));
  await world.story.importProfiles('browser-liste', stringify(rows, { header: true }));
  const page = await open(browser, 'admin@freigabe.example', 'de', '/lists');
  await page.setViewportSize({ width: 320, height: 700 });
  await page.getByRole('link', { name: 'browser-liste' }).press('Enter');
  await page.getByRole('button', { name: 'Jetzt zählen' }).press('Enter');
  await page.getByText('Profile: 2, davon abgemeldet: 0').waitFor();
  await page.getByText('Kein Versand verwendet diese Liste.').waitFor();
  await page.getByLabel('Titel').fill('Gartenfreunde');
  await page.getByLabel('Titel').press('Enter');
  await page.getByRole('heading', { name: 'Gartenfreunde' }).waitFor();
  expect(await findings(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  await page.getByRole('button', { name: 'Diese Liste löschen' }).press('Enter');
  expect(await findings(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Diese Liste löschen' }).press('Enter');
  await page.getByRole('heading', { name: 'Alle Listen' }).waitFor();
  await page.getByRole('link', { name: 'Gartenfreunde' }).waitFor({ state: 'detached' });
  expect(complaintsOf(page)).toEqual([]);
});

test('a profile is added, changed and found by the beginning of its address', async () => {
  const page = await open(browser, 'preparer@freigabe.example', 'en', '/profiles');
  await page.getByText('Add a profile').click();
  await page.getByLabel('Address', { exact: true }).fill('browser.added@reader.example');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('heading', { name: 'browser.added@reader.example' }).waitFor();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByLabel('Name of another attribute').fill('City');
  await page.getByLabel('Its value').fill('Köln');
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Köln').waitFor();
  await page.getByRole('link', { name: 'Profiles', exact: true }).first().click();
  await page.getByLabel('Beginning of an address, or id').fill('Browser.add');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByRole('link', { name: /browser\.added@reader\.example/ }).waitFor();
  expect(await findings(page)).toEqual([]);
  expect(complaintsOf(page)).toEqual([]);
});

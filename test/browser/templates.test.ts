import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { campaignTo, enter, type World } from '../flow/world.ts';
import { findings } from './accessibility.ts';
import { complaintsOf, launch, open } from './browser.ts';

let world: World;
let browser: Browser;
beforeAll(async () => {
  world = await enter();
  browser = await launch();
});
afterAll(async () => browser.close());

/** An administrator says who sends in every mail that is begun from now on. */
const setBrand = async (): Promise<Page> => {
  const page = await open(browser, 'admin@freigabe.example', 'en', '/brand');
  await page.setViewportSize({ width: 360, height: 800 });
  await page.getByLabel('Text on buttons', { exact: true }).fill('#0b5a57');
  await page.getByLabel('Who sends').fill('Tulip Trading Ltd.');
  await page.getByRole('button', { name: 'Save the brand' }).press('Enter');
  await page.getByText('Saved. These texts are hard to read:').waitFor();
  await page.getByText('Brand set').waitFor();
  expect(await findings(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  return page;
};

test('a mail begins in the brand, is saved as a template, a new campaign begins with it, takes in a snippet, and the preview shows all of them', async () => {
  // Its list is there then.
  await campaignTo(world, 'browser-saved', 1);
  const brand = await setBrand();
  const page = await open(browser, 'preparer@freigabe.example', 'en', '/snippets');
  await page.getByLabel('Name of the snippet').fill('house-footer');
  await page
    .getByLabel('Text of the snippet')
    .fill('<mj-section><mj-column><mj-text>House of Tulips Ltd.</mj-text></mj-column></mj-section>');
  await page.getByRole('button', { name: 'Save the snippet' }).press('Enter');
  await page.getByText('house-footer', { exact: true }).waitFor();
  expect(await findings(page)).toEqual([]);

  const first = new URL(page.url()).origin;
  await page.goto(`${first}/campaigns/new`);
  await page.getByRole('button', { name: /^Letter/ }).click();
  await page.getByLabel('Name of the campaign').fill('Tulip letter');
  await page.getByLabel('List of profiles').selectOption('browser-saved');
  await page.getByLabel('Name of the sender').fill('Tulips');
  await page.getByLabel('Address of the sender').fill('news@freigabe.example');
  await page.getByRole('button', { name: 'Create campaign' }).press('Enter');
  await page.waitForURL(/\/campaigns\/(?!new)[^/]+$/);
  await brand.getByRole('button', { name: 'No brand' }).press('Enter');
  await brand.getByRole('dialog').getByRole('button', { name: 'No brand' }).press('Enter');
  await brand.getByText('There is no brand yet').waitFor();
  expect(complaintsOf(brand)).toEqual([]);
  await page.getByRole('button', { name: 'Save as a template' }).press('Enter');
  await page.getByLabel('Name of the template').fill('Tulip house');
  await page.getByRole('button', { name: 'Save under this name' }).press('Enter');
  await page.getByText('Saved as “Tulip house”.').waitFor();

  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${first}/templates`);
  const entry = page.getByRole('listitem').filter({ hasText: 'Tulip house' });
  await entry.waitFor();
  expect(await findings(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  await entry.getByRole('link', { name: 'New campaign with it' }).press('Enter');
  await page.getByText('Begun with: Tulip house').waitFor();

  await page.getByRole('button', { name: 'Add a section' }).last().click();
  await page.getByRole('menuitem', { name: 'Snippet' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('house-footer').check();
  expect(await findings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Insert this snippet' }).click();
  await page.getByText('Snippet: house-footer').waitFor();
  const preview = page.frameLocator('iframe[title="Preview of the mail"]');
  await preview.getByText('House of Tulips Ltd.').waitFor();
  await preview.getByText('With kind regards').waitFor();
  // It was begun when there was one.
  await preview.getByText('Tulip Trading Ltd.').first().waitFor();
  expect(complaintsOf(page)).toEqual([]);
});

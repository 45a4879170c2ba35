import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { waitFor, waitForState } from '../../local/demo/wait.ts';
import { awaiting, confirm, enter, type World } from '../flow/world.ts';
import { testSettings } from '../instance.ts';
import { findings } from './accessibility.ts';
import { goTo, launch, open } from './browser.ts';

let world: World;
let browser: Browser;
beforeAll(async () => {
  world = await enter();
  browser = await launch();
});
afterAll(async () => browser.close());

test('the recipient opens and leaves in the inbox, and the profile shows it', async () => {
  const run = await awaiting(world, 'browser-inbox', 2);
  await confirm(world.approver, run);
  await waitForState(world.preparer, run.id, ['Finished']);
  const page = await open(browser, 'approver@freigabe.example', 'en', '/inbox');
  await page.getByLabel('Only to this address').fill('browser-inbox.1@reader.example');
  await page.getByRole('link', { name: /Hello Reader 1/ }).click();
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByText('Done: Open.').waitFor();
  await page.getByRole('button', { name: 'Unsubscribe', exact: true }).click();
  await page.getByText('Done: Unsubscribe.').waitFor();
  expect(await findings(page)).toEqual([]);
  await waitFor('the opt-out', async () => {
    const [line] = await world.story.history('browser-inbox-1');
    return line?.openedByHumanAt && line.unsubscribedAt ? true : undefined;
  });
  await page.goto(`${testSettings.consoleUrl}/profiles/browser-inbox-1`);
  await page.getByText('No: opted out.').waitFor();
  await page
    .locator('ol')
    .getByText(/^opened /)
    .waitFor();
  await page
    .locator('ol')
    .getByText(/^unsubscribed /)
    .waitFor();
  expect(await findings(page)).toEqual([]);
});

test('every page can be used by everybody', async () => {
  const page = await open(browser, 'preparer@freigabe.example', 'de', '/');
  for (const path of [
    '/',
    '/campaigns',
    '/runs',
    '/campaigns/new',
    '/profiles',
    '/suppressions',
    '/calendar?view=month',
    '/calendar?view=agenda',
    '/figures',
  ]) {
    await goTo(page, path);
    expect([path, ...(await findings(page))]).toEqual([path]);
  }
});

/** Scripts that a page has fetched, as they come over the line. */
const scriptBytes = async (page: Page): Promise<number> => {
  const names = await page.evaluate<string[]>(
    "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.js'))",
  );
  const scripts = await Promise.all(
    [...new Set(names)].map(async (name) => Buffer.from(await (await fetch(name)).arrayBuffer())),
  );
  return scripts.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0);
};

test('an approver waits for 180 KB of script at most, in both languages', async () => {
  const run = await awaiting(world, 'browser-scripts', 2);
  const linkId = await waitFor('the approval mail', async () =>
    world.story.inbox.confirmationLink('approver@freigabe.example', run.createdAt),
  );
  for (const language of ['en', 'de'] as const) {
    const page = await open(browser, 'approver@freigabe.example', language, '/me');
    await page.goto(`${testSettings.consoleUrl}/confirmations/${linkId}`);
    // The preview of the mail is the last of what the page shows by itself.
    await page.locator('iframe').first().waitFor();
    expect(await scriptBytes(page)).toBeLessThanOrEqual(180 * 1024);
  }
});

/** Run in the page: what begins or ends outside of the window, beside what scrolls by itself. */
const beyondTheEdge = `[...document.querySelectorAll('body *')]
  .filter((element) => element.closest('table, pre, .vh') === null)
  .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((element) => element.outerHTML.slice(0, 80))`;

/** Run in the page: headings of columns that are wider than their column, so that they lie over the next one. */
const headingsBesideTheirColumns = `[...document.querySelectorAll('th[scope=col]')]
  .filter((heading) => heading.clientWidth > 1 && heading.scrollWidth > heading.clientWidth + 1)
  .map((heading) => heading.textContent)`;

test('every page fits into 360 px', async () => {
  const page = await open(browser, 'admin@freigabe.example', 'de', '/');
  await page.setViewportSize({ width: 360, height: 800 });
  // With a run, which waits for its confirmation: the widest of its states.
  const run = await awaiting(world, 'browser-narrow', 1);
  const paths = ['/', '/campaigns', '/runs', '/profiles', '/campaigns/new', '/calendar', '/figures', '/me'];
  for (const path of [...paths, `/campaigns/${run.campaignId}`]) {
    await goTo(page, path);
    expect([path, ...(await page.evaluate<string[]>(beyondTheEdge))]).toEqual([path]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    expect([path, ...(await page.evaluate<string[]>(headingsBesideTheirColumns))]).toEqual([path]);
  }
});

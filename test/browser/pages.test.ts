import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { waitFor, waitForState } from '../../local/demo/wait.ts';
import { awaiting, confirm, enter, type World } from '../flow/world.ts';
import { testSettings } from '../instance.ts';
import { findings } from './accessibility.ts';
import { launch, open } from './browser.ts';

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

test.each(['/', '/campaigns', '/runs', '/campaigns/new', '/profiles', '/suppressions'])(
  'the page %s can be used by everybody',
  async (path) => {
    const page = await open(browser, 'preparer@freigabe.example', 'de', path);
    expect(await findings(page)).toEqual([]);
  },
);

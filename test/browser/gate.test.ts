import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ConfirmationView } from '../../domain/confirm/api.ts';
import { RunView } from '../../domain/model/run-view.ts';
import { waitFor, waitForState } from '../../local/demo/wait.ts';
import { campaignTo, enter, mailsOf, startRun, type World } from '../flow/world.ts';
import { testSettings } from '../instance.ts';
import { complaintsOf, launch, open } from './browser.ts';

let world: World;
let browser: Browser;
beforeAll(async () => {
  world = await enter();
  browser = await launch();
});
afterAll(async () => browser.close());

const asked = async (
  name: string,
  different: Parameters<typeof campaignTo>[3] = {},
): Promise<{ run: RunView; linkId: string }> => {
  const since = new Date().toISOString();
  const begun = await startRun(world, await campaignTo(world, name, 2, different));
  const run = await waitForState(world.preparer, begun.id, ['AwaitingConfirmation']);
  const linkId = await waitFor('the approval mail', async () =>
    world.story.inbox.confirmationLink('approver@freigabe.example', since),
  );
  return { run, linkId };
};

/** Presses whatever can be pressed, as scanners of mail do that run scripts. */
const pressEverything = async (page: Page): Promise<number> => {
  const buttons = page.locator('button, input[type=submit], [role=button]');
  const count = await buttons.count();
  for (let index = 0; index < count; index += 1)
    await buttons
      .nth(index)
      .click({ timeout: 1000, noWaitAfter: true })
      .catch(() => undefined);
  return count;
};

test('a scanner that runs scripts and presses every button without a session changes nothing', async () => {
  const { run, linkId } = await asked('browser-scanner');
  const page = await (await browser.newContext()).newPage();
  const answer = await page.goto(`${testSettings.consoleUrl}/confirmations/${linkId}`);
  expect(answer?.headers()).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  expect(answer?.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  await page.waitForLoadState('networkidle');
  expect(await pressEverything(page)).toBeGreaterThan(0);
  await page.waitForLoadState('networkidle');
  await pressEverything(page);
  for (const method of ['GET', 'HEAD', 'OPTIONS'])
    await fetch(`${testSettings.consoleUrl}/api/confirmations/${linkId}`, { method });
  expect(await world.preparer.get(`/runs/${run.id}`, RunView)).toMatchObject({ state: 'AwaitingConfirmation' });
  expect(await world.approver.get(`/confirmations/${linkId}`, ConfirmationView)).toMatchObject({ fate: 'open' });
  expect(await mailsOf(world, run.id)).toEqual([]);
});

const withWarning = { rules: { off: ['duplicate' as const] } };

/** The keyboard of somebody who has nothing else. */
const keyboardOf = (page: Page) => {
  const focused = async (): Promise<string> => page.evaluate('document.activeElement?.textContent?.trim() ?? ""');
  const tabTo = async (name: string): Promise<void> => {
    for (let turn = 0; turn < 80; turn += 1) {
      if ((await focused()) === name) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard never reached "${name}"`);
  };
  const press = async (name: string): Promise<void> => {
    await tabTo(name);
    await page.keyboard.press('Enter');
  };
  const explained = async (): Promise<string> =>
    page.evaluate('document.getElementById(document.activeElement.getAttribute("aria-describedby"))?.textContent');
  return { focused, tabTo, press, explained };
};

test('an approver confirms with the keyboard alone, and is told what is missing where it is missing', async () => {
  const { run, linkId } = await asked('browser-keyboard', withWarning);
  const page = await open(browser, 'approver@freigabe.example', 'en', `/confirmations/${linkId}`);
  const { focused, tabTo, press, explained } = keyboardOf(page);
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Confirm send' }).waitFor();
  await press('Reject');
  await dialog.waitFor();
  await tabTo('Cancel');
  await press('Reject');
  expect(await explained()).toBe('Write a reason first: whoever prepared it reads it and knows what to change.');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  // The way back leads to where it began.
  expect(await focused()).toBe('Reject');
  await press('Confirm send');
  await dialog.waitFor();
  // "Cancel" has the focus first.
  await tabTo('Cancel');
  await press('OK');
  expect(await explained()).toBe('One warning is not ticked yet. Tick it when you know of it, then press OK.');
  await page.keyboard.press('Space');
  await press('OK');
  await waitForState(world.preparer, run.id, ['Finished']);
  expect(complaintsOf(page)).toEqual([]);
});

test('a page that does not arrive says so calmly, and comes with the next load', async () => {
  const page = await open(browser, 'approver@freigabe.example', 'en', '/');
  await page.route(/profile-search/, async (route) => route.abort());
  await page.goto(`${testSettings.consoleUrl}/profiles`);
  await page.getByRole('heading', { name: 'This page did not arrive' }).waitFor();
  await page.unroute(/profile-search/);
  await page.getByRole('button', { name: 'Load again' }).click();
  await page.getByLabel('Beginning of an address, or id').waitFor();
});

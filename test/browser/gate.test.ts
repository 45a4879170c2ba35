import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ConfirmationView } from '../../domain/confirm/api.ts';
import { RunView } from '../../domain/run-view.ts';
import { waitFor, waitForState } from '../../local/demo/wait.ts';
import { campaignTo, enter, mailsOf, startRun, type World } from '../flow/world.ts';
import { testSettings } from '../instance.ts';
import { launch, open } from './browser.ts';

let world: World;
let browser: Browser;
beforeAll(async () => {
  world = await enter();
  browser = await launch();
});
afterAll(async () => browser.close());

const asked = async (name: string): Promise<{ run: RunView; linkId: string }> => {
  const since = new Date().toISOString();
  const begun = await startRun(world, await campaignTo(world, name, 2));
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

test('an approver confirms with the keyboard alone', async () => {
  const { run, linkId } = await asked('browser-keyboard');
  const page = await open(browser, 'approver@freigabe.example', 'en', `/confirmations/${linkId}`);
  const focused = (): Promise<string> => page.evaluate('document.activeElement?.textContent ?? ""');
  const tabTo = async (name: string): Promise<void> => {
    for (let turn = 0; turn < 80; turn += 1) {
      if ((await focused()).trim() === name) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard never reached "${name}"`);
  };
  await page.getByRole('button', { name: 'Confirm send' }).waitFor();
  await tabTo('Confirm send');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  // The way out has the focus first.
  await tabTo('Cancel');
  await tabTo('OK');
  await page.keyboard.press('Enter');
  await waitForState(world.preparer, run.id, ['Finished']);
});

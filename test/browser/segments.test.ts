import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { waitForState } from '../../local/demo/wait.ts';
import { CampaignDetail } from '../../domain/write/api.ts';
import { awaiting, confirm, enter, figuresWhen, startRun, type World } from '../flow/world.ts';
import { findings } from './accessibility.ts';
import { complaintsOf, launch, open } from './browser.ts';

let world: World;
let browser: Browser;
beforeAll(async () => {
  world = await enter();
  browser = await launch();
});
afterAll(async () => browser.close());

test('again to those who did not open by two clicks; a segment of them is saved and counted, in German at 320 px', async () => {
  const run = await awaiting(world, 'browser-again', 2);
  await confirm(world.approver, run);
  await waitForState(world.preparer, run.id, ['Finished']);
  const page = await open(browser, 'preparer@freigabe.example', 'de', '/inbox');
  await page.getByLabel(/^Nur an/).fill('browser-again.1@reader.example');
  await page.getByRole('link', { name: /Hello Reader 1/ }).click();
  await page.getByRole('button', { name: 'Öffnen', exact: true }).click();
  await figuresWhen(
    world,
    run.id,
    ({ delivered, openedByHuman }) => delivered.count === 2 && openedByHuman.count === 1,
  );

  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(new URL(`/runs/${run.id}`, page.url()).href);
  await page.getByRole('button', { name: 'Noch einmal an alle, die nicht geöffnet haben' }).press('Enter');
  await page.getByRole('dialog').waitFor();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Versand anlegen' }).press('Enter');
  await page.waitForURL(/\/campaigns\/[^/]+$/);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const { campaign } = await world.preparer.get(`/campaigns/${id}`, CampaignDetail);
  expect(campaign.filter).toMatchObject({ conditions: [{ is: 'notOpened', of: { run: run.id } }] });
  const again = await startRun(world, campaign);
  await waitForState(world.preparer, again.id, ['AwaitingConfirmation']);
  const { runs } = await world.preparer.get(`/campaigns/${id}`, CampaignDetail);
  expect(runs[0]?.counts).toMatchObject({ targeted: 1, toDeliver: 1 });

  await page.goto(new URL('/segments/new', page.url()).href);
  await page.getByLabel('Name', { exact: true }).fill('Still');
  await page.getByRole('button', { name: 'Bedingung hinzufügen' }).press('Enter');
  await page.getByLabel('Bedingung', { exact: true }).selectOption('notOpened');
  await page.getByLabel('Versand', { exact: true }).selectOption({ label: run.campaignName });
  expect(await findings(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  await page.getByRole('button', { name: 'Segment speichern' }).press('Enter');
  await page.getByRole('heading', { name: 'Still' }).waitFor();
  await page.getByRole('button', { name: 'Jetzt zählen' }).press('Enter');
  await page.getByText('Profile: 1, davon abgemeldet: 0').waitFor();
  await page.getByRole('link', { name: 'b…@reader.example' }).waitFor();
  expect(await findings(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  expect(complaintsOf(page)).toEqual([]);
});

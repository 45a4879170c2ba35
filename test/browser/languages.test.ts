import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { waitForState } from '../../local/demo/wait.ts';
import { campaignTo, enter, startRun, type World } from '../flow/world.ts';
import { CampaignDetail } from '../../domain/write/api.ts';
import { findings } from './accessibility.ts';
import { complaintsOf, launch, open } from './browser.ts';

let world: World;
let browser: Browser;
beforeAll(async () => {
  world = await enter();
  browser = await launch();
});
afterAll(async () => browser.close());

test('a mail is copied into another language in one click, translated beside its preview, and shown to whoever confirms', async () => {
  const { id } = await campaignTo(world, 'browser-languages', 2);
  const page = await open(browser, 'preparer@freigabe.example', 'de', `/campaigns/${id}/edit`);
  await page.getByRole('button', { name: 'Englisch hinzufügen' }).click();
  const subject = page.getByLabel('Betreff', { exact: true });
  await subject.fill('In English, {{ first_name }}');
  await page.getByLabel('Inhalt in HTML').fill('<p>Translated <a href="{{ unsubscribe_url }}">leave</a></p>');
  const mail = page.frameLocator('iframe[title="Vorschau der Mail"]');
  await mail.getByText(/^Translated/).waitFor();
  await page.getByRole('radio', { name: 'Englisch' }).press('ArrowLeft');
  expect(await page.evaluate('document.activeElement.name')).toBe('contentLanguage');
  expect(await subject.inputValue()).toBe('Hello {{ first_name }}');
  await mail.getByText(/^Hello Reader/).waitFor();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Änderungen speichern' }).click();
  await page.getByText('Deutsch und Englisch').waitFor();
  const { campaign } = await world.preparer.get(`/campaigns/${id}`, CampaignDetail);
  expect(campaign.content.variants).toMatchObject([{ content: { subject: 'In English, {{ first_name }}' } }]);

  const run = await startRun(world, campaign);
  await waitForState(world.preparer, run.id, ['AwaitingConfirmation']);
  await page.goto(`${new URL(page.url()).origin}/runs/${run.id}`);
  await page.getByText('In English, ‹first_name›').waitFor();
  await page.getByText('In mehreren Sprachen: Deutsch und Englisch').waitFor();
  expect(await findings(page)).toEqual([]);
  expect(complaintsOf(page)).toEqual([]);
});

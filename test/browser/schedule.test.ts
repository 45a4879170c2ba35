import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { CampaignDetail } from '../../domain/write/api.ts';
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

const pressed = async (page: Page, target: Locator, key: string): Promise<void> => {
  await target.focus();
  await page.keyboard.press(key);
};

test('a series on Tuesday and Friday at two times is set up by keyboard on a narrow page, and its page says it', async () => {
  const weekly = { kind: 'weekly' as const, weekday: 2, time: '09:00' };
  const schedule = {
    mode: 'recurring' as const,
    frequency: weekly,
    zone: 'Europe/Berlin',
    startsOn: '2099-03-01T00:00',
  };
  const campaign = await campaignTo(world, 'browser-series', 2, { schedule });
  const page = await open(browser, 'preparer@freigabe.example', 'de', `/campaigns/${campaign.id}/edit`);
  await page.setViewportSize({ width: 320, height: 800 });
  await page.getByText('Jede Woche am Dienstag um 09:00 Uhr (Europe/Berlin)').waitFor();
  await pressed(page, page.getByRole('checkbox', { name: 'Freitag' }).first(), 'Space');
  await pressed(page, page.getByRole('button', { name: 'Uhrzeit hinzufügen' }), 'Enter');
  // Nothing is shown of what is not complete.
  await page.getByText('Die nächsten Starts erscheinen hier').waitFor();
  await page.getByLabel('Uhrzeit 2', { exact: true }).fill('17:30');
  await pressed(page, page.getByRole('button', { name: 'Tag hinzufügen', exact: true }), 'Enter');
  await page.getByLabel('Tag 1', { exact: true }).fill('2099-03-31');
  const sentence = 'Jede Woche am Dienstag und Freitag um 09:00 und 17:30 Uhr (Europe/Berlin)';
  await page.getByText(sentence).waitFor();
  const starts = page.getByRole('region', { name: 'Nächste Starts' });
  expect(await starts.getByRole('listitem').count()).toBe(10);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  expect(await findings(page)).toEqual([]);
  await pressed(page, page.getByRole('button', { name: 'Änderungen speichern' }), 'Enter');
  await page.getByRole('heading', { name: 'browser-series' }).waitFor();
  await page.getByText(sentence).first().waitFor();
  const { campaign: stored, nextRuns } = await world.preparer.get(`/campaigns/${campaign.id}`, CampaignDetail);
  expect(stored.schedule).toEqual({
    ...schedule,
    frequency: { kind: 'weeks', every: 1, weekdays: [2, 5], times: ['09:00', '17:30'] },
    except: ['2099-03-31'],
  });
  expect(nextRuns[0]).toBe('2099-03-03T08:00:00.000Z');
  expect(complaintsOf(page)).toEqual([]);
});

test('each kind of frequency can be used by everybody, and the clocks are said', async () => {
  const page = await open(browser, 'preparer@freigabe.example', 'en', '/campaigns/new');
  await page.getByRole('radio', { name: 'Recurring, on the dates specified below' }).check();
  await page.getByLabel('Time zone of the contact date').selectOption('Europe/Berlin');
  await page.getByLabel('First start not before').fill('2099-03-28T00:00');
  await page.getByLabel('How often').selectOption('daily');
  await page.getByLabel('Time 1', { exact: true }).fill('02:30');
  await page.getByText('Clock change: 02:30 does not exist on that day.').waitFor();
  await page.getByLabel('How often').selectOption('monthly');
  await page.getByLabel('Days of the month').fill('31');
  await page.getByText('Has no such day: April 2099.').waitFor();
  for (const [kind, say] of [
    ['minutes', 'Every 60 minutes'],
    ['weekly', 'Every week on Tuesday at 02:30'],
    ['yearly', 'Every year on 31 January at 02:30'],
    ['monthly', 'Every month on day 31 at 02:30'],
  ] as const) {
    await page.getByLabel('How often').selectOption(kind);
    await page.getByText(say).waitFor();
    expect(await findings(page)).toEqual([]);
  }
  await page.getByRole('button', { name: 'Add a weekday' }).press('Enter');
  await page.getByRole('radio', { name: 'every few minutes between two times' }).check();
  await page.getByText('Every month on day 31 and the first Monday, every 60 minutes from 09:00 to 17:00').waitFor();
  expect(await findings(page)).toEqual([]);
  expect(complaintsOf(page)).toEqual([]);
});

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

const german = {
  before: 'Jede Woche am Dienstag um 09:00 Uhr (Europe/Berlin)',
  friday: 'Freitag',
  addTime: 'Uhrzeit hinzufügen',
  incomplete: 'Die nächsten Starts erscheinen hier',
  time: 'Uhrzeit 2',
  addDay: 'Tag hinzufügen',
  day: 'Tag 1',
  sent: 'Gesendet',
  inWaves: 'in Wellen, nach Anteil',
  shares: 'Prozent in jeder Welle',
  gap: 'Minuten von Welle zu Welle',
  after: 'Jede Woche am Dienstag und Freitag um 09:00 und 17:30 Uhr (Europe/Berlin)',
  starts: 'Nächste Starts',
  save: 'Änderungen speichern',
};
const english: typeof german = {
  before: 'Every week on Tuesday at 09:00 (Europe/Berlin)',
  friday: 'Friday',
  addTime: 'Add a time',
  incomplete: 'The next starts appear here',
  time: 'Time 2',
  addDay: 'Add a day',
  day: 'Day 1',
  sent: 'Sent',
  inWaves: 'in waves, by share',
  shares: 'Per cent in each wave',
  gap: 'Minutes from wave to wave',
  after: 'Every week on Tuesday and Friday at 09:00 and 17:30 (Europe/Berlin)',
  starts: 'Next starts',
  save: 'Save changes',
};

test.each([
  ['de', 320, german],
  ['en', 1280, english],
] as const)(
  'a series on Tuesday and Friday at two times, in waves, is set up by keyboard, and its page says it: %s, %d px',
  async (language, width, words) => {
    const weekly = { kind: 'weekly' as const, weekday: 2, time: '09:00' };
    const schedule = {
      mode: 'recurring' as const,
      frequency: weekly,
      zone: 'Europe/Berlin',
      startsOn: '2099-03-01T00:00',
    };
    const campaign = await campaignTo(world, `browser-series-${language}`, 2, { schedule });
    const page = await open(browser, 'preparer@freigabe.example', language, `/campaigns/${campaign.id}/edit`);
    await page.setViewportSize({ width, height: 800 });
    await page.getByText(words.before).waitFor();
    await pressed(page, page.getByRole('checkbox', { name: words.friday }).first(), 'Space');
    await pressed(page, page.getByRole('button', { name: words.addTime }), 'Enter');
    // Nothing is shown of what is not complete.
    await page.getByText(words.incomplete).waitFor();
    await page.getByLabel(words.time, { exact: true }).fill('17:30');
    await pressed(page, page.getByRole('button', { name: words.addDay, exact: true }), 'Enter');
    await page.getByLabel(words.day, { exact: true }).fill('2099-03-31');
    await page.getByLabel(words.sent, { exact: true }).focus();
    await page.keyboard.type(words.inWaves);
    await page.getByLabel(words.shares).fill('10, 30, 60');
    await page.getByLabel(words.gap).fill('30');
    await page.getByText(words.after).waitFor();
    const starts = page.getByRole('region', { name: words.starts });
    expect(await starts.getByRole('listitem').count()).toBe(10);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(await findings(page)).toEqual([]);
    await pressed(page, page.getByRole('button', { name: words.save }), 'Enter');
    await page.getByRole('heading', { name: campaign.name }).waitFor();
    await page.getByText(words.after).first().waitFor();
    const { campaign: stored, nextRuns } = await world.preparer.get(`/campaigns/${campaign.id}`, CampaignDetail);
    expect(stored.schedule).toEqual({
      ...schedule,
      frequency: { kind: 'weeks', every: 1, weekdays: [2, 5], times: ['09:00', '17:30'] },
      except: ['2099-03-31'],
      waves: { split: { by: 'share', percents: [10, 30, 60] }, gapMinutes: 30 },
    });
    expect(nextRuns[0]).toBe('2099-03-03T08:00:00.000Z');
    expect(complaintsOf(page)).toEqual([]);
  },
);

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
    expect(await findings(page, 'section:has(input[name=mode])')).toEqual([]);
  }
  await page.getByRole('button', { name: 'Add a weekday' }).press('Enter');
  await page.getByRole('radio', { name: 'every few minutes between two times' }).check();
  await page.getByText('Every month on day 31 and the first Monday, every 60 minutes from 09:00 to 17:00').waitFor();
  expect(await findings(page)).toEqual([]);
  expect(complaintsOf(page)).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Campaign } from '../../domain/model/campaign.ts';
import { awaiting, enter, type World } from '../flow/world.ts';
import { findings } from './accessibility.ts';
import { complaintsOf, launch, open } from './browser.ts';

let world: World;
let browser: Browser;
beforeAll(async () => {
  world = await enter();
  browser = await launch();
});
afterAll(async () => browser.close());

const words = {
  en: { waits: /waits? for your confirmation\./, calm: 'Everything is on course.', confirm: 'Look and confirm' },
  de: {
    waits: /wartet|warten auf Ihre Bestätigung\./,
    calm: 'Alles geht seinen Gang.',
    confirm: 'Ansehen und bestätigen',
  },
};

test('a run that waits is first on the front page behind fifty-five newer campaigns, in both languages', async () => {
  const run = await awaiting(world, 'browser-front', 2);
  for (let newer = 0; newer < 55; newer += 1)
    await world.preparer.post(`/campaigns/${run.campaignId}/copy`, { name: `Newer ${newer}` }, Campaign);
  for (const language of ['en', 'de'] as const) {
    const say = words[language];
    const page = await open(browser, 'approver@freigabe.example', language, '/');
    await page.getByRole('heading', { name: say.waits }).waitFor();
    expect(await page.getByText(say.calm).count()).toBe(0);
    const row = page.getByRole('row').filter({ has: page.locator(`a[href="/runs/${run.id}"]`) });
    await row.getByRole('link', { name: say.confirm }).waitFor();
    expect(await findings(page)).toEqual([]);
    expect(complaintsOf(page)).toEqual([]);
  }
});

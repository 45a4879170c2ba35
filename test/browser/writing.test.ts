import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
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

const inGerman = {
  language: 'de',
  width: 320,
  title: 'Die Mail',
  frame: 'Vorschau der Mail',
  label: 'Inhalt in HTML',
  problem: 'Die Mail lässt sich nicht zusammensetzen',
  says: 'So bekäme sie',
} as const;
const inEnglish = {
  language: 'en',
  width: 1280,
  title: 'The mail',
  frame: 'Preview of the mail',
  label: 'Content in HTML',
  problem: 'The mail cannot be put together',
  says: 'would get it now',
} as const;

test.each([inGerman, inEnglish])(
  'whoever writes sees the mail beside it, as somebody of the list gets it: $language',
  async ({ language, width, title, frame, label, problem, says }) => {
    const list = `browser-writing-${language}`;
    const campaign = await campaignTo(world, list, 2);
    const page = await open(browser, 'preparer@freigabe.example', language, `/campaigns/${campaign.id}/edit`);
    await page.setViewportSize({ width, height: 900 });
    const tile = page.getByRole('region', { name: title });
    await tile.getByText(says).waitFor();
    const source = page.getByLabel(label);
    await source.fill('<html><body><p>Dear {{ first_name }}, {{ "now" | date: "%Y" }}</p></body></html>');
    const mail = page.frameLocator(`iframe[title="${frame}"]`);
    await mail.getByText(/^Dear \w+/).waitFor();
    await source.fill('<p>{% if %}</p>');
    await tile.getByText(problem).waitFor();
    await source.fill('<p>Again {{ first_name }}</p>');
    await mail.getByText(/^Again \w+/).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(await findings(page)).toEqual([]);
    expect(complaintsOf(page)).toEqual([]);
  },
);

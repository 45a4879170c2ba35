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

test('a newsletter begins with a template, outlives the window, goes out as a test mail and is saved, by keyboard alone', async () => {
  await campaignTo(world, 'browser-template', 2);
  const page = await open(browser, 'preparer@freigabe.example', 'de', '/campaigns/new');
  const fill = async (label: string, text: string): Promise<void> => {
    await page.getByLabel(label, { exact: true }).focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(text);
  };
  const press = async (name: string | RegExp): Promise<void> => page.getByRole('button', { name }).press('Enter');
  await press(/^Newsletter/);
  await page
    .frameLocator('iframe[title="Vorschau der Mail"]')
    .getByText('Unsere neue Werkstatt öffnet')
    .first()
    .waitFor();
  await fill('Name des Versands', 'Brief im Mai');
  await page.reload();
  await page.getByText('sind wieder da').waitFor();
  await fill('Betreff', 'Was der Mai bringt');
  await page.getByLabel('Liste von Profilen').selectOption('browser-template');
  await fill('Name des Absenders', 'Werkstatt');
  await fill('Adresse des Absenders', 'news@freigabe.example');
  await page.getByText('Als Testmail senden').press('Enter');
  await press('Testmail senden');
  await page.getByText('ist unterwegs').waitFor();
  expect(await findings(page)).toEqual([]);
  await press('Versand anlegen');
  await page.getByRole('heading', { name: 'Brief im Mai' }).first().waitFor();
  expect(await page.evaluate('Object.keys(localStorage).filter((key) => key.startsWith("freigabe.draft"))')).toEqual(
    [],
  );
  expect(complaintsOf(page)).toEqual([]);
});

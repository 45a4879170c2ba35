import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
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

/** A person without a mouse: a key that is pressed, or a text that is typed, is one action. */
class Hands {
  actions = 0;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      this.actions += 1;
    }
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.actions += 1;
  }

  /** From field to field, until one of that name has the focus. */
  async tabTo(name: RegExp): Promise<void> {
    for (let tabs = 0; tabs < 40; tabs += 1) {
      await this.press('Tab');
      if (name.test(await this.focused())) return;
    }
    throw new Error(`no way to ${name.source}: ${await this.focused()}`);
  }

  /** From block to block, until the one that begins so has the focus. */
  async goTo(begin: RegExp): Promise<void> {
    for (let steps = 0; steps < 12; steps += 1) {
      if (begin.test(await this.focused())) return;
      await this.press('ArrowDown');
    }
    throw new Error(`no way to ${begin.source}: ${await this.focused()}`);
  }

  /** Opens a block; its first field is entered, a text once its editor is there. */
  async enter(field: string): Promise<void> {
    await this.press('Enter');
    await this.page.locator(`.block-fields ${field}:focus`).waitFor();
    await this.press('ControlOrMeta+A');
  }

  async focused(): Promise<string> {
    const script = `(() => { const at = document.activeElement; return at.labels?.[0]?.textContent || at.textContent; })()`;
    return this.page.evaluate<string>(script);
  }
}

test('the newsletter of the demo comes of a template in blocks, by keyboard alone, in under 80 actions', async () => {
  await campaignTo(world, 'browser-blocks', 2);
  const page = await open(browser, 'preparer@freigabe.example', 'de', '/campaigns/new');
  await page.getByRole('button', { name: /^Newsletter/ }).focus();
  const hands = new Hands(page);
  await hands.press('Enter');
  await hands.tabTo(/^Betreff/);
  await hands.press('ControlOrMeta+A');
  await hands.type('{{ first_name }}, die Ernte ist da');
  await hands.tabTo(/^Vorschautext/);
  await hands.press('ControlOrMeta+A');
  await hands.type('Äpfel, Honig und ein langer Abend am Feuer.');
  await hands.tabTo(/^Abschnitt/);
  await hands.goTo(/^Text.?Muster GmbH/);
  await hands.enter('.rich');
  await hands.type('Landladen · Herbst 2026');
  await hands.press('Escape');
  await hands.goTo(/^Text.?Der Brief des Monats/);
  await hands.press('Delete');
  await hands.goTo(/^Überschrift/);
  await hands.enter('.rich');
  await hands.type('Guten Morgen, {{ first_name }}');
  await hands.press('Escape');
  await hands.goTo(/^Text/);
  await hands.enter('.rich');
  await hands.type('Die Ernte ist da, und die ersten Äpfel sind auf dem Weg zu Ihnen.');
  await hands.press('Escape');
  await hands.goTo(/^Knopf/);
  await hands.enter('input');
  await hands.type('Die Ernte ansehen');
  await hands.press('Tab', 'ControlOrMeta+A');
  await hands.type('https://landladen.example/harvest');
  await hands.press('Escape');
  for (const [before, title, text] of [
    [/^Text.?Repariert/, 'Boskoop', 'Säuerlich, zum Backen.'],
    [/^Text.?Drei Fragen/, 'Topaz', 'Knackig, zum Gleichessen.'],
  ] as const) {
    await hands.goTo(before);
    await hands.enter('.rich');
    await hands.type(title);
    await hands.press('Enter');
    await hands.type(text);
    await hands.press('Escape');
  }
  await hands.goTo(/^Überschrift/);
  await hands.enter('.rich');
  await hands.type('Am 4. Dezember brennt ein Feuer im Hof');
  await hands.press('Escape');
  await hands.goTo(/^Code/);
  await hands.press('Delete');
  await hands.goTo(/^Text.?Muster GmbH/);
  await hands.enter('.rich');
  await hands.type('Landladen, Obstweg 1, 12345 Musterstadt');
  await hands.press('Escape');
  expect(hands.actions).toBeLessThan(80);

  const mail = page.frameLocator('iframe[title="Vorschau der Mail"]');
  await mail.getByText('Landladen, Obstweg 1').waitFor();
  for (const text of ['Landladen · Herbst', 'Knackig, zum Gleichessen.', 'Am 4. Dezember', 'Abmelden'])
    expect(await mail.getByText(text).count()).toBe(1);
  await mail.getByRole('heading', { name: /^Guten Morgen/ }).waitFor();
  expect(await mail.getByText('Der Brief des Monats').count()).toBe(0);
  // What was done is said, and can be undone where it was done.
  await hands.press('ControlOrMeta+Z');
  await page.getByText('Rückgängig gemacht').waitFor();
  await hands.press('ControlOrMeta+Shift+Z');
  await hands.press('Enter');
  await page.locator('.block-fields .rich').waitFor();
  expect(await findings(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 900 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  await page.getByRole('radio', { name: 'Code', exact: true }).check();
  await page.getByLabel('Inhalt in MJML').waitFor();
  expect(complaintsOf(page)).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { PicturePage } from '../../domain/write/picture-routes.ts';
import { enter, type World } from '../flow/world.ts';
import { findings } from './accessibility.ts';
import { complaintsOf, launch, open } from './browser.ts';

let world: World;
let browser: Browser;
beforeAll(async () => {
  world = await enter();
  browser = await launch();
});
afterAll(async () => browser.close());

/** A photograph of that size as a camera's file. */
const photograph = async (page: Page, width: number, height: number): Promise<Buffer> => {
  const script = `(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [${width}, ${height}];
    const context = canvas.getContext('2d');
    context.fillStyle = 'teal';
    context.fillRect(0, 0, ${width}, ${height});
    return canvas.toDataURL('image/jpeg').split(',')[1];
  })()`;
  return Buffer.from(await page.evaluate<string>(script), 'base64');
};

test('a picture is uploaded while a mail is written, and shown by it from an address that never changes', async () => {
  const page = await open(browser, 'preparer@freigabe.example', 'en', '/campaigns/new');
  const buffer = await photograph(page, 2400, 1600);
  await page.getByRole('button', { name: 'Begin with an empty mail' }).click();
  await page.getByRole('button', { name: 'Add a block' }).first().click();
  await page.getByRole('menuitem', { name: 'Picture' }).click();
  await page.getByRole('button', { name: 'Choose a picture' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Files').setInputFiles({ name: 'harvest.jpg', mimeType: 'image/jpeg', buffer });
  await dialog.getByText('Uploaded: 1 picture').waitFor();
  await dialog.getByLabel('Alternative text').fill('Baskets of apples');
  expect(await findings(page)).toEqual([]);
  const loaded = page.waitForResponse(
    (response) => response.url().includes('/media/') && response.ok() && response.frame() !== page.mainFrame(),
  );
  await dialog.getByRole('button', { name: 'Use this picture' }).click();
  expect(await page.getByLabel('Alternative text').inputValue()).toBe('Baskets of apples');
  await page.frameLocator('iframe[title="Preview of the mail"]').getByAltText('Baskets of apples').waitFor();
  await loaded;

  const [picture] = (await world.preparer.get('/pictures?search=harvest', PicturePage)).items;
  expect(picture).toMatchObject({ type: 'jpeg', width: 1200, height: 800, name: 'harvest.jpg' });
  const answer = await fetch(picture?.url ?? '');
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  expect(complaintsOf(page)).toEqual([]);
});

test('pictures have a page, where one can be taken away', async () => {
  const page = await open(browser, 'preparer@freigabe.example', 'de', '/pictures');
  const buffer = await photograph(page, 300, 200);
  await page.getByLabel('Dateien').setInputFiles({ name: 'vorbei.jpg', mimeType: 'image/jpeg', buffer });
  const entry = page.getByRole('listitem').filter({ hasText: 'vorbei.jpg' });
  await entry.getByText('300 × 200 Pixel').waitFor();
  expect(await findings(page)).toEqual([]);
  await page
    .getByLabel('Dateien')
    .setInputFiles({ name: 'x.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') });
  await page.getByText('Die Datei ist kein JPEG, PNG oder GIF').waitFor();
  await entry.getByRole('button', { name: 'Entfernen' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Entfernen' }).click();
  await entry.waitFor({ state: 'detached' });
});

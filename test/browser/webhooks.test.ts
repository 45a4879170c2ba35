import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { findings } from './accessibility.ts';
import { complaintsOf, launch, open } from './browser.ts';

let browser: Browser;
let server: Server;
beforeAll(async () => {
  browser = await launch();
  server = createServer((request, reply) => {
    request.resume();
    reply.writeHead(500).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
});
afterAll(async () => {
  server.close();
  await browser.close();
});

test('an administrator adds a webhook, sees its secret once, tries it, reads why nothing arrived, and removes it', async () => {
  const at = server.address();
  const name = `Shop ${Date.now()}`;
  const page = await open(browser, 'admin@freigabe.example', 'en', '/webhooks');
  await page.getByRole('button', { name: 'Add a webhook' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Address').fill(`http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}/in`);
  await page.getByLabel('sent', { exact: true }).check();
  await page.getByLabel('Reason').fill('for the shop');
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'OK' }).click();
  await page.getByText(/^whsec_/).waitFor();

  const row = page.getByRole('listitem').filter({ hasText: name }).filter({ hasText: '127.0.0.1' });
  await row.getByRole('button', { name: 'Try' }).click();
  await row.getByText('It has not arrived: the receiver answered HTTP 500.').waitFor();
  await row.getByText(/^Last delivery .*the receiver answered HTTP 500\./).waitFor();
  await row.getByRole('button', { name: 'Remove' }).click();
  await page.getByLabel('Reason').fill('only tried out');
  await page.getByRole('button', { name: 'OK' }).click();
  await page.getByText(`${name} removed`).waitFor();
  expect(await findings(page)).toEqual([]);
  expect(complaintsOf(page)).toEqual([]);
});

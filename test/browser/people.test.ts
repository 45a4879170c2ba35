import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { waitFor } from '../../local/demo/wait.ts';
import { enter } from '../flow/world.ts';
import { testSettings } from '../instance.ts';
import { findings } from './accessibility.ts';
import { complaintsOf, launch, open } from './browser.ts';

let browser: Browser;
let since: string;
beforeAll(async () => {
  ({ since } = await enter());
  browser = await launch();
});
afterAll(async () => browser.close());

type Inbox = { messages: { subject: string; text: string }[] };

const mailTo = async (address: string): Promise<Inbox['messages'][number]> =>
  waitFor('the invitation', async () => {
    const query = new URLSearchParams({ to: address, since });
    const { messages } = (await (await fetch(`${testSettings.sesUrl}/messages?${query.toString()}`)).json()) as Inbox;
    return messages[0];
  });

test('an administrator invites somebody, who sets a password of their own, is disabled and is removed', async () => {
  const address = `berta.${Date.now()}@freigabe.example`;
  const page = await open(browser, 'admin@freigabe.example', 'en', '/people');
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await page.getByLabel('Address', { exact: true }).fill(address);
  await page.getByLabel('Name', { exact: true }).fill('Berta Blau');
  await page.getByLabel('Language of the mails').selectOption('de');
  await page.getByLabel(/^Start deliveries/).check();
  await page.getByLabel('Reason').fill('joins the team');
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'OK' }).click();
  await page.getByText('The invitation of Berta Blau is on its way.').waitFor();

  const mail = await mailTo(address);
  expect(mail.subject).toBe('[Freigabe] Ihr Zugang zu Freigabe');
  const first = /Passwort:\s+(\S{16})\s/.exec(mail.text)?.[1] ?? '';
  const guest = await (await browser.newContext({ locale: 'de' })).newPage();
  await guest.goto(testSettings.consoleUrl);
  await guest.locator('input[name=username]').fill(address);
  await guest.locator('input[name=password]').fill(first);
  await guest.locator('button[type=submit]').click();
  for (const field of ['new_password', 'confirm_password'])
    await guest.locator(`input[name=${field}]`).fill('Eigenes-Passwort-1');
  await guest.locator('button[type=submit]').click();
  await guest.getByText('Berta Blau').waitFor();

  await page.getByLabel('Name or address').fill(address);
  const row = page.getByRole('listitem').filter({ hasText: address });
  for (const [button, state] of [
    ['Disable', 'disabled'],
    ['Enable', 'can sign in'],
  ] as const) {
    await row.getByRole('button', { name: button }).click();
    await page.getByLabel('Reason').fill('tries it out');
    await page.getByRole('button', { name: 'OK' }).click();
    await row.getByText(state).waitFor();
  }
  await row.getByRole('button', { name: 'Remove' }).click();
  await page.getByLabel('Reason').fill('leaves the team');
  await page.getByRole('button', { name: 'OK' }).click();
  await page.getByText('Nobody here.').waitFor();
  await page.getByText('Berta Blau removed').waitFor();
  expect(await findings(page)).toEqual([]);
  expect(complaintsOf(page)).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { RunView } from '../../domain/model/run-view.ts';
import { waitFor } from '../../local/demo/wait.ts';
import { companyFactors } from '../../local/federation/company-pages.ts';
import { awaiting, enter, type World } from '../flow/world.ts';
import { testSettings } from '../instance.ts';
import { findings } from './accessibility.ts';
import { complaintsOf, launch, listen, open } from './browser.ts';

let browser: Browser;
let world: World;
let since: string;
beforeAll(async () => {
  world = await enter();
  ({ since } = world);
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

type Screen = { locale: 'de' | 'en'; width: number; height: number };

/** Somebody of the company opens the console and signs in there: a password, and the code of their app. */
const openByCompany = async (account: string, { locale, ...viewport }: Screen): Promise<Page> => {
  const page = await (await browser.newContext({ locale, viewport })).newPage();
  listen(page);
  await page.goto(testSettings.consoleUrl);
  await page.getByRole('link', { name: 'Contoso' }).click();
  await page.getByLabel('Account').fill(account);
  await page.getByLabel('Password').fill(companyFactors.password);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Code').fill(companyFactors.code);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.locator('main h1').first().waitFor();
  return page;
};

/** Presses what was there to be pressed when the page was opened. */
const confirm = async (page: Page, button: string): Promise<void> => {
  await page.getByRole('button', { name: button }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
};

/** Whether the end of what is said can be read without scrolling. */
const isSeen = async (page: Page): Promise<boolean> => {
  const { x = 0, y = 0, width = 0, height = 0 } = (await page.getByRole('alert').boundingBox()) ?? {};
  const at = `${x + width / 2}, ${y + height - 2}`;
  return page.evaluate(`document.elementFromPoint(${at})?.closest('[role=alert]') instanceof Element`);
};

/** A refusal is an answer of the API, which browsers write into their log as an error. */
const isRefusal = (complaint: string): boolean => /the server responded with a status of 4(03|09)/.test(complaint);

test('approvers of a company sign in there with a second factor; who is removed or disabled while the page is open is told so when they confirm, and whom to ask', async () => {
  const admin = await open(browser, 'admin@freigabe.example', 'en', '/people');
  await admin.getByRole('button', { name: 'Invite somebody' }).click();
  await admin.getByLabel('Address', { exact: true }).fill('anna@contoso.example');
  await admin.getByLabel('Name', { exact: true }).fill('Anna Alt');
  await admin.getByLabel(/^Start deliveries/).check();
  await admin.getByLabel('Reason').fill('approves for Contoso');
  await admin.getByRole('button', { name: 'OK' }).click();
  await admin.getByText('sign in by their company’s account and are not invited').waitFor();
  await admin.getByText('Let them sign in by it once').waitFor();
  await admin.getByRole('button', { name: 'Cancel' }).click();

  const [anna, ben] = await Promise.all([
    openByCompany('anna', { locale: 'de', width: 360, height: 640 }),
    openByCompany('ben', { locale: 'en', width: 1280, height: 900 }),
  ]);
  const run = await awaiting(world, 'browser-company', 2);
  for (const [page, address, button] of [
    [anna, 'anna@contoso.example', 'Versand bestätigen'],
    [ben, 'ben@contoso.example', 'Confirm send'],
  ] as const) {
    const linkId = await waitFor('the approval mail', async () => world.story.inbox.confirmationLink(address, since));
    await page.goto(`${testSettings.consoleUrl}/confirmations/${linkId}`);
    await page.getByRole('button', { name: button }).first().waitFor();
  }

  await admin.reload();
  await admin.getByLabel('Name or address').fill('contoso.example');
  for (const [name, button] of [
    ['Anna Alt', 'Remove'],
    ['Ben Okafor', 'Disable'],
  ] as const) {
    const row = admin.getByRole('listitem').filter({ hasText: name });
    await row.getByText('signs in by Contoso').waitFor();
    await row.getByRole('button', { name: button }).click();
    await admin.getByLabel('Reason').fill('left Contoso');
    await admin.getByRole('button', { name: 'OK' }).click();
    await admin.getByRole('dialog').waitFor({ state: 'detached' });
  }

  await confirm(anna, 'Versand bestätigen');
  await anna.getByText('Ihr Konto gibt es hier nicht mehr.').waitFor();
  await anna.getByText('ob Sie sich wieder über Contoso anmelden dürfen').waitFor();
  await confirm(ben, 'Confirm send');
  await ben.getByText('Your account is disabled.').waitFor();
  await ben.getByText('somebody else with your role can do').waitFor();
  expect([await isSeen(anna), await isSeen(ben)]).toEqual([true, true]);
  expect(await findings(anna)).toEqual([]);
  expect(await world.preparer.get(`/runs/${run.id}`, RunView)).toMatchObject({ state: 'AwaitingConfirmation' });
  expect([admin, anna, ben].flatMap(complaintsOf).filter((each) => !isRefusal(each))).toEqual([]);
});

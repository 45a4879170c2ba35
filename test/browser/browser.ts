import { existsSync } from 'node:fs';
import { afterEach } from '@jest/globals';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { accounts } from '../../local/accounts.ts';
import { testSettings } from '../instance.ts';

const paths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** @throws Error that says how to get one */
export const launch = async (): Promise<Browser> => {
  const executablePath = process.env['CHROMIUM'] ?? paths.find((path) => existsSync(path));
  if (executablePath === undefined)
    throw new Error('The browser tests need Chromium: "apt install chromium" on Debian, or name one in CHROMIUM.');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
};

/** What stands in the log of each open page as an error; the sign-in page is the emulator's own. */
const complaints = new WeakMap<Page, string[]>();
export const complaintsOf = (page: Page): string[] => complaints.get(page) ?? [];

export const listen = (page: Page): void => {
  const found: string[] = [];
  complaints.set(page, found);
  page.on('pageerror', ({ message }) => found.push(message));
  page.on('console', (message) => {
    const isOurs = message.location().url.startsWith(testSettings.consoleUrl);
    if (message.type() === 'error' && isOurs) found.push(message.text());
  });
};

/** A page that stays open asks for its figures again and again, which the tests after it would wait for. */
const opened: BrowserContext[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map(async (context) => context.close()));
});

const signIn = async (page: Page, email: string): Promise<void> => {
  const account = accounts.find((known) => known.email === email);
  await page.locator('input[name=username]').fill(email);
  await page.locator('input[name=password]').fill(account?.password ?? '');
  await page.locator('button[type=submit]').click();
};

/** What a browser keeps of who has just signed in: each file signs in everybody once, and not before each of its tests. */
const sessions = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();

/** A person with a browser of their own, in their language, who opens an address and is signed in. */
export const open = async (browser: Browser, email: string, language: 'en' | 'de', path: string): Promise<Page> => {
  const storageState = sessions.get(email);
  const window = { locale: language, viewport: { width: 1280, height: 900 } };
  const context = await browser.newContext({ ...window, ...(storageState && { storageState }) });
  opened.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  listen(page);
  await page.goto(`${testSettings.consoleUrl}${path}`);
  if (!storageState) await signIn(page, email);
  await page.locator('main h1').first().waitFor();
  if (!storageState) sessions.set(email, await context.storageState());
  return page;
};

/** The same person opens another address. */
export const goTo = async (page: Page, path: string): Promise<void> => {
  await page.goto(`${testSettings.consoleUrl}${path}`);
  await page.locator('main h1').first().waitFor();
};

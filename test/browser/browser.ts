import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
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

/** A person with a browser of their own, in their language, who opens an address and signs in. */
export const open = async (browser: Browser, email: string, language: 'en' | 'de', path: string): Promise<Page> => {
  const context = await browser.newContext({ locale: language, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${testSettings.consoleUrl}${path}`);
  const account = accounts.find((known) => known.email === email);
  await page.locator('input[name=username]').fill(email);
  await page.locator('input[name=password]').fill(account?.password ?? '');
  await page.locator('button[type=submit]').click();
  await page.locator('main h1').first().waitFor();
  return page;
};

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { waitFor } from '../../local/demo/wait.ts';
import { campaignTo, enter, type World } from '../flow/world.ts';
import { testSettings } from '../instance.ts';
import { findings } from './accessibility.ts';
import { complaintsOf, launch, open } from './browser.ts';

const words = {
  en: {
    prepare: 'Prepare',
    mayNot: 'Your permissions do not allow you to confirm a delivery.',
    role: 'Start deliveries',
    confirm: 'Confirm send',
    compute: 'Compute stats',
    finished: 'Finished sending. All messages have been processed.',
    figures: ['Messages to send', 'Messages sent', 'Delivered', 'Bounces and errors', 'Opened', 'Clicked'],
    balance: 'The books balance.',
    none: '0.0 %',
    all: '100.0 %',
  },
  de: {
    prepare: 'Vorbereiten',
    mayNot: 'Ihre Berechtigungen erlauben es nicht, einen Versand zu bestätigen.',
    role: 'Sendungen starten',
    confirm: 'Versand bestätigen',
    compute: 'Statistiken berechnen',
    finished: 'Versand beendet. Alle Nachrichten sind verarbeitet.',
    figures: [
      'Zu sendende Nachrichten',
      'Gesendete Nachrichten',
      'Zugestellt',
      'Rückläufer und Fehler',
      'Geöffnet',
      'Geklickt',
    ],
    balance: 'Die Bilanz stimmt.',
    none: '0,0 %',
    all: '100,0 %',
  },
};

let world: World;
let browser: Browser;
beforeAll(async () => {
  world = await enter();
  browser = await launch();
});
afterAll(async () => browser.close());

const limit = async (perSecond: number): Promise<void> => {
  await fetch(`${testSettings.sesUrl}/limits`, { method: 'PUT', body: JSON.stringify({ perSecond }) });
};

test.each(['en', 'de'] as const)(
  'a campaign is prepared, confirmed by the mailed link and measured, in %s',
  async (language) => {
    const say = words[language];
    const campaign = await campaignTo(world, `browser-${language}`, 120);
    const since = new Date().toISOString();

    const preparer = await open(browser, 'preparer@freigabe.example', language, `/campaigns/${campaign.id}`);
    await preparer.getByRole('button', { name: say.prepare, exact: true }).click();
    await preparer.getByText(say.mayNot).waitFor();
    await preparer.getByText(say.role).first().waitFor();
    expect(await preparer.getByRole('button', { name: say.confirm }).count()).toBe(0);
    expect(await findings(preparer)).toEqual([]);

    const linkId = await waitFor('the approval mail', async () =>
      world.story.inbox.confirmationLink('approver@freigabe.example', since),
    );
    const approver = await open(browser, 'approver@freigabe.example', language, `/confirmations/${linkId}`);
    await limit(40);
    expect(await findings(approver)).toEqual([]);
    await approver.getByRole('button', { name: say.confirm }).first().click();
    const dialog = approver.getByRole('dialog');
    await dialog.waitFor();
    expect(await findings(approver)).toEqual([]);
    await dialog.getByRole('button', { name: 'OK' }).click();
    await approver.getByRole('progressbar').waitFor();
    await approver.getByText(say.finished).first().waitFor();
    await limit(400);
    await approver.getByText(say.balance).waitFor();
    const figure = async (name: string) =>
      approver.getByRole('group', { name, exact: true }).locator('.fig').textContent();
    // After the end the figures are those of the last publication, until the hour or until somebody asks.
    await waitFor(
      'the deliveries',
      async () => {
        await approver.getByRole('button', { name: say.compute }).click();
        const [, sent, delivered] = await Promise.all(say.figures.map(figure));
        return sent === '120' && delivered === say.all ? true : undefined;
      },
      20_000,
    );
    expect(await Promise.all(say.figures.map(figure))).toEqual(['120', '120', say.all, say.none, say.none, say.none]);
    expect(await findings(approver)).toEqual([]);
    expect([...complaintsOf(preparer), ...complaintsOf(approver)]).toEqual([]);
  },
);

test('the link of one approver shows another one nothing, and says so', async () => {
  const since = new Date().toISOString();
  const campaign = await campaignTo(world, 'browser-foreign', 2);
  await world.preparer.post(`/campaigns/${campaign.id}/runs`, {}, (await import('zod')).unknown());
  const linkId = await waitFor('the approval mail', async () =>
    world.story.inbox.confirmationLink('approver2@freigabe.example', since),
  );
  const page = await open(browser, 'approver@freigabe.example', 'en', `/confirmations/${linkId}`);
  await page.getByText('approver2@freigabe.example').first().waitFor();
  expect(await page.getByRole('button', { name: 'Confirm send' }).count()).toBe(0);
});

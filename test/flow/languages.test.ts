import { beforeAll, expect, test } from '@jest/globals';
import { stringify } from 'csv-stringify/sync';
import { KpiView } from '../../domain/kpi/api.ts';
import { Campaign } from '../../domain/model/campaign.ts';
import { waitForState } from '../../local/demo/wait.ts';
import { addresses, confirm, enter, mailsOf, startRun, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await enter();
});

const languages = ['de', 'de-AT', 'en_GB', 'English', '', 'fr'];
const mailIn = (greeting: string) => ({
  subject: `${greeting} {{ first_name }}`,
  html: `<html><body><p>${greeting}</p><a href="{{ unsubscribe_url }}">x</a></body></html>`,
  text: `${greeting} {{ unsubscribe_url }}`,
});

test('a campaign in two languages is one run: one confirmation, one set of books, and each gets the mail in theirs', async () => {
  const name = 'languages';
  const rows = addresses(name, languages.length).map((email, index) => ({
    id: `${name}-${index}`,
    email,
    first_name: `R${index}`,
    language: languages[index],
  }));
  await world.story.importProfiles(name, stringify(rows, { header: true }));
  const variants = [{ id: 'en', for: { by: 'language', language: 'en' }, content: mailIn('Hello') }];
  const campaign = await world.preparer.post(
    '/campaigns',
    {
      name,
      list: name,
      sender: { name: 'Shop', address: 'news@freigabe.example' },
      content: { ...mailIn('Hallo'), language: 'de', variants },
      schedule: { mode: 'onceConfirmed' },
    },
    Campaign,
  );
  const { id } = await startRun(world, campaign);
  const ready = await waitForState(world.preparer, id, ['AwaitingConfirmation']);
  expect(ready.variants.map(({ language, recipients }) => [language, recipients])).toEqual([
    ['de', 4],
    ['en', 2],
  ]);
  await confirm(world.approver, ready);
  await waitForState(world.preparer, id, ['Finished']);
  const subjects = (await mailsOf(world, id)).map(({ subject }) => subject).toSorted();
  expect(subjects).toEqual(['Hallo R0', 'Hallo R1', 'Hallo R4', 'Hallo R5', 'Hello R2', 'Hello R3']);
  const { figures, variants: parts } = await world.preparer.get(`/runs/${id}/kpis`, KpiView);
  expect(figures.books).toMatchObject({ toDeliver: 6, balanced: true });
  expect(parts).toMatchObject([
    { language: 'de', handedOver: 4, left: 0 },
    { language: 'en', handedOver: 2, left: 0 },
  ]);
});

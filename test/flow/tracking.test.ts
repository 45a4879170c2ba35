import { beforeAll, expect, test } from '@jest/globals';
import { Campaign } from '../../domain/model/campaign.ts';
import { ProfileDetail } from '../../domain/model/profile-detail.ts';
import { ProfileMatches } from '../../domain/audience/api.ts';
import { RunView } from '../../domain/model/run-view.ts';
import { waitFor, waitForState } from '../../local/demo/wait.ts';
import { testSettings } from '../instance.ts';
import { confirm, enter, figuresWhen, mailsOf, startRun, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await enter();
});

const { consoleUrl, sesUrl } = testSettings;

const happens = async (messageId: string, kind: string): Promise<void> => {
  await fetch(`${sesUrl}/messages/${messageId}/events`, { method: 'POST', body: JSON.stringify({ kind }) });
};

const form = async (url: string, fields: Record<string, string>): Promise<string> =>
  (await fetch(url, { method: 'POST', body: new URLSearchParams(fields) })).text();

/** By the form and the link of the mail, without the box of tracking. */
const signUp = async (email: string): Promise<void> => {
  const asked = await form(`${consoleUrl}/api/subscribe`, { email, consent: 'yes', 'topic.newsletter': 'yes' });
  expect(asked).toContain('look into your mailbox');
  const [mail] = await waitFor('the mail of the sign-up', async () => {
    const mails = await world.story.inbox.find({ to: email });
    return mails.length > 0 ? mails : undefined;
  });
  const link = /https?:\S+\/api\/subscribe\/\S+/.exec(mail?.text ?? '')?.[0] ?? '';
  expect(await (await fetch(link)).text()).toContain('Confirm that you want these mails');
  expect(await form(link, {})).toContain('Nothing was changed');
  expect(await form(link, { confirm: 'yes' })).toContain('You are subscribed');
  expect(await form(`${consoleUrl}/api/subscribe`, { email, consent: 'yes', 'topic.newsletter': 'yes' })).toBe(asked);
  expect(await world.story.inbox.find({ to: email })).toHaveLength(1);
};

test('who signed up gets mails; opens are known of those who did not refuse, and the books balance', async () => {
  const name = 'tracking';
  const signedUp = `${name}.form@reader.example`;
  await signUp(signedUp);
  const { items } = await world.preparer.get(`/profiles?address=${signedUp}`, ProfileMatches);
  const [{ profile: { id: signedUpId } } = { profile: { id: '' } }] = items;
  const rows = [0, 1, 2].map((index) => `${name}-${index},${name}.${index}@reader.example,${['yes', 'no', ''][index]}`);
  await world.story.importProfiles(name, ['id,email,tracking_consent', ...rows].join('\n'));
  await world.story.importProfiles(name, `id,email\n${signedUpId},${signedUp}`);
  expect(await world.preparer.get(`/profiles/${name}-1`, ProfileDetail)).toMatchObject({
    tracking: { choice: 'refused', source: 'import' },
  });
  const content = {
    subject: 'Hello',
    html: '<a href="https://shop.example/one">one</a> <a href="{{ unsubscribe_url }}">Leave</a>',
    text: 'Leave: {{ unsubscribe_url }}',
  };
  const sender = { name: 'Shop', address: 'news@freigabe.example' };
  const draft = { name, list: name, sender, content, schedule: { mode: 'onceConfirmed' } };
  const { id } = await startRun(world, await world.preparer.post('/campaigns', draft, Campaign));
  await waitForState(world.preparer, id, ['AwaitingConfirmation']);
  const run = await world.preparer.get(`/runs/${id}`, RunView);
  expect(run.counts).toMatchObject({ toDeliver: 4, trackable: 2 });
  await confirm(world.approver, run);
  await waitForState(world.preparer, id, ['Finished']);
  const mails = await mailsOf(world, id);
  expect(
    mails
      .filter(({ tags }) => tags['tracking'] === 'off')
      .map(({ to }) => to)
      .toSorted(),
  ).toEqual([`${name}.1@reader.example`, signedUp]);
  for (const { messageId } of mails) await happens(messageId, 'open');
  const figures = await figuresWhen(world, id, ({ opened, delivered }) => opened.count === 2 && delivered.count === 4);
  expect(figures).toMatchObject({
    trackable: { count: 2, of: 4 },
    opened: { count: 2, of: 2, percent: 100 },
    books: { balanced: true, delivered: 4 },
  });
});

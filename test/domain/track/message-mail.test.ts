import { expect, test } from '@jest/globals';
import { chunkKey } from '../../../domain/model/manifest.ts';
import { getMessageMail } from '../../../lambdas/track/get-message-mail.ts';
import { ViewWorld } from '../audience/view-world.ts';
import { orderly, peopleWith } from '../prepare/prepare-world.ts';

const html =
  '<html><body><p>Dear {{ name }}</p><a href="{{ view_in_browser_url }}">View</a> <a href="{{ unsubscribe_url }}">Leave</a></body></html>';
const variants = [
  {
    id: 'de',
    for: { by: 'language' as const, language: 'de' },
    content: { ...orderly, html: html.replace('Dear', 'Liebe') },
  },
];

const begin = async () => {
  const people = peopleWith([
    { name: 'Ada', language: 'en' },
    { name: 'Ben', language: 'de' },
  ]);
  const world = new ViewWorld({ ...orderly, html, language: 'en', variants }, people);
  const sent = await world.send();
  const ports = { ...world.ports, content: world.prepared.ports.content };
  const mailOf = async (number: string | number, id = 'r') =>
    getMessageMail(ports)({ params: { id, number: String(number) } } as never);
  return { world, sent, mailOf };
};

const withoutTokens = (mail: string): string =>
  mail.replaceAll(/(\/api\/(?:view-in-browser|unsubscribe)\/)[^"]*/g, '$1');

test('whoever helps a person sees what the link of their mail shows, with links of nobody', async () => {
  const { world, sent, mailOf } = await begin();
  for (const { profileId, number, viewToken } of sent.values()) {
    const mail = await mailOf(number);
    expect(mail).toMatchObject({ number, profileId, subject: 'Spring', from: 'Shop <news@freigabe.example>' });
    expect(withoutTokens(mail.html)).toBe(withoutTokens((await world.view(viewToken)).body));
    expect(mail.html.match(/api\/[\w-]+\/\w+/g)).toEqual(['api/view-in-browser/preview', 'api/unsubscribe/preview']);
  }
  expect(sent.get('p1')?.number).toBe(500);
});

test.each(['2', '499', '502', '1000', '9999999999', '9'.repeat(30), '-1', '1e3', 'x', ''])(
  'there is no message of number %j, and it says so',
  async (number) => {
    const { mailOf } = await begin();
    await expect(mailOf(number)).rejects.toMatchObject({ code: 'not-found' });
  },
);

test('nobody sees it after the person was erased, nor after the people of the run are deleted', async () => {
  const { world, mailOf } = await begin();
  const profile = world.profiles.get('p0');
  if (profile) world.profiles.set('p0', { ...profile, erasedAt: 'then' });
  await expect(mailOf(0)).rejects.toMatchObject({ code: 'people-deleted', cause: 'mailOfErased' });
  const { run, objects } = world.prepared;
  objects.delete(chunkKey('preparation' in run && run.preparation ? run.preparation.prefix : '', 1));
  await expect(mailOf(500)).rejects.toMatchObject({ code: 'people-deleted' });
  await expect(mailOf(0, 'other')).rejects.toMatchObject({ code: 'not-found' });
});

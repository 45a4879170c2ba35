import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chunkKey, manifestKey } from '../../../domain/model/manifest.ts';
import { signToken } from '../../../domain/model/unsubscribe-token.ts';
import { signViewToken } from '../../../domain/model/view-token.ts';
import { orderly, peopleWith } from '../prepare/prepare-world.ts';
import { signerOf, ViewWorld, type SentMail } from './view-world.ts';

const letter = {
  ...orderly,
  html: '<html><body><p>Dear {{ name }}</p><p><a href="https://shop.example/?a=1&b=2">Shop</a> <a href="{{ view_in_browser_url }}">View</a> <a href="{{ unsubscribe_url }}">Leave</a></p></body></html>',
};
const people = (languages: readonly string[] = ['en', 'de']) =>
  peopleWith(languages.map((language, index) => ({ name: `N<${index}>`, language })));

const begin = async (): Promise<{ world: ViewWorld; mails: SentMail[] }> => {
  const world = new ViewWorld(letter, people());
  return { world, mails: [...(await world.send()).values()] };
};
const firstOf = (mails: readonly SentMail[]): SentMail => {
  const [mail] = mails;
  if (!mail) throw new Error('nobody was written to');
  return mail;
};

/** As SES sends it on: without what an author tells it. */
const asSent = (html: string): string => html.replaceAll(/ ses:(?:no-track|tags)(?:="[^"]*")?/g, '');

test('shows each the very HTML that was handed to SES, with links that are their own', async () => {
  const { world, mails } = await begin();
  for (const { html, profileId, viewToken, unsubscribeToken } of mails) {
    const { statusCode, headers, body } = await world.view(viewToken);
    expect([statusCode, body]).toEqual([200, asSent(html)]);
    expect(html).toContain('ses:');
    expect(body).toContain(`N&lt;${profileId.slice(1)}&gt;`);
    for (const link of [`/api/view-in-browser/${viewToken}`, `/api/unsubscribe/${unsubscribeToken}`])
      expect(body).toContain(link);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'x-content-type-options': 'nosniff',
    });
  }
  expect(mails).toHaveLength(2);
});

test('HEAD says what GET does, without the mail', async () => {
  const { world, mails } = await begin();
  const { viewToken } = firstOf(mails);
  const { headers, statusCode } = await world.view(viewToken);
  expect(await world.view(viewToken, 'HEAD')).toMatchObject({ statusCode, headers, body: '' });
});

test('whatever the mail holds runs, submits and frames nothing, and is of no origin', async () => {
  const hostile = '<script>alert(1)</script><base href="https://evil.example/"><form action="https://evil.example">';
  const world = new ViewWorld({ ...letter, html: letter.html.replace('<p>', `${hostile}<p>`) }, people());
  const { viewToken } = firstOf([...(await world.send()).values()]);
  const { body, headers } = await world.view(viewToken);
  expect(body).toContain(hostile);
  const policy = (headers['content-security-policy'] ?? '').split('; ');
  expect(policy).toEqual(
    expect.arrayContaining(["default-src 'none'", "form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'"]),
  );
  const sandbox = policy.find((directive) => directive.startsWith('sandbox'));
  expect(sandbox).toBe('sandbox allow-popups allow-popups-to-escape-sandbox');
  expect(policy.join()).not.toMatch(/script|same-origin|allow-forms/);
});

describe('who was written to in a language or a variant sees that one', () => {
  const other = { ...letter, html: letter.html.replace('Dear', 'Liebe Person') };

  test('of several languages', async () => {
    const variants = [{ id: 'de', for: { by: 'language' as const, language: 'de' }, content: other }];
    const world = new ViewWorld({ ...letter, language: 'en', variants }, people(['en', 'de', 'de-AT']));
    const sent = await world.send();
    for (const [id, word] of [
      ['p0', 'Dear'],
      ['p1', 'Liebe'],
      ['p2', 'Liebe'],
    ] as const) {
      const { body } = await world.view(sent.get(id)?.viewToken ?? '');
      expect(body).toContain(word);
      expect(body).toBe(asSent(sent.get(id)?.html ?? ''));
    }
  });

  test('of a test, and after it what won', async () => {
    const variants = [{ id: 'b', for: { by: 'abTest' as const }, content: other }];
    const everybody = peopleWith(Array.from({ length: 20 }, (_, index) => ({ name: `N${index}` })));
    const world = new ViewWorld({ ...letter, variants }, everybody);
    const abTest = { share: { by: 'percent' as const, percent: 20 }, decideBy: 'clicks' as const, afterHours: 4 };
    world.prepared.scheduled({ mode: 'onceConfirmed', abTest });
    world.result = {
      decidedAt: '2026-11-24T10:00:00.000Z',
      winner: 'b',
      reason: 'most',
      isClear: true,
      figures: [],
    };
    const mails = [...(await world.send()).values()];
    for (const { viewToken, html } of mails) expect((await world.view(viewToken)).body).toBe(asSent(html));
    expect(mails.filter(({ html }) => html.includes('Liebe'))).toHaveLength(18);
    // Before it is decided nobody has such a link; it shows nobody's mail then.
    world.result = undefined;
    const shown = await Promise.all(mails.map(async ({ viewToken }) => (await world.view(viewToken)).statusCode));
    expect(shown.filter((status) => status === 404)).toHaveLength(16);
  });
});

describe('is a page that says so, never a fault,', () => {
  const en = 'is not kept here any more';
  const de = 'wird hier nicht mehr aufbewahrt';

  test.each<[string, (world: ViewWorld, mail: SentMail) => void]>([
    ['after the people of the run are deleted', ({ prepared }) => prepared.objects.delete(chunkKeyOf(prepared))],
    ['after the run is', (world) => void (world.isRunGone = true)],
    ['after the person is', ({ profiles }, { profileId }) => profiles.delete(profileId)],
    [
      'after the person was erased',
      ({ profiles }, { profileId }) => {
        const profile = profiles.get(profileId);
        if (profile) profiles.set(profileId, { ...profile, attributes: {}, address: '', erasedAt: 'then' });
      },
    ],
    [
      'after the person was erased into whom they were merged',
      (world, { profileId }) => {
        const profile = world.profiles.get(profileId);
        world.profiles.delete(profileId);
        world.mergedInto.set(profileId, 'other');
        if (profile) world.profiles.set('other', { ...profile, id: 'other', erasedAt: 'then' });
      },
    ],
  ])('410 %s', async (_what, happens) => {
    const { world, mails } = await begin();
    for (const mail of mails) {
      happens(world, mail);
      const { statusCode, body, headers } = await world.view(mail.viewToken);
      expect(statusCode).toBe(410);
      for (const words of [en, de]) expect(body).toContain(words);
      expect(body).not.toMatch(/Dear|N&lt;|post\.example/);
      expect(headers['x-robots-tag']).toBe('noindex, nofollow');
      expect((await world.view(mail.viewToken, 'HEAD')).statusCode).toBe(410);
    }
    expect(world.reported).toEqual([]);
  });

  test('in the language of the person', async () => {
    const { world, mails } = await begin();
    world.isRunGone = true;
    const pages = await Promise.all(mails.map(async ({ viewToken }) => (await world.view(viewToken)).body));
    expect(pages.map((page) => /<html lang="(..)">/.exec(page)?.[1])).toEqual(['en', 'de']);
  });

  test('404 where what is stored is not what was confirmed, which is reported', async () => {
    const { world, mails } = await begin();
    const { objects, run } = world.prepared;
    const prefix = 'preparation' in run && run.preparation ? run.preparation.prefix : '';
    for (const key of [manifestKey(prefix), chunkKey(prefix, 0)]) {
      const before = String(objects.get(key));
      for (const other of [before.replace('N<0>', 'N<9>').replace('Dear', 'Dead'), '{', '']) {
        objects.set(key, other);
        const { statusCode, body } = await world.view(firstOf(mails).viewToken);
        expect([statusCode, body.includes('cannot be shown here')]).toEqual([404, true]);
      }
      objects.set(key, before);
    }
    expect(world.reported).toHaveLength(6);
  });

  test('200 for the link of a preview or a proof, which is a sample', async () => {
    const { world } = await begin();
    const { statusCode, body } = await world.view('preview');
    expect(statusCode).toBe(200);
    for (const words of ['is a sample', 'ist ein Muster']) expect(body).toContain(words);
  });
});

function chunkKeyOf({ run }: ViewWorld['prepared']): string {
  return chunkKey('preparation' in run && run.preparation ? run.preparation.prefix : '', 0);
}

describe('nobody sees what is not theirs', () => {
  test.each<[string, (mail: SentMail, other: SentMail) => string]>([
    ['the number of somebody else', ({ viewToken }) => viewToken.replace('r.0.', 'r.1.')],
    ['the profile of somebody else', ({ viewToken }) => viewToken.replace('.p0.', '.p1.')],
    ['both', ({ viewToken }) => viewToken.replace('r.0.p0.', 'r.1.p1.')],
    ['another run', ({ viewToken }) => viewToken.replace(/^r\./, 'r2.')],
    ['the unsubscribe link, which mailbox providers handle', ({ unsubscribeToken }) => unsubscribeToken],
    ['a link of another stage', () => signViewToken(signerOf('other'), { runId: 'r', number: 0, profileId: 'p0' })],
    [
      'a purpose that was written into it',
      () => `view:${signToken(signerOf('other'), { runId: 'r', number: 0, profileId: 'p0' })}`,
    ],
    ['a huge number', ({ viewToken }) => viewToken.replace('.0.', `.${'9'.repeat(400)}.`)],
    ['a huge text', () => 'a.'.repeat(100_000)],
    ['nothing', () => ''],
    ['half a character', () => '\uD800'],
    ['a path', () => '../../runs/r/manifest.json'],
  ])('%s', async (_what, forged) => {
    const { world, mails } = await begin();
    const [mail, other] = mails;
    if (!mail || !other) throw new Error('two were written to');
    const { statusCode, body } = await world.view(forged(mail, other));
    expect(statusCode).toBe(404);
    for (const words of ['is not valid', 'nicht gültig']) expect(body).toContain(words);
    expect(body).not.toContain('Dear');
  });

  test('a link to view opts nobody out', async () => {
    const { mails } = await begin();
    const { viewToken, unsubscribeToken } = firstOf(mails);
    expect(viewToken.split('.').slice(0, 3)).toEqual(unsubscribeToken.split('.').slice(0, 3));
    expect(viewToken).not.toBe(unsubscribeToken);
  });

  test('a link that was changed in one character or cut short shows its own mail or none', async () => {
    const { world, mails } = await begin();
    const { viewToken, html } = firstOf(mails);
    await fc.assert(
      fc.asyncProperty(fc.nat(viewToken.length - 1), fc.string({ maxLength: 3 }), async (at, put) => {
        const { statusCode, body } = await world.view(viewToken.slice(0, at) + put + viewToken.slice(at + 1));
        expect([200, 404]).toContain(statusCode);
        if (statusCode === 200) expect(body).toBe(asSent(html));
      }),
    );
  });

  test.each(['%3E', ')', '>', '=2E', '%253D', '.'])('one that ends in %s shows its mail', async (end) => {
    const { world, mails } = await begin();
    const { viewToken, html } = firstOf(mails);
    expect(await world.view(viewToken + end)).toMatchObject({ statusCode: 200, body: asSent(html) });
  });
});

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { callerOf, networkOf } from '../../../domain/audience/sign-up.ts';
import { PER_MONTH, PER_NETWORK } from '../../../domain/audience/sign-up-rules.ts';
import { NotMailed } from '../../../domain/ports/single-mailer.ts';
import { showSignUpConfirmation } from '../../../lambdas/audience/confirm-sign-up.ts';
import { shortHash } from '../../../lambdas/adapters/dynamodb/profile-item.ts';
import { oneClick } from './opt-out-world.ts';
import { consent, SignUpWorld } from './sign-up-world.ts';

let world: SignUpWorld;
beforeEach(() => {
  world = new SignUpWorld();
});

describe('asking for the mail', () => {
  test('says the same of an address that is new, known, opted out, suppressed or in quarantine, or had its mail', async () => {
    await world.people.import({ id: 'k', address: 'known@post.example', out: false });
    await world.people.import({ id: 'o', address: 'out@post.example', out: true });
    world.people.suppressions.add('domain', createHash('sha256').update('rival.example').digest('hex'));
    world.people.imports.statuses.set('q@post.example', {
      addressKey: 'q@post.example',
      softErrors: 0,
      quarantine: { since: '2026-11-01T00:00:00Z', reason: 'complaint' },
    });
    const addresses = [
      'new@post.example',
      'known@post.example',
      'out@post.example',
      'x@rival.example',
      'q@post.example',
    ];
    const answers = [];
    for (const address of [...addresses, 'NEW@post.example', 'robot@post.example'])
      answers.push(await world.ask(address, address.startsWith('robot') ? { website: 'x' } : {}));
    expect(new Set(answers).size).toBe(1);
    expect(world.mails.map(({ to }) => to)).toEqual(['new@post.example', 'known@post.example', 'out@post.example']);
    expect(await world.getsMails()).toEqual(['known@post.example']);
  });

  test('names what is missing, and does nothing', async () => {
    expect(await world.ask('nobody')).toContain('Please enter a mail address');
    expect(await world.ask('a@post.example', { consent: 'no' })).toContain('Please tick the box beside');
    expect(await world.ask('a@post.example', { 'topic.news': '' })).toContain('what you would like');
    expect(await world.ask('a@post.example', { consent: 'no', language: 'de' })).toContain('lang="de"');
    expect(world.mails).toEqual([]);
  });

  test.each([
    ['{"email":"nobody","consent":"yes","topic.news":"yes"}', 'application/json', 400, 'enter a mail address'],
    ['{"email":"a@post.example","consent":true,"topic.news":true}', 'application/json', 400, 'what you would like'],
    ['not JSON', 'application/json', 400, 'enter a mail address'],
    [`email=${'a'.repeat(2000)}@post.example&consent=yes&topic.news=yes`, 'text/plain', 400, 'enter a mail address'],
    ['email=a@post.example&topic.news=yes&language=de', 'application/x-www-form-urlencoded', 400, 'Häkchen'],
    ['email=a@post.example&topic.news=yes&consent=yes', 'application/x-www-form-urlencoded', 200, 'look into'],
  ])('%s as %s is answered %i', async (body, type, statusCode, words) => {
    expect(await world.post(body, type)).toMatchObject({ statusCode, body: expect.stringContaining(words) });
    expect(world.mails).toHaveLength(statusCode === 200 ? 1 : 0);
  });

  test('shows again what was filled in where something is missing, and whose it is to nobody else', async () => {
    const html = await world.ask('a"<@post.example', { 'topic.news': 'yes', 'tracking.offers': 'yes' });
    expect(html).toContain('value="a&#34;&lt;@post.example"');
    const ticked = [...html.matchAll(/name="([^"]*)" value="yes"(?: required)? checked/g)].map(([, name]) => name);
    expect(ticked).toEqual(['topic.news', 'consent', 'tracking.offers']);
    expect(await world.ask('a@post.example')).not.toContain('a@post.example');
  });

  test('mails nobody every day who answers nothing', async () => {
    for (let day = 0; day < 30; day += 1) {
      await world.ask('a@post.example');
      world.later(24);
    }
    // The days are of two months.
    expect(world.mails.length).toBeLessThanOrEqual(2 * PER_MONTH);
  });

  test('mails an address once a day, a network and the stage so often an hour, whatever is asked', async () => {
    const Ask = fc.record({ who: fc.nat(30), ip: fc.nat(4), minutes: fc.nat(60) });
    await fc.assert(
      fc.asyncProperty(fc.array(Ask, { maxLength: 200 }), async (asks) => {
        world = new SignUpWorld();
        const sent: { to: string; hour: string; day: string; ip: number }[] = [];
        for (const { who, ip, minutes } of asks) {
          world.later(minutes / 600);
          const before = world.mails.length;
          await world.ask(`n${who}@post.example`, {}, `10.9.8.7, 198.51.${ip}.${who}, 203.0.113.1`);
          const at = new Date(world.people.imports.at).toISOString();
          if (world.mails.length > before)
            sent.push({ to: `n${who}`, hour: at.slice(0, 13), day: at.slice(0, 10), ip });
        }
        const most = (of: (one: (typeof sent)[number]) => string): number =>
          Math.max(0, ...[...Map.groupBy(sent, of).values()].map(({ length }) => length));
        expect(most(({ to, day }) => `${to} ${day}`)).toBeLessThanOrEqual(1);
        expect(most(({ hour, ip }) => `${ip} ${hour}`)).toBeLessThanOrEqual(PER_NETWORK);
        expect(most(({ hour }) => hour)).toBeLessThanOrEqual(50);
      }),
      { numRuns: 30 },
    );
  });

  test('counts by mailbox: a tag behind a plus, or dots at Google, are no other person', async () => {
    const one = ['v+1@post.example', 'V+2@post.example', 'v@post.example'];
    const google = ['v.i.c@gmail.com', 'vic+x@googlemail.com', 'vic@gmail.com'];
    const others = ['+v@post.example', 'v.i@post.example', 'v-i@yahoo.de', 'v-x@yahoo.de'];
    for (const email of [...one, ...google, ...others]) await world.ask(email);
    expect(world.mails.map(({ to }) => to)).toEqual([one[0], google[0], ...others]);
  });

  test('leaves an address its mail of the day when SES certainly took none', async () => {
    world.refusal = new NotMailed('rate', 'Throttling');
    await world.ask('a@post.example');
    world.refusal = undefined;
    await world.ask('a@post.example');
    expect(world.mails).toHaveLength(1);
  });

  test('writes nothing of whoever asked into the mail, and no address or IP address into what is kept', async () => {
    await world.ask('a@post.example', { language: 'de' });
    const [mail] = world.mails;
    expect(mail).toMatchObject({ to: 'a@post.example', subject: 'Bitte bestätigen: Mails von Shop <b>' });
    expect(mail?.html).toContain('Shop &lt;b&gt;');
    await world.press(world.token);
    expect(JSON.stringify(world.proofs)).not.toMatch(/post\.example|198\.51/);
  });
});

describe('the link of the mail', () => {
  test('shows a page, changes nothing by itself or by a form that is submitted as it stands, and then confirms once', async () => {
    await world.ask('a@post.example', { tracking: 'yes' });
    const { token } = world;
    const shown = await showSignUpConfirmation(world.ports)({ params: { token } } as never);
    expect(shown.html).toContain(consent);
    expect((await world.press(token, {})).html).toContain('Tick the box');
    expect(await world.getsMails('news')).toEqual([]);
    expect((await world.press(token)).html).toContain('You are subscribed.');
    expect((await world.press(token)).html).toContain('You have confirmed this already.');
    expect(await world.getsMails('news')).toEqual(['a@post.example']);
    expect(await world.getsMails('offers')).toEqual([]);
    expect([...world.lists]).toEqual([world.ports.rules.list]);
    expect(world.proofs).toEqual([
      expect.objectContaining({
        what: 'signedUp',
        facts: expect.objectContaining({ text: consent, topics: 'news', tracking: 'given' }),
      }),
    ]);
    const detail = await world.people.look(shortHash('a@post.example'));
    expect(detail.tracking).toMatchObject({ choice: 'given', source: 'signUp' });
    expect(detail.profile.lists).toEqual(['signed-up']);
  });

  test('keeps what was consented to of a topic, with the words of its box, and nothing of a topic that was not chosen', async () => {
    await world.ask('a@post.example', { 'tracking.news': 'yes', 'tracking.offers': 'yes' });
    await world.press(world.token);
    const { tracking, trackingByTopic } = await world.people.look(shortHash('a@post.example'));
    expect(tracking).toMatchObject({ choice: 'refused', source: 'signUp' });
    expect(trackingByTopic).toEqual({
      news: expect.objectContaining({
        choice: 'given',
        source: 'signUp',
        text: 'The sender may see whether I open mails about “News” and click their links.',
      }),
    });
    expect(world.proofs[0]?.facts).toMatchObject({ tracking: 'notGiven', trackedTopics: 'news' });
  });

  test('that was damaged on its way confirms as it was', async () => {
    const damages = [
      (token: string) => `${token}>`,
      (token: string) => `${token}.`,
      (token: string) => `%3C${token}%3E`,
    ];
    damages.push((token) => `${token.slice(0, 20)}=\r\n${token.slice(20)}`);
    for (const damage of damages) {
      world = new SignUpWorld();
      await world.ask('a@post.example');
      expect((await world.press(damage(world.token))).html).toContain('You are subscribed.');
      expect((await world.press(world.token)).html).toContain('already');
    }
    expect((await world.press(world.token.slice(0, -1))).isFound).toBe(false);
  });

  test('says all that it confirms, since somebody else may have ticked it, and keeps from where', async () => {
    await world.ask('a@post.example', { tracking: 'yes', 'tracking.news': 'yes' });
    const shown = await showSignUpConfirmation(world.ports)({ params: { token: world.token } } as never);
    for (const { html } of [shown, await world.press(world.token, {})])
      for (const words of ['<li>News · ', 'whether I open these mails', 'whether I open mails about “News”'])
        expect(html).toContain(words);
    await world.press(world.token);
    const { ipHash, confirmedFrom } = world.proofs[0]?.facts ?? {};
    expect(confirmedFrom).toEqual(expect.any(String));
    expect(confirmedFrom).not.toBe(ipHash);
  });

  test('keeps what the topics were called when somebody chose them, whatever the stage calls them since', async () => {
    await world.ask('a@post.example', { 'tracking.news': 'yes' });
    world.people.topics.splice(0, 1, { id: 'news', en: 'News of our partners', de: 'Partner' });
    await world.press(world.token);
    expect(world.proofs[0]?.facts).toMatchObject({ topics: 'news', topicNames: 'News' });
    const { trackingByTopic } = await world.people.look(shortHash('a@post.example'));
    expect(trackingByTopic?.['news']?.text).toContain('“News”');
  });

  test('ends no opt-out that is said while it is being confirmed', async () => {
    const { people } = world;
    await people.import({ id: 'a', address: 'a@post.example', out: false });
    const [mail] = await people.send('news');
    await world.ask('a@post.example');
    people.beforeOptOut = async () => {
      people.beforeOptOut = async () => {};
      await people.follow(mail!, 'action=all');
    };
    await world.press(world.token);
    expect(await world.getsMails('news')).toEqual([]);
    expect((await people.look('a')).profile.optedOut).toBeDefined();
  });

  test('is dead after three days, and where it is none', async () => {
    await world.ask('a@post.example');
    world.later(73);
    expect((await world.press(world.token)).isFound).toBe(false);
    expect((await world.press('nonsense')).isFound).toBe(false);
    expect(await world.getsMails()).toEqual([]);
  });

  test('brings back who had left, and takes from nobody what they had', async () => {
    await world.people.import({ id: 'a', address: 'a@post.example', out: false });
    const [mail] = await world.people.send('offers');
    await world.people.follow(mail!, oneClick);
    await world.ask('a@post.example', { 'topic.news': '', 'topic.offers': 'yes' });
    await world.press(world.token);
    expect([await world.getsMails('offers'), await world.getsMails('news')]).toEqual([
      ['a@post.example'],
      ['a@post.example'],
    ]);
    const [other] = await world.people.send();
    await world.people.follow(other!, 'action=all');
    expect(await world.getsMails()).toEqual([]);
    world.later(24);
    await world.ask('A@Post.example');
    await world.press(world.token);
    expect([await world.getsMails('news'), await world.getsMails('offers')]).toEqual([['a@post.example'], []]);
  });

  test('of an address that came onto the suppression list meanwhile does nothing', async () => {
    await world.ask('x@rival.example');
    world.people.suppressions.add('domain', createHash('sha256').update('rival.example').digest('hex'));
    await world.press(world.token);
    expect(world.people.imports.profiles.size).toBe(0);
  });

  test('of somebody whose person was erased takes another id', async () => {
    const id = shortHash('a@post.example');
    await world.people.import({ id, address: 'a@post.example', out: false });
    await world.people.erase(id);
    await world.ask('a@post.example');
    await world.press(world.token);
    expect(await world.getsMails('news')).toEqual(['a@post.example']);
    expect(world.people.imports.profiles.get(id)?.erasedAt).toBeDefined();
  });

  test('at the address of a profile that was merged into another takes another id', async () => {
    const { stored, snapshot } = world.people.imports;
    await world.people.import({ id: shortHash('a@post.example'), address: 'a@post.example', out: false });
    const merged = { into: 'b', number: snapshot.seq, at: new Date().toISOString() };
    for (const [id, one] of stored) stored.set(id, { ...one, base: { ...one.base, merged } });
    await world.ask('a@post.example');
    await world.press(world.token);
    expect(await world.getsMails('news')).toEqual(['a@post.example']);
  });

  test('that was cut short anywhere and is pressed again comes to the same', async () => {
    for (let diesAt = 0; diesAt < 10; diesAt += 1) {
      world = new SignUpWorld();
      await world.ask('a@post.example');
      world.diesAt = diesAt;
      await world.press(world.token).catch(() => undefined);
      world.diesAt = Number.POSITIVE_INFINITY;
      await world.press(world.token);
      expect([await world.getsMails('news'), await world.getsMails('offers')]).toEqual([['a@post.example'], []]);
      expect((await world.people.look(shortHash('a@post.example'))).tracking?.choice).toBe('refused');
    }
  });
});

test.each([
  ['198.51.100.7, 203.0.113.1', '198.51.100.7', '198.51.100'],
  ['1.2.3.4, 198.51.100.7, 203.0.113.1', '198.51.100.7', '198.51.100'],
  ['2001:db8:1:2::9, 203.0.113.1', '2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002:aaaa::1, 203.0.113.1', '2001:0DB8:0001:0002:aaaa::1', '2001:db8:1:2'],
  ['::1, 203.0.113.1', '::1', '0:0:0:0'],
  ['127.0.0.1', '127.0.0.1', '127.0.0'],
])('%s was asked from %s, which is in %s', (chain, caller, network) => {
  expect([callerOf(chain), networkOf(callerOf(chain))]).toEqual([caller, network]);
});

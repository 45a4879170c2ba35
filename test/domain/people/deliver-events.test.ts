import { beforeEach, describe, expect, test } from '@jest/globals';
import { Webhook as Verifier } from 'standardwebhooks';
import { eventTypes } from '../../../domain/model/stage-event.ts';
import { chatText } from '../../../domain/people/chat-message.ts';
import { NoAnswer } from '../../../domain/people/ports/webhooks.ts';
import { tellSwitchedOff } from '../../../lambdas/people/tell-switched-off.ts';
import { author } from '../samples.ts';
import { dyingAt } from '../dying-at.ts';
import { HOUR } from './publish-world.ts';
import { event, WebhookWorld } from './webhook-world.ts';

const DAY = 24 * HOUR;

let world: WebhookWorld;
beforeEach(() => {
  world = new WebhookWorld();
});

test('an event goes once to each webhook that asks for it, signed as Standard Webhooks says', async () => {
  world.add('all');
  world.add('some', { events: ['run.expired'] });
  world.add('others', { events: ['run.finished'] });
  world.add('off', { off: { cause: 'byHand', since: event.at } });
  world.happen();
  world.happen();
  await world.pass(2 * DAY);
  expect(world.posted.map(({ address }) => address).toSorted()).toEqual([
    'https://all.example.com/in',
    'https://some.example.com/in',
  ]);
  const { body, headers, at } = world.posted[0]!;
  expect(headers['webhook-id']).toBe(event.id);
  expect(headers['webhook-timestamp']).toBe(String(Math.floor(at / 1000)));
  const again = new Verifier(`whsec_${Buffer.from('a'.repeat(32)).toString('base64')}`).sign(
    event.id,
    new Date(at),
    body,
  );
  expect(headers['webhook-signature']).toBe(again);
  expect(JSON.parse(body)).toEqual({ type: event.type, timestamp: event.at, data: event });
});

test('a secret that is being replaced signs too, for its time', async () => {
  const until = world.at + HOUR;
  world.add('hook', { secrets: [{ secret: 'whsec_bmV3' }, { secret: 'whsec_b2xk', until }] });
  world.happen();
  await world.pass(2 * HOUR);
  world.happen({ ...event, id: 'r.8' });
  await world.pass(HOUR);
  expect(world.posted.map(({ headers }) => headers['webhook-signature']?.split(' ').length)).toEqual([2, 1]);
});

test('what fails is tried again, ever later, and what succeeds then is over', async () => {
  world.add('hook');
  world.answer = 503;
  world.happen();
  const begun = world.at;
  await world.pass(HOUR);
  expect(world.posted.map(({ at }) => (at - begun) / 1000)).toEqual([0, 5, 305, 2105]);
  expect(world.outcomes.get('hook')).toMatchObject({ isDelivered: false, status: 503, cause: 'status' });
  expect(world.outcomes.get('hook')?.nextAt).not.toBeNull();
  world.answer = 204;
  await world.pass(DAY);
  expect(world.posted).toHaveLength(5);
  expect(world.outcomes.get('hook')).toMatchObject({ isDelivered: true, failingSince: null, nextAt: null });
  expect(world.queue).toEqual([]);
});

test('one that takes nothing for a day is switched off; administrators are mailed, once each', async () => {
  world.add('hook');
  world.answer = new NoAnswer('timeout');
  world.happen();
  await world.pass(3 * DAY);
  expect(world.hooks.get('hook')?.off).toMatchObject({ cause: 'failing' });
  expect(world.posted).toHaveLength(8);
  expect(world.queue).toEqual([]);
  const mails: string[] = [];
  const claims = new Set<string>();
  const tell = tellSwitchedOff({
    webhooks: world.ports.webhooks,
    notices: {
      claim: async (telling) => !claims.has(JSON.stringify(telling)) && Boolean(claims.add(JSON.stringify(telling))),
      release: async () => undefined,
    },
    people: { administrators: async () => [author] },
    mailer: { send: async ({ text }) => void mails.push(text) },
    consoleUrl: 'https://console.example',
    sender: 'freigabe@freigabe.example',
    report: () => undefined,
  });
  await tell();
  await tell();
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatch(/Der Webhook hook wurde abgeschaltet/);
  expect(mails[0]?.match(/https?:\/\/\S+/g)).toEqual(['https://console.example/webhooks']);
});

test('one that says it is gone is switched off at once, and a redirect is no delivery', async () => {
  world.add('gone');
  world.add('moved');
  world.answer = (address) => (address.includes('gone') ? 410 : 302);
  world.happen();
  await world.pass(60_000);
  expect(world.hooks.get('gone')?.off).toMatchObject({ cause: 'gone' });
  expect(world.hooks.get('moved')?.off).toBeNull();
  expect(world.outcomes.get('moved')).toMatchObject({ isDelivered: false, status: 302 });
  expect(world.posted.filter(({ address }) => address.includes('gone'))).toHaveLength(1);
});

describe('a chat', () => {
  test.each(['slack', 'googleChat', 'teams'] as const)(
    '%s gets a sentence and one link, and nothing to decide with',
    async (kind) => {
      world.add('chat', { kind, language: 'de' });
      world.campaignName = '<!channel> [x](https://evil.example) <users/all> @here & *Sale*';
      world.happen();
      await world.pass(60_000);
      const { body, headers } = world.posted[0]!;
      expect(headers['webhook-signature']).toBeUndefined();
      expect(body.match(/https:\/\/[^"|>\s]+/g)?.filter((url) => !url.includes('microsoft'))).toEqual([event.url]);
      expect(body).not.toMatch(/<!|<users|@here|\]\(/);
      expect(body).toContain('niemand hat rechtzeitig bestätigt');
    },
  );

  test('has a sentence for every event in both languages', () => {
    for (const type of eventTypes)
      for (const language of ['en', 'de'] as const)
        expect(chatText(language, { event: { type }, campaignName: 'Letter' })).toMatch(
          /^Freigabe: Letter – [\p{L}, ]+\.$/u,
        );
  });
});

test('what cannot be read stays in the queue, and ends in its dead letters', async () => {
  world.queue.push({ body: '{"detail":{"type":"run.new"}}', dueAt: world.at });
  await world.pass(1000);
  expect(world.queue).toHaveLength(1);
});

/** Calls of all ports in the longest call. */
const CALLS = 8;

test.each(['before', 'after'] as const)(
  'killed %s any call: none is lost, and none comes twice within an hour',
  async (when) => {
    for (const failsFirst of [false, true])
      for (let at = 1; at <= CALLS; at += 1) {
        world = new WebhookWorld();
        world.add('hook');
        if (failsFirst) world.answer = () => (world.posted.length === 1 ? 500 : 200);
        world.queue.push({ body: JSON.stringify({ webhookId: 'hook', event }), dueAt: world.at });
        await world.pass(2 * HOUR, (ports) => dyingAt(ports, at, when));
        const arrived = world.posted.slice(failsFirst ? 1 : 0).map((one) => one.at);
        expect([failsFirst, at, arrived.length >= 1]).toEqual([failsFirst, at, true]);
        for (const [index, time] of arrived.entries())
          if (index > 0) expect([at, time - (arrived[index - 1] ?? 0) >= HOUR]).toEqual([at, true]);
        expect(world.queue).toEqual([]);
      }
  },
);

test.each(['before', 'after'] as const)(
  'killed %s any call of spreading it: every webhook gets it, none twice',
  async (when) => {
    for (let at = 1; at <= 4; at += 1) {
      world = new WebhookWorld();
      world.add('one');
      world.add('two');
      world.happen();
      await world.pass(2 * HOUR, (ports) => dyingAt(ports, at, when));
      expect([at, world.posted.map(({ address }) => address).toSorted()]).toEqual([
        at,
        ['https://one.example.com/in', 'https://two.example.com/in'],
      ]);
    }
  },
);

import { beforeEach, expect, test } from '@jest/globals';
import type { Actor } from '../../../domain/people/people.ts';
import {
  changeWebhook,
  createWebhook,
  listWebhooks,
  removeWebhook,
  rotateWebhookSecret,
  tryWebhook,
} from '../../../lambdas/people/manage-webhooks.ts';
import { makingOf, person } from '../samples.ts';
import { WebhookWorld } from './webhook-world.ts';

const address = 'https://hooks.example.com/services/T0/B0/very-secret';
const actor: Actor = { ...person, groups: ['administration'] };
const by = { actor, origin: { ip: '', userAgent: '' }, query: {} };
const given = {
  name: 'Orders',
  kind: 'webhook' as const,
  address,
  events: ['run.finished' as const],
  language: 'en' as const,
  reason: 'for the shop',
};

let world: WebhookWorld;
beforeEach(() => {
  world = new WebhookWorld();
});

const add = async (more: object = {}) =>
  createWebhook(world.ports)(
    { ...by, params: {}, body: { ...given, ...more }, making: makingOf(world.ports.newId()) },
    () => 0,
  );
const asked = (id: string, body: object = { reason: 'because' }) =>
  ({ ...by, params: { id }, body, making: makingOf(world.ports.newId()) }) as never;
const stored = (): string => JSON.stringify([...world.hooks.values()].map(({ sealed: _sealed, ...rest }) => rest));

test('its secret is in one answer only; address and secret are stored sealed, and in no audit', async () => {
  const { webhook, secret } = await add();
  expect(secret).toMatch(/^whsec_/);
  expect(webhook).toMatchObject({
    name: 'Orders',
    host: 'hooks.example.com',
    events: ['run.finished'],
    off: null,
    last: null,
  });
  const { items } = await listWebhooks(world.ports)({ ...by, params: {} } as never, () => 0);
  const others = `${JSON.stringify(items)}${stored()}${JSON.stringify(world.audited)}`;
  expect(others).not.toMatch(/very-secret|whsec_/);
  expect(world.audited).toMatchObject([
    {
      runId: 'webhooks',
      what: 'webhookAdded',
      facts: { name: 'Orders', host: 'hooks.example.com', reason: 'for the shop' },
    },
  ]);
});

test('a chat has no secret to show, and none to rotate', async () => {
  const { webhook, secret } = await add({ kind: 'slack' });
  expect(secret).toBeNull();
  await expect(rotateWebhookSecret(world.ports)(asked(webhook.id), () => 0)).rejects.toMatchObject({
    cause: 'webhookOfChat',
  });
});

test.each(['http://example.com', 'https://10.0.0.1', 'https://localhost'])(
  '%s is refused before anything is kept',
  async (wrong) => {
    await expect(add({ address: wrong })).rejects.toMatchObject({ code: 'invalid-input', cause: 'webhookAddress' });
    expect([world.hooks.size, world.audited.length]).toEqual([0, 0]);
  },
);

test('a new secret signs beside the old one for a day', async () => {
  const { webhook, secret: old } = await add();
  const { secret } = await rotateWebhookSecret(world.ports)(asked(webhook.id), () => 0);
  expect(secret).not.toBe(old);
  await tryWebhook(world.ports)(asked(webhook.id), () => 0);
  world.at += 25 * 3_600_000;
  await tryWebhook(world.ports)(asked(webhook.id), () => 0);
  expect(world.posted.map(({ headers }) => headers['webhook-signature']?.split(' ').length)).toEqual([2, 1]);
});

test('trying it says what became of it, and shows it in the list', async () => {
  const { webhook } = await add();
  world.answer = 404;
  expect(await tryWebhook(world.ports)(asked(webhook.id), () => 0)).toEqual({
    isDelivered: false,
    status: 404,
    cause: 'status',
  });
  expect(JSON.parse(world.posted[0]?.body ?? '')).toMatchObject({ type: 'webhook.tried', data: {} });
  const { items } = await listWebhooks(world.ports)({ ...by, params: {} } as never, () => 0);
  expect(items[0]?.last).toMatchObject({ isDelivered: false, status: 404 });
});

test('what is left out of a change stays; off and on again are kept with their reasons', async () => {
  const { webhook } = await add();
  await changeWebhook(world.ports)(asked(webhook.id, { enabled: false, reason: 'too loud' }), () => 0);
  expect(world.hooks.get(webhook.id)?.off).toMatchObject({ cause: 'byHand' });
  const on = await changeWebhook(world.ports)(asked(webhook.id, { enabled: true, reason: 'wanted' }), () => 0);
  expect(on).toMatchObject({ name: 'Orders', host: 'hooks.example.com', events: ['run.finished'], off: null });
  expect(world.audited.map(({ facts }) => facts?.['changes'])).toEqual([undefined, 'off', 'on']);
});

test('one that is gone is told so, and the twenty-first is refused', async () => {
  await expect(removeWebhook(world.ports)(asked('gone'), () => 0)).rejects.toMatchObject({ cause: 'webhookGone' });
  for (let n = 0; n < 20; n += 1) await add();
  await expect(add()).rejects.toMatchObject({ code: 'conflict', cause: 'tooManyWebhooks' });
});

test('of two changes at once one is told that it came second', async () => {
  const { webhook } = await add();
  const before = world.hooks.get(webhook.id)!;
  const late = {
    ...world.ports,
    webhooks: { ...world.ports.webhooks, all: async () => [{ webhook: before, last: null }] },
  };
  await changeWebhook(world.ports)(asked(webhook.id, { name: 'A', reason: 'first' }), () => 0);
  const second = changeWebhook(late)(asked(webhook.id, { name: 'B', reason: 'second' }), () => 0);
  await expect(second).rejects.toMatchObject({ cause: 'webhookMovedOn' });
  expect(world.hooks.get(webhook.id)?.name).toBe('A');
});

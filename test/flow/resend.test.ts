import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { RunView } from '../../domain/model/run-view.ts';
import { waitForState } from '../../local/demo/wait.ts';
import { testSettings } from '../instance.ts';
import { awaiting, confirm, enter, figuresWhen, mailsOf, refusalOf, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await enter();
});

afterEach(async () => {
  await fetch(`${testSettings.sesUrl}/faults`, { method: 'DELETE' });
});

test('messages that nobody knows of go out again after a confirmation of their own, and both books balance', async () => {
  const original = await awaiting(world, 'resend', 60);
  await fetch(`${testSettings.sesUrl}/faults`, { method: 'PUT', body: JSON.stringify({ resetBefore: 1 }) });
  await confirm(world.approver, original);
  await waitForState(world.preparer, original.id, ['Finished']);
  const { books } = await figuresWhen(world, original.id, ({ books: { pending } }) => pending === 0);
  const { unknown } = books;
  expect(unknown).toBeGreaterThan(0);
  expect(books).toMatchObject({ delivered: 60 - unknown, balanced: true });

  const ask = async (messages: number) => world.preparer.post(`/runs/${original.id}/resend`, { messages }, RunView);
  expect(await refusalOf(ask(unknown + 1))).toMatchObject({ status: 409, code: 'conflict' });
  const { id } = await ask(unknown);
  expect((await ask(unknown)).id).toBe(id);
  expect(await refusalOf(ask(1))).toMatchObject({ status: 409, code: 'conflict' });
  const again = await waitForState(world.preparer, id, ['AwaitingConfirmation']);
  expect(again).toMatchObject({ resendOf: original.id, counts: { toDeliver: unknown } });
  expect(await refusalOf(confirm(world.preparer, again))).toMatchObject({ status: 403 });
  expect(await mailsOf(world, id)).toEqual([]);

  await confirm(world.approver, again);
  await waitForState(world.preparer, id, ['Finished']);
  const mails = [...(await mailsOf(world, original.id)), ...(await mailsOf(world, id))];
  expect(mails).toHaveLength(60);
  expect(new Set(mails.map(({ to }) => to)).size).toBe(60);
  const second = await figuresWhen(world, id, ({ delivered }) => delivered.count === unknown);
  expect(second.books).toMatchObject({ toDeliver: unknown, unknown: 0, balanced: true });
  const { figures: first } = await world.story.kpis(original.id);
  expect(first.books).toMatchObject({ unknown, balanced: true });
  expect(await world.preparer.get(`/runs/${original.id}`, RunView)).toMatchObject({ state: 'Finished', resentAs: id });
  expect(await refusalOf(ask(unknown))).toMatchObject({ status: 409, code: 'conflict' });
});

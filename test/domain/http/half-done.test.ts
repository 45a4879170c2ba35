import { expect, test } from '@jest/globals';
import { dyingAt } from '../dying-at.ts';
import { allRoutes } from './all-routes.ts';
import { firstCall, scenes, type Scene } from './half-done-scenes.ts';

/** What a repeat of these does over again, after a call that died: why that does no harm. */
const harmless: Record<string, string> = {
  resendRun: 'has an id that follows from the run and its round, with or without a key (resend.test.ts)',
  importSuppressions: 'adds what is there already, which stays one entry',
  postProfiles: 'says the same of the same profiles; whoever began last to say something has the last word',
  inviteAgain: 'gives another first password, and the one that was mailed before works no more',
  sendProofs: 'mails a proof to known testers once more, within the number of a day',
  sendDraftProofs: 'mails a proof to known testers once more, within the number of a day',
};

test('each route that takes a key finds what an earlier call made, or it is said why it need not', () => {
  const takes = allRoutes.filter((route) => route.idempotent !== undefined).map(({ operation }) => operation);
  expect([...Object.keys(scenes), ...Object.keys(harmless)].toSorted()).toEqual(takes.toSorted());
});

const alive = <Ports extends object>(ports: Ports): Ports => ports;

/** Dies at one call of a port. Answers whether there were so many. */
const died = async ({ ask }: Scene, at: number, when: 'before' | 'after'): Promise<boolean> => {
  let isDead = false;
  const kill = <Ports extends object>(ports: Ports): Ports => dyingAt(ports, at, when, () => void (isDead = true));
  await ask(kill, firstCall).catch(() => undefined);
  return isDead;
};

test.each(Object.entries(scenes))(
  '%s that dies anywhere is done once when it is sent again, and answered as if nothing had been',
  async (_operation, sceneOf) => {
    const undisturbed = sceneOf();
    const answer = await undisturbed.ask(alive, firstCall);
    const things = await undisturbed.things();
    for (const when of ['before', 'after'] as const) {
      for (let at = 1, isDead = true; isDead; at += 1) {
        const scene = sceneOf();
        isDead = await died(scene, at, when);
        // Also one that did all of it, and died before its answer was kept.
        const again = await scene.ask(alive, { ...firstCall, isRepeat: true });
        expect([when, at, again]).toEqual([when, at, answer]);
        expect([when, at, await scene.things()]).toEqual([when, at, things]);
      }
    }
  },
);

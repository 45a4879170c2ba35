import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { stringify } from 'csv-stringify/sync';
import { ControlReport } from '../../domain/send/api.ts';
import { waitForState } from '../../local/demo/wait.ts';
import { testSettings } from '../instance.ts';
import { campaignTo, confirm, enter, mailsOf, refusalOf, startRun, type World } from './world.ts';

let world: World;
const limit = async (perSecond: number): Promise<void> => {
  await fetch(`${testSettings.sesUrl}/limits`, { method: 'PUT', body: JSON.stringify({ perSecond }) });
};
beforeAll(async () => {
  world = await enter();
});
afterAll(async () => limit(400));

/** The brake looks at a run of which 500 were heard (`minimum` of lib/stage.ts): as many again are left then. */
const READERS = 960;
const GONE = 240;

/** One in five no longer exists; their ids put them between the others. */
const wrongList = async (name: string) => {
  const campaign = await campaignTo(world, name, READERS);
  const rows = Array.from({ length: GONE }, (_, index) => ({
    id: `${name}-${index * 4}-gone`,
    email: `bounce+${index}@simulator.amazonses.com`,
    first_name: 'Gone',
  }));
  await world.story.importProfiles(name, stringify(rows, { header: true }));
  return campaign;
};

test('a list of which one in five bounces pauses its run by itself, and only who may start can go on', async () => {
  const run = await startRun(world, await wrongList('brake'));
  const ready = await waitForState(world.preparer, run.id, ['AwaitingConfirmation']);
  await limit(40);
  await confirm(world.approver, ready);
  const paused = await waitForState(world.preparer, run.id, ['Paused']);
  expect(paused).toMatchObject({ endCause: 'bounceRatio', endedBy: null });
  expect((await mailsOf(world, run.id)).length).toBeLessThan(READERS + GONE);
  const resume = world.preparer.post(`/runs/${run.id}/resume`, {}, ControlReport);
  expect(await refusalOf(resume)).toMatchObject({ status: 403, code: 'not-permitted' });
  await world.approver.post(`/runs/${run.id}/stop`, {}, ControlReport);
});

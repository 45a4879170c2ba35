import { describe, expect, test } from '@jest/globals';
import { listExclusions } from '../../../lambdas/prepare/read-runs.ts';
import { erasePerson } from '../../../lambdas/track/care-for-person.ts';
import { listEvents } from '../../../lambdas/track/read-events.ts';
import { listMessages } from '../../../lambdas/track/read-logs.ts';
import { explainAddress, getHistory } from '../../../lambdas/track/read-profiles.ts';
import { now } from '../samples.ts';
import { anna, asked, World } from './people-world.ts';

describe('once the people of a run are deleted', () => {
  test('its logs say so, and none of them that the run does not exist or was empty', async () => {
    const world = new World();
    world.forget();
    const { ports } = world;
    const page = { limit: 50 };
    const answers = [listMessages(ports), listEvents(ports), listExclusions(ports)];
    for (const answer of answers)
      await expect(answer(asked('r', page))).rejects.toMatchObject({ code: 'people-deleted' });
  });

  test('why somebody got it is no longer known, which is not the same as “was not in the audience”', async () => {
    const world = new World();
    const why = async () => (await explainAddress(world.ports)(asked('', { address: anna.address, run: 'r' }))).items;
    expect(await why()).toMatchObject([{ cause: 'stopped' }]);
    world.forget();
    expect(await why()).toMatchObject([{ got: 'unknown', cause: 'forgotten', evidence: null }]);
    expect((await getHistory(world.ports)(asked('anna', { limit: 50 }))).items).toEqual([]);
  });

  test('an erasure names every run that still holds the address, sent or not, and none that has forgotten it', async () => {
    const world = new World();
    const erase = async () => erasePerson(world.ports)(asked('anna', {}));
    const report = await erase();
    expect(report).toMatchObject({
      erasedAt: now,
      frozen: [{ runId: 'r' }, { runId: 'rejected' }],
      frozenUntil: '2027-05-26T10:00:00.000Z',
      backupsUntil: '2026-12-29T10:00:00.000Z',
    });
    expect(world.profile).toMatchObject({ address: '', attributes: {}, erasedAt: now });
    expect(await erase()).toEqual(report);
    world.forget();
    expect((await erase()).frozen).toEqual([]);
  });
});

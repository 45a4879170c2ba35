import { expect, test } from '@jest/globals';
import { peopleWith, PrepareWorld } from './prepare-world.ts';

const joined = ['2024-05-01 10:00:00', '2026-05-01 10:00:00', '2026-05-01T10:00:00Z', '05/06/2026', 'soon', ''];

test('whom the filter leaves out because it cannot read their value is told before anybody confirms', async () => {
  const world = new PrepareWorld({}, peopleWith(joined.map((day) => ({ joined: day }))));
  const run = await world
    .filtered({ join: 'all', conditions: [{ is: 'greater', attribute: 'joined', value: '2026-01-01' }] })
    .prepare();
  expect(run).toMatchObject({
    preparation: {
      counts: { targeted: 2, toDeliver: 2 },
      checks: expect.arrayContaining([
        { code: 'filterValuesRead', verdict: 'warning', facts: { places: ['joined (2)'] } },
      ]),
    },
  });
});

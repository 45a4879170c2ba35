import { SchedulerClient, type CreateScheduleCommandInput } from '@aws-sdk/client-scheduler';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { timersIn } from '../../../lambdas/adapters/scheduler/timers.ts';

/** Scheduler, which refuses a time that is past. */
const scheduler = () => {
  const taken: number[] = [];
  const client = new SchedulerClient({ region: 'eu-central-1' });
  client.send = (async ({ input }: { input: CreateScheduleCommandInput }) => {
    const [, at = ''] = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)$/.exec(input.ScheduleExpression ?? '') ?? [];
    const time = Date.parse(`${at}Z`);
    if (!(time > Date.now())) throw new Error(`ValidationException: ${input.ScheduleExpression}`);
    taken.push(time);
    return {};
  }) as never;
  const environment = { TIMER_GROUP: 'g', TIMER_ROLE_ARN: 'r', LAUNCH_RUN_ARN: 'l', CLOSE_OVERDUE_ARN: 'c' };
  return { timers: timersIn(client, environment), taken };
};

describe('a timer', () => {
  test('that should have fired already fires soon, and a later one never early', async () => {
    const minutes = fc.integer({ min: -60 * 24 * 400, max: 60 * 24 * 400 });
    await fc.assert(
      fc.asyncProperty(minutes, async (minute) => {
        const { timers, taken } = scheduler();
        const at = new Date(Date.now() + minute * 60_000).toISOString();
        await timers.set('name', at, 'closeOverdue', { runId: 'r' });
        expect(taken).toHaveLength(1);
        expect(taken[0]).toBeGreaterThanOrEqual(Date.parse(at));
        if (minute >= 1) expect(taken[0]! - Date.parse(at)).toBeLessThan(1000);
      }),
    );
  });
});

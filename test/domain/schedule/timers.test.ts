import {
  ConflictException,
  CreateScheduleCommand,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ResourceNotFoundException,
  SchedulerClient,
  UpdateScheduleCommand,
  type CreateScheduleCommandInput,
} from '@aws-sdk/client-scheduler';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { timersIn } from '../../../lambdas/adapters/scheduler/timers.ts';

const timeOf = ({ ScheduleExpression = '' }: Partial<CreateScheduleCommandInput>): number => {
  const [, at = ''] = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)$/.exec(ScheduleExpression) ?? [];
  return Date.parse(`${at}Z`);
};

const conflict = () => new ConflictException({ message: 'busy', Message: 'busy', $metadata: {} });
const missing = () => new ResourceNotFoundException({ message: 'none', Message: 'none', $metadata: {} });

/**
 * Scheduler, which refuses a time that is past, and deletes a schedule that asks for it after its target was invoked
 * (https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-delete.html). `busy`: so many changes meet
 * another one of the same schedule (API_UpdateSchedule.html and API_DeleteSchedule.html, ConflictException).
 */
const scheduler = ({ busy = 0 } = {}) => {
  const schedules = new Map<string, CreateScheduleCommandInput>();
  const taken: number[] = [];
  let left = busy;
  const put = (input: CreateScheduleCommandInput): void => {
    const time = timeOf(input);
    if (!(time > Date.now())) throw new Error(`ValidationException: ${input.ScheduleExpression}`);
    taken.push(time);
    schedules.set(input.Name ?? '', input);
  };
  const changed = (name = ''): void => {
    if (!schedules.has(name)) throw missing();
    left -= 1;
    if (left >= 0) throw conflict();
  };
  const client = new SchedulerClient({ region: 'eu-central-1' });
  client.send = (async (command: unknown) => {
    if (command instanceof CreateScheduleCommand) {
      if (schedules.has(command.input.Name ?? '')) throw conflict();
      put(command.input);
    } else if (command instanceof UpdateScheduleCommand) {
      changed(command.input.Name);
      put(command.input);
    } else if (command instanceof DeleteScheduleCommand) {
      changed(command.input.Name);
      schedules.delete(command.input.Name ?? '');
    } else if (command instanceof GetScheduleCommand) {
      const found = schedules.get(command.input.Name ?? '');
      if (!found) throw missing();
      return found;
    }
    return {};
  }) as never;
  /** Invokes the target, and then does what is asked for after that. */
  const fire = async (name: string, target: () => Promise<unknown>): Promise<void> => {
    const fired = schedules.get(name);
    await target();
    if (fired?.ActionAfterCompletion === 'DELETE') schedules.delete(name);
  };
  const environment = {
    TIMER_GROUP: 'g',
    TIMER_ROLE_ARN: 'r',
    LAUNCH_RUN_ARN: 'l',
    LAUNCH_COMPLETION: 'NONE' as const,
    CLOSE_OVERDUE_ARN: 'c',
  };
  return { timers: timersIn(client, environment), taken, fire, gone: (name: string) => !schedules.has(name) };
};

const soon = new Date(Date.now() + 60_000).toISOString();
const tomorrow = '2100-01-02T08:00:00.000Z';

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

  test('of a series is set to its next start by the very call that it makes, and stays', async () => {
    const { timers, fire } = scheduler();
    await timers.set('launch-c', soon, 'launchRun', { campaignId: 'c' });
    await fire('launch-c', async () => timers.set('launch-c', tomorrow, 'launchRun', { campaignId: 'c' }));
    expect(await timers.waitingFor('launch-c')).toBe(tomorrow);
  });

  test('of a deadline goes by itself', async () => {
    const { timers, fire, gone } = scheduler();
    await timers.set('deadline-r', soon, 'closeOverdue', { runId: 'r' });
    await fire('deadline-r', async () => undefined);
    expect(gone('deadline-r')).toBe(true);
  });

  test('that somebody changes at this moment is set and cancelled all the same', async () => {
    const { timers, gone } = scheduler({ busy: 4 });
    await timers.set('launch-c', soon, 'launchRun', { campaignId: 'c' });
    await timers.set('launch-c', tomorrow, 'launchRun', { campaignId: 'c' });
    expect(await timers.waitingFor('launch-c')).toBe(tomorrow);
    await timers.cancel('launch-c');
    expect(gone('launch-c')).toBe(true);
  });
});

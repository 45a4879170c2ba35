import {
  ConflictException,
  CreateScheduleCommand,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ResourceNotFoundException,
  UpdateScheduleCommand,
  type CreateScheduleCommandInput,
  type SchedulerClient,
} from '@aws-sdk/client-scheduler';
import type { Timers, TimerTarget } from '../../../domain/ports/timers.ts';

/** The environment variables of a Lambda that sets timers. */
export type TimerEnvironment = {
  TIMER_GROUP: string;
  TIMER_ROLE_ARN: string;
  LAUNCH_RUN_ARN: string;
  CLOSE_OVERDUE_ARN: string;
};

const targetArn = (environment: TimerEnvironment, target: TimerTarget): string =>
  target === 'launchRun' ? environment.LAUNCH_RUN_ARN : environment.CLOSE_OVERDUE_ARN;

/** So much later than now at least: what is past Scheduler refuses, and the way to it takes a moment. */
const SOON_MS = 10_000;

/**
 * Scheduler takes whole seconds: rounded up, so that nothing fires early. UTC, so that no zone rule is applied twice.
 * What should have fired already, because the stage was down or a gate is opened again, fires soon: whoever it calls
 * looks at where the run stands.
 */
const atExpression = (at: string): string => {
  const time = Math.max(Date.parse(at), Date.now() + SOON_MS);
  return `at(${new Date(Math.ceil(time / 1000) * 1000).toISOString().slice(0, 19)})`;
};

/** The instant of a one-time schedule in UTC, as `atExpression` writes it. */
const instantOf = (expression = ''): string | undefined => {
  const [, at] = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)$/.exec(expression) ?? [];
  return at === undefined ? undefined : `${at}.000Z`;
};

/** One-time schedules that delete themselves. The default retry of a day is cut short: late is worse than not at all. */
const scheduleOf = (
  environment: TimerEnvironment,
  timer: { name: string; at: string; target: TimerTarget; input: Record<string, string> },
): CreateScheduleCommandInput => ({
  Name: timer.name,
  GroupName: environment.TIMER_GROUP,
  ScheduleExpression: atExpression(timer.at),
  ScheduleExpressionTimezone: 'UTC',
  FlexibleTimeWindow: { Mode: 'OFF' },
  ActionAfterCompletion: 'DELETE',
  Target: {
    Arn: targetArn(environment, timer.target),
    RoleArn: environment.TIMER_ROLE_ARN,
    Input: JSON.stringify(timer.input),
    RetryPolicy: { MaximumRetryAttempts: 5, MaximumEventAgeInSeconds: 3600 },
  },
});

/** False: there is one of that name. */
const create = async (client: SchedulerClient, schedule: CreateScheduleCommandInput): Promise<boolean> => {
  try {
    await client.send(new CreateScheduleCommand(schedule));
    return true;
  } catch (error) {
    if (error instanceof ConflictException) return false;
    throw error;
  }
};

export const timersIn = (client: SchedulerClient, environment: TimerEnvironment): Timers => ({
  set: async (name, at, target, input) => {
    const schedule = scheduleOf(environment, { name, at, target, input });
    if (!(await create(client, schedule))) await client.send(new UpdateScheduleCommand(schedule));
  },
  waitingFor: async (name) => {
    try {
      const shown = await client.send(new GetScheduleCommand({ Name: name, GroupName: environment.TIMER_GROUP }));
      return instantOf(shown.ScheduleExpression);
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  },
  cancel: async (name) => {
    try {
      await client.send(new DeleteScheduleCommand({ Name: name, GroupName: environment.TIMER_GROUP }));
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
  },
});

import {
  type ActionAfterCompletion,
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
import { retries } from '../sdk/retries.ts';

/** The environment variables of a Lambda that sets timers. */
export type TimerEnvironment = {
  TIMER_GROUP: string;
  TIMER_ROLE_ARN: string;
  LAUNCH_RUN_ARN: string;
  /** What Scheduler does with the timer of a series that has fired. */
  LAUNCH_COMPLETION: ActionAfterCompletion;
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

/**
 * Scheduler deletes a schedule "after its last target invocation"
 * (https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-delete.html). What the timer of a series
 * invokes sets that very timer to the next start, perhaps before it is deleted, which would take the next start with it.
 */
const completionOf = (environment: TimerEnvironment, target: TimerTarget): ActionAfterCompletion =>
  target === 'launchRun' ? environment.LAUNCH_COMPLETION : 'DELETE';

/** One-time schedules. The default retry of a day is cut short: late is worse than not at all. */
const scheduleOf = (
  environment: TimerEnvironment,
  timer: { name: string; at: string; target: TimerTarget; input: Record<string, string> },
): CreateScheduleCommandInput => ({
  Name: timer.name,
  GroupName: environment.TIMER_GROUP,
  ScheduleExpression: atExpression(timer.at),
  ScheduleExpressionTimezone: 'UTC',
  FlexibleTimeWindow: { Mode: 'OFF' },
  ActionAfterCompletion: completionOf(environment, timer.target),
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

/** It changed, or went, between two looks at it: what is wanted is asked for again. */
const isMoving = (error: unknown): boolean =>
  error instanceof ConflictException || error instanceof ResourceNotFoundException;

/** False: there is none of that name any more, or somebody changes it at this moment. */
const update = async (client: SchedulerClient, schedule: CreateScheduleCommandInput): Promise<boolean> => {
  try {
    await client.send(new UpdateScheduleCommand(schedule));
    return true;
  } catch (error) {
    if (isMoving(error)) return false;
    throw error;
  }
};

/** False: somebody changes it at this moment. */
const remove = async (client: SchedulerClient, schedule: { Name: string; GroupName: string }): Promise<boolean> => {
  try {
    await client.send(new DeleteScheduleCommand(schedule));
    return true;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return true;
    if (error instanceof ConflictException) return false;
    throw error;
  }
};

/** The SDK takes a conflict for final. @throws Error: it never ended */
const untilDone = async (name: string, change: () => Promise<boolean>): Promise<void> => {
  const another = retries();
  while (!(await change())) if (!(await another())) throw new Error(`the timer ${name} is being changed all the time`);
};

export const timersIn = (client: SchedulerClient, environment: TimerEnvironment): Timers => ({
  set: async (name, at, target, input) =>
    untilDone(name, async () => {
      const schedule = scheduleOf(environment, { name, at, target, input });
      return (await create(client, schedule)) || update(client, schedule);
    }),
  waitingFor: async (name) => {
    try {
      const shown = await client.send(new GetScheduleCommand({ Name: name, GroupName: environment.TIMER_GROUP }));
      return instantOf(shown.ScheduleExpression);
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  },
  cancel: async (name) =>
    untilDone(name, async () => remove(client, { Name: name, GroupName: environment.TIMER_GROUP })),
});

import {
  ConflictException,
  CreateScheduleCommand,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  UpdateScheduleCommand,
  type SchedulerClient,
} from '@aws-sdk/client-scheduler';
import type { Timers } from '../../domain/ports/timers.ts';

/** The environment variables of a Lambda that sets timers. */
export type TimerEnvironment = {
  TIMER_GROUP: string;
  TIMER_ROLE_ARN: string;
  LAUNCH_RUN_ARN: string;
  CLOSE_OVERDUE_ARN: string;
};

const targetArn = (environment: TimerEnvironment, target: 'launchRun' | 'closeOverdue'): string =>
  target === 'launchRun' ? environment.LAUNCH_RUN_ARN : environment.CLOSE_OVERDUE_ARN;

/** Scheduler takes whole seconds: rounded up, so that nothing fires early. UTC, so that no zone rule is applied twice. */
const atExpression = (at: string): string =>
  `at(${new Date(Math.ceil(Date.parse(at) / 1000) * 1000).toISOString().slice(0, 19)})`;

/** One-time schedules that delete themselves. The default retry of a day is cut short: late is worse than not at all. */
export const timersIn = (client: SchedulerClient, environment: TimerEnvironment): Timers => ({
  set: async (name, at, target, input) => {
    const schedule = {
      Name: name,
      GroupName: environment.TIMER_GROUP,
      ScheduleExpression: atExpression(at),
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' as const },
      ActionAfterCompletion: 'DELETE' as const,
      Target: {
        Arn: targetArn(environment, target),
        RoleArn: environment.TIMER_ROLE_ARN,
        Input: JSON.stringify(input),
        RetryPolicy: { MaximumRetryAttempts: 5, MaximumEventAgeInSeconds: 3600 },
      },
    };
    try {
      await client.send(new CreateScheduleCommand(schedule));
    } catch (error) {
      if (!(error instanceof ConflictException)) throw error;
      await client.send(new UpdateScheduleCommand(schedule));
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

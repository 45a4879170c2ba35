import {
  ConflictException,
  CreateScheduleCommand,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  UpdateScheduleCommand,
  type SchedulerClient,
} from '@aws-sdk/client-scheduler';
import type { Timers } from '../../domain/ports.ts';

export type TimerSettings = { group: string; roleArn: string; targets: { launchRun: string; closeOverdue: string } };

/** Scheduler takes whole seconds: rounded up, so that nothing fires early. UTC, so that no zone rule is applied twice. */
const atExpression = (at: string): string =>
  `at(${new Date(Math.ceil(Date.parse(at) / 1000) * 1000).toISOString().slice(0, 19)})`;

/** One-time schedules that delete themselves. The default retry of a day is cut short: late is worse than not at all. */
export const timersIn = (client: SchedulerClient, settings: TimerSettings): Timers => ({
  set: async (name, at, target, input) => {
    const schedule = {
      Name: name,
      GroupName: settings.group,
      ScheduleExpression: atExpression(at),
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' as const },
      ActionAfterCompletion: 'DELETE' as const,
      Target: {
        Arn: settings.targets[target],
        RoleArn: settings.roleArn,
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
      await client.send(new DeleteScheduleCommand({ Name: name, GroupName: settings.group }));
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
  },
});

import { Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { CfnFunction, type Function } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { uses as apiUses } from '../../lambdas/schedule/api.uses.ts';
import { uses as calendarUses } from '../../lambdas/schedule/calendar.uses.ts';
import { uses as holidaysUses } from '../../lambdas/schedule/holidays.uses.ts';
import { uses as launchRunUses } from '../../lambdas/schedule/launch-run.uses.ts';
import { uses as rearmRunsUses } from '../../lambdas/schedule/rearm-runs.uses.ts';
import type { RoomProps } from '../room.ts';
import { alarmOnLine } from '../standards/line-alarm.ts';
import { StandardFunction } from '../standards/standard-function.ts';

/**
 * A function with a name of its own cannot be made under another logical id while the one of an earlier version
 * is there: CloudFormation makes the new resource before it deletes the old one
 * (https://repost.aws/knowledge-center/cloudformation-custom-name).
 */
const keepLogicalId = ({ node }: Function, logicalId: string): void => {
  if (!(node.defaultChild instanceof CfnFunction)) throw new Error('the function has no resource of its own');
  node.defaultChild.overrideLogicalId(logicalId);
};

/** Starts of runs: by a person, by the timer of a series, and again after they were lost. */
export class ScheduleRoom extends Construct {
  readonly api: Function;
  /** Holds the rules of all countries, which is larger than all else that an API has. */
  readonly holidays: Function;
  /** Works out the starts of all series, and knows no other part of the stage. */
  readonly calendar: Function;
  readonly launchRun: Function;
  readonly rearmRuns: Function;

  constructor(scope: Construct, id: string, room: RoomProps) {
    super(scope, id);
    this.api = new StandardFunction(this, 'Api', {
      room,
      entry: 'schedule/api',
      uses: apiUses,
      timeout: Duration.seconds(29),
      memorySize: 1024,
      settings: { CALENDAR_FEEDS_URL: room.stage.local ? room.stage.consoleUrl : '' },
      impact: 'Nobody can prepare a campaign.',
    });
    this.holidays = new StandardFunction(this, 'Holidays', {
      room,
      entry: 'schedule/holidays',
      uses: holidaysUses,
      timeout: Duration.seconds(29),
      memorySize: 1024,
      impact: 'Public holidays are typed instead of chosen by region.',
    });
    this.calendar = new StandardFunction(this, 'Calendar', {
      room,
      entry: 'schedule/calendar',
      uses: calendarUses,
      timeout: Duration.seconds(29),
      // A whole CPU: thousands of starts are worked out at once.
      memorySize: 1769,
      settings: { CONSOLE_URL: room.stage.consoleUrl },
      impact: 'Nobody sees what goes out when.',
    });
    this.launchRun = new StandardFunction(this, 'LaunchRun', {
      room,
      entry: 'schedule/launch-run',
      uses: launchRunUses,
      timeout: Duration.seconds(60),
      functionName: room.names.launchRunName,
      unattended: true,
      impact: 'Recurring campaigns do not start.',
    });
    keepLogicalId(this.launchRun, 'PrepareLaunchRun73ADFE07');
    alarmOnLine(this, 'StartsMissed', {
      stage: room.stage,
      log: this.launchRun.logGroup,
      pattern: FilterPattern.stringValue('$.message', '=', 'starts were missed'),
      value: '$.count',
      threshold: 1,
      minutes: 60,
      says: 'Starts of a recurring campaign were missed and are not made up for. See docs/runbook.md, "Starts were missed".',
    });
    this.rearmRuns = this.makeRearmRuns(room);
  }

  /** At another minute than the figures, so that the two do not meet. */
  private makeRearmRuns(room: RoomProps): Function {
    const rearmRuns = new StandardFunction(this, 'RearmRuns', {
      room,
      entry: 'schedule/rearm-runs',
      uses: rearmRunsUses,
      timeout: Duration.minutes(5),
      unattended: true,
      impact: 'Runs and imports that lost their execution stay where they are.',
    });
    new Rule(this, 'HourlyRearm', {
      schedule: Schedule.cron({ minute: '30' }),
      description: 'Gives lost runs a new execution and recurring campaigns a missing timer',
      targets: [
        new LambdaFunction(rearmRuns, {
          // A rule hands over an event of its own; the Lambda takes an empty object.
          event: RuleTargetInput.fromObject({}),
          retryAttempts: 2,
          maxEventAge: Duration.minutes(30),
          deadLetterQueue: room.lostCalls,
        }),
      ],
    });
    alarmOnLine(this, 'NotPutBack', {
      stage: room.stage,
      log: rearmRuns.logGroup,
      pattern: FilterPattern.stringValue('$.message', '=', 'could not be put back'),
      threshold: 1,
      minutes: 60,
      says: 'A run, a recurring campaign or an import could not be put back where it stood. See docs/runbook.md, "Something could not be put back".',
    });
    return rearmRuns;
  }
}

import { Duration } from 'aws-cdk-lib';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { uses as apiUses } from '../../lambdas/prepare/api.uses.ts';
import { uses as locateRunUses } from '../../lambdas/prepare/locate-run.uses.ts';
import { uses as prepareRunUses } from '../../lambdas/prepare/prepare-run.uses.ts';
import { messagesDaysOf } from '../../domain/model/row-life.ts';
import { executionsUrl } from '../names.ts';
import type { RoomProps } from '../room.ts';
import { policyJson } from '../stage.ts';
import { StandardFunction } from '../standards/standard-function.ts';

/** Runs until they are frozen. */
export class PrepareRoom extends Construct {
  readonly api: Function;
  readonly locateRun: Function;
  readonly prepareRun: Function;

  constructor(scope: Construct, id: string, room: RoomProps) {
    super(scope, id);
    const { stage, names } = room;
    this.api = new StandardFunction(this, 'Api', {
      room,
      entry: 'prepare/api',
      uses: apiUses,
      settings: {
        LOGS: stage.logs,
        EXECUTIONS_URL: stage.local ? '' : executionsUrl(stage, names),
        CONSOLE_URL: stage.consoleUrl,
        PROOF_RULES: JSON.stringify(stage.proofs),
      },
      timeout: Duration.seconds(29),
      memorySize: 1024,
      impact: 'Nobody can look at a prepared run, or send proofs of it.',
    });
    this.locateRun = new StandardFunction(this, 'LocateRun', {
      room,
      entry: 'prepare/locate-run',
      uses: locateRunUses,
      timeout: Duration.seconds(30),
      impact: 'Runs do not move from one stage to the next.',
    });
    this.prepareRun = this.makePrepareRun(room);
  }

  private makePrepareRun(room: RoomProps): Function {
    const { stage } = room;
    return new StandardFunction(this, 'PrepareRun', {
      room,
      entry: 'prepare/prepare-run',
      uses: prepareRunUses,
      settings: {
        CONSOLE_URL: stage.consoleUrl,
        CONFIRMATION_POLICY: policyJson(stage),
        CHECK_LIMITS: JSON.stringify(stage.checkLimits),
        TRACK_UNKNOWN: String(stage.trackUnknown),
        AUDIENCE_DAYS: String(stage.audienceDays),
        MESSAGES_DAYS: String(messagesDaysOf(stage.retention.messagesDays, stage.audienceDays)),
        // The local SES answers for the DNS: nobody's real domain is asked from a laptop.
        TEXT_RECORDS_URL: stage.local ? `${stage.local.sesEndpoint}/texts` : '',
      },
      timeout: Duration.minutes(15),
      memorySize: 1769,
      impact: 'Campaigns cannot be prepared.',
    });
  }
}

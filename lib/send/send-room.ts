import { Duration } from 'aws-cdk-lib';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { uses as apiUses } from '../../lambdas/send/api.uses.ts';
import { uses as awaitResumeUses } from '../../lambdas/send/await-resume.uses.ts';
import { uses as sendChunkUses } from '../../lambdas/send/send-chunk.uses.ts';
import { uses as settleRunUses } from '../../lambdas/send/settle-run.uses.ts';
import { uses as verifyManifestUses } from '../../lambdas/send/verify-manifest.uses.ts';
import type { RoomProps } from '../room.ts';
import type { StageSettings } from '../stage.ts';
import { StandardFunction } from '../standards/standard-function.ts';

export type SendRoomProps = RoomProps & { configurationSet: { name: string; arn: string } };

const brakeSettingsOf = ({ brake }: StageSettings) => ({
  BRAKE_BOUNCE_PERCENT: String(brake.bouncePercent),
  BRAKE_COMPLAINT_PERCENT: String(brake.complaintPercent),
  BRAKE_MINIMUM: String(brake.minimum),
});

/** From the last look at the manifest to the last message. */
export class SendRoom extends Construct {
  readonly api: Function;
  readonly verifyManifest: Function;
  readonly sendChunk: Function;
  readonly settleRun: Function;
  readonly awaitResume: Function;

  constructor(scope: Construct, id: string, room: SendRoomProps) {
    super(scope, id);
    const { stage } = room;
    this.api = new StandardFunction(this, 'Api', {
      room,
      entry: 'send/api',
      uses: apiUses,
      timeout: Duration.seconds(29),
      impact: 'Nobody can pause, resume or stop a delivery.',
    });
    this.verifyManifest = new StandardFunction(this, 'VerifyManifest', {
      room,
      entry: 'send/verify-manifest',
      uses: verifyManifestUses,
      settings: {
        RATE_RESERVE_PERCENT: String(stage.rateReservePercent),
        DESTINATIONS_PER_CALL: String(stage.destinationsPerCall),
        SEND_CONCURRENCY: String(stage.sendConcurrency),
        ...brakeSettingsOf(stage),
      },
      timeout: Duration.seconds(60),
      memorySize: 1024,
      impact: 'Confirmed runs do not begin to go out.',
    });
    this.sendChunk = this.makeSendChunk(room);
    this.settleRun = new StandardFunction(this, 'SettleRun', {
      room,
      entry: 'send/settle-run',
      uses: settleRunUses,
      timeout: Duration.seconds(60),
      impact: 'Runs that were sent are not marked as finished.',
    });
    this.awaitResume = new StandardFunction(this, 'AwaitResume', {
      room,
      entry: 'send/await-resume',
      uses: awaitResumeUses,
      timeout: Duration.seconds(30),
      impact: 'A paused run cannot be resumed.',
    });
  }

  private makeSendChunk(room: SendRoomProps): Function {
    const { stage } = room;
    return new StandardFunction(this, 'SendChunk', {
      room,
      entry: 'send/send-chunk',
      uses: sendChunkUses,
      settings: {
        CONSOLE_URL: stage.consoleUrl,
        RATE_RESERVE_PERCENT: String(stage.rateReservePercent),
        DESTINATIONS_PER_CALL: String(stage.destinationsPerCall),
        ...brakeSettingsOf(stage),
      },
      timeout: Duration.minutes(15),
      memorySize: 1024,
      impact: 'Confirmed messages do not go out.',
    });
  }
}

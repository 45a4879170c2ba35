import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { Environment as ApiEnvironment } from '../../lambdas/send/api.env.ts';
import { Environment as AwaitResumeEnvironment } from '../../lambdas/send/await-resume.env.ts';
import { Environment as SendChunkEnvironment } from '../../lambdas/send/send-chunk.env.ts';
import { Environment as SettleRunEnvironment } from '../../lambdas/send/settle-run.env.ts';
import { Environment as VerifyManifestEnvironment } from '../../lambdas/send/verify-manifest.env.ts';
import {
  mayAnswerGate,
  mayMailGroups,
  mayReadFrozen,
  mayAskWhoActs,
  maySeeSesAccount,
  maySeeUnknown,
} from '../grants.ts';
import type { RoomProps } from '../room.ts';
import { StandardFunction } from '../standards/standard-function.ts';

export type SendRoomProps = RoomProps & { configurationSet: { name: string; arn: string } };

/** From the last look at the manifest to the last message. */
export class SendRoom extends Construct {
  readonly api: StandardFunction<typeof ApiEnvironment>;
  readonly verifyManifest: StandardFunction<typeof VerifyManifestEnvironment>;
  readonly sendChunk: StandardFunction<typeof SendChunkEnvironment>;
  readonly settleRun: StandardFunction<typeof SettleRunEnvironment>;
  readonly awaitResume: StandardFunction<typeof AwaitResumeEnvironment>;

  constructor(scope: Construct, id: string, props: SendRoomProps) {
    super(scope, id);
    this.api = this.makeApi(props);
    this.verifyManifest = this.makeVerifyManifest(props);
    this.sendChunk = this.makeSendChunk(props);
    this.settleRun = this.makeSettleRun(props);
    this.awaitResume = this.makeAwaitResume(props);
  }

  private makeApi({ stage, data, names }: RoomProps) {
    const api = new StandardFunction(this, 'Api', {
      stage,
      entry: 'send/api',
      schema: ApiEnvironment,
      environment: {
        CAMPAIGNS_TABLE: data.campaigns.tableName,
        MESSAGES_TABLE: data.messages.tableName,
        KPIS_TABLE: data.kpis.tableName,
        TOKEN_KEY_ID: data.tokenKey.keyId,
        USER_POOL_ID: data.people.pool.userPoolId,
      },
      timeout: Duration.seconds(29),
      impact: 'Nobody can pause, resume or stop a delivery.',
    });
    data.campaigns.grantReadWriteData(api);
    data.kpis.grantReadWriteData(api);
    mayAnswerGate(api, names, data);
    mayAskWhoActs(api, data);
    return api;
  }

  private makeVerifyManifest({ stage, data }: RoomProps) {
    const verifyManifest = new StandardFunction(this, 'VerifyManifest', {
      stage,
      entry: 'send/verify-manifest',
      schema: VerifyManifestEnvironment,
      environment: {
        CAMPAIGNS_TABLE: data.campaigns.tableName,
        KPIS_TABLE: data.kpis.tableName,
        MESSAGES_TABLE: data.messages.tableName,
        CONTENT_BUCKET: data.content.bucketName,
        RATE_RESERVE_PERCENT: String(stage.rateReservePercent),
        DESTINATIONS_PER_CALL: String(stage.destinationsPerCall),
        SEND_CONCURRENCY: String(stage.sendConcurrency),
      },
      timeout: Duration.seconds(60),
      memorySize: 1024,
      impact: 'Confirmed runs do not begin to go out.',
    });
    data.campaigns.grantReadWriteData(verifyManifest);
    data.kpis.grantWriteData(verifyManifest);
    maySeeUnknown(verifyManifest, data);
    maySeeSesAccount(verifyManifest);
    mayReadFrozen(verifyManifest, data);
    return verifyManifest;
  }

  private makeSendChunk({ stage, data, configurationSet }: SendRoomProps) {
    const sendChunk = new StandardFunction(this, 'SendChunk', {
      stage,
      entry: 'send/send-chunk',
      schema: SendChunkEnvironment,
      environment: {
        CAMPAIGNS_TABLE: data.campaigns.tableName,
        MESSAGES_TABLE: data.messages.tableName,
        PROFILES_TABLE: data.profiles.tableName,
        KPIS_TABLE: data.kpis.tableName,
        CONTENT_BUCKET: data.content.bucketName,
        CONFIGURATION_SET: configurationSet.name,
        CONSOLE_URL: stage.consoleUrl,
        UNSUBSCRIBE_SECRET_ID: data.unsubscribeSecret.secretArn,
        RATE_RESERVE_PERCENT: String(stage.rateReservePercent),
        DESTINATIONS_PER_CALL: String(stage.destinationsPerCall),
        BRAKE_BOUNCE_PERCENT: String(stage.brake.bouncePercent),
        BRAKE_COMPLAINT_PERCENT: String(stage.brake.complaintPercent),
        BRAKE_MINIMUM: String(stage.brake.minimum),
      },
      timeout: Duration.minutes(15),
      memorySize: 1024,
      impact: 'Confirmed messages do not go out.',
    });
    // Writes: it pauses the run when SES says what only a person can mend.
    data.campaigns.grantReadWriteData(sendChunk);
    data.messages.grantReadWriteData(sendChunk);
    data.profiles.grantReadData(sendChunk);
    data.kpis.grantReadWriteData(sendChunk);
    mayReadFrozen(sendChunk, data);
    data.unsubscribeSecret.grantRead(sendChunk);
    mayMailGroups(sendChunk, configurationSet.arn);
    maySeeSesAccount(sendChunk);
    return sendChunk;
  }

  private makeSettleRun({ stage, data }: RoomProps) {
    const settleRun = new StandardFunction(this, 'SettleRun', {
      stage,
      entry: 'send/settle-run',
      schema: SettleRunEnvironment,
      environment: {
        CAMPAIGNS_TABLE: data.campaigns.tableName,
        MESSAGES_TABLE: data.messages.tableName,
        KPIS_TABLE: data.kpis.tableName,
      },
      timeout: Duration.seconds(60),
      impact: 'Runs that were sent are not marked as finished.',
    });
    data.campaigns.grantReadWriteData(settleRun);
    data.messages.grantReadData(settleRun);
    data.kpis.grantReadWriteData(settleRun);
    return settleRun;
  }

  private makeAwaitResume({ stage, data, names }: RoomProps) {
    const awaitResume = new StandardFunction(this, 'AwaitResume', {
      stage,
      entry: 'send/await-resume',
      schema: AwaitResumeEnvironment,
      environment: { CAMPAIGNS_TABLE: data.campaigns.tableName, TOKEN_KEY_ID: data.tokenKey.keyId },
      timeout: Duration.seconds(30),
      impact: 'A paused run cannot be resumed.',
    });
    data.campaigns.grantReadWriteData(awaitResume);
    mayAnswerGate(awaitResume, names, data);
    return awaitResume;
  }
}

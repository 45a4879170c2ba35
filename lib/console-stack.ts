import { Aws, CfnElement, CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CacheControl, BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { AppStack } from './app-stack.ts';
import { ConsoleDistribution } from './console-distribution.ts';
import type { DataStack } from './data-stack.ts';
import { acceptConsoleFindings } from './nag-findings.ts';
import { endEmptyingLogs } from './standards/emptying-logs.ts';
import { bucketInterface } from './standards/bucket-interface.ts';
import { bucketRemoval, type StageSettings } from './stage.ts';

export type ConsoleStackProps = StackProps & {
  stage: StageSettings;
  data: DataStack;
  app: AppStack;
  /** Folder of the built console. */
  site: string;
};

/** The console in front of everything: static files and the API on one origin. */
export class ConsoleStack extends Stack {
  constructor(scope: Construct, id: string, props: ConsoleStackProps) {
    super(scope, id, props);
    const { stage, data, app, site } = props;
    const bucket = new Bucket(this, 'Site', {
      versioned: true,
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      ...bucketRemoval(stage),
    });
    const signIn = `https://${data.people.domainPrefix}.auth.${Aws.REGION}.amazoncognito.com`;
    const { distribution } = new ConsoleDistribution(this, 'Distribution', {
      stage,
      bucket,
      content: data.content,
      api: app.api.api,
      signIn,
      uploads: `https://${data.content.bucketRegionalDomainName}`,
    });

    const config = Source.jsonData('config.json', consoleConfig(data, signIn));
    const destinationBucket = bucketInterface(bucket);
    // One function uploads both; a log that CDK made for it would stay for ever.
    const logGroup = new LogGroup(this, 'UploadLogs', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // Names of assets hold a hash of their content; everything else is asked for again each time.
    new BucketDeployment(this, 'Assets', {
      sources: [Source.asset(site)],
      destinationBucket,
      logGroup,
      exclude: ['*'],
      include: ['assets/*'],
      prune: false,
      cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
    });
    new BucketDeployment(this, 'Pages', {
      sources: [Source.asset(site), config],
      destinationBucket,
      logGroup,
      exclude: ['assets/*'],
      prune: false,
      // A page behind a mailed link is not kept by any cache.
      cacheControl: [CacheControl.fromString('no-store')],
      distribution,
    });
    endEmptyingLogs(this);
    const child = bucket.node.defaultChild;
    if (child instanceof CfnElement) acceptConsoleFindings(this, stage, String(this.resolve(this.getLogicalId(child))));
    new CfnOutput(this, 'ConsoleDomain', { value: distribution.distributionDomainName });
  }
}

/** The shape that the console reads before its first render; the local runner serves the same. */
const consoleConfig = ({ people }: DataStack, signIn: string) => ({
  clientId: people.client.userPoolClientId,
  tokenStore: 'session',
  local: false,
  endpoints: {
    issuer: `https://cognito-idp.${Aws.REGION}.amazonaws.com/${people.pool.userPoolId}`,
    authorization_endpoint: `${signIn}/oauth2/authorize`,
    token_endpoint: `${signIn}/oauth2/token`,
    end_session_endpoint: `${signIn}/logout`,
    revocation_endpoint: `${signIn}/oauth2/revoke`,
  },
});

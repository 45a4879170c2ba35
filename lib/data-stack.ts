import { Aws, CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { ProjectionType } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { PICTURES_PREFIX } from '../domain/model/picture-address.ts';
import { VERSION_DAYS } from '../domain/model/audience-life.ts';
import { MAP_RUNS } from './chunk-map.ts';
import { acceptDataFindings } from './nag-findings.ts';
import { localSignIn } from './people/federation.ts';
import { People } from './people/people.ts';
import { bucketRemoval, removalPolicy, type StageSettings } from './stage.ts';
import { endEmptyingLogs } from './standards/emptying-logs.ts';
import { byText, StandardTable } from './standards/standard-table.ts';

/** What must outlive every deployment: four tables named by what they hold, the frozen content, keys and people. */
export class DataStack extends Stack {
  readonly campaigns: StandardTable;
  readonly messages: StandardTable;
  readonly profiles: StandardTable;
  readonly kpis: StandardTable;
  readonly content: Bucket;
  readonly tokenKey: Key;
  readonly unsubscribeSecret: Secret;
  readonly people: People;

  constructor(scope: Construct, id: string, props: StackProps & { stage: StageSettings }) {
    super(scope, id, { ...props, terminationProtection: props.stage.retainData });
    const { stage } = props;
    this.campaigns = new StandardTable(this, 'Campaigns', {
      stage,
      indexes: [
        byText('byList', 'gpk', 'gsk'),
        { ...byText('openRuns', 'openRun', 'gsk'), projectionType: ProjectionType.KEYS_ONLY },
        { ...byText('recentRuns', 'recentRun', 'gsk'), projectionType: ProjectionType.KEYS_ONLY },
        { ...byText('untoldRuns', 'untoldRun', 'gsk'), projectionType: ProjectionType.KEYS_ONLY },
        {
          ...byText('listEntries', 'listed', 'gsk'),
          projectionType: ProjectionType.INCLUDE,
          nonKeyAttributes: ['entry'],
        },
      ],
    });
    this.messages = new StandardTable(this, 'Messages', { stage });
    this.profiles = new StandardTable(this, 'Profiles', {
      stage,
      indexes: [
        { ...byText('byAddress', 'addressKey', 'pk'), projectionType: ProjectionType.KEYS_ONLY },
        // By the beginning of an address; written in sixteen partitions, of which each takes 1,000 writes a second.
        { ...byText('byBeginning', 'searchPart', 'searchKey'), projectionType: ProjectionType.KEYS_ONLY },
        { ...byText('quarantined', 'quarantine', 'addressKey'), projectionType: ProjectionType.KEYS_ONLY },
      ],
    });
    this.kpis = new StandardTable(this, 'Kpis', { stage });
    this.content = contentBucket(this, stage);
    showPictures(this.content, stage);
    this.tokenKey = new Key(this, 'TokenKey', {
      description: 'Encrypts the Step Functions task tokens of open confirmations',
      enableKeyRotation: true,
      removalPolicy: removalPolicy(stage),
    });
    this.unsubscribeSecret = new Secret(this, 'UnsubscribeSecret', {
      description: 'Signs unsubscribe links; they never expire, so it is never rotated',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: removalPolicy(stage),
    });
    this.people = new People(this, 'People', { stage });
    endEmptyingLogs(this);
    acceptDataFindings(this);
    outputs(this, stage);
  }
}

/** As long as logs. */
const MAP_RUN_DAYS = 30;

/** Long enough to start an import again that was refused. */
const UPLOAD_DAYS = 2;

/** Versioned, encrypted, reached by our own roles only, but for the pictures that CloudFront shows. Manifests, pictures and what campaigns say are kept, people as long as the stage says, uploaded files for two days, rows and reports of imports as the stage says, what became of chunks for a month. */
const contentBucket = (scope: Construct, stage: StageSettings): Bucket =>
  new Bucket(scope, 'Content', {
    versioned: true,
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    ...bucketRemoval(stage),
    // Browsers put parts of a file to signed addresses, and no other page's.
    cors: [{ allowedMethods: [HttpMethods.PUT], allowedOrigins: [stage.consoleUrl], maxAge: 3600 }],
    lifecycleRules: [
      {
        prefix: 'people/',
        expiration: Duration.days(stage.audienceDays),
        noncurrentVersionExpiration: Duration.days(VERSION_DAYS),
      },
      {
        prefix: 'uploads/',
        expiration: Duration.days(UPLOAD_DAYS),
        noncurrentVersionExpiration: Duration.days(VERSION_DAYS),
      },
      {
        prefix: 'imports/',
        expiration: Duration.days(stage.retention.importsDays),
        noncurrentVersionExpiration: Duration.days(VERSION_DAYS),
      },
      {
        prefix: `${MAP_RUNS}/`,
        expiration: Duration.days(MAP_RUN_DAYS),
        noncurrentVersionExpiration: Duration.days(VERSION_DAYS),
      },
      { abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
  });

/**
 * CloudFront reads the pictures, and nothing else; it may not list them. Which distribution it is, this stack cannot know
 * before that of the console is made: it is one of this account
 * (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html).
 */
const showPictures = (bucket: Bucket, { account }: StageSettings): void => {
  bucket.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
      actions: ['s3:GetObject'],
      resources: [bucket.arnForObjects(`${PICTURES_PREFIX}*`)],
      conditions: { ArnLike: { 'aws:SourceArn': `arn:${Aws.PARTITION}:cloudfront::${account}:distribution/*` } },
    }),
  );
};

const outputs = (stack: DataStack, { local, signIn }: StageSettings): void => {
  const values = {
    CampaignsTable: stack.campaigns.tableName,
    MessagesTable: stack.messages.tableName,
    ProfilesTable: stack.profiles.tableName,
    KpisTable: stack.kpis.tableName,
    ContentBucket: stack.content.bucketName,
    UserPoolId: stack.people.pool.userPoolId,
    UserPoolClientId: stack.people.client.userPoolClientId,
    ...(local !== undefined && { SignIn: localSignIn(signIn) }),
  };
  for (const [name, value] of Object.entries(values)) new CfnOutput(stack, name, { value });
};

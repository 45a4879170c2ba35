import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { tableNames, tableVariable, type abilities, type Ability, type Uses } from '../lambdas/uses.ts';
import type { DataStack } from './data-stack.ts';
import { given, type Surroundings } from './surroundings.ts';

type Conditions = Record<string, Record<string, string>>;

type Granted<A extends Ability> = {
  environment: (surroundings: Surroundings) => Record<keyof (typeof abilities)[A], string>;
  grant: (target: IFunction, surroundings: Surroundings) => void;
};

const allow = (target: IFunction, actions: string[], resources: string[], only?: Conditions): void => {
  target.addToRolePolicy(new PolicyStatement({ actions, resources, ...(only && { conditions: only }) }));
};

const none = () => ({});

const arnIn = ({ stack }: IFunction, service: string, resource: string): string =>
  `arn:${stack.partition}:${service}:${stack.region}:${stack.account}:${resource}`;

/** All of one kind in SES, of this account and region. */
const allInSes = (target: IFunction, kind: 'identity' | 'configuration-set' | 'template'): string =>
  arnIn(target, 'ses', `${kind}/*`);

const userPool = ({ data }: Surroundings) => ({ USER_POOL_ID: data.people.pool.userPoolId });

const tokenKey = ({ data }: Surroundings) => ({ TOKEN_KEY_ID: data.tokenKey.keyId });

/** The environment and the one narrow policy of each ability. Everything that a function may do is granted here. */
const granted: { [A in Ability]: Granted<A> } = {
  keepToken: {
    environment: tokenKey,
    grant: (target, { data }) => allow(target, ['kms:Encrypt'], [data.tokenKey.keyArn]),
  },
  // The service knows the machine by the token; the policy names it all the same.
  answerGate: {
    environment: tokenKey,
    grant: (target, { data, names }) => {
      allow(target, ['states:SendTaskSuccess'], [names.machineArn]);
      allow(target, ['kms:Decrypt'], [data.tokenKey.keyArn]);
    },
  },
  startMachine: {
    environment: ({ names }) => ({ RUN_STATE_MACHINE_ARN: names.machineArn }),
    grant: (target, { names }) => allow(target, ['states:StartExecution'], [names.machineArn]),
  },
  startImports: {
    environment: ({ names }) => ({ IMPORT_STATE_MACHINE_ARN: names.importMachineArn }),
    grant: (target, { names }) => allow(target, ['states:StartExecution'], [names.importMachineArn]),
  },
  seeExecutions: {
    environment: ({ names }) => ({ RUN_STATE_MACHINE_ARN: names.machineArn }),
    grant: (target, { names }) => allow(target, ['states:ListExecutions'], [names.machineArn]),
  },
  setTimers: {
    environment: ({ names }) => ({
      TIMER_GROUP: names.timerGroup,
      TIMER_ROLE_ARN: names.timerRoleArn,
      LAUNCH_RUN_ARN: names.launchRunArn,
      CLOSE_OVERDUE_ARN: names.closeOverdueArn,
    }),
    grant: (target, { names }) => {
      const schedules = arnIn(target, 'scheduler', `schedule/${names.timerGroup}/*`);
      const actions = ['CreateSchedule', 'GetSchedule', 'UpdateSchedule', 'DeleteSchedule'];
      allow(
        target,
        actions.map((action) => `scheduler:${action}`),
        [schedules],
      );
      const scheduler = { 'iam:PassedToService': 'scheduler.amazonaws.com' };
      allow(target, ['iam:PassRole'], [names.timerRoleArn], { StringEquals: scheduler });
    },
  },
  askWhoActs: {
    environment: userPool,
    grant: (target, { data }) =>
      allow(target, ['cognito-idp:AdminGetUser', 'cognito-idp:AdminListGroupsForUser'], [data.people.pool.userPoolArn]),
  },
  seeApprovers: {
    environment: userPool,
    grant: (target, { data }) => allow(target, ['cognito-idp:ListUsersInGroup'], [data.people.pool.userPoolArn]),
  },
  findPeople: {
    environment: userPool,
    grant: (target, { data }) => allow(target, ['cognito-idp:ListUsers'], [data.people.pool.userPoolArn]),
  },
  managePeople: {
    environment: userPool,
    grant: (target, { data }) =>
      allow(
        target,
        [
          'ListUsers',
          'ListUsersInGroup',
          'AdminListGroupsForUser',
          'AdminCreateUser',
          'AdminUpdateUserAttributes',
          'AdminAddUserToGroup',
          'AdminRemoveUserFromGroup',
          'AdminEnableUser',
          'AdminDisableUser',
          'AdminDeleteUser',
          'AdminSetUserPassword',
          'AdminSetUserMFAPreference',
          'AdminUserGlobalSignOut',
        ].map((action) => `cognito-idp:${action}`),
        [data.people.pool.userPoolArn],
      ),
  },
  // SES asks for the configuration set too where the sender's identity has one by default, whose name is not ours to
  // know (github.com/aws/aws-cdk/issues/34402).
  mailOnePerson: {
    environment: none,
    grant: (target) =>
      allow(target, ['ses:SendRawEmail'], [allInSes(target, 'identity'), allInSes(target, 'configuration-set')]),
  },
  // The service authorisation reference asks for a template, which is written in the call itself and has no name.
  mailGroups: {
    environment: ({ configurationSet }) => ({ CONFIGURATION_SET: given(configurationSet, 'configuration set').name }),
    grant: (target, { configurationSet }) =>
      allow(
        target,
        ['ses:SendBulkEmail', 'ses:SendBulkTemplatedEmail', 'ses:SendEmail', 'ses:SendTemplatedEmail'],
        [allInSes(target, 'identity'), allInSes(target, 'template'), given(configurationSet, 'configuration set').arn],
      ),
  },
  // SES has no resource for what an account may send.
  seeSesAccount: { environment: none, grant: (target) => allow(target, ['ses:GetAccount'], ['*']) },
  seeSesStatistics: { environment: none, grant: (target) => allow(target, ['ses:GetSendStatistics'], ['*']) },
  seeIdentities: {
    environment: none,
    grant: (target) => allow(target, ['ses:GetEmailIdentity'], [allInSes(target, 'identity')]),
  },
  signUnsubscribeLinks: {
    environment: ({ data }) => ({ UNSUBSCRIBE_SECRET_ID: data.unsubscribeSecret.secretArn }),
    grant: (target, { data }) => allow(target, ['secretsmanager:GetSecretValue'], [data.unsubscribeSecret.secretArn]),
  },
  countOn: {
    environment: ({ names }) => ({ COUNT_ON_FUNCTION: names.countOnName }),
    grant: (target, { names }) => allow(target, ['lambda:InvokeFunction'], [names.countOnArn]),
  },
  publishEvents: {
    environment: ({ names }) => ({ EVENT_BUS: names.eventBusName, EVENTS_ENDPOINT: names.eventsEndpoint }),
    grant: (target, { names }) => allow(target, ['events:PutEvents'], [names.eventBusArn]),
  },
  sealWebhooks: {
    environment: tokenKey,
    grant: (target, { data }) => allow(target, ['kms:Encrypt', 'kms:Decrypt'], [data.tokenKey.keyArn]),
  },
  openWebhooks: {
    environment: tokenKey,
    grant: (target, { data }) => allow(target, ['kms:Decrypt'], [data.tokenKey.keyArn]),
  },
  queueDeliveries: {
    environment: ({ deliveries }) => ({ DELIVERIES_QUEUE_URL: given(deliveries, 'queue of deliveries').queueUrl }),
    grant: (target, { deliveries }) =>
      allow(
        target,
        ['sqs:SendMessage', 'sqs:ChangeMessageVisibility'],
        [given(deliveries, 'queue of deliveries').queueArn],
      ),
  },
  keepDeadLetters: {
    environment: ({ deadLetters }) => ({ DEAD_LETTERS_QUEUE_URL: given(deadLetters, 'dead-letter queue').queueUrl }),
    grant: (target, { deadLetters }) =>
      allow(target, ['sqs:SendMessage'], [given(deadLetters, 'dead-letter queue').queueArn]),
  },
};

/** The environment variables of what a function declared to use, the stage's settings apart. */
export const environmentFor = (uses: Uses, surroundings: Surroundings): Record<string, string> => {
  const { tables = {}, may = [] } = uses;
  const { data } = surroundings;
  const used = tableNames.filter((name) => tables[name] !== undefined);
  return {
    ...Object.fromEntries(used.map((name) => [tableVariable(name), data[name].tableName])),
    ...(uses.content && { CONTENT_BUCKET: data.content.bucketName }),
    ...Object.fromEntries(may.flatMap((ability) => Object.entries(granted[ability].environment(surroundings)))),
  };
};

const reading = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const writing = ['dynamodb:PutItem', 'dynamodb:UpdateItem'];
const stating = ['dynamodb:PartiQLInsert', 'dynamodb:PartiQLUpdate'];

/** What a function does besides reading and writing. */
const further = ({ deletes, checks, scans, statements }: Uses, name: (typeof tableNames)[number]): string[] => [
  ...(deletes?.includes(name) ? ['dynamodb:DeleteItem'] : []),
  ...(checks?.includes(name) ? ['dynamodb:ConditionCheckItem'] : []),
  ...(statements?.includes(name) ? stating : []),
  ...(scans?.includes(name) ? ['dynamodb:Scan'] : []),
];

/** CDK's own grants take in scans, streams, batches that delete, and whatever else reads or writes. */
const grantTables = (target: IFunction, uses: Uses, data: DataStack): void => {
  for (const name of tableNames) {
    const access = uses.tables?.[name];
    if (access === undefined) continue;
    const { tableArn, isIndexed } = data[name];
    const actions = [
      ...(access === 'write' ? [] : reading),
      ...(access === 'read' ? [] : writing),
      ...further(uses, name),
    ];
    allow(target, actions, [tableArn]);
    if (isIndexed && access !== 'write') allow(target, ['dynamodb:Query'], [`${tableArn}/index/*`]);
  }
};

/**
 * Beginning an upload, each of its parts and putting it together ask for the first; an address that is signed may do
 * what its signer may (https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions).
 */
const uploading = ['s3:PutObject', 's3:ListMultipartUploadParts', 's3:AbortMultipartUpload'];

/** Who may not list a bucket is told 403 of a key that does not exist, in place of 404 (S3 API reference, GetObject). */
const grantContent = (target: IFunction, { content }: Uses, { content: bucket }: DataStack): void => {
  const { read = [], readWrite = [], put = [], upload = [] } = content ?? {};
  const objects = (keys: readonly string[]): string[] => keys.map((key) => bucket.arnForObjects(key));
  const readable = objects([...read, ...readWrite]);
  const writable = objects([...readWrite, ...put]);
  if (readable.length > 0) {
    allow(target, ['s3:GetObject'], readable);
    allow(target, ['s3:ListBucket'], [bucket.bucketArn]);
  }
  if (writable.length > 0) allow(target, ['s3:PutObject'], writable);
  if (upload.length > 0) allow(target, uploading, objects(upload));
};

/** Gives a function what it declared to use, and nothing else. */
export const grantUsed = (target: IFunction, uses: Uses, surroundings: Surroundings): void => {
  grantTables(target, uses, surroundings.data);
  grantContent(target, uses, surroundings.data);
  for (const ability of uses.may ?? []) granted[ability].grant(target, surroundings);
};

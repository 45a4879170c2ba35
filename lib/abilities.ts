import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { tableNames, tableVariable, type abilities, type Ability, type Uses } from '../lambdas/uses.ts';
import { allow } from './allow.ts';
import { grantContent, grantTables } from './store-grants.ts';
import { given, type Surroundings } from './surroundings.ts';

type Granted<A extends Ability> = {
  environment: (surroundings: Surroundings) => Record<keyof (typeof abilities)[A], string>;
  grant: (target: IFunction, surroundings: Surroundings) => void;
};

const none = () => ({});

const arnIn = ({ stack }: IFunction, service: string, resource: string): string =>
  `arn:${stack.partition}:${service}:${stack.region}:${stack.account}:${resource}`;

/** All of one kind in SES, of this account and region. */
const allInSes = (target: IFunction, kind: 'identity' | 'configuration-set' | 'template'): string =>
  arnIn(target, 'ses', `${kind}/*`);

const userPoolId = ({ data }: Surroundings) => ({ USER_POOL_ID: data.people.pool.userPoolId });

const userPool = (surroundings: Surroundings) => ({
  ...userPoolId(surroundings),
  SIGN_IN: JSON.stringify(surroundings.data.people.rules),
});

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
      LAUNCH_COMPLETION: names.launchCompletion,
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
  manageMachines: {
    environment: userPoolId,
    grant: (target, { data }) =>
      allow(
        target,
        ['CreateUserPoolClient', 'UpdateUserPoolClient', 'DeleteUserPoolClient'].map(
          (action) => `cognito-idp:${action}`,
        ),
        [data.people.pool.userPoolArn],
      ),
  },
  // SES asks for the configuration set too where the sender's identity has one by default, whose name is not ours to
  // know (github.com/aws/aws-cdk/issues/34402).
  mailOnePerson: {
    environment: ({ names }) => ({ OWN_MAIL_SET: names.ownMailSet }),
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

/** Gives a function what it declared to use, and nothing else. */
export const grantUsed = (target: IFunction, uses: Uses, surroundings: Surroundings): void => {
  grantTables(target, uses, surroundings.data);
  grantContent(target, uses, surroundings.data);
  for (const ability of uses.may ?? []) granted[ability].grant(target, surroundings);
};

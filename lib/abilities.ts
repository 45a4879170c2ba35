import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import {
  tableNames,
  tableVariable,
  type abilities,
  type Ability,
  type Access,
  type TableName,
  type Uses,
} from '../lambdas/uses.ts';
import type { RoomProps } from './room.ts';

/** What a function may be granted: of the stage, and of the room that it lies in. */
export type Surroundings = Pick<RoomProps, 'data' | 'names'> & {
  /** Of the room that sends. */
  configurationSet?: { name: string; arn: string };
  /** Of the room that records events. */
  deadLetters?: Queue;
};

type Granted<A extends Ability> = {
  environment: (surroundings: Surroundings) => Record<keyof (typeof abilities)[A], string>;
  grant: (target: IFunction, surroundings: Surroundings) => void;
};

const allow = (target: IFunction, actions: string[], resources: string[]): void => {
  target.addToRolePolicy(new PolicyStatement({ actions, resources }));
};

const none = () => ({});

const arnIn = ({ stack }: IFunction, service: string, resource: string): string =>
  `arn:${stack.partition}:${service}:${stack.region}:${stack.account}:${resource}`;

/** All of one kind in SES, of this account and region. */
const allInSes = (target: IFunction, kind: 'identity' | 'configuration-set' | 'template'): string =>
  arnIn(target, 'ses', `${kind}/*`);

const userPool = ({ data }: Surroundings) => ({ USER_POOL_ID: data.people.pool.userPoolId });

/** @throws Error: the function lies in a room that has none, which is a fault of ours */
const given = <T>(thing: T | undefined, what: string): T => {
  if (thing === undefined) throw new Error(`the room of this function has no ${what}`);
  return thing;
};

/** The environment and the one narrow policy of each ability. Everything that a function may do is granted here. */
const granted: { [A in Ability]: Granted<A> } = {
  // The service knows the machine by the token; the policy names it all the same.
  answerGate: {
    environment: ({ data }) => ({ TOKEN_KEY_ID: data.tokenKey.keyId }),
    grant: (target, { data, names }) => {
      allow(target, ['states:SendTaskSuccess'], [names.machineArn]);
      allow(target, ['kms:Encrypt', 'kms:Decrypt'], [data.tokenKey.keyArn]);
    },
  },
  startMachine: {
    environment: ({ names }) => ({ RUN_STATE_MACHINE_ARN: names.machineArn }),
    grant: (target, { names }) => allow(target, ['states:StartExecution'], [names.machineArn]),
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
      allow(target, ['scheduler:CreateSchedule', 'scheduler:UpdateSchedule', 'scheduler:DeleteSchedule'], [schedules]);
      allow(target, ['iam:PassRole'], [names.timerRoleArn]);
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
        ['ses:SendBulkEmail', 'ses:SendBulkTemplatedEmail', 'ses:SendEmail'],
        [allInSes(target, 'identity'), allInSes(target, 'template'), given(configurationSet, 'configuration set').arn],
      ),
  },
  // SES has no resource for what an account may send.
  seeSesAccount: { environment: none, grant: (target) => allow(target, ['ses:GetAccount'], ['*']) },
  seeIdentities: {
    environment: none,
    grant: (target) => allow(target, ['ses:GetEmailIdentity'], [allInSes(target, 'identity')]),
  },
  signUnsubscribeLinks: {
    environment: ({ data }) => ({ UNSUBSCRIBE_SECRET_ID: data.unsubscribeSecret.secretArn }),
    grant: (target, { data }) => void data.unsubscribeSecret.grantRead(target),
  },
  countOn: {
    environment: ({ names }) => ({ COUNT_ON_FUNCTION: names.countOnName }),
    grant: (target, { names }) => allow(target, ['lambda:InvokeFunction'], [names.countOnArn]),
  },
  keepDeadLetters: {
    environment: ({ deadLetters }) => ({ DEAD_LETTERS_QUEUE_URL: given(deadLetters, 'dead-letter queue').queueUrl }),
    grant: (target, { deadLetters }) => void given(deadLetters, 'dead-letter queue').grantSendMessages(target),
  },
};

type Used = { tables: [TableName, Access][]; may: readonly Ability[] };

const usedOf = ({ tables = {}, may = [] }: Uses): Used => ({
  tables: tableNames.flatMap((name) => {
    const access = tables[name];
    return access === undefined ? [] : [[name, access] as [TableName, Access]];
  }),
  may,
});

/** The environment variables of what a function declared to use, the stage's settings apart. */
export const environmentFor = (uses: Uses, surroundings: Surroundings): Record<string, string> => {
  const { tables, may } = usedOf(uses);
  const { data } = surroundings;
  return {
    ...Object.fromEntries(tables.map(([name]) => [tableVariable(name), data[name].tableName])),
    ...(uses.content && { CONTENT_BUCKET: data.content.bucketName }),
    ...Object.fromEntries(may.flatMap((ability) => Object.entries(granted[ability].environment(surroundings)))),
  };
};

/** Gives a function what it declared to use, and nothing else. */
export const grantUsed = (target: IFunction, uses: Uses, surroundings: Surroundings): void => {
  const { tables, may } = usedOf(uses);
  const { data } = surroundings;
  for (const [name, access] of tables) {
    if (access === 'read') data[name].grantReadData(target);
    else data[name].grantReadWriteData(target);
  }
  const { read = [], readWrite = [], put = [] } = uses.content ?? {};
  for (const keys of read) data.content.grantRead(target, keys);
  for (const keys of readWrite) data.content.grantReadWrite(target, keys);
  for (const keys of put) data.content.grantPut(target, keys);
  for (const ability of may) granted[ability].grant(target, surroundings);
};

import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { DataStack } from './data-stack.ts';
import type { StageSettings } from './stage.ts';

/** What a function of the account may do, in words of the product; each is one narrow policy. */
export type Names = {
  machineName: string;
  machineArn: string;
  launchRunName: string;
  launchRunArn: string;
  closeOverdueName: string;
  closeOverdueArn: string;
  countOnName: string;
  countOnArn: string;
  timerGroup: string;
  timerRoleArn: string;
};

/**
 * ARNs made from names that we choose: the machine invokes functions that answer it, a timer's target sets the
 * next timer, and a recount invokes itself. References between them would be circular.
 */
export const namesOf = (scope: Construct, stage: StageSettings): Names => {
  const stack = Stack.of(scope);
  const machineName = `freigabe-${stage.name}-run`;
  const launchRunName = `freigabe-${stage.name}-launch-run`;
  const closeOverdueName = `freigabe-${stage.name}-close-overdue`;
  const countOnName = `freigabe-${stage.name}-count-on`;
  const arn = (service: string, resource: string): string =>
    `arn:${stack.partition}:${service}:${stage.region}:${stage.account}:${resource}`;
  return {
    machineName,
    machineArn: arn('states', `stateMachine:${machineName}`),
    launchRunName,
    launchRunArn: arn('lambda', `function:${launchRunName}`),
    closeOverdueName,
    closeOverdueArn: arn('lambda', `function:${closeOverdueName}`),
    countOnName,
    countOnArn: arn('lambda', `function:${countOnName}`),
    timerGroup: `freigabe-${stage.name}`,
    timerRoleArn: `arn:${stack.partition}:iam::${stage.account}:role/freigabe-${stage.name}-timers`,
  };
};

/** Where the AWS console shows an execution of the machine; its name follows. */
export const executionsUrl = ({ region }: StageSettings, { machineArn }: Names): string =>
  `https://${region}.console.aws.amazon.com/states/home?region=${region}#/v2/executions/details/${machineArn.replace(':stateMachine:', ':execution:')}:`;

const allow = (target: IFunction, actions: string[], resources: string[]): void => {
  target.addToRolePolicy(new PolicyStatement({ actions, resources }));
};

/** Wakes the machine at its gate. The service knows the machine by the token; the policy names it all the same. */
export const mayAnswerGate = (target: IFunction, names: Names, data: DataStack): void => {
  allow(target, ['states:SendTaskSuccess'], [names.machineArn]);
  allow(target, ['kms:Encrypt', 'kms:Decrypt'], [data.tokenKey.keyArn]);
};

export const mayStartMachine = (target: IFunction, names: Names): void =>
  allow(target, ['states:StartExecution'], [names.machineArn]);

/** Hands a recount over to a call of its own. */
export const mayCountOn = (target: IFunction, names: Names): void =>
  allow(target, ['lambda:InvokeFunction'], [names.countOnArn]);

/** Sees which runs have an execution. */
export const maySeeExecutions = (target: IFunction, names: Names): void =>
  allow(target, ['states:ListExecutions'], [names.machineArn]);

export const maySetTimers = (target: IFunction, names: Names): void => {
  const { stack } = target;
  const schedules = `arn:${stack.partition}:scheduler:${stack.region}:${stack.account}:schedule/${names.timerGroup}/*`;
  allow(target, ['scheduler:CreateSchedule', 'scheduler:UpdateSchedule', 'scheduler:DeleteSchedule'], [schedules]);
  allow(target, ['iam:PassRole'], [names.timerRoleArn]);
};

/** Is whoever asks still there, and what may they do now? */
export const mayAskWhoActs = (target: IFunction, data: DataStack): void =>
  allow(target, ['cognito-idp:AdminGetUser', 'cognito-idp:AdminListGroupsForUser'], [data.people.pool.userPoolArn]);

export const maySeeApprovers = (target: IFunction, data: DataStack): void =>
  allow(target, ['cognito-idp:ListUsersInGroup'], [data.people.pool.userPoolArn]);

/** Whose address is it? For proofs. */
export const mayFindPeople = (target: IFunction, data: DataStack): void =>
  allow(target, ['cognito-idp:ListUsers'], [data.people.pool.userPoolArn]);

/** All of one kind in SES, of this account and region. */
const allInSes = ({ stack }: IFunction, kind: 'identity' | 'configuration-set' | 'template'): string =>
  `arn:${stack.partition}:ses:${stack.region}:${stack.account}:${kind}/*`;

/**
 * SES asks for the configuration set too where the sender's identity has one by default, whose name is not ours to
 * know (github.com/aws/aws-cdk/issues/34402).
 */
export const mayMailOnePerson = (target: IFunction): void =>
  allow(target, ['ses:SendRawEmail'], [allInSes(target, 'identity'), allInSes(target, 'configuration-set')]);

/** The service authorisation reference asks for a template, which is written in the call itself and has no name. */
export const mayMailGroups = (target: IFunction, configurationSetArn: string): void =>
  allow(
    target,
    ['ses:SendBulkEmail', 'ses:SendBulkTemplatedEmail', 'ses:SendEmail'],
    [allInSes(target, 'identity'), allInSes(target, 'template'), configurationSetArn],
  );

/** SES has no resource for what an account may send. */
export const maySeeSesAccount = (target: IFunction): void => allow(target, ['ses:GetAccount'], ['*']);

export const maySeeIdentities = (target: IFunction): void =>
  allow(target, ['ses:GetEmailIdentity'], [allInSes(target, 'identity')]);

/** Does SES sign for a domain, and in whose name? These two know no resource either. */
export const maySeeSenderProofs = (target: IFunction): void =>
  allow(target, ['ses:GetIdentityDkimAttributes', 'ses:GetIdentityMailFromDomainAttributes'], ['*']);

/** What preparations froze, and the people in it, who lie apart and go earlier. */
export const mayReadFrozen = (target: IFunction, { content }: DataStack): void => {
  content.grantRead(target, 'runs/*');
  content.grantRead(target, 'people/*');
};

export const mayFreeze = (target: IFunction, { content }: DataStack): void => {
  content.grantReadWrite(target, 'runs/*');
  content.grantReadWrite(target, 'people/*');
};

/** Which messages of a run are unknown: tallies, groups, and what SES told. */
export const maySeeUnknown = (target: IFunction, { messages, kpis }: DataStack): void => {
  messages.grantReadData(target);
  kpis.grantReadData(target);
};

/** The environment of a function that sets timers. */
export const timerEnvironment = (names: Names) => ({
  TIMER_GROUP: names.timerGroup,
  TIMER_ROLE_ARN: names.timerRoleArn,
  LAUNCH_RUN_ARN: names.launchRunArn,
  CLOSE_OVERDUE_ARN: names.closeOverdueArn,
});

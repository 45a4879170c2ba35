import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StageSettings } from './stage.ts';

/** Names and ARNs that are known before what they name is made. */
export type Names = {
  machineName: string;
  machineArn: string;
  importMachineName: string;
  importMachineArn: string;
  launchRunName: string;
  launchRunArn: string;
  closeOverdueName: string;
  closeOverdueArn: string;
  countOnName: string;
  countOnArn: string;
  timerGroup: string;
  timerRoleArn: string;
  /** What Scheduler does with the timer of a series that has fired (lambdas/adapters/scheduler/timers.ts). */
  launchCompletion: 'NONE' | 'DELETE';
  eventBusName: string;
  eventBusArn: string;
  /** The configuration set of mails of ours about runs. */
  ownMailSet: string;
  /** Of EventBridge in the region of the stage. */
  eventsEndpoint: string;
};

/**
 * ARNs made from names that we choose: the machine invokes functions that answer it, a timer's target sets the
 * next timer, and a recount invokes itself. References between them would be circular.
 */
export const namesOf = (scope: Construct, stage: StageSettings): Names => {
  const stack = Stack.of(scope);
  const machineName = `freigabe-${stage.name}-run`;
  const importMachineName = `freigabe-${stage.name}-import`;
  const launchRunName = `freigabe-${stage.name}-launch-run`;
  const closeOverdueName = `freigabe-${stage.name}-close-overdue`;
  const eventBusName = `freigabe-${stage.name}`;
  const countOnName = `freigabe-${stage.name}-count-on`;
  const arn = (service: string, resource: string): string =>
    `arn:${stack.partition}:${service}:${stage.region}:${stage.account}:${resource}`;
  return {
    machineName,
    machineArn: arn('states', `stateMachine:${machineName}`),
    importMachineName,
    importMachineArn: arn('states', `stateMachine:${importMachineName}`),
    launchRunName,
    launchRunArn: arn('lambda', `function:${launchRunName}`),
    closeOverdueName,
    closeOverdueArn: arn('lambda', `function:${closeOverdueName}`),
    countOnName,
    countOnArn: arn('lambda', `function:${countOnName}`),
    timerGroup: `freigabe-${stage.name}`,
    timerRoleArn: `arn:${stack.partition}:iam::${stage.account}:role/freigabe-${stage.name}-timers`,
    // The emulator fires none again that has fired, whatever it is set to, and deletes before what it calls has begun.
    launchCompletion: stage.local ? 'DELETE' : 'NONE',
    eventBusName,
    eventBusArn: arn('events', `event-bus/${eventBusName}`),
    ownMailSet: `freigabe-${stage.name}-own`,
    eventsEndpoint: stage.local?.awsEndpoint ?? `https://events.${stage.region}.${stack.urlSuffix}`,
  };
};

/** Where the AWS console shows an execution of the machine; its name follows. */
export const executionsUrl = ({ region }: StageSettings, { machineArn }: Names): string =>
  `https://${region}.console.aws.amazon.com/states/home?region=${region}#/v2/executions/details/${machineArn.replace(':stateMachine:', ':execution:')}:`;

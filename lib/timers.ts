import { RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { StageSettings } from './stage.ts';
import type { Names } from './names.ts';

/** One-time schedules that runs set for themselves: the next occurrence, the deadline of a confirmation. */
export class Timers extends Construct {
  constructor(scope: Construct, id: string, props: { stage: StageSettings; names: Names }) {
    super(scope, id);
    const { stage, names } = props;
    // Gone with the stack whatever the stage keeps: a group that stayed would keep its name from the next one, and the
    // repair sets every timer of a stored campaign anew.
    new ScheduleGroup(this, 'Group', {
      scheduleGroupName: names.timerGroup,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', {
      roleName: names.timerRoleArn.slice(names.timerRoleArn.lastIndexOf('/') + 1),
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': stage.account } },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: [names.launchRunArn, names.closeOverdueArn],
      }),
    );
  }
}

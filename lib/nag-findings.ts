import { Validations, type CfnElement, type Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { deliversAccessLogs } from './regions.ts';
import type { StageSettings } from './stage.ts';

const rule = (name: string, finding?: string): string =>
  `AwsSolutions::AwsSolutions-${name}${finding === undefined ? '' : `[${finding}]`}`;

const accept = (scope: IConstruct, reason: string, ids: string[]): void => {
  for (const id of ids) Validations.of(scope).acknowledge({ id, reason });
};

const resource = (arn: string): string => rule('IAM5', `Resource::${arn}`);
const action = (name: string): string => rule('IAM5', `Action::${name}`);

const acceptLambdaBasics = (stack: Stack): void => {
  accept(stack, 'The managed policy grants writing to the own log group and nothing else.', [
    rule('IAM4', 'Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'),
  ]);
};

const bucketActions = ['s3:Abort*', 's3:DeleteObject*', 's3:GetBucket*', 's3:GetObject*', 's3:List*'].map(action);

/** Findings of the data stack that stay, each with its reason. */
export const acceptDataFindings = (stack: Stack): void => {
  accept(stack, 'Only our own roles and CloudFront read the buckets; CloudTrail data events tell who did.', [
    rule('S1'),
  ]);
  accept(stack, 'Signs unsubscribe links that must work for as long as somebody keeps the mail.', [rule('SMG4')]);
  accept(stack, 'Whether a second factor is offered or demanded is a field of the stage (signIn.mfa).', [rule('COG2')]);
  accept(
    stack,
    'Threat protection belongs to the Plus plan, which costs per user; people are invited, none signs up.',
    [rule('COG8')],
  );
};

const acceptTableIndexes = (stack: Stack, data: string): void => {
  const tables = ['CampaignsEB561EE0Arn2039525E', 'Messages804FA4EBArnCDCE40C3', 'Profiles4FC22479Arn62D9CAA4'];
  accept(
    stack,
    'A grant on a table takes in its indexes, which hold the same items.',
    tables.map((table) => resource(`${data}:ExportsOutputFnGetAtt${table}/index/*`)),
  );
};

const acceptContent = (stack: Stack, data: string): void => {
  accept(
    stack,
    'Frozen content lies below runs/ and people/, what campaigns say below contents/, their pictures below media/, what is attached below attachments/, uploaded files below uploads/, rows of an import below imports/, what became of chunks below map-runs/, by names that come later.',
    [
      resource(`${data}:ExportsOutputFnGetAttContent88381566Arn726CED76/runs/*`),
      resource(`${data}:ExportsOutputFnGetAttContent88381566Arn726CED76/people/*`),
      resource(`${data}:ExportsOutputFnGetAttContent88381566Arn726CED76/people/campaigns/*`),
      resource(`${data}:ExportsOutputFnGetAttContent88381566Arn726CED76/imports/*`),
      resource(`${data}:ExportsOutputFnGetAttContent88381566Arn726CED76/uploads/*`),
      resource(`${data}:ExportsOutputFnGetAttContent88381566Arn726CED76/contents/*`),
      resource(`${data}:ExportsOutputFnGetAttContent88381566Arn726CED76/media/*`),
      resource(`${data}:ExportsOutputFnGetAttContent88381566Arn726CED76/attachments/*`),
      resource(`arn:aws:s3:::${data}:ExportsOutputRefContent883815663DC5D522/runs/*`),
      resource(`arn:aws:s3:::${data}:ExportsOutputRefContent883815663DC5D522/map-runs/*`),
    ],
  );
};

/** `steps`: the functions that the machine invokes. */
const acceptMachine = (stack: Stack, steps: CfnElement[]): void => {
  for (const id of ['RunMachineC1454A91', 'AudienceImportMachineF7FBCA72']) {
    const machine = `{"Fn::Select":[6,{"Fn::Split":[":",{"Ref":"${id}"}]}]}`;
    const execution = `arn:aws:states:${stack.region}:${stack.account}:execution:${machine}`;
    accept(stack, 'The Map redrives and describes child executions of this machine, whose names AWS gives.', [
      resource(`${execution}/*:*`),
      resource(`${execution}:*`),
    ]);
  }
  accept(
    stack,
    'The machine invokes this Lambda in whichever version is current.',
    steps.map((step) => resource(`<${stack.resolve(stack.getLogicalId(step))}.Arn>:*`)),
  );
};

/** Findings of the app stack that stay, each with its reason. */
export const acceptAppFindings = (
  stack: Stack,
  stage: StageSettings,
  names: { data: string; steps: CfnElement[] },
): void => {
  const { data, steps } = names;
  acceptLambdaBasics(stack);
  acceptTableIndexes(stack, data);
  acceptContent(stack, data);
  acceptMachine(stack, steps);
  accept(stack, 'CDK demands the execution type in both places and ignores this one.', [
    'Annotation::@aws-cdk/aws-stepfunctions:propertyIgnored',
  ]);
  accept(stack, 'It is itself where lost calls end: of Lambdas, not of a queue, which the rule cannot see.', [
    rule('SQS3'),
  ]);
  accept(stack, 'X-Ray and the account-wide questions of SES know no narrower resource.', [resource('*')]);
  const ses = (kind: string): string => resource(`arn:aws:ses:${stage.region}:${stage.account}:${kind}/*`);
  accept(stack, 'Which verified identity sends is written in each campaign.', [ses('identity')]);
  accept(stack, 'Which configuration set an identity has by default is known to SES.', [ses('configuration-set')]);
  accept(stack, 'The template of a group is written in the call and has no name.', [ses('template')]);
  accept(stack, 'Timers are named by campaign and run; the group holds nothing else.', [
    resource(`arn:aws:scheduler:${stage.region}:${stage.account}:schedule/freigabe-${stage.name}/*`),
  ]);
  accept(
    stack,
    'Who unsubscribes has no account, and a calendar cannot sign in: the token in the path is the authorisation.',
    [rule('APIG4')],
  );
};

/** Findings of the console stack that stay, each with its reason. */
export const acceptConsoleFindings = (stack: Stack, stage: StageSettings, site: string): void => {
  acceptLambdaBasics(stack);
  accept(stack, 'Only CloudFront reads the site; its access log tells who asked. The log bucket logs no log.', [
    rule('S1'),
  ]);
  accept(stack, 'The uploader of CDK copies the built console into its bucket, file names unknown beforehand.', [
    ...bucketActions,
    resource('*'),
    resource(`<${site}.Arn>/*`),
    resource(`arn:aws:s3:::cdk-hnb659fds-assets-${stage.account}-${stage.region}/*`),
  ]);
  if (!deliversAccessLogs(stage))
    accept(stack, 'CloudFront delivers no standard logs to a bucket in this region.', [rule('CFR3')]);
  accept(stack, 'The runtime of the uploader is set by CDK.', [rule('L1')]);
  accept(stack, 'Approvers may be anywhere.', [rule('CFR1')]);
  accept(
    stack,
    'The pages are static and the API is throttled; a web ACL is the decision of who runs it (docs/deploy.md).',
    [rule('CFR2')],
  );
};

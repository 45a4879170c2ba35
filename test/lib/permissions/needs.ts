import path from 'node:path';
import { ts } from 'ts-morph';
import type { Question } from './policies.ts';
import { program, root } from './program.ts';
import { Walk, type Mention } from './reach.ts';
import type { Deployed } from './stacks.ts';
import { Values } from './values.ts';

/** An API call as it stands in the code: the action of IAM, and what the input says about the resource. */
export type Call = { service: string; operation: string; on: string[]; keys: string[]; indexes: string[] };

/** The property of the input that names the resource. */
const resourceIn: Record<string, string> = {
  dynamodb: 'TableName',
  s3: 'Bucket',
  kms: 'KeyId',
  states: 'stateMachineArn',
  lambda: 'FunctionName',
  sqs: 'QueueUrl',
  secretsmanager: 'SecretId',
  'cognito-idp': 'UserPoolId',
  scheduler: 'GroupName',
};

const serviceOf: Record<string, string> = {
  'client-dynamodb': 'dynamodb',
  'lib-dynamodb': 'dynamodb',
  'client-s3': 's3',
  'client-kms': 'kms',
  'client-sfn': 'states',
  'client-lambda': 'lambda',
  'client-sqs': 'sqs',
  'client-secrets-manager': 'secretsmanager',
  'client-cognito-identity-provider': 'cognito-idp',
  'client-scheduler': 'scheduler',
  'client-ses': 'ses',
  'client-sesv2': 'sesv2',
};

/** Names of the document client, whose commands are called as people say them. */
const full: Record<string, string> = {
  Get: 'GetItem',
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  BatchGet: 'BatchGetItem',
  Invoke: 'InvokeFunction',
};

const isEnvironment = (name: string): boolean => /^[A-Z_]+$/.test(name);

/** The only beginning of a key that is stored is the prefix of a preparation (lambdas/prepare/prepare-run.ts). */
const beginning = (key: string): string => (key === '' ? 'runs/' : key);

const callOf = (values: Values, { name, library, input }: Mention): Call => {
  const service = serviceOf[library.replace('@aws-sdk/', '')];
  if (service === undefined) throw new Error(`${library} is not known here: add it`);
  const read = (property: string): string[] => (input ? values.ofProperty(input, property) : []);
  const property = resourceIn[service];
  const on = name === 'BatchGet' && input ? values.ofKeys(input, 'RequestItems') : property ? read(property) : [];
  return {
    service,
    operation: full[name] ?? name,
    on: on.filter(isEnvironment),
    keys: service === 's3' ? read('Key').map(beginning) : [],
    indexes: service === 'dynamodb' ? read('IndexName') : [],
  };
};

const inTransaction = (values: Values, literal: ts.ObjectLiteralExpression): Call[] =>
  literal.properties.flatMap((property) => {
    const name = property.name?.getText() ?? '';
    if (!/^(Put|Update|Delete|ConditionCheck)$/.test(name)) return [];
    const value = ts.isPropertyAssignment(property) ? property.initializer : property.name;
    if (!value || !ts.isExpression(value)) return [];
    const on = values.ofProperty(value, 'TableName').filter(isEnvironment);
    return [{ service: 'dynamodb', operation: full[name] ?? `${name}Item`, on, keys: [], indexes: [] }];
  });

/** A statement of PartiQL names its table in its text. */
const inStatement = (values: Values, literal: ts.ObjectLiteralExpression): Call[] =>
  literal.properties.flatMap((property) => {
    if (property.name?.getText() !== 'Statement' || !ts.isPropertyAssignment(property)) return [];
    const { initializer } = property;
    if (!ts.isTemplateExpression(initializer)) return [];
    const operation = initializer.head.text.startsWith('INSERT') ? 'PartiQLInsert' : 'PartiQLUpdate';
    const on = initializer.templateSpans[0] ? values.of(initializer.templateSpans[0].expression) : [];
    return [{ service: 'dynamodb', operation, on: on.filter(isEnvironment), keys: [], indexes: [] }];
  });

/** Their actions are those of what they hold. */
const holders = ['TransactWrite', 'BatchExecuteStatement'];

/** Questions for the date of an answer and writes by the short way name their operation as a text. */
const byTheShortWay = ({ name, made, library }: Mention): boolean => !made && /dynamodb/.test(library) && name !== '';

/** Every call to AWS that an entry (`<room>/<name>`) can come to. */
export const callsOf = (entry: string): Call[] => {
  const source = program().getSourceFile(path.join(root, `lambdas/${entry}.lambda.ts`));
  if (!source) throw new Error(`there is no entry ${entry}`);
  const { reach } = new Walk(source);
  const values = new Values(reach);
  const made = reach.mentions
    .filter((mention) => !holders.includes(mention.name) && !byTheShortWay(mention))
    .map((mention) => callOf(values, mention));
  const held = reach.literals.flatMap((literal) => [
    ...inTransaction(values, literal),
    ...inStatement(values, literal),
  ]);
  return [...made, ...held];
};

/**
 * What SES asks for beside the action of the same name: calls of its second version are authorised by actions of the
 * first too (https://anymail.dev/en/stable/esps/amazon_ses/#iam-permissions).
 */
const alsoAsked: Record<string, string[]> = {
  SendBulkEmail: ['SendBulkEmail', 'SendBulkTemplatedEmail'],
  SendEmail: ['SendEmail', 'SendTemplatedEmail'],
};

type Environment = Record<string, string>;

/** The resources of SES that a call touches: any identity, its default configuration set or ours, a template. */
const sesQuestions = (deployed: Deployed, { service, operation }: Call, environment: Environment): Question[] => {
  const asked = (actions: string[], resources: string[]): Question[] =>
    actions.flatMap((action) => resources.map((resource) => ({ action: `ses:${action}`, resource })));
  const identity = deployed.arn('ses', 'identity/example.com');
  if (operation === 'SendRawEmail')
    return asked([operation], [identity, deployed.arn('ses', 'configuration-set/of-the-identity')]);
  if (service === 'sesv2' && operation in alsoAsked) {
    const set = deployed.arn('ses', `configuration-set/${environment['CONFIGURATION_SET'] ?? 'none'}`);
    return asked(alsoAsked[operation] ?? [], [identity, set, deployed.arn('ses', 'template/written-in-the-call')]);
  }
  return asked([operation], [operation === 'GetEmailIdentity' ? identity : '*']);
};

const MACHINE = 'freigabe-example-run';

/** The ARN that a variable of the environment stands for. */
const arnFrom = (deployed: Deployed, service: string, value: string): string => {
  if (value.startsWith('arn:')) return value;
  if (service === 's3') return `arn:aws:s3:::${value}`;
  if (service === 'sqs') return deployed.arn('sqs', value.slice(value.lastIndexOf('/') + 1));
  const kinds: Record<string, string> = {
    dynamodb: 'table/',
    kms: 'key/',
    lambda: 'function:',
    'cognito-idp': 'userpool/',
  };
  return deployed.arn(service, `${kinds[service] ?? ''}${value}`);
};

const tableQuestions = (deployed: Deployed, call: Call, environment: Environment): Question[] =>
  call.on.flatMap((variable) => {
    const resource = arnFrom(deployed, 'dynamodb', environment[variable] ?? variable);
    const action = `dynamodb:${call.operation}`;
    const context = { 'dynamodb:LeadingKeys': ['R#01'] };
    return [resource, ...call.indexes.map((index) => `${resource}/index/${index}`)].map((each) => ({
      action,
      resource: each,
      context,
    }));
  });

/** Calls of S3 that are authorised by another action (S3 user guide, "Required permissions for Amazon S3 API operations"). */
const s3Actions: Record<string, string> = {
  CreateMultipartUpload: 'PutObject',
  UploadPart: 'PutObject',
  CompleteMultipartUpload: 'PutObject',
  ListParts: 'ListMultipartUploadParts',
  HeadObject: 'GetObject',
};

/** Whoever reads a key that may not exist has to be allowed to list: else S3 answers 403 in place of 404 (API reference of GetObject). */
const contentQuestions = (deployed: Deployed, call: Call, environment: Environment): Question[] => {
  const bucket = arnFrom(deployed, 's3', environment['CONTENT_BUCKET'] ?? 'none');
  const operation = s3Actions[call.operation] ?? call.operation;
  const objects = call.keys.map((key) => ({ action: `s3:${operation}`, resource: `${bucket}/${key}x` }));
  return operation === 'GetObject' ? [...objects, { action: 's3:ListBucket', resource: bucket }] : objects;
};

const timerQuestions = (deployed: Deployed, { operation }: Call, environment: Environment): Question[] => {
  const schedule = deployed.arn('scheduler', `schedule/${environment['TIMER_GROUP'] ?? 'none'}/x`);
  const pass = {
    action: 'iam:PassRole',
    resource: environment['TIMER_ROLE_ARN'] ?? 'none',
    context: { 'iam:PassedToService': ['scheduler.amazonaws.com'] },
  };
  return [{ action: `scheduler:${operation}`, resource: schedule }, ...(operation === 'DeleteSchedule' ? [] : [pass])];
};

/** What a call asks of IAM. */
export const questionsOf = (deployed: Deployed, call: Call, environment: Environment): Question[] => {
  const { service, operation, on } = call;
  if (service.startsWith('ses')) return sesQuestions(deployed, call, environment);
  if (service === 'dynamodb') return tableQuestions(deployed, call, environment);
  if (service === 's3') return contentQuestions(deployed, call, environment);
  if (service === 'scheduler') return timerQuestions(deployed, call, environment);
  // The input is the token alone; a policy that names the machine is enough (github.com/aws/aws-cdk/pull/8486).
  const resources =
    operation === 'SendTaskSuccess'
      ? [deployed.arn('states', `stateMachine:${MACHINE}`)]
      : on.map((variable) => arnFrom(deployed, service, environment[variable] ?? variable));
  return resources.map((resource) => ({ action: `${service}:${operation}`, resource }));
};

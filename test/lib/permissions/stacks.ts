import type { StackTemplate } from '../synthesise.ts';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What `Ref` answers where it is no name. */
const refersByArn = new Set([
  'AWS::SNS::Topic',
  'AWS::SecretsManager::Secret',
  'AWS::StepFunctions::StateMachine',
  'AWS::IAM::ManagedPolicy',
]);

/** Service and beginning of the resource in the ARN of each type. */
const arnOf: Record<string, [service: string, kind: string]> = {
  'AWS::DynamoDB::GlobalTable': ['dynamodb', 'table/'],
  'AWS::KMS::Key': ['kms', 'key/'],
  'AWS::SecretsManager::Secret': ['secretsmanager', 'secret:'],
  'AWS::Cognito::UserPool': ['cognito-idp', 'userpool/'],
  'AWS::Lambda::Function': ['lambda', 'function:'],
  'AWS::SQS::Queue': ['sqs', ''],
  'AWS::SNS::Topic': ['sns', ''],
  'AWS::StepFunctions::StateMachine': ['states', 'stateMachine:'],
  'AWS::Events::Rule': ['events', 'rule/'],
  'AWS::IAM::Role': ['iam', 'role/'],
  'AWS::IAM::ManagedPolicy': ['iam', 'policy/'],
  'AWS::Logs::LogGroup': ['logs', 'log-group:'],
  'AWS::CloudFront::Distribution': ['cloudfront', 'distribution/'],
};

/** Templates of one app with all references resolved, as if each resource without a name were named by its logical id. */
export class Deployed {
  private readonly written = new Map<string, StackTemplate['template']>();
  private readonly region: string;
  private readonly account: string;

  constructor(stacks: StackTemplate[], place: { region: string; account: string }) {
    this.region = place.region;
    this.account = place.account;
    for (const { name, template } of stacks) this.written.set(name, template);
  }

  arn(service: string, resource: string): string {
    return `arn:aws:${service}:${service === 'iam' ? '' : this.region}:${this.account}:${resource}`;
  }

  /** Resources of one type by logical id, resolved. */
  all(type: string): [id: string, Record<string, unknown>][] {
    return [...this.written].flatMap(([stack, { Resources }]) =>
      Object.entries(Resources)
        .filter(([, resource]) => resource.Type === type)
        .map(([id, { Properties = {} }]): [string, Record<string, unknown>] => [
          id,
          this.resolved(Properties, stack) as Record<string, unknown>,
        ]),
    );
  }

  private named(stack: string, id: string): { type: string; name: string } {
    const resource = this.written.get(stack)?.Resources[id];
    if (!resource) throw new Error(`${stack} has no ${id}`);
    const kind = resource.Type.split('::')[2] ?? '';
    const given = ['Name', `${kind}Name`].map((property) => resource.Properties?.[property]);
    return { type: resource.Type, name: given.find((name) => typeof name === 'string') ?? id };
  }

  private arnAt(stack: string, id: string): string {
    const { type, name } = this.named(stack, id);
    if (type === 'AWS::S3::Bucket') return `arn:aws:s3:::${name}`;
    const [service, kind] = arnOf[type] ?? [type, ''];
    return this.arn(service, `${kind}${name}`);
  }

  private ref(stack: string, id: string): string {
    const known: Record<string, string> = { Region: this.region, AccountId: this.account, Partition: 'aws' };
    if (id.startsWith('AWS::')) return known[id.slice(5)] ?? id;
    const { type, name } = this.named(stack, id);
    if (refersByArn.has(type)) return this.arnAt(stack, id);
    return type === 'AWS::SQS::Queue' ? `https://sqs.${this.region}.amazonaws.com/${this.account}/${name}` : name;
  }

  private imported(name: string): unknown {
    for (const [stack, { Outputs = {} }] of this.written)
      for (const { Value, Export } of Object.values(Outputs))
        if (Export?.Name === name) return this.resolved(Value, stack);
    throw new Error(`nobody exports ${name}`);
  }

  private resolved(value: unknown, stack: string): unknown {
    if (Array.isArray(value)) return value.map((each) => this.resolved(each, stack));
    if (!isObject(value)) return value;
    const [[key, given] = ['', undefined]] = Object.entries(value);
    if (Object.keys(value).length === 1) {
      if (key === 'Ref') return this.ref(stack, String(given));
      if (key === 'Fn::ImportValue') return this.imported(String(given));
      if (key === 'Fn::GetAtt') return this.attribute(stack, given as [string, string]);
      if (key.startsWith('Fn::')) return this.composed(key, this.resolved(given, stack));
    }
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, this.resolved(each, stack)]));
  }

  private attribute(stack: string, [id, attribute]: [string, string]): string {
    return attribute === 'Arn' ? this.arnAt(stack, id) : `${id}.${attribute}`;
  }

  private composed(key: string, given: unknown): unknown {
    if (key === 'Fn::Join') {
      const [separator, parts] = given as [string, string[]];
      return parts.join(separator);
    }
    const [first, second] = given as [string, unknown];
    if (key === 'Fn::Split') return String(second).split(first);
    if (key === 'Fn::Select') return (second as unknown[])[Number(first)];
    throw new Error(`${key} is not known here`);
  }
}

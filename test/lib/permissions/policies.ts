import type { Deployed } from './stacks.ts';

type Conditions = Record<string, Record<string, string | string[]>>;
type Written = {
  Effect: 'Allow' | 'Deny';
  Action: string | string[];
  Resource?: string | string[];
  Condition?: Conditions;
  NotAction?: unknown;
  NotResource?: unknown;
};
export type Statement = { effect: 'Allow' | 'Deny'; actions: string[]; resources: string[]; conditions: Conditions };

/** One question to IAM. */
export type Question = { action: string; resource: string; context?: Record<string, string[]> };

const list = <T>(value: T | T[] | undefined): T[] => (value === undefined ? [] : ([value].flat() as T[]));

const statementsIn = (document: unknown): Statement[] =>
  list((document as { Statement: Written | Written[] }).Statement).map((written) => {
    if (written.NotAction ?? written.NotResource) throw new Error('NotAction and NotResource are not known here');
    return {
      effect: written.Effect,
      actions: list(written.Action),
      resources: list(written.Resource),
      conditions: written.Condition ?? {},
    };
  });

/** `*` and `?` as IAM reads them. */
export const isLike = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    's',
  ).test(text);

/** Action names are compared without case. */
const isAction = (pattern: string, action: string): boolean => isLike(pattern.toLowerCase(), action.toLowerCase());

const compare: Record<string, (pattern: string, text: string) => boolean> = {
  StringEquals: (pattern, text) => pattern === text,
  StringLike: isLike,
  ArnEquals: isLike,
  ArnLike: isLike,
  Bool: (pattern, text) => pattern === text,
};

/** A key that the request does not have holds for no operator but one of ForAllValues, which says what may be there. */
const holds = (conditions: Conditions, context: Record<string, string[]>): boolean =>
  Object.entries(conditions).every(([operator, keys]) => {
    const [, quantifier, name = ''] = /^(?:(ForAnyValue|ForAllValues):)?(\w+)$/.exec(operator) ?? [];
    const isMet = compare[name];
    if (!isMet) throw new Error(`the operator ${operator} is not known here`);
    return Object.entries(keys).every(([key, patterns]) => {
      const values = context[key] ?? [];
      const meets = (value: string): boolean => list(patterns).some((pattern) => isMet(pattern, value));
      return quantifier === 'ForAllValues' ? values.every(meets) : values.some(meets);
    });
  });

const applies = (
  { actions, resources, conditions }: Statement,
  { action, resource, context = {} }: Question,
): boolean =>
  actions.some((pattern) => isAction(pattern, action)) &&
  resources.some((pattern) => isLike(pattern, resource)) &&
  holds(conditions, context);

/** An explicit denial wins; without a permission nothing is allowed. */
export const isAllowed = (statements: Statement[], question: Question): boolean => {
  const applying = statements.filter((statement) => applies(statement, question));
  return applying.length > 0 && applying.every(({ effect }) => effect === 'Allow');
};

const roleNameOf = (arn: unknown): string => String(arn).replace(/^.*:role\//, '');

/** What the policies of a role say, by its name; those that AWS manages apart. */
export const statementsOf = (deployed: Deployed, role: string): Statement[] =>
  deployed
    .all('AWS::IAM::Policy')
    .filter(([, { Roles }]) => list(Roles as string[]).includes(role))
    .flatMap(([, { PolicyDocument }]) => statementsIn(PolicyDocument));

/** Resources that have a role of their own, with its name. */
export const rolesOf = (
  deployed: Deployed,
  type: string,
): { id: string; role: string; properties: Record<string, unknown> }[] =>
  deployed.all(type).map(([id, properties]) => ({
    id,
    role: roleNameOf(properties['Role'] ?? properties['RoleArn']),
    properties,
  }));

/** The policy that lies at a resource: of a key, a bucket, a queue. */
export const resourcePolicies = (deployed: Deployed, type: string, property: string): Statement[] =>
  deployed.all(type).flatMap(([, properties]) => (properties[property] ? statementsIn(properties[property]) : []));

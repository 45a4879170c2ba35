import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';

type Conditions = Record<string, Record<string, string>>;

/** Lets a function do this, and nothing else. */
export const allow = (target: IFunction, actions: string[], resources: string[], only?: Conditions): void => {
  target.addToRolePolicy(new PolicyStatement({ actions, resources, ...(only && { conditions: only }) }));
};

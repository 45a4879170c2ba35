import { Validations, type Stack } from 'aws-cdk-lib';

export const acceptDataFindings = (_stack: Stack): void => undefined;
export const acceptAppFindings = (stack: Stack): void => {
  Validations.of(stack).acknowledge({ id: 'x', reason: 'x' });
};

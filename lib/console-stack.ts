import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { AppStack } from './app-stack.ts';
import type { DataStack } from './data-stack.ts';
import type { StageSettings } from './stage.ts';

export class ConsoleStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    props: StackProps & { stage: StageSettings; data: DataStack; app: AppStack },
  ) {
    super(scope, id, props);
  }
}

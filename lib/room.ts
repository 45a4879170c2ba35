import type { DataStack } from './data-stack.ts';
import type { Names } from './names.ts';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StageSettings } from './stage.ts';

/** What every room is given. */
export type RoomProps = {
  stage: StageSettings;
  data: DataStack;
  names: Names;
  /** Of functions that nobody waits for. */
  lostCalls: Queue;
};

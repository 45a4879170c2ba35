import { Duration } from 'aws-cdk-lib';
import { Timeout } from 'aws-cdk-lib/aws-stepfunctions';

/** Longer than a Lambda can live: a lost answer never holds a run for ever. */
export const TASK_LIMIT = Timeout.duration(Duration.minutes(16));

import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { Failure } from '../local/failure.ts';
import type { StageSettings } from '../lib/stage.ts';
import { clientSettingsOf } from './stage.ts';

/** What to do when the stacks cannot be asked for. CloudFormation calls a stack that is not there a `ValidationError`. */
const failureOf = ({ name, local }: StageSettings, error: unknown): Failure => {
  if (local) return new Failure('The local AWS does not run: start it with "npm start" and try again.');
  const says = error instanceof Error ? error.name : 'unknown error';
  if (says === 'ValidationError') return new Failure(`Stage ${name} is not deployed: docs/deploy.md, "Deploy".`);
  return new Failure(`The stacks of ${name} could not be asked for: ${says}. Sign in to the account of the stage.`);
};

/** What stacks of a stage say that they made, by the name of each output. @throws Failure */
export const outputsOf = async (
  stage: StageSettings,
  parts: readonly ('data' | 'app')[],
): Promise<Record<string, string>> => {
  const client = new CloudFormationClient({ ...clientSettingsOf(stage).aws, ...(stage.local && { maxAttempts: 1 }) });
  const found: [string, string][] = [];
  try {
    for (const part of parts) {
      const { Stacks = [] } = await client.send(
        new DescribeStacksCommand({ StackName: `Freigabe-${stage.name}-${part}` }),
      );
      for (const { OutputKey = '', OutputValue = '' } of Stacks.flatMap(({ Outputs = [] }) => Outputs))
        found.push([OutputKey, OutputValue]);
    }
  } catch (error) {
    throw failureOf(stage, error);
  }
  return Object.fromEntries(found);
};

import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import * as z from 'zod';
import { clientSettingsOf } from '../stage.ts';
import { Failure } from '../../local/failure.ts';
import type { StageSettings } from '../../lib/stage.ts';

const Outputs = z.object({
  ApiId: z.string(),
  UserPoolId: z.string(),
  UserPoolClientId: z.string(),
  MessagesTable: z.string(),
});

/** What was deployed of a stage, as far as its smoke run needs it. */
export type Deployed = z.infer<typeof Outputs> & { stage: StageSettings; apiUrl: string };

/** Of the API itself, not by way of the console's host. */
const apiUrlOf = ({ region, local }: StageSettings, apiId: string): string =>
  local
    ? `${local.awsEndpoint}/_aws/execute-api/${apiId}/$default/api`
    : `https://${apiId}.execute-api.${region}.amazonaws.com/api`;

/** What to do when the stacks cannot be asked for. CloudFormation calls a stack that is not there a `ValidationError`. */
const failureOf = ({ name, local }: StageSettings, error: unknown): Failure => {
  if (local) return new Failure('The local AWS does not run: start it with "npm start" and try again.');
  const says = error instanceof Error ? error.name : 'unknown error';
  if (says === 'ValidationError') return new Failure(`Stage ${name} is not deployed: docs/deploy.md, "Deploy".`);
  return new Failure(`The stacks of ${name} could not be asked for: ${says}. Sign in to the account of the stage.`);
};

const outputsOf = async (stage: StageSettings): Promise<Record<string, string>> => {
  const client = new CloudFormationClient({ ...clientSettingsOf(stage).aws, ...(stage.local && { maxAttempts: 1 }) });
  const found: [string, string][] = [];
  for (const part of ['data', 'app']) {
    const { Stacks = [] } = await client.send(
      new DescribeStacksCommand({ StackName: `Freigabe-${stage.name}-${part}` }),
    );
    for (const { OutputKey = '', OutputValue = '' } of Stacks.flatMap(({ Outputs: outputs = [] }) => outputs))
      found.push([OutputKey, OutputValue]);
  }
  return Object.fromEntries(found);
};

/** @throws Failure when the stage is not deployed, or may not be asked */
export const deployedOf = async (stage: StageSettings): Promise<Deployed> => {
  const known = await outputsOf(stage).catch((error: unknown) => {
    throw failureOf(stage, error);
  });
  const { data } = Outputs.safeParse(known);
  if (data) return { ...data, stage, apiUrl: apiUrlOf(stage, data.ApiId) };
  throw new Failure(`The stacks of ${stage.name} lack an output: deploy this version first.`);
};

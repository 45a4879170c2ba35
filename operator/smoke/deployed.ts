import * as z from 'zod';
import { outputsOf } from '../outputs.ts';
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

/** @throws Failure when the stage is not deployed, or may not be asked */
export const deployedOf = async (stage: StageSettings): Promise<Deployed> => {
  const { data } = Outputs.safeParse(await outputsOf(stage, ['data', 'app']));
  if (data) return { ...data, stage, apiUrl: apiUrlOf(stage, data.ApiId) };
  throw new Failure(`The stacks of ${stage.name} lack an output: deploy this version first.`);
};

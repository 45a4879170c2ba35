import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESClient } from '@aws-sdk/client-ses';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Actor } from '../../domain/people/people.ts';
import { userPoolIn } from '../../lambdas/adapters/cognito/user-pool.ts';
import { auditIn } from '../../lambdas/adapters/dynamodb/audit.ts';
import { turnsIn } from '../../lambdas/adapters/dynamodb/turns.ts';
import { singleMailerWith } from '../../lambdas/adapters/ses/single-mailer.ts';
import { clock } from '../../lambdas/entry/clock.ts';
import { firstPassword } from '../../lambdas/entry/first-password.ts';
import type { ManagePorts } from '../../lambdas/people/manage-people.ts';
import { signInRulesOf } from '../../lib/people/sign-in-fields.ts';
import type { StageSettings } from '../../lib/stage.ts';
import { outputsOf } from '../outputs.ts';
import { clientSettingsOf } from '../stage.ts';
import { Failure } from '../../local/failure.ts';

const Outputs = z.object({ UserPoolId: z.string(), CampaignsTable: z.string() });

/** The very ports of the page "People", by the rights of whoever is signed in to AWS. */
export const portsFor = async (stage: StageSettings): Promise<ManagePorts> => {
  const { data: outputs } = Outputs.safeParse(await outputsOf(stage, ['data']));
  if (!outputs) throw new Failure('The data stack lacks an output: deploy this version first.');
  const rules = signInRulesOf(stage);
  const { aws, ses } = clientSettingsOf(stage);
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient(aws), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return {
    pool: userPoolIn({ client: new CognitoIdentityProviderClient(aws), userPoolId: outputs.UserPoolId, rules }),
    rules,
    audit: auditIn(documents, outputs.CampaignsTable),
    turns: turnsIn(documents, outputs.CampaignsTable, clock),
    // As in clients.ts: an SDK that tries again after a lost answer would mail somebody twice.
    mailer: singleMailerWith(new SESClient({ ...ses, maxAttempts: 1 })),
    clock,
    newPassword: firstPassword,
    consoleUrl: stage.consoleUrl,
    sender: stage.approvalSender,
    report: () => undefined,
  };
};

/** Who is signed in to AWS: the histories name the role or user by the last part of its ARN. */
export const operatorOf = async (stage: StageSettings): Promise<Actor> => {
  const { Arn = 'operator' } = await new STSClient(clientSettingsOf(stage).aws).send(new GetCallerIdentityCommand({}));
  const name = Arn.slice(Arn.lastIndexOf('/') + 1);
  return { sub: Arn, email: '', name, language: 'en', groups: [] };
};

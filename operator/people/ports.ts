import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESClient } from '@aws-sdk/client-ses';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Actor } from '../../domain/people/people.ts';
import { userPoolIn } from '../../lambdas/adapters/cognito/user-pool.ts';
import { auditIn } from '../../lambdas/adapters/dynamodb/audit.ts';
import { turnsIn } from '../../lambdas/adapters/dynamodb/turns.ts';
import { singleMailerWith } from '../../lambdas/adapters/ses/single-mailer.ts';
import { clock } from '../../lambdas/entry/clock.ts';
import { firstPassword } from '../../lambdas/entry/first-password.ts';
import type { ManagePorts } from '../../lambdas/people/manage-people.ts';
import type { StageSettings } from '../../lib/stage.ts';
import { clientSettingsOf } from '../stage.ts';
import { Failure } from '../../local/failure.ts';

/** What the data stack says that it made. @throws Failure when it is not there */
const outputsOf = async (stage: StageSettings): Promise<Map<string, string>> => {
  const client = new CloudFormationClient(clientSettingsOf(stage).aws);
  const name = `Freigabe-${stage.name}-data`;
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
    const outputs = Stacks.flatMap(({ Outputs = [] }) => Outputs);
    return new Map(outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
  } catch (error) {
    const why = error instanceof Error ? error.name : 'unknown error';
    throw new Failure(`The stack ${name} cannot be read (${why}): deploy the stage first, and sign in to its account.`);
  }
};

/** The very ports of the page "People", by the rights of whoever is signed in to AWS. */
export const portsFor = async (stage: StageSettings): Promise<ManagePorts> => {
  const outputs = await outputsOf(stage);
  const output = (name: string): string => {
    const value = outputs.get(name);
    if (value === undefined) throw new Failure(`The data stack has no output ${name}: deploy this version first.`);
    return value;
  };
  const { aws, ses } = clientSettingsOf(stage);
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient(aws), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return {
    pool: userPoolIn(new CognitoIdentityProviderClient(aws), output('UserPoolId')),
    audit: auditIn(documents, output('CampaignsTable')),
    turns: turnsIn(documents, output('CampaignsTable'), clock),
    mailer: singleMailerWith(new SESClient(ses)),
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

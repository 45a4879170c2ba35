import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetAccountCommand, SendBulkEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { clientSettingsOf } from '../stage.ts';
import { accountLimitsIn } from '../../lambdas/adapters/dynamodb/rate-leases.ts';
import type { Deployed } from './deployed.ts';
import type { Learnt, Measured } from './judge-bulk-calls.ts';

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown error');

/** What runs have learnt of the account, beside the leases of its rate. */
export const learntBulkCalls = async ({ stage, MessagesTable }: Deployed): Promise<Learnt> => {
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient(clientSettingsOf(stage).aws));
  try {
    return { limit: (await accountLimitsIn(documents, MessagesTable)()).bulkCalls };
  } catch (error) {
    return { unread: nameOf(error) };
  }
};

/** More than the one a second that AWS documents for other actions, and fewer messages than a young account may send. */
const CALLS = 4;

const template = {
  TemplateContent: { Subject: 'Smoke run', Text: 'How many bulk calls SES takes.' },
  TemplateData: '{}',
};

const callOf = (sender: string, mark: string, number: number): SendBulkEmailCommand =>
  new SendBulkEmailCommand({
    FromEmailAddress: sender,
    DefaultContent: { Template: template },
    BulkEmailEntries: [{ Destination: { ToAddresses: [`success+${mark}-call-${number}@simulator.amazonses.com`] } }],
  });

/** What one call says: `taken`, `refused` for being one too many, or by its name something that says nothing of calls. */
const answerOf = async (client: SESv2Client, call: SendBulkEmailCommand): Promise<string> => {
  try {
    const { BulkEmailEntryResults: [result] = [] } = await client.send(call);
    return result?.Status === 'SUCCESS' ? 'taken' : (result?.Status ?? 'no answer');
  } catch (error) {
    const isLimit = nameOf(error) === 'TooManyRequestsException' || nameOf(error) === 'ThrottlingException';
    const isOfRate = error instanceof Error && /sending rate|quota/i.test(error.message);
    return isLimit && !isOfRate ? 'refused' : nameOf(error);
  }
};

/** Some bulk calls at once, each to one address of the simulator, by whoever is signed in to the account; without the configuration set, so that no event of theirs comes. */
export const measureBulkCalls = async ({ stage }: Deployed, mark: string): Promise<Measured> => {
  const { ses } = clientSettingsOf(stage);
  // Asked again where a stage that runs has just asked: SES takes one question of each kind a second. A call that is measured is not.
  const reading = new SESv2Client({ ...ses, maxAttempts: 6 });
  const client = new SESv2Client({ ...ses, maxAttempts: 1 });
  try {
    const { SendQuota } = await reading.send(new GetAccountCommand({}));
    const rate = SendQuota?.MaxSendRate ?? 0;
    if (rate <= CALLS) return { notMeasured: `the account sends ${rate} a second, fewer than calls could limit` };
    const since = performance.now();
    const numbers = Array.from({ length: CALLS }, (_, number) => number);
    const answers = await Promise.all(
      numbers.map(async (number) => answerOf(client, callOf(stage.approvalSender, mark, number))),
    );
    const ms = Math.round(performance.now() - since);
    const other = answers.find((answer) => answer !== 'taken' && answer !== 'refused');
    if (other !== undefined) return { notMeasured: other };
    const taken = answers.filter((answer) => answer === 'taken').length;
    return { calls: CALLS, taken, refused: CALLS - taken, ms };
  } catch (error) {
    return { notMeasured: nameOf(error) };
  }
};

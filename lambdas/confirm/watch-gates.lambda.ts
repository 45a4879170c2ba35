import * as z from 'zod';
import { auditIn } from '../adapters/dynamodb/audit.ts';
import { cognitoClient, documentClient, kmsClient, sesClient, sfnClient } from '../adapters/sdk/clients.ts';
import { gatesOf } from '../adapters/step-functions/gates.ts';
import { talliesIn } from '../adapters/dynamodb/ledger.ts';
import { linksIn } from '../adapters/dynamodb/links.ts';
import { noticesIn } from '../adapters/dynamodb/notices.ts';
import { peopleIn } from '../adapters/cognito/people.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { singleMailerWith } from '../adapters/ses/single-mailer.ts';
import { taskTokensIn } from '../adapters/dynamodb/task-tokens.ts';
import { clock } from '../entry/clock.ts';
import { consoleWords } from '../entry/console-words.ts';
import { readEnvironment } from '../entry/environment.ts';
import { reporting } from '../entry/logging.ts';
import { step } from '../entry/step.ts';
import { tellPeople } from '../people/tell-people.ts';
import { uses } from './watch-gates.uses.ts';
import { watchGates } from './watch-gates.ts';

const environment = readEnvironment(uses);
const documents = documentClient();

const ports = {
  runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
  links: linksIn(documents, environment.CAMPAIGNS_TABLE),
  audit: auditIn(documents, environment.CAMPAIGNS_TABLE),
  gates: gatesOf(
    sfnClient(),
    taskTokensIn(documents, environment.CAMPAIGNS_TABLE, kmsClient(), environment.TOKEN_KEY_ID),
  ),
  people: peopleIn(cognitoClient(), environment.USER_POOL_ID, clock),
  mailer: singleMailerWith(sesClient()),
  clock,
  consoleUrl: environment.CONSOLE_URL,
  sender: environment.APPROVAL_SENDER,
  report: reporting('mail not sent'),
};

const watch = watchGates(ports);
const tell = tellPeople({
  ...ports,
  // The next minute tries again: who waits here for SES may be cut off with a mail that is claimed.
  mailer: singleMailerWith(sesClient(), undefined, 1),
  notices: noticesIn(documents, environment.CAMPAIGNS_TABLE, clock),
  ledger: talliesIn(documents, environment.KPIS_TABLE),
  words: consoleWords,
});

/** What the watch finds out is told in the same minute. */
export const handler = step(z.object({}), async (_every, timeLeft) => {
  const watched = await watch();
  await tell(timeLeft);
  return watched;
});

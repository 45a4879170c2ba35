import * as z from 'zod';
import { auditIn } from '../adapters/dynamodb/audit.ts';
import { campaignsIn } from '../adapters/dynamodb/campaigns.ts';
import { deliveriesIn } from '../adapters/dynamodb/deliveries.ts';
import { outboxIn } from '../adapters/dynamodb/outbox.ts';
import { seriesLivesIn } from '../adapters/dynamodb/series-lives.ts';
import { webhooksIn } from '../adapters/dynamodb/webhooks.ts';
import { busOf } from '../adapters/eventbridge/bus.ts';
import {
  cognitoClient,
  documentClient,
  dynamoDbClient,
  kmsClient,
  sesClient,
  sfnClient,
} from '../adapters/sdk/clients.ts';
import { signedPostTo } from '../adapters/sdk/signed-post.ts';
import { gatesOf } from '../adapters/step-functions/gates.ts';
import { talliesIn } from '../adapters/dynamodb/ledger.ts';
import { linksIn } from '../adapters/dynamodb/links.ts';
import { noticesIn } from '../adapters/dynamodb/notices.ts';
import { mailChoicesIn } from '../adapters/dynamodb/mail-choices.ts';
import { peopleIn } from '../adapters/cognito/people.ts';
import { poolIn } from '../adapters/cognito/pool-groups.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { singleMailerWith } from '../adapters/ses/single-mailer.ts';
import { taskTokensIn } from '../adapters/dynamodb/task-tokens.ts';
import { clock } from '../entry/clock.ts';
import { consoleWords } from '../entry/console-words.ts';
import { readEnvironment } from '../entry/environment.ts';
import { reporting } from '../entry/logging.ts';
import { step } from '../entry/step.ts';
import { publishEvents } from '../people/publish-events.ts';
import { tellSeriesEnd } from '../people/tell-series-end.ts';
import { tellSwitchedOff } from '../people/tell-switched-off.ts';
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
  people: peopleIn(poolIn(cognitoClient(), environment), clock),
  mailer: singleMailerWith(sesClient(), { configurationSet: environment.OWN_MAIL_SET }),
  choices: mailChoicesIn(documents, environment.CAMPAIGNS_TABLE),
  clock,
  consoleUrl: environment.CONSOLE_URL,
  sender: environment.APPROVAL_SENDER,
  report: reporting('mail not sent'),
};

const watch = watchGates(ports);
const notices = noticesIn(documents, environment.CAMPAIGNS_TABLE, clock);
const ledger = talliesIn(documents, environment.KPIS_TABLE);
const patient = {
  ...ports,
  // The next minute tries again: who waits here for SES may be cut off with a mail that is claimed.
  mailer: singleMailerWith(sesClient(), { configurationSet: environment.OWN_MAIL_SET, tries: 1 }),
  notices,
};
const publish = publishEvents({
  ...ports,
  notices,
  ledger,
  outbox: outboxIn(documents, environment.CAMPAIGNS_TABLE),
  lives: seriesLivesIn(documents, environment.CAMPAIGNS_TABLE),
  deliveries: deliveriesIn(documents, environment.CAMPAIGNS_TABLE, clock),
  tellSeries: tellSeriesEnd({ ...patient, campaigns: campaignsIn(documents, environment.CAMPAIGNS_TABLE) }),
  bus: busOf(signedPostTo(dynamoDbClient(), 'events', environment.EVENTS_ENDPOINT), environment.EVENT_BUS),
  report: reporting('event not published'),
});
const tellOff = tellSwitchedOff({ ...patient, webhooks: webhooksIn(documents, environment.CAMPAIGNS_TABLE) });
const tell = tellPeople({
  ...patient,
  ledger,
  words: consoleWords,
});

/** What the watch finds out is told in the same minute; what keeps one telling from its end is in nobody else's way. */
export const handler = step(z.object({}), async (_every, timeLeft) => {
  const watched = await watch();
  const told = await Promise.allSettled([publish(timeLeft), tell(timeLeft), tellOff()]);
  for (const one of told) if (one.status === 'rejected') throw one.reason;
  return watched;
});

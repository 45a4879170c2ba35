import { ulid } from 'ulid';
import { CheckLimits } from '../../domain/model/check-limits.ts';
import { pictureIdIn } from '../../domain/model/picture-address.ts';
import { Policy } from '../../domain/model/policy.ts';
import { PrepareStep } from '../../domain/model/steps.ts';
import { auditIn } from '../adapters/dynamodb/audit.ts';
import { campaignsWithContentIn } from '../adapters/dynamodb/campaigns.ts';
import { cognitoClient, documentClient, s3Client, sesReadClient } from '../adapters/sdk/clients.ts';
import { contentsIn } from '../adapters/s3/contents.ts';
import { contentStoreIn } from '../adapters/s3/content-store.ts';
import { groupsIn, ledgerIn } from '../adapters/dynamodb/ledger.ts';
import { messageRowsIn, messagesIn } from '../adapters/dynamodb/messages.ts';
import { mjmlCompiler } from '../adapters/mjml/mjml-compiler.ts';
import { peopleIn } from '../adapters/cognito/people.ts';
import { personIdsIn } from '../adapters/dynamodb/person-ids.ts';
import { poolIn } from '../adapters/cognito/pool-groups.ts';
import { picturesIn } from '../adapters/dynamodb/pictures.ts';
import { profilesIn } from '../adapters/dynamodb/profiles.ts';
import { seriesLivesIn } from '../adapters/dynamodb/series-lives.ts';
import { snippetsIn } from '../adapters/dynamodb/snippets.ts';
import { segmentsIn } from '../adapters/dynamodb/segments.ts';
import { namedListsIn } from '../adapters/dynamodb/lists.ts';
import { runsIn } from '../adapters/dynamodb/runs.ts';
import { senderDomainWith } from '../adapters/ses/sender-domain.ts';
import { isVerifiedBy, keptAnswer, quotaFrom } from '../adapters/ses/ses-account.ts';
import { sesIdentitiesWith } from '../adapters/ses/ses-identities.ts';
import { textsFrom } from '../adapters/dns/text-records.ts';
import { unknownMessagesIn } from '../adapters/dynamodb/unknown-messages.ts';
import { clock } from '../entry/clock.ts';
import { readEnvironment } from '../entry/environment.ts';
import { step } from '../entry/step.ts';
import { uses } from './prepare-run.uses.ts';
import { prepareRun } from './prepare-run.ts';

const environment = readEnvironment(uses);
const documents = documentClient();
const tables = { messages: environment.MESSAGES_TABLE, kpis: environment.KPIS_TABLE };

const identities = sesIdentitiesWith(sesReadClient(), clock);

const ports = {
  campaigns: campaignsWithContentIn(
    documents,
    environment.CAMPAIGNS_TABLE,
    contentsIn(s3Client(), environment.CONTENT_BUCKET),
  ),
  lives: seriesLivesIn(documents, environment.CAMPAIGNS_TABLE),
  runs: runsIn(documents, environment.CAMPAIGNS_TABLE),
  audit: auditIn(documents, environment.CAMPAIGNS_TABLE),
  profiles: profilesIn(documents, environment.PROFILES_TABLE),
  personIds: personIdsIn(documents, environment.PROFILES_TABLE),
  content: contentStoreIn(s3Client(), environment.CONTENT_BUCKET),
  html: mjmlCompiler,
  account: { quota: keptAnswer(quotaFrom(sesReadClient()), clock), isVerified: isVerifiedBy(identities) },
  senderDomain: senderDomainWith(identities, textsFrom(environment.TEXT_RECORDS_URL)),
  pictures: {
    known: picturesIn(documents, environment.CAMPAIGNS_TABLE).known,
    idIn: (src: string) => pictureIdIn(environment.CONSOLE_URL, src),
  },
  clock,
  newId: () => ulid(),
  lists: namedListsIn(documents, environment.CAMPAIGNS_TABLE),
  segments: segmentsIn(documents, environment.CAMPAIGNS_TABLE),
  snippets: snippetsIn(documents, environment.CAMPAIGNS_TABLE),
  messages: messageRowsIn(documents, environment.MESSAGES_TABLE),
  ledger: groupsIn(documents, environment.MESSAGES_TABLE),
  unknown: unknownMessagesIn(ledgerIn(documents, tables), messagesIn(documents, tables)),
  people: peopleIn(poolIn(cognitoClient(), environment), clock),
  policy: Policy.parse(JSON.parse(environment.CONFIRMATION_POLICY)),
  trackUnknown: environment.TRACK_UNKNOWN,
  audienceDays: environment.AUDIENCE_DAYS,
  messagesDays: environment.MESSAGES_DAYS,
  checkLimits: CheckLimits.parse(JSON.parse(environment.CHECK_LIMITS)),
};

export const handler = step(PrepareStep, prepareRun(ports));

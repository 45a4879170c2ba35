import { accounts } from './accounts.ts';
import { outputsOf, type Outputs } from './deploy.ts';
import { Failure } from './failure.ts';
import type { Settings } from './settings.ts';

/** Of the API on the emulator itself; the console reaches the same through its own origin. */
export const apiUrl = ({ emulatorUrl }: Settings, { ApiId }: Pick<Outputs, 'ApiId'>): string =>
  `${emulatorUrl}/_aws/execute-api/${ApiId}/$default/api`;

/** The emulator names its queues by `localhost`, which not every client resolves to where it listens. */
const queueUrl = ({ emulatorUrl }: Settings, url: string): string => new URL(new URL(url).pathname, emulatorUrl).href;

/** What `npm run --silent local:env` prints: the contract for scripts, tests and dashboards. */
export const environmentOf = (settings: Settings, outputs: Outputs) => ({
  endpoint: settings.emulatorUrl,
  region: settings.region,
  api: apiUrl(settings, outputs),
  console: settings.consoleUrl,
  inbox: `${settings.consoleUrl}/inbox`,
  ses: settings.sesUrl,
  userPoolId: outputs.UserPoolId,
  clientId: outputs.UserPoolClientId,
  issuer: `https://cognito-idp.${settings.region}.amazonaws.com/${outputs.UserPoolId}`,
  configurationSet: outputs.ConfigurationSetName,
  users: accounts.map(({ email, password, groups }) => ({ email, password, groups })),
  tables: {
    campaigns: outputs.CampaignsTable,
    messages: outputs.MessagesTable,
    profiles: outputs.ProfilesTable,
    kpis: outputs.KpisTable,
  },
  buckets: { content: outputs.ContentBucket },
  topics: { sesEvents: outputs.SesEventsTopicArn },
  queues: {
    sesEvents: queueUrl(settings, outputs.SesEventsQueueUrl),
    sesEventsDead: queueUrl(settings, outputs.SesEventsDeadLetterQueueUrl),
  },
  stateMachines: { run: outputs.RunStateMachineArn },
  functions: {
    send: outputs.SendFunctionName,
    publishKpis: outputs.PublishKpisFunctionName,
    recordEvents: outputs.RecordEventsFunctionName,
    rearmRuns: outputs.RearmFunctionName,
    closeOverdue: outputs.CloseOverdueFunctionName,
  },
  rules: { hourlyKpis: outputs.HourlyKpisRuleName },
});

/** @throws Failure when no local AWS runs */
export const runningOutputs = async (settings: Settings): Promise<Outputs> => {
  const outputs = await outputsOf(settings);
  if (outputs) return outputs;
  throw new Failure('The local AWS does not run: start it with "npm start" and try again.');
};

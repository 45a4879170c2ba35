import type { Accepted, Account } from './account.ts';
import { json, refused, type Reply } from './reply.ts';
import { parseRequest } from './rules.ts';
import { BulkRequest, sendBulk, sendSingle, SingleRequest } from './templated.ts';

/** As AWS says it of an action that is called too often, whatever is in the call (https://github.com/pulumi/pulumi-aws/issues/5939). */
const tooManyCalls = refused(429, 'TooManyRequestsException', 'Rate exceeded');

const bulk = (account: Account, body: string): Reply => {
  if (!account.limits.takeBulkCall()) return tooManyCalls;
  const results = sendBulk(account, parseRequest(BulkRequest, body));
  return json({
    BulkEmailEntryResults: results.map(({ status, messageId, error }) => ({
      Status: status,
      ...(error !== undefined && { Error: error }),
      ...(messageId !== undefined && { MessageId: messageId }),
    })),
  });
};

/** What SendEmail answers in place of each status of a bulk entry (API_SendEmail, "Errors"). */
const refusalOf = ({ status, error = '' }: Accepted): Reply => {
  switch (status) {
    case 'ACCOUNT_THROTTLED':
      return refused(429, 'TooManyRequestsException', 'Maximum sending rate exceeded.');
    case 'ACCOUNT_DAILY_QUOTA_EXCEEDED':
      return refused(429, 'TooManyRequestsException', 'Daily message quota exceeded.');
    case 'ACCOUNT_SENDING_PAUSED':
      return refused(400, 'SendingPausedException', 'Email sending is paused for your account.');
    case 'CONFIGURATION_SET_NOT_FOUND':
      return refused(404, 'NotFoundException', error);
    case 'ACCOUNT_SUSPENDED':
      return refused(400, 'AccountSuspendedException', 'Your account is suspended.');
    default:
      return refused(400, 'MessageRejected', error);
  }
};

const single = (account: Account, body: string): Reply => {
  const accepted = sendSingle(account, parseRequest(SingleRequest, body));
  return accepted.messageId === undefined ? refusalOf(accepted) : json({ MessageId: accepted.messageId });
};

const getAccount = ({ limits, isInSandbox, faults }: Account): Reply =>
  json({
    ProductionAccessEnabled: !isInSandbox,
    SendingEnabled: !faults.pauseAccount && !faults.suspendAccount,
    EnforcementStatus: faults.suspendAccount ? 'SHUTDOWN' : 'HEALTHY',
    SuppressionAttributes: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    SendQuota: {
      Max24HourSend: limits.per24Hours,
      MaxSendRate: limits.perSecond,
      SentLast24Hours: limits.sentLast24Hours(),
    },
  });

/** Identities are what was verified here; each signs, and none has a MAIL FROM domain of its own. */
const getIdentity = (account: Account, name: string): Reply =>
  account.verified.has(name.toLowerCase())
    ? json({
        VerifiedForSendingStatus: true,
        DkimAttributes: { SigningEnabled: true, Status: 'SUCCESS' },
        MailFromAttributes: {},
      })
    : refused(404, 'NotFoundException', `Email identity ${name} does not exist.`);

/** A configuration set is one of which the local SES was told its topic. */
const getConfigurationSet = ({ publisher }: Account, name: string): Reply =>
  publisher.knows(name)
    ? json({ ConfigurationSetName: name })
    : refused(404, 'NotFoundException', `Configuration set <${name}> does not exist.`);

type Reading = { action: string; answer: (account: Account, name: string) => Reply };

/** Actions that read, by their path; `name` is what is asked for. */
const readings: [path: RegExp, reading: Reading][] = [
  [/^\/v2\/email\/account$/, { action: 'GetAccount', answer: getAccount }],
  [/^\/v2\/email\/identities\/([^/]+)$/, { action: 'GetEmailIdentity', answer: getIdentity }],
  [/^\/v2\/email\/configuration-sets\/([^/]+)$/, { action: 'GetConfigurationSet', answer: getConfigurationSet }],
];

/** SES v2: the actions that Freigabe calls. Undefined: another path. */
export const v2 = (account: Account, method: string, path: string, body: string): Reply | undefined => {
  if (method === 'POST' && path === '/v2/email/outbound-bulk-emails') return bulk(account, body);
  if (method === 'POST' && path === '/v2/email/outbound-emails') return single(account, body);
  if (method !== 'GET') return undefined;
  for (const [known, { action, answer }] of readings) {
    const match = known.exec(path);
    if (!match) continue;
    return account.limits.takeRead(action) ? answer(account, decodeURIComponent(match[1] ?? '')) : tooManyCalls;
  }
  return undefined;
};

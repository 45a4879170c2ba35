import { randomUUID } from 'node:crypto';
import PostalMime from 'postal-mime';
import type { Accepted, Account } from './account.ts';
import type { Reply } from './reply.ts';
import { isRefusedFile } from './rules.ts';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const xml = (action: string, result: string): Reply => ({
  status: 200,
  type: 'text/xml',
  body: `<${action}Response xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${action}Response>`,
});

export const v1Error = (code: string, message: string): Reply => ({
  status: 400,
  type: 'text/xml',
  body: `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${escape(message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
});

const answer = (action: string, accepted: Accepted): Reply => {
  if (accepted.messageId !== undefined) return xml(action, `<MessageId>${accepted.messageId}</MessageId>`);
  switch (accepted.status) {
    case 'ACCOUNT_THROTTLED':
      return v1Error('Throttling', 'Maximum sending rate exceeded.');
    case 'ACCOUNT_DAILY_QUOTA_EXCEEDED':
      return v1Error('Throttling', 'Daily message quota exceeded.');
    case 'CONFIGURATION_SET_NOT_FOUND':
      return v1Error('ConfigurationSetDoesNotExist', accepted.error ?? '');
    case 'ACCOUNT_SENDING_PAUSED':
      return v1Error('AccountSendingPausedException', 'Email sending has been disabled for your account.');
    default:
      return v1Error('MessageRejected', accepted.error ?? 'The message was rejected.');
  }
};

const sendRaw = async (account: Account, form: URLSearchParams): Promise<Reply> => {
  const parsed = await PostalMime.parse(Buffer.from(form.get('RawMessage.Data') ?? '', 'base64'));
  const recipients = [...form.entries()].flatMap(([name, value]) =>
    name.startsWith('Destinations.member.') ? [value] : [],
  );
  const to = recipients[0] ?? parsed.to?.[0]?.address ?? '';
  const tags = Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) => {
      const index = /^Tags\.member\.(\d+)\.Name$/.exec(name)?.[1];
      return index === undefined ? [] : [[value, form.get(`Tags.member.${index}.Value`) ?? '']];
    }),
  );
  const attachments = parsed.attachments.map(({ filename, mimeType, content: bytes }) => ({
    name: filename ?? '',
    type: mimeType,
    content: typeof bytes === 'string' ? Buffer.from(bytes) : new Uint8Array(bytes),
  }));
  if (attachments.some(({ name }) => isRefusedFile(name)))
    return v1Error('MessageRejected', 'The message has an attachment of an unsupported type.');
  const content = { subject: parsed.subject ?? '', html: parsed.html ?? '', text: parsed.text ?? '' };
  return answer(
    'SendRawEmail',
    account.accept({
      to,
      from: form.get('Source') ?? parsed.from?.address ?? '',
      headers: Object.fromEntries(parsed.headers.map(({ originalKey, value }) => [originalKey, value])),
      tags,
      configurationSet: form.get('ConfigurationSetName') ?? undefined,
      content: () => content,
      missing: [],
      ...(attachments.length > 0 && { attachments }),
    }),
  );
};

const verification = (account: Account, form: URLSearchParams): Reply => {
  const identities = [...form.entries()].flatMap(([name, value]) =>
    name.startsWith('Identities.member.') ? [value] : [],
  );
  const entries = identities
    .filter((identity) => account.verified.has(identity.toLowerCase()))
    .map(
      (identity) =>
        `<entry><key>${escape(identity)}</key><value><VerificationStatus>Success</VerificationStatus></value></entry>`,
    );
  return xml(
    'GetIdentityVerificationAttributes',
    `<VerificationAttributes>${entries.join('')}</VerificationAttributes>`,
  );
};

const statistics = (account: Account): Reply => {
  const members = account.statistics
    .lately()
    .map(
      ({ at, attempts, bounces, complaints }) =>
        `<member><Timestamp>${new Date(at).toISOString()}</Timestamp><DeliveryAttempts>${attempts}</DeliveryAttempts><Bounces>${bounces}</Bounces><Complaints>${complaints}</Complaints><Rejects>0</Rejects></member>`,
    );
  return xml('GetSendStatistics', `<SendDataPoints>${members.join('')}</SendDataPoints>`);
};

/** SES v1, query protocol: the calls that Freigabe makes, and the verifying of identities. */
export const v1 = async (account: Account, body: string): Promise<Reply> => {
  const form = new URLSearchParams(body);
  const action = form.get('Action') ?? '';
  if (action.startsWith('Get') && !account.limits.takeRead(action)) return v1Error('Throttling', 'Rate exceeded');
  switch (action) {
    case 'SendRawEmail':
      return sendRaw(account, form);
    case 'GetSendQuota': {
      const { limits } = account;
      return xml(
        action,
        `<Max24HourSend>${limits.per24Hours}</Max24HourSend><MaxSendRate>${limits.perSecond}</MaxSendRate><SentLast24Hours>${limits.sentLast24Hours()}</SentLast24Hours>`,
      );
    }
    case 'GetSendStatistics':
      return statistics(account);
    case 'GetIdentityVerificationAttributes':
      return verification(account, form);
    case 'VerifyEmailIdentity':
    case 'VerifyDomainIdentity':
      account.verified.add((form.get('EmailAddress') ?? form.get('Domain') ?? '').toLowerCase());
      return xml(action, '');
    default:
      return v1Error('InvalidAction', `The local SES does not know ${action}.`);
  }
};

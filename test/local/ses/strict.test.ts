import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { GetSendQuotaCommand, SESClient } from '@aws-sdk/client-ses';
import {
  GetAccountCommand,
  GetConfigurationSetCommand,
  SendBulkEmailCommand,
  SendEmailCommand,
  SESv2Client,
  type SendBulkEmailCommandInput,
  type SendEmailCommandInput,
} from '@aws-sdk/client-sesv2';
import { noFaults } from '../../../local/ses/account.ts';
import { isVerifiedBy, quotaFrom } from '../../../lambdas/adapters/ses/ses-account.ts';
import { sesIdentitiesWith } from '../../../lambdas/adapters/ses/ses-identities.ts';
import { senderDomainWith } from '../../../lambdas/adapters/ses/sender-domain.ts';
import { startSes } from './ses-server.ts';

let ses: Awaited<ReturnType<typeof startSes>>;
let v2: SESv2Client;
beforeAll(async () => {
  ses = await startSes();
  v2 = new SESv2Client({ ...ses.client, maxAttempts: 1 });
});
afterAll(() => ses.stop());
beforeEach(() => {
  ses.account.faults = noFaults();
  ses.account.isInSandbox = false;
  Object.assign(ses.account.limits, { bulkCallsPerSecond: Infinity, readsPerSecond: Infinity });
  ses.published.length = 0;
});

const template = { TemplateContent: { Subject: 'Hi {{name}}', Html: '<p>{{name}}</p>', Text: 'x' } };

const bulkTo = (tos: readonly string[], more: Partial<SendBulkEmailCommandInput> = {}) =>
  v2.send(
    new SendBulkEmailCommand({
      FromEmailAddress: 'Shop <news@freigabe.example>',
      ConfigurationSetName: 'set',
      DefaultContent: { Template: { ...template, TemplateData: '{"name":"N"}' } },
      BulkEmailEntries: tos.map((to) => ({ Destination: { ToAddresses: [to] } })),
      ...more,
    }),
  );

const singleTo = (to: string, more: Partial<SendEmailCommandInput> = {}) =>
  v2.send(
    new SendEmailCommand({
      FromEmailAddress: 'Shop <news@freigabe.example>',
      ConfigurationSetName: 'set',
      Content: {
        Template: { ...template, TemplateData: '{"name":"N1"}', Headers: [{ Name: 'X-A', Value: 'b' }] },
      },
      Destination: { ToAddresses: [to] },
      EmailTags: [{ Name: 'run', Value: 'r1' }],
      ...more,
    }),
  );

describe('SendEmail', () => {
  test('fills the same inline template as SendBulkEmail, with headers and tags', async () => {
    const { MessageId } = await singleTo('one@reader.example');
    expect(ses.account.store.list({ to: 'one@reader.example', limit: 9 }).messages).toMatchObject([
      { messageId: MessageId, subject: 'Hi N1', html: '<p>N1</p>', headers: { 'X-A': 'b' }, tags: { run: 'r1' } },
    ]);
  });

  test.each([
    [{ throttleNext: 1 }, 'TooManyRequestsException', 'Maximum sending rate exceeded.'],
    [{ dailyQuotaExceeded: true }, 'TooManyRequestsException', 'Daily message quota exceeded.'],
    [{ pauseAccount: true }, 'SendingPausedException', 'Email sending is paused for your account.'],
    [{ suspendAccount: true }, 'AccountSuspendedException', 'Your account is suspended.'],
    [{ rejectAddresses: ['one@reader.example'] }, 'MessageRejected', ''],
  ])('refused for %o speaks as SES does', async (faults, name, message) => {
    Object.assign(ses.account.faults, faults);
    await expect(singleTo('one@reader.example')).rejects.toMatchObject({ name, message: message || expect.anything() });
  });
});

describe('what AWS throttles by the call', () => {
  test('is each reading action, once a second', async () => {
    ses.account.limits.readsPerSecond = 1;
    const v1 = new SESClient({ ...ses.client, maxAttempts: 1 });
    await v2.send(new GetAccountCommand({}));
    await expect(v2.send(new GetAccountCommand({}))).rejects.toMatchObject({
      name: 'TooManyRequestsException',
      message: 'Rate exceeded',
    });
    await v1.send(new GetSendQuotaCommand({}));
    await expect(v1.send(new GetSendQuotaCommand({}))).rejects.toMatchObject({ name: 'Throttling' });
  });

  test('is SendBulkEmail where that is asked for, and nothing in it is taken', async () => {
    ses.account.limits.bulkCallsPerSecond = 1;
    const { BulkEmailEntryResults } = await bulkTo(['a@reader.example']);
    expect(BulkEmailEntryResults).toMatchObject([{ Status: 'SUCCESS' }]);
    const before = ses.account.store.size;
    await expect(bulkTo(['b@reader.example'])).rejects.toMatchObject({ name: 'TooManyRequestsException' });
    expect(ses.account.store.size).toBe(before);
    await singleTo('b@reader.example');
  });
});

describe('questions to SES', () => {
  test('one after the other get their answers from an account that allows one a second', async () => {
    ses.account.limits.readsPerSecond = 1;
    const client = new SESv2Client({ ...ses.client, maxAttempts: 6 });
    const identities = sesIdentitiesWith(client, () => Date.now());
    expect(await isVerifiedBy(identities)('news@freigabe.example')).toBe(true);
    const domain = senderDomainWith(identities, async () => []);
    expect(await Promise.all([domain.isSigned('freigabe.example'), domain.mailFrom('freigabe.example')])).toEqual([
      true,
      'freigabe.example',
    ]);
    expect(await isVerifiedBy(identities)('news@elsewhere.example')).toBe(false);
    const ask = quotaFrom(client);
    expect(await Promise.all([ask(), ask()])).toMatchObject([{ perSecond: 1000 }, { perSecond: 1000 }]);
  });

  test('a domain identity stands for its subdomains, in what is asked as in what is sent', async () => {
    const identities = sesIdentitiesWith(v2, () => Date.now());
    expect(await isVerifiedBy(identities)('news@mail.freigabe.example')).toBe(true);
    expect(await senderDomainWith(identities, async () => []).isSigned('mail.freigabe.example')).toBe(true);
    const { BulkEmailEntryResults } = await bulkTo(['a@reader.example'], {
      FromEmailAddress: 'x@a.mail.freigabe.example',
    });
    expect(BulkEmailEntryResults).toMatchObject([{ Status: 'SUCCESS' }]);
    await expect(singleTo('a@reader.example', { FromEmailAddress: 'x@notfreigabe.example' })).rejects.toMatchObject({
      name: 'MessageRejected',
    });
  });
});

describe('requests outside SES’s limits are refused', () => {
  const header = (Name: string, Value: string) => ({
    Template: { ...template, TemplateData: '{}', Headers: [{ Name, Value }] },
  });
  test.each<[string, Partial<SendBulkEmailCommandInput>]>([
    ['more than 1 MB', { DefaultContent: { Template: { TemplateContent: { Html: 'x'.repeat(1_048_577) } } } }],
    [
      'more than 50 destinations',
      { BulkEmailEntries: Array.from({ length: 51 }, () => ({ Destination: { ToAddresses: ['a@reader.example'] } })) },
    ],
    ['a colon in the name of a header', { DefaultContent: header('X:A', 'b') }],
    ['a name of a header beyond 126 characters', { DefaultContent: header('X'.repeat(127), 'b') }],
    ['a value of a header beyond ASCII', { DefaultContent: header('X-A', 'ü') }],
    ['a header of more than 996 characters', { DefaultContent: header('X-A', 'x'.repeat(994)) }],
    ['a value of a tag that is no identifier', { DefaultEmailTags: [{ Name: 'run', Value: 'a b' }] }],
    ['a name of a tag beyond 256 characters', { DefaultEmailTags: [{ Name: 'r'.repeat(257), Value: 'a' }] }],
    ['a From beyond 320 bytes', { FromEmailAddress: `"${'ü'.repeat(150)}" <news@freigabe.example>` }],
    ['a local part beyond ASCII', { BulkEmailEntries: [{ Destination: { ToAddresses: ['jörg@reader.example'] } }] }],
    [
      'template data beyond 262,144 characters',
      { DefaultContent: { Template: { ...template, TemplateData: JSON.stringify({ name: 'x'.repeat(262_144) }) } } },
    ],
  ])('%s', async (_what, more) => {
    await expect(bulkTo(['a@reader.example'], more)).rejects.toMatchObject({ name: 'BadRequestException' });
  });
});

test('in the sandbox only verified recipients and the simulator get anything, and SES says who is not', async () => {
  ses.account.isInSandbox = true;
  ses.account.verified.add('known@reader.example');
  const { BulkEmailEntryResults } = await bulkTo([
    'known@reader.example',
    'success@simulator.amazonses.com',
    'else@reader.example',
  ]);
  expect(BulkEmailEntryResults).toEqual([
    { Status: 'SUCCESS', MessageId: expect.any(String) },
    { Status: 'SUCCESS', MessageId: expect.any(String) },
    {
      Status: 'MESSAGE_REJECTED',
      Error:
        'Email address is not verified. The following identities failed the check in region US-EAST-1: else@reader.example',
    },
  ]);
  expect(await quotaFrom(v2)()).toMatchObject({ isInSandbox: true });
});

describe('addresses that can be asked for', () => {
  test.each([
    ['success', [{ eventType: 'Delivery' }]],
    ['bounce', [{ eventType: 'Bounce', bounce: { bounceType: 'Permanent', bounceSubType: 'General' } }]],
    ['complaint', [{ eventType: 'Delivery' }, { eventType: 'Complaint', complaint: { complaintSubType: null } }]],
    ['suppressionlist', [{ eventType: 'Bounce', bounce: { bounceType: 'Permanent', bounceSubType: 'Suppressed' } }]],
    ['accountsuppressionlist', [{ eventType: 'Bounce', bounce: { bounceSubType: 'OnAccountSuppressionList' } }]],
    ['tenantsuppressionlist', [{ eventType: 'Bounce', bounce: { bounceSubType: 'OnTenantSuppressionList' } }]],
    ['emailvalidation', [{ eventType: 'Bounce', bounce: { bounceSubType: 'EmailValidationSuppressed' } }]],
    ['suppressedcomplaint', [{ eventType: 'Complaint', complaint: { complaintSubType: 'OnAccountSuppressionList' } }]],
    [
      'notspam',
      [{ eventType: 'Delivery' }, { eventType: 'Complaint', complaint: { complaintFeedbackType: 'not-spam' } }],
    ],
    ['ooto', [{ eventType: 'Delivery' }, { eventType: 'Bounce', bounce: { bounceType: 'Transient' } }]],
  ])('%s', async (name, events) => {
    await bulkTo([`${name}+label@simulator.amazonses.com`]);
    await ses.settled();
    expect(ses.published).toMatchObject(events);
  });

  test('the simulator takes its part of the rate, and nothing of the daily quota', async () => {
    const own = await startSes({ perSecond: 2, per24Hours: 1 });
    const toOwn = async (to: string) => {
      const { BulkEmailEntryResults = [] } = await new SESv2Client({ ...own.client, maxAttempts: 1 }).send(
        new SendBulkEmailCommand({
          FromEmailAddress: 'news@freigabe.example',
          DefaultContent: { Template: { ...template, TemplateData: '{"name":"N"}' } },
          BulkEmailEntries: [0, 1, 2, 3].map(() => ({ Destination: { ToAddresses: [to] } })),
        }),
      );
      return BulkEmailEntryResults.map(({ Status }) => Status);
    };
    try {
      const statuses = await toOwn('success@simulator.amazonses.com');
      expect(statuses.filter((status) => status === 'SUCCESS').length).toBeGreaterThanOrEqual(2);
      expect(statuses).toContain('ACCOUNT_THROTTLED');
      expect(own.account.limits.sentLast24Hours()).toBe(0);
    } finally {
      own.stop();
    }
  });

  test('late: what happens is told some seconds later, and twice', async () => {
    await bulkTo(['late@simulator.amazonses.com']);
    await ses.settled();
    expect(ses.published).toEqual([]);
    while (ses.published.length < 4) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(ses.published.map(({ eventType }) => eventType)).toEqual(['Delivery', 'Open', 'Delivery', 'Open']);
  });
});

test('links lead through SES, which counts the click and sends the reader on, but for those that are not to be tracked', async () => {
  const Html =
    '<a href="https://x.example/p?a=1&amp;b=ü/2" ses:tags="label:shop;">x</a><a ses:no-track href="https://x.example/u">u</a><a href="#top">t</a>';
  await singleTo('links@reader.example', {
    Content: { Template: { TemplateContent: { Subject: 's', Html, Text: 'https://x.example/p' }, TemplateData: '{}' } },
  });
  await ses.settled();
  ses.published.length = 0;
  const { html = '', text } = ses.account.store.list({ to: 'links@reader.example', limit: 1 }).messages[0] ?? {};
  expect(text).toBe('https://x.example/p');
  expect(html).not.toContain('ses:');
  const [tracked = '', ...others] = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  expect(others).toEqual(['https://x.example/u', '#top']);
  expect(tracked).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/L0\/https:%2F%2Fx\.example%2Fp/);
  const answer = await fetch(tracked, { redirect: 'manual', headers: { 'user-agent': 'Reader/1' } });
  expect([answer.status, answer.headers.get('location')]).toEqual([302, encodeURI('https://x.example/p?a=1&b=ü/2')]);
  await ses.settled();
  expect(ses.published).toMatchObject([
    {
      eventType: 'Click',
      click: { link: 'https://x.example/p?a=1&b=ü/2', linkTags: { label: ['shop'] }, userAgent: 'Reader/1' },
    },
  ]);
});

test('events of a kind that is to be lost are never published', async () => {
  ses.account.faults.loseEvents = ['complaint'];
  await bulkTo(['complaint+lost@simulator.amazonses.com']);
  await ses.settled();
  expect(ses.published.map(({ eventType }) => eventType)).toEqual(['Delivery']);
});

test('an account says of itself what SES says', async () => {
  expect(await v2.send(new GetAccountCommand({}))).toMatchObject({
    ProductionAccessEnabled: true,
    SendingEnabled: true,
    EnforcementStatus: 'HEALTHY',
    SuppressionAttributes: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
  });
  ses.account.faults.pauseAccount = true;
  expect(await v2.send(new GetAccountCommand({}))).toMatchObject({ SendingEnabled: false });
  ses.account.faults = { ...noFaults(), suspendAccount: true };
  expect(await v2.send(new GetAccountCommand({}))).toMatchObject({
    SendingEnabled: false,
    EnforcementStatus: 'SHUTDOWN',
  });
});

test('a configuration set is there once the local SES was told of it', async () => {
  expect(await v2.send(new GetConfigurationSetCommand({ ConfigurationSetName: 'set' }))).toMatchObject({
    ConfigurationSetName: 'set',
  });
  const other = { ConfigurationSetName: 'other' };
  await expect(v2.send(new GetConfigurationSetCommand(other))).rejects.toMatchObject({ name: 'NotFoundException' });
  await expect(singleTo('a@x.example', other)).rejects.toMatchObject({ name: 'NotFoundException' });
  expect((await bulkTo(['a@x.example'], other)).BulkEmailEntryResults).toMatchObject([
    { Status: 'CONFIGURATION_SET_NOT_FOUND', Error: 'Configuration set <other> does not exist.' },
  ]);
});

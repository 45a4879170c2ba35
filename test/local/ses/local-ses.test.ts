import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { GetSendQuotaCommand, SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
import { SendBulkEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import type { PublishBatchCommand } from '@aws-sdk/client-sns';
import fc from 'fast-check';
import { Account, noFaults } from '../../../local/ses/account.ts';
import { behaviourOf, demoRatios, plainRatios } from '../../../local/ses/behaviour.ts';
import { Limits } from '../../../local/ses/limits.ts';
import { MailStore } from '../../../local/ses/mail-store.ts';
import { Publisher } from '../../../local/ses/publisher.ts';
import { createSesServer } from '../../../local/ses/server.ts';

type Event = {
  eventType: string;
  mail: { tags: Record<string, string[]>; destination: string[] };
  [name: string]: unknown;
};

const published: Event[] = [];
const greetings: string[] = [];
/** SNS, of which only what was published is of interest. */
const sns = {
  send: async ({ input }: PublishBatchCommand) => {
    for (const { Message = '' } of input.PublishBatchRequestEntries ?? []) {
      if (Message.startsWith('{')) published.push(JSON.parse(Message) as Event);
      else greetings.push(Message);
    }
    return {};
  },
};

let clock = 1_000_000;
const account = new Account({
  limits: new Limits(100, 1000, () => clock),
  store: new MailStore(),
  publisher: new Publisher(sns as never),
});
const server = createSesServer(account);
let url = '';
let v1: SESClient;
let v2: SESv2Client;

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = {
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 't', secretAccessKey: 't' },
    maxAttempts: 1,
  };
  v1 = new SESClient(settings);
  v2 = new SESv2Client(settings);
  await put('/configuration-sets/set', { topicArn: 'arn:aws:sns:us-east-1:000000000000:topic' });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  published.length = 0;
  clock += 86_400_000;
  account.faults = noFaults();
});

const put = async (path: string, body: object): Promise<Response> =>
  fetch(url + path, { method: 'PUT', body: JSON.stringify(body) });

const bulk = (tos: string[], from = 'Shop <news@freigabe.example>', run = 'r1') =>
  new SendBulkEmailCommand({
    FromEmailAddress: from,
    ConfigurationSetName: 'set',
    DefaultContent: {
      Template: {
        TemplateContent: {
          Subject: 'Hi {{name}}',
          Html: '<p>{{name}}</p><a href="https://x.example/">x</a>',
          Text: 'Hi {{name}}',
        },
        TemplateData: '{}',
      },
    },
    BulkEmailEntries: tos.map((to, index) => ({
      Destination: { ToAddresses: [to] },
      ReplacementEmailContent: {
        ReplacementTemplate: { ReplacementTemplateData: JSON.stringify({ name: `N${index}` }) },
      },
      ReplacementHeaders: [{ Name: 'List-Unsubscribe', Value: '<https://x.example/u>' }],
      ReplacementTags: [{ Name: 'run', Value: run }],
    })),
  });

const settled = async (): Promise<void> => {
  while (account.publisher.pending > 0) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('mails', () => {
  test('are kept whole: parts, headers and tags of each recipient', async () => {
    const { BulkEmailEntryResults } = await v2.send(bulk(['whole@reader.example']));
    expect(BulkEmailEntryResults).toEqual([{ Status: 'SUCCESS', MessageId: expect.any(String) }]);
    const answer = (await (await fetch(`${url}/messages?to=whole@reader.example`)).json()) as {
      messages: object[];
      cursor: string | null;
    };
    expect(answer).toMatchObject({
      cursor: null,
      messages: [
        {
          messageId: BulkEmailEntryResults?.[0]?.MessageId,
          to: 'whole@reader.example',
          subject: 'Hi N0',
          text: 'Hi N0',
          headers: { 'List-Unsubscribe': '<https://x.example/u>' },
          tags: { run: 'r1' },
        },
      ],
    });
  });

  test('of which SES is told not to track have their links as they are, and publish neither opens nor clicks', async () => {
    const [tracked, quiet] = [bulk(['tracked@reader.example']), bulk(['quiet@reader.example'])];
    quiet.input.ConfigurationOverrides = {
      Tracking: { OpenTrackingEnabled: 'DISABLED', ClickTrackingEnabled: 'DISABLED' },
    };
    account.ratios = { ...plainRatios, humanOpen: 1, click: 1, scanner: 1 };
    await v2.send(tracked);
    await v2.send(quiet);
    account.ratios = plainRatios;
    await settled();
    const kindsTo = (to: string) =>
      new Set(published.filter(({ mail }) => mail.destination[0] === to).map(({ eventType }) => eventType));
    expect(kindsTo('tracked@reader.example')).toEqual(new Set(['Delivery', 'Click', 'Open']));
    expect(kindsTo('quiet@reader.example')).toEqual(new Set(['Delivery']));
    const htmlTo = async (to: string) =>
      ((await (await fetch(`${url}/messages?to=${to}`)).json()) as { messages: { html: string }[] }).messages[0]?.html;
    expect(await htmlTo('tracked@reader.example')).toContain('/L0/https:');
    expect(await htmlTo('quiet@reader.example')).toContain('href="https://x.example/"');
    quiet.input.ConfigurationOverrides = { Tracking: { OpenTrackingEnabled: 'OFF' as never } };
    await expect(v2.send(quiet)).rejects.toMatchObject({ name: 'BadRequestException' });
  });

  test('whose template SES could not read are refused with its words', async () => {
    for (const html of [
      '<p>{{name}}}</p>',
      '{{#if name}}x{{/if}}',
      '{{> part}}',
      '{{upper name}}',
      '{{{name}}',
      '{{!-- x --}}',
    ]) {
      const command = bulk(['template@reader.example']);
      const template = command.input.DefaultContent?.Template?.TemplateContent;
      if (template) template.Html = html;
      await expect(v2.send(command)).rejects.toMatchObject({
        name: 'BadRequestException',
        message: 'Template contains unsupported operations.',
      });
    }
  });

  test('of an unverified sender are refused with the words of SES', async () => {
    const raw = new SendRawEmailCommand({
      Source: 'x@else.example',
      Destinations: ['a@reader.example'],
      RawMessage: { Data: Buffer.from('Subject: x\r\n\r\nx') },
    });
    await expect(v1.send(raw)).rejects.toMatchObject({ name: 'MessageRejected' });
    const { BulkEmailEntryResults } = await v2.send(bulk(['a@reader.example'], 'x@else.example'));
    expect(BulkEmailEntryResults).toEqual([
      { Status: 'MESSAGE_REJECTED', Error: expect.stringContaining('not verified') },
    ]);
  });
});

describe('rate and quota', () => {
  test('are those that GetSendQuota tells', async () => {
    const quota = await v1.send(new GetSendQuotaCommand({}));
    expect(quota).toMatchObject({ MaxSendRate: 100, Max24HourSend: 1000 });
  });

  test('what goes over the rate of a second is throttled, and the next second takes it', async () => {
    const send = async (count: number) => {
      const statuses: (string | undefined)[] = [];
      for (let left = count; left > 0; left -= 50) {
        const { BulkEmailEntryResults = [] } = await v2.send(
          bulk(Array.from({ length: Math.min(50, left) }, (_, i) => `r${i}@reader.example`)),
        );
        statuses.push(...BulkEmailEntryResults.map(({ Status }) => Status));
      }
      return statuses.filter((status) => status === 'SUCCESS').length;
    };
    const first = await send(250);
    expect(first).toBeLessThan(250);
    clock += 1000;
    const second = await send(250);
    expect(second).toBeGreaterThan(0);
    expect(second).toBeLessThanOrEqual(100);
  });
});

describe('events', () => {
  test('begin with a greeting of the topic that is no JSON, once, and no replay repeats it', async () => {
    const before = account.publisher.published;
    greetings.length = 0;
    await put('/configuration-sets/set', { topicArn: 'arn:aws:sns:us-east-1:000000000000:topic' });
    await fetch(`${url}/events/replay`, { method: 'POST', body: '{"order":"same"}' });
    await settled();
    expect(greetings).toEqual(['Successfully validated SNS topic for Amazon SES event publishing.']);
    expect(account.publisher.published).toBe(before);
  });

  test('of an out-of-office reply are a delivery and a bounce without a word of a notification', async () => {
    await v2.send(bulk(['ooto@simulator.amazonses.com']));
    await settled();
    expect(published).toMatchObject([
      { eventType: 'Delivery' },
      {
        eventType: 'Bounce',
        bounce: { bounceType: 'Transient', bounceSubType: 'General' },
      },
    ]);
    expect(published[1]?.['bounce']).toMatchObject({
      bouncedRecipients: [{ emailAddress: 'ooto@simulator.amazonses.com' }],
    });
    expect(JSON.stringify(published[1])).not.toMatch(/diagnosticCode|reportingMTA/);
  });

  test('carry our tags home, in the shape that SES publishes', async () => {
    await v2.send(
      bulk(['success@simulator.amazonses.com', 'bounce@simulator.amazonses.com', 'complaint@simulator.amazonses.com']),
    );
    await settled();
    expect(published.map(({ eventType }) => eventType)).toEqual(['Delivery', 'Bounce', 'Delivery', 'Complaint']);
    for (const { mail } of published)
      expect(mail.tags).toMatchObject({ run: ['r1'], 'ses:configuration-set': ['set'] });
    expect(published[1]).toMatchObject({
      bounce: {
        bounceType: 'Permanent',
        bouncedRecipients: [{ emailAddress: 'bounce@simulator.amazonses.com', status: '5.1.1' }],
      },
    });
  });

  test('are published again in the order that is asked for', async () => {
    await v2.send(bulk(['success@simulator.amazonses.com', 'complaint@simulator.amazonses.com']));
    await settled();
    const before = published.length;
    await fetch(`${url}/events/replay`, { method: 'POST', body: '{"order":"reverse"}' });
    await settled();
    const again = published.slice(before);
    expect(again.at(0)?.eventType).toBe('Complaint');
    expect(again.length).toBeGreaterThanOrEqual(before);
  });

  test('are published again of one run', async () => {
    await v2.send(bulk(['success@simulator.amazonses.com'], undefined, 'r2'));
    await settled();
    const before = published.length;
    await fetch(`${url}/events/replay`, { method: 'POST', body: '{"run":"r2"}' });
    await settled();
    const again = published.slice(before).map(({ eventType, mail }) => [eventType, mail?.tags['run']]);
    expect(again).toEqual([['Delivery', ['r2']]]);
  });
});

describe('faults on request', () => {
  test('a connection that is dropped after the mail was taken leaves the mail in the inbox', async () => {
    await put('/faults', { resetAfter: 1 });
    await expect(v2.send(bulk(['kept@reader.example']))).rejects.toThrow();
    await put('/faults', { resetBefore: 1 });
    // A mail of our own, which may come at any minute, takes no fault from a campaign.
    const own = {
      Source: 'news@freigabe.example',
      Destinations: ['own@reader.example'],
      RawMessage: { Data: Buffer.from('Subject: x\r\n\r\nx') },
    };
    await expect(v1.send(new SendRawEmailCommand(own))).resolves.toHaveProperty('MessageId');
    await expect(v2.send(bulk(['lost@reader.example']))).rejects.toThrow();
    const kept = account.store.list({ to: 'kept@reader.example', limit: 10 }).messages;
    const lost = account.store.list({ to: 'lost@reader.example', limit: 10 }).messages;
    expect([kept.length, lost.length]).toEqual([1, 0]);
  });

  test('throttling, a spent quota and a paused account speak as SES does', async () => {
    for (const [fault, status] of [
      [{ throttleNext: 1 }, 'ACCOUNT_THROTTLED'],
      [{ dailyQuotaExceeded: true }, 'ACCOUNT_DAILY_QUOTA_EXCEEDED'],
      [{ pauseAccount: true }, 'ACCOUNT_SENDING_PAUSED'],
    ] as const) {
      account.faults = noFaults();
      await put('/faults', fault);
      const { BulkEmailEntryResults } = await v2.send(bulk(['a@reader.example']));
      expect(BulkEmailEntryResults).toEqual([{ Status: status }]);
    }
  });

  test('rubbish is refused in one line', async () => {
    const answer = await put('/limits', { perSecond: 'fast' });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ message: expect.any(String) });
    expect((await fetch(`${url}/nowhere`)).status).toBe(404);
  });
});

test('what recipients do follows from seed and address alone, and only humans who open click', () => {
  fc.assert(
    fc.property(fc.integer(), fc.emailAddress(), (seed, address) => {
      const once = behaviourOf(seed, address, demoRatios);
      expect(behaviourOf(seed, address.toUpperCase(), demoRatios)).toEqual(once);
      if (once.clicks || once.unsubscribes) expect(once.opens).toBe('human');
      if (once.fate !== 'delivered') expect(once).toMatchObject({ opens: 'no', clicks: false, scanned: false });
    }),
  );
});

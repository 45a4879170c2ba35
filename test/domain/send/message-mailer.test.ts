import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { HttpRequest, HttpResponse } from '@smithy/core/protocols';
import fc from 'fast-check';
import { messageMailerWith } from '../../../lambdas/adapters/ses/message-mailer.ts';
import { signedPostOf } from '../../../lambdas/adapters/sdk/signed-post.ts';
import type { GroupMail } from '../../../domain/send/ports/group-mailer.ts';

type Said = { statusCode: number; body: string; headers?: Record<string, string> } | Error;

/** What is at the other end of the wire: keeps every request, and answers by the address that it is about. */
const ses = (answer: (address: string) => Said) => {
  const requests: HttpRequest[] = [];
  const handle = async (request: HttpRequest) => {
    requests.push(request);
    const asked = JSON.parse(String(request.body)) as { Destination: { ToAddresses: [string] } };
    const said = answer(asked.Destination.ToAddresses[0]);
    if (said instanceof Error) throw said;
    const { statusCode, body, headers = {} } = said;
    return { response: new HttpResponse({ statusCode, headers, body: Readable.from([Buffer.from(body)]) }) };
  };
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'of-the-role' };
  const client = new SESv2Client({ region: 'eu-central-1', credentials, requestHandler: { handle } });
  return { requests, mailer: messageMailerWith(signedPostOf(client, 'ses', SendEmailCommand), 'tracked') };
};

const taken = (address: string): Said => ({ statusCode: 200, body: JSON.stringify({ MessageId: `of ${address}` }) });
const refused = (statusCode: number, name: string, message: string): Said => ({
  statusCode,
  body: JSON.stringify({ message }),
  headers: { 'x-amzn-errortype': name },
});

const mailTo = (addresses: readonly string[], data: Record<string, string> = {}): GroupMail => ({
  from: { name: 'Größe "L"', address: 'news@shop.example' },
  replyTo: 'answers@shop.example',
  headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  skeleton: { subject: '{{s0}}', html: '<p>{{h0}}</p>', text: '{{t0}}' },
  entries: addresses.map((address, number) => ({
    number,
    address,
    data,
    headers: { 'List-Unsubscribe': `<https://x.example/${number}>` },
    tags: { run: 'R', n: String(number) },
  })),
});

test('each message is a call of its own with the same template, its values, headers and tags', async () => {
  const { requests, mailer } = ses(taken);
  expect(await mailer.send(mailTo(['a@b.example', 'c@d.example'], { h0: '&lt;"ü' }))).toEqual({
    kind: 'answered',
    entries: [
      { number: 0, kind: 'handedOver', sesMessageId: 'of a@b.example' },
      { number: 1, kind: 'handedOver', sesMessageId: 'of c@d.example' },
    ],
  });
  expect(requests).toHaveLength(2);
  expect(requests[1]).toMatchObject({ method: 'POST', path: '/v2/email/outbound-emails' });
  expect(JSON.parse(String(requests[1]?.body))).toEqual({
    FromEmailAddress: '=?UTF-8?B?R3LDtsOfZSAiTCI=?= <news@shop.example>',
    ReplyToAddresses: ['answers@shop.example'],
    ConfigurationSetName: 'tracked',
    Content: {
      Template: {
        TemplateContent: { Subject: '{{s0}}', Html: '<p>{{h0}}</p>', Text: '{{t0}}' },
        TemplateData: '{"h0":"&lt;\\"ü"}',
        Headers: [
          { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
          { Name: 'List-Unsubscribe', Value: '<https://x.example/1>' },
        ],
      },
    },
    Destination: { ToAddresses: ['c@d.example'] },
    EmailTags: [
      { Name: 'run', Value: 'R' },
      { Name: 'n', Value: '1' },
    ],
  });
});

test('what is signed as the hash of the body is that, whatever the values are', async () => {
  const { requests, mailer } = ses(taken);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (value) => {
      requests.length = 0;
      await mailer.send(mailTo(['a@b.example', 'c@d.example'], { h0: value }));
      for (const { headers, body } of requests) {
        expect(headers['x-amz-content-sha256']).toBe(createHash('sha256').update(String(body)).digest('hex'));
        expect(headers['authorization']).toContain('x-amz-content-sha256');
        expect(headers['content-length']).toBe(String(Buffer.byteLength(String(body))));
      }
    }),
  );
});

test('what SES says of one message says nothing of the others', async () => {
  const said: Record<string, Said> = {
    'rate@x.example': refused(429, 'TooManyRequestsException', 'Maximum sending rate exceeded.'),
    'calls@x.example': refused(400, 'ThrottlingException', 'Rate exceeded'),
    'bad@x.example': refused(400, 'MessageRejected', 'Bad content'),
    'lost@x.example': Object.assign(new Error('reset'), { code: 'ECONNRESET' }),
    'odd@x.example': { statusCode: 200, body: '{}' },
    'ill@x.example': { statusCode: 503, body: '' },
    'never@x.example': Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
  };
  const addresses = ['good@x.example', ...Object.keys(said)];
  const { requests, mailer } = ses((address) => said[address] ?? taken(address));
  expect(await mailer.send(mailTo(addresses))).toEqual({
    kind: 'answered',
    entries: [
      { number: 0, kind: 'handedOver', sesMessageId: 'of good@x.example' },
      { number: 1, kind: 'released' },
      // SendEmail has no limit of calls but the rate.
      { number: 2, kind: 'released' },
      { number: 3, kind: 'refused', reason: 'MessageRejected' },
      { number: 4, kind: 'unknown' },
      { number: 5, kind: 'unknown' },
      { number: 6, kind: 'unknown' },
      { number: 7, kind: 'released' },
    ],
    interruption: { kind: 'throttled' },
  });
  expect(requests).toHaveLength(addresses.length);
});

test.each<[string, Said, object]>([
  ['the day’s quota', refused(429, 'TooManyRequestsException', 'Daily message quota exceeded.'), { kind: 'quota' }],
  ['a paused account', refused(400, 'SendingPausedException', ''), { kind: 'account', cause: 'accountSendingPaused' }],
])('%s releases everybody and says what to wait for', async (_what, said, interruption) => {
  const { mailer } = ses(() => said);
  expect(await mailer.send(mailTo(['a@b.example', 'c@d.example']))).toEqual({
    kind: 'answered',
    entries: [
      { number: 0, kind: 'released' },
      { number: 1, kind: 'released' },
    ],
    interruption,
  });
});

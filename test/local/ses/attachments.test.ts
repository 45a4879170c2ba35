import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SESClient } from '@aws-sdk/client-ses';
import { SendBulkEmailCommand, SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import type { AttachedFile } from '../../../domain/model/attachment.ts';
import { attachmentType, nameFault } from '../../../domain/model/attachment-kind.ts';
import type { GroupMail } from '../../../domain/send/ports/group-mailer.ts';
import { signedPostOf } from '../../../lambdas/adapters/sdk/signed-post.ts';
import { groupMailerWith } from '../../../lambdas/adapters/ses/group-mailer.ts';
import { messageMailerWith } from '../../../lambdas/adapters/ses/message-mailer.ts';
import { singleMailerWith } from '../../../lambdas/adapters/ses/single-mailer.ts';
import { startSes } from './ses-server.ts';

let ses: Awaited<ReturnType<typeof startSes>>;
let v2: SESv2Client;
beforeAll(async () => {
  ses = await startSes({ perSecond: 100_000, per24Hours: 1_000_000 });
  v2 = new SESv2Client({ ...ses.client, maxAttempts: 1 });
});
afterAll(() => {
  v2.destroy();
  ses.stop();
});

const from = { name: 'Shop', address: 'news@freigabe.example' };

const groupWith = (attachments: readonly AttachedFile[]): GroupMail => ({
  from,
  replyTo: null,
  skeleton: { subject: 'Hi', html: '<p>Hi</p>', text: 'Hi' },
  headers: {},
  attachments,
  entries: [0, 1].map((number) => ({ number, address: `r${number}@post.example`, data: {}, headers: {}, tags: {} })),
});

/** The newest mail as it is on the wire, and as a mail program reads it. */
const newest = async () => {
  const { messageId = '' } = ses.account.store.latest({ limit: 1 }).messages[0] ?? {};
  const raw = await (await fetch(`${ses.url}/messages/${messageId}/raw`)).text();
  const { attachments } = await PostalMime.parse(raw);
  return {
    messageId,
    raw,
    files: attachments.map(({ filename, mimeType, content }) => ({
      name: filename,
      type: mimeType,
      base64: Buffer.from(content as ArrayBuffer).toString('base64'),
    })),
  };
};

const letters = fc.constantFrom(
  'a',
  'Z',
  '9',
  ' ',
  '-',
  '_',
  '.',
  ',',
  "'",
  '%',
  '(',
  ';',
  '=',
  'ü',
  'ß',
  'é',
  '日',
  'ع',
  '💌',
);
const file = fc
  .tuple(
    fc.array(letters, { minLength: 1, maxLength: 80 }).map((some) => some.join('')),
    // The reader of this test, not the mail, ends the lines of a calendar anew.
    fc.constantFrom('pdf', 'txt', 'PNG', 'docx', 'csv'),
    fc.uint8Array({ minLength: 1, maxLength: 400 }),
  )
  .map(([name, ending, bytes]) => ({ name: `${name}.${ending}`.normalize('NFC'), bytes }))
  .filter(({ name }) => nameFault(name) === undefined)
  .map(({ name, bytes }): AttachedFile => {
    return { name, type: attachmentType(name) ?? '', base64: Buffer.from(bytes).toString('base64') };
  });
const files = fc.uniqueArray(file, { minLength: 1, maxLength: 3, selector: ({ name }) => name });

describe('what is attached arrives byte for byte, by its name and as its type', () => {
  const ways = {
    'a call for a group': async (attached: AttachedFile[]) => {
      const mailer = groupMailerWith(signedPostOf(v2, 'ses', SendBulkEmailCommand), 'set');
      return mailer.send(groupWith(attached));
    },
    'a call for each': async (attached: AttachedFile[]) => {
      const mailer = messageMailerWith(signedPostOf(v2, 'ses', SendEmailCommand), 'set');
      return mailer.send(groupWith(attached));
    },
    'a proof': async (attachments: AttachedFile[]) => {
      const client = new SESClient({ ...ses.client, maxAttempts: 1 });
      await singleMailerWith(client).send({
        from,
        to: 'a@post.example',
        subject: 's',
        html: 'h',
        text: 't',
        attachments,
      });
      client.destroy();
      return { kind: 'answered' };
    },
  };

  test.each(Object.entries(ways))('%s', async (_, send) => {
    await fc.assert(
      fc.asyncProperty(files, async (attached) => {
        expect(await send(attached)).toMatchObject({ kind: 'answered' });
        const { raw, files: got } = await newest();
        expect(got).toEqual(attached);
        // RFC 2231: a name beyond ASCII is a parameter with its character set, never bytes of their own.
        expect(raw.slice(0, raw.indexOf('\r\n\r\n'))).not.toMatch(/[^\0-\x7f]/);
        for (const { name } of attached)
          if (/[^\0-\x7f]/.test(name)) expect(raw).toMatch(/filename\*(?:0\*)?=utf-8''/i);
      }),
      { numRuns: 25 },
    );
  });
});

const pdf = { name: 'a.pdf', type: 'application/pdf', base64: Buffer.from('%PDF-').toString('base64') };

test('a mail without attachments says nothing of them', async () => {
  const asked: string[] = [];
  const post = async ({ body }: { body: string }) => {
    asked.push(body);
    return { status: 500, headers: {}, body: '' };
  };
  await groupMailerWith(post, 'set').send(groupWith([]));
  await messageMailerWith(post, 'set').send(groupWith([]));
  expect(asked).toHaveLength(3);
  expect(asked.filter((body) => body.includes('Attachments'))).toEqual([]);
});

test('the inbox names a file and gives it to be saved, whatever it is', async () => {
  await groupMailerWith(signedPostOf(v2, 'ses', SendBulkEmailCommand), 'set').send(groupWith([pdf]));
  const { messageId } = await newest();
  const shown: unknown = await (await fetch(`${ses.url}/messages/${messageId}`)).json();
  expect(shown).toMatchObject({ attachments: [{ name: 'a.pdf', type: 'application/pdf', bytes: 5 }] });
  const answer = await fetch(`${ses.url}/messages/${messageId}/attachments/0`);
  expect(await answer.text()).toBe('%PDF-');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('content-disposition')).toBe('attachment');
  expect((await fetch(`${ses.url}/messages/${messageId}/attachments/1`)).status).toBe(404);
});

test.each([
  ['an ending that SES refuses', { ...pdf, name: 'a.PIF' }],
  ['no ending', { ...pdf, name: 'a' }],
  ['a name that is too long', { ...pdf, name: `${'a'.repeat(252)}.pdf` }],
  ['a type that is too long', { ...pdf, type: `a/${'b'.repeat(77)}` }],
])('the local SES is as strict as SES: %s', async (_, attached) => {
  const before = ses.account.store.size;
  const mailer = groupMailerWith(signedPostOf(v2, 'ses', SendBulkEmailCommand), 'set');
  const outcome = await mailer.send(groupWith([attached]));
  expect(outcome).toMatchObject({ kind: 'answered', interruption: { kind: 'split' } });
  expect(ses.account.store.size).toBe(before);
});

test('attachments are beside the megabyte that the texts of a call may have', async () => {
  const large = { ...pdf, base64: Buffer.alloc(1_500_000).toString('base64') };
  const mailer = groupMailerWith(signedPostOf(v2, 'ses', SendBulkEmailCommand), 'set');
  const { entries } = (await mailer.send(groupWith([large]))) as { entries: { kind: string }[] };
  expect(entries.map(({ kind }) => kind)).toEqual(['handedOver', 'handedOver']);
});

import { expect, test } from '@jest/globals';
import type { SendRawEmailCommand } from '@aws-sdk/client-ses';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { singleMailerWith } from '../../../lambdas/adapters/single-mailer.ts';

/** The mail as an independent parser reads what SES would be given. */
const parsed = async (mail: { sender: string; subject: string; text: string; html: string }) => {
  let data: Uint8Array | undefined;
  const client = {
    send: async ({ input }: SendRawEmailCommand) => {
      data = input.RawMessage?.Data;
    },
  };
  const { sender, ...rest } = mail;
  const from = { name: sender, address: 'news@freigabe.example' };
  await singleMailerWith(client as never).send({ ...rest, from, to: 'a@x.example' });
  return PostalMime.parse(data!);
};

const names = (mail: Awaited<ReturnType<typeof parsed>>): string[] => mail.headers.map(({ key }) => key).toSorted();
const squeezed = (text = ''): string => text.replaceAll(/\s+/g, '');

const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('\r\n', '\n', '\r\nBcc: b@x.example\r\n', '"', '<b>', '=?', '--', '{{'),
    ),
  )
  .map((parts) => `x${parts.join('')}x`);

test('no sender, subject or text of a single mail makes a header, a recipient or a part of its own', async () => {
  const plain = names(await parsed({ sender: 'n', subject: 's', text: 't', html: '<p>h</p>' }));
  await fc.assert(
    fc.asyncProperty(anyText, anyText, anyText, async (sender, subject, text) => {
      const mail = await parsed({ sender, subject, text, html: `<p>${text}</p>` });
      expect(names(mail)).toEqual(plain);
      expect(mail.to?.map(({ address }) => address)).toEqual(['a@x.example']);
      expect(mail.from?.address).toBe('news@freigabe.example');
      expect([mail.bcc ?? [], mail.attachments]).toEqual([[], []]);
      expect(squeezed(mail.subject)).toBe(squeezed(subject));
      expect(squeezed(mail.text)).toBe(squeezed(text));
      expect(squeezed(mail.html)).toBe(squeezed(`<p>${text}</p>`));
    }),
  );
});

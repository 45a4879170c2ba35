import { describe, expect, test } from '@jest/globals';
import { SESServiceException, type SendRawEmailCommand } from '@aws-sdk/client-ses';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { singleMailerWith } from '../../../lambdas/adapters/ses/single-mailer.ts';

/** What SES would be given. */
const rawOf = async (mail: { sender: string; subject: string; text: string; html: string }): Promise<Uint8Array> => {
  let data: Uint8Array | undefined;
  const client = {
    send: async ({ input }: SendRawEmailCommand) => {
      data = input.RawMessage?.Data;
    },
  };
  const { sender, ...rest } = mail;
  const from = { name: sender, address: 'news@freigabe.example' };
  await singleMailerWith(client as never).send({ ...rest, from, to: 'a@x.example' });
  return data!;
};

/** The mail as an independent parser reads it. */
const parsed = async (mail: Parameters<typeof rawOf>[0]) => PostalMime.parse(await rawOf(mail));

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

test('the encoded words of a sender and a subject have at most 75 characters each, and lines at most 76', async () => {
  const long = 'Общество любителей садоводства и 緑の庭と小さな畑を愛する人々 '.repeat(3).trim();
  const raw = Buffer.from(await rawOf({ sender: long, subject: long, text: 't', html: 'h' })).toString();
  const [head = ''] = raw.split('\r\n\r\n');
  const words = head.match(/=\?[^ ]*?\?[BQ]\?[^ ]*?\?=/g) ?? [];
  expect(words.length).toBeGreaterThan(10);
  for (const word of words) expect(word.length).toBeLessThanOrEqual(75);
  for (const line of head.split('\r\n')) if (line.includes('=?')) expect(line.length).toBeLessThanOrEqual(76);
});

test.each(['ConfigurationSetDoesNotExist', 'ConfigurationSetDoesNotExistException'])(
  'a mail about a run goes without its configuration set where that is not there, and once (%s)',
  async (name) => {
    const inputs: SendRawEmailCommand['input'][] = [];
    const client = {
      send: async ({ input }: SendRawEmailCommand) => {
        inputs.push(input);
        if (input.ConfigurationSetName !== undefined)
          throw new SESServiceException({ name, message: 'no', $fault: 'client', $metadata: { httpStatusCode: 400 } });
      },
    };
    const about = { runId: 'r', mail: 'approval', sub: 's' } as const;
    const from = { name: 'n', address: 'a@x.example' };
    const mail = { from, to: 'b@x.example', subject: 's', html: 'h', text: 't', about };
    await singleMailerWith(client as never, { configurationSet: 'own', tries: 1 }).send(mail);
    expect(inputs.map(({ ConfigurationSetName, Tags }) => [ConfigurationSetName, Tags?.length])).toEqual([
      ['own', 3],
      [undefined, undefined],
    ]);
  },
);

describe('a single mail that SES refuses as too fast', () => {
  const refusal = (name: string, message: string) =>
    new SESServiceException({ name, message, $fault: 'client', $metadata: { httpStatusCode: 400 } });
  const tooFast = refusal('Throttling', 'Maximum sending rate exceeded.');

  /** How often SES is asked, and what for it waited, when these are its first answers. */
  const sent = async (...answers: Error[]) => {
    const waits: number[] = [];
    let calls = 0;
    const client = {
      send: async () => {
        calls += 1;
        const answer = answers.shift();
        if (answer) throw answer;
      },
    };
    const mail = { from: { name: 'n', address: 'a@x.example' }, to: 'b@x.example', subject: 's', html: 'h', text: 't' };
    const mailer = singleMailerWith(client as never, { sleep: async (milliseconds) => void waits.push(milliseconds) });
    const error = await mailer.send(mail).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    return { calls, waits, error };
  };

  test('is sent a little later: nobody got it', async () => {
    expect(await sent(tooFast, tooFast)).toMatchObject({ calls: 3, error: undefined });
    expect(await sent(refusal('TooManyRequestsException', 'Rate exceeded'))).toMatchObject({ calls: 2 });
  });

  test('is given up after some seconds, within the time of who waits for it', async () => {
    const { calls, waits, error } = await sent(...Array.from({ length: 9 }, () => tooFast));
    expect(calls).toBe(5);
    expect(error).toMatchObject({ why: 'rate' });
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(20_000);
  });

  test.each([
    refusal('Throttling', 'Daily message quota exceeded.'),
    refusal('MessageRejected', 'Email address is not verified.'),
    new Error('socket hang up'),
  ])('and nothing else is sent twice: %s', async (answer) => {
    expect(await sent(answer)).toMatchObject({ calls: 1, waits: [], error: { name: answer.name } });
  });
});

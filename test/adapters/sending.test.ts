import { describe, expect, test } from '@jest/globals';
import { SESClient } from '@aws-sdk/client-ses';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SendBulkEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import type { Group } from '../../domain/model/ledger.ts';
import type { GroupMail } from '../../domain/send/ports/group-mailer.ts';
import { groupClaimsIn } from '../../lambdas/adapters/dynamodb/group-claims.ts';
import { groupMailerWith } from '../../lambdas/adapters/ses/group-mailer.ts';
import { ledgerIn } from '../../lambdas/adapters/dynamodb/ledger.ts';
import { rateLeasesIn } from '../../lambdas/adapters/dynamodb/rate-leases.ts';
import { senderDomainWith } from '../../lambdas/adapters/ses/sender-domain.ts';
import { isVerifiedBy, quotaFrom } from '../../lambdas/adapters/ses/ses-account.ts';
import { sesIdentitiesWith } from '../../lambdas/adapters/ses/ses-identities.ts';
import { signedPostOf } from '../../lambdas/adapters/sdk/signed-post.ts';
import { directWritesWith } from '../../lambdas/adapters/dynamodb/direct-writes.ts';
import { singleMailerWith } from '../../lambdas/adapters/ses/single-mailer.ts';
import { textsFrom } from '../../lambdas/adapters/dns/text-records.ts';
import { Inbox } from '../../local/demo/inbox.ts';
import { documents, dynamoDb, fresh, outputs, ses, sesUrl } from './local-aws.ts';

const writes = directWritesWith(dynamoDb, signedPostOf(dynamoDb, 'dynamodb', PutItemCommand));

describe('the ledger', () => {
  const ledger = {
    ...ledgerIn(documents, { messages: outputs.MessagesTable, kpis: outputs.KpisTable }),
    ...groupClaimsIn(writes, outputs.MessagesTable),
  };
  const group = (runId: string, attempt: string): Group => ({
    runId,
    chunk: 0,
    from: 0,
    to: 9,
    generation: 0,
    attempt,
    claimedAt: '2026-11-24T10:00:00.000Z',
    deadline: '2026-11-24T10:15:00.000Z',
  });
  const outcome = {
    closedAt: '2026-11-24T10:00:01.000Z',
    handedOver: [{ number: 0, sesMessageId: 'm' }],
    refused: [],
    optedOut: [],
    released: [1],
  };

  test('of workers that claim the same group at the same time exactly one gets it', async () => {
    const runId = fresh('run');
    const claims = await Promise.all(
      ['a', 'b', 'c', 'd'].map(async (attempt) => ledger.claim(group(runId, attempt), [])),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await ledger.ofChunk(runId, 0)).toHaveLength(1);
  });

  test('only the attempt that holds a group open closes it', async () => {
    const runId = fresh('run');
    await ledger.claim(group(runId, 'mine'), []);
    await ledger.close([{ ...group(runId, 'other'), outcome }]);
    expect((await ledger.ofChunk(runId, 0))[0]?.outcome).toBeUndefined();
    await ledger.close([{ ...group(runId, 'mine'), outcome }]);
    expect((await ledger.ofChunk(runId, 0))[0]?.outcome).toEqual(outcome);
  });

  test('a claim that stands says how others ended, and one that does not stand says nothing', async () => {
    const runId = fresh('run');
    const first = group(runId, 'first');
    const second = { ...group(runId, 'second'), from: 10, to: 19 };
    const ended = { ...first, outcome };
    await ledger.claim(first, []);
    expect(await ledger.claim({ ...group(runId, 'late'), to: 4 }, [ended])).toBe(false);
    expect(await ledger.ofChunk(runId, 0)).toEqual([first]);
    expect(await ledger.claim(second, [ended])).toBe(true);
    expect(await ledger.ofChunk(runId, 0)).toEqual([ended, second]);
    const unknown = { ...second, deadline: '2026-11-24T10:00:30.000Z' };
    await ledger.close([unknown, ended]);
    expect(await ledger.ofChunk(runId, 0)).toEqual([ended, unknown]);
  });

  test('a second try of the SDK after a lost answer finds its own claim and its own close', async () => {
    const runId = fresh('run');
    const mine = group(runId, 'mine');
    expect([await ledger.claim(mine, []), await ledger.claim(mine, [])]).toEqual([true, true]);
    await ledger.close([{ ...mine, outcome }]);
    await ledger.close([{ ...mine, outcome }]);
    expect((await ledger.ofChunk(runId, 0))[0]?.outcome).toEqual(outcome);
  });

  test('a tally never replaces one that knows more', async () => {
    const runId = fresh('run');
    const later = { chunk: 0, closed: 3, handedOver: 30, refused: 0, optedOut: 0, open: 0 };
    await ledger.putTally(runId, later);
    await ledger.putTally(runId, { ...later, closed: 2, handedOver: 20 });
    await ledger.putTally(runId, later);
    expect(await ledger.tallies(runId)).toEqual([later]);
  });
});

test('workers that lease at the same time never take more of a second than it has', async () => {
  const leases = rateLeasesIn({ writes, documents }, outputs.MessagesTable);
  const second = 4_000_000_000 + Math.floor(Math.random() * 1_000_000);
  const taken = await Promise.all(Array.from({ length: 20 }, async () => leases.take(second, 7, 100)));
  const got = taken.flatMap((each) => ('before' in each ? [each.before] : []));
  expect(got.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 14 }, (_, index) => index * 7));
});

test('of workers that want the next bulk call exactly one gets it, and a limit is written by who read the last one', async () => {
  const leases = rateLeasesIn({ writes, documents }, outputs.MessagesTable);
  // Other tests send meanwhile: what they see is that calls are limited a moment ago.
  const now = Date.now();
  const taken = await Promise.all(Array.from({ length: 5 }, async () => leases.takeBulkCall(now, now + 1050)));
  expect(taken.filter(({ isTaken }) => isTaken)).toHaveLength(1);
  expect(taken.filter(({ isTaken }) => !isTaken)).toEqual(
    Array.from({ length: 4 }, () => ({ isTaken: false, nextAt: now + 1050 })),
  );
  const { bulkCalls: before, backOff } = await leases.limits();
  const limit = { perSecond: 64, loweredAt: now, until: now };
  expect(await leases.setBulkCalls(limit, before)).toBe(true);
  expect(await leases.setBulkCalls({ ...limit, until: now + 1 }, before)).toBe(before?.until === now);
  expect(await leases.limits()).toEqual({ bulkCalls: limit, ...(backOff && { backOff }) });
  expect(await leases.setBulkCalls({ ...limit, until: now + 1 }, limit)).toBe(true);
});

describe('SES', () => {
  const inbox = new Inbox(sesUrl);
  const sender = { name: 'Shop', address: 'news@freigabe.example' };
  const mailer = groupMailerWith(
    signedPostOf(new SESv2Client(ses), 'ses', SendBulkEmailCommand),
    outputs.ConfigurationSetName,
  );
  const mail = (run: string, tos: string[]): GroupMail => ({
    headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    from: sender,
    replyTo: null,
    skeleton: { subject: 'Hi {{s0}}', html: '<p>{{h0}}</p>', text: '{{t0}}' },
    entries: tos.map((address, number) => ({
      number,
      address,
      data: { s0: `N${number}`, h0: '&lt;b&gt;', t0: 'plain' },
      headers: { 'List-Unsubscribe': '<https://x.example/u>' },
      tags: { run, n: String(number), p: `p${number}` },
    })),
  });
  const fault = async (faults: object) => fetch(`${sesUrl}/faults`, { method: 'PUT', body: JSON.stringify(faults) });

  test('a group goes out with headers and tags of each recipient, values as they are', async () => {
    const run = fresh('run');
    const outcome = await mailer.send(mail(run, ['a@reader.example', 'b@reader.example']));
    expect(outcome).toMatchObject({
      kind: 'answered',
      entries: [
        { number: 0, kind: 'handedOver' },
        { number: 1, kind: 'handedOver' },
      ],
    });
    const mails = await inbox.find({ tag: `run:${run}` });
    expect(mails.map(({ to, subject, text }) => [to, subject, text])).toEqual([
      ['a@reader.example', 'Hi N0', 'plain'],
      ['b@reader.example', 'Hi N1', 'plain'],
    ]);
  });

  test('a throttled entry is released, a rejected one is refused, a lost connection is unknown', async () => {
    await fault({ throttleNext: 1, rejectAddresses: ['bad@reader.example'] });
    const answered = await mailer.send(
      mail(fresh('run'), ['a@reader.example', 'bad@reader.example', 'c@reader.example']),
    );
    expect(answered).toMatchObject({
      kind: 'answered',
      entries: [{ kind: 'released' }, { kind: 'refused', reason: 'MESSAGE_REJECTED' }, { kind: 'handedOver' }],
    });
    await fault({ resetAfter: 1, rejectAddresses: [] });
    expect(await mailer.send(mail(fresh('run'), ['a@reader.example']))).toEqual({ kind: 'unknown' });
    await fetch(`${sesUrl}/faults`, { method: 'DELETE' });
  });

  test('the account tells its rate, its quota and which senders are verified', async () => {
    const client = new SESv2Client({ ...ses, maxAttempts: 6 });
    const isVerified = isVerifiedBy(sesIdentitiesWith(client, () => Date.now()));
    expect(await quotaFrom(client)()).toMatchObject({ perSecond: expect.any(Number), per24Hours: 50_000 });
    expect(await isVerified('news@freigabe.example')).toBe(true);
    expect(await isVerified('news@elsewhere.example')).toBe(false);
  });

  test('a domain tells whether it is signed for, and its records come from what answers for the DNS', async () => {
    const identities = sesIdentitiesWith(new SESv2Client({ ...ses, maxAttempts: 6 }), () => Date.now());
    const domain = senderDomainWith(identities, textsFrom(`${sesUrl}/texts`));
    expect([await domain.isSigned('freigabe.example'), await domain.isSigned('elsewhere.example')]).toEqual([
      true,
      false,
    ]);
    expect(await domain.mailFrom('freigabe.example')).toBe('freigabe.example');
    expect(await domain.texts('_dmarc.freigabe.example')).toEqual(['v=DMARC1; p=none']);
    expect(await domain.texts('_dmarc.elsewhere.example')).toEqual([]);
    expect(await textsFrom('http://127.0.0.1:9/texts')('freigabe.example')).toBeUndefined();
  });

  test('a single mail arrives whole, with names beyond ASCII and no line of its own making', async () => {
    const single = singleMailerWith(new SESClient(ses));
    const to = `${fresh('single')}@reader.example`;
    await single.send({
      from: { name: 'Käthe Öztürk', address: 'freigabe@freigabe.example' },
      to,
      subject: 'Grüße 陽子',
      html: '<p>ä</p>',
      text: 'ä',
    });
    const [received] = await inbox.find({ to });
    expect(received).toMatchObject({ subject: 'Grüße 陽子', text: expect.stringContaining('ä') });
  });
});

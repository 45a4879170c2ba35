import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CheckLimits, limitsOf, SendWindow } from '../../../domain/model/check-limits.ts';
import type { SenderDomain } from '../../../domain/prepare/ports/sender-domain.ts';
import { copyOf } from '../../../domain/write/copy-of.ts';
import { audienceChangeChecks, copiedScheduleChecks, lastToDeliver } from '../../../domain/prepare/history-checks.ts';
import { imagesWeightCheck } from '../../../domain/prepare/markup.ts';
import { forecast } from '../../../domain/prepare/quota.ts';
import { sendWindowChecks } from '../../../domain/prepare/send-window.ts';
import { senderProofChecks, senderProofs } from '../../../domain/prepare/sender-proofs.ts';
import type { Decision, RunIn } from '../../../domain/model/run.ts';
import type { Schedule } from '../../../domain/model/schedule.ts';
import { readMarkup } from '../../../lambdas/content/read-markup.ts';
import { prepareRun } from '../../../lambdas/prepare/prepare-run.ts';
import { author, awaiting, now, person, preparation, preparing } from '../samples.ts';
import { peopleWith, PrepareWorld } from './prepare-world.ts';

const HOUR = 3_600_000;
const at = Date.parse(now);

describe('how a run uses the quota', () => {
  const quota = { perSecond: 10, per24Hours: 50_000, sentLast24Hours: 20_000 };
  const told = (toDeliver: number, starts = at, change = {}) =>
    forecast({ quota: { ...quota, ...change }, toDeliver, starts, now: at });

  test('what fits goes out at the granted rate; what does not waits for a day each time', () => {
    expect(told(30_000)).toMatchObject({ free: 30_000, share: 0.6, seconds: 3000, ends: at + 3_000_000 });
    expect(told(85_000)).toMatchObject({ share: 1.7, ends: at + 48 * HOUR + 500_000 });
    // One message of 50,000 is no tenth of them.
    expect(told(1).share).toBe(0.001);
    expect(told(80_000).ends).toBe(at + 24 * HOUR + 5_000_000);
  });

  test('what was sent today no longer counts for a run that starts a day later', () => {
    expect(told(45_000, at + 24 * HOUR)).toMatchObject({ free: 50_000, ends: at + 24 * HOUR + 4_500_000 });
  });

  test('an account without a daily limit never waits', () => {
    expect(told(1_000_000, at, { per24Hours: -1 })).toMatchObject({ share: 0, free: 1_000_000 });
  });

  test('more messages never end earlier', () => {
    const size = fc.integer({ min: 0, max: 500_000 });
    fc.assert(
      fc.property(size, size, (one, other) => {
        const [fewer, more] = [Math.min(one, other), Math.max(one, other)];
        expect(told(fewer).ends).toBeLessThanOrEqual(told(more).ends);
      }),
    );
  });
});

describe('the window for sending', () => {
  // 1 December 2026 is a Tuesday; Berlin is an hour ahead of UTC.
  const schedule: Schedule = { mode: 'onDate', startSendingFrom: '2026-12-01T09:00', zone: 'Europe/Berlin' };
  const window = SendWindow.parse({ days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00', zone: 'UTC' });
  const verdict = (starts: string, minutes: number, change: Partial<SendWindow> = {}, planned = true) =>
    sendWindowChecks([{ ...window, ...change }], {
      schedule: planned ? schedule : { mode: 'onceConfirmed' },
      sendAt: planned ? starts : undefined,
      forecast: { starts: Date.parse(starts), ends: Date.parse(starts) + minutes * 60_000 },
    })[0]?.verdict;

  test('is looked at in the zone of the campaign, from the first message to the last', () => {
    expect(verdict('2026-12-01T07:00:00Z', 60)).toBe('passed');
    expect(verdict('2026-12-01T06:59:00Z', 60)).toBe('warning');
    expect(verdict('2026-12-01T16:00:00Z', 60)).toBe('passed');
    expect(verdict('2026-12-01T16:00:00Z', 61)).toBe('warning');
    expect(verdict('2026-12-05T08:00:00Z', 1)).toBe('warning');
    expect(verdict('2026-12-01T08:00:00Z', 24 * 60)).toBe('warning');
  });

  test('blocks a planned time if it is told to; what starts once confirmed it only warns of', () => {
    expect(verdict('2026-12-01T20:00:00Z', 1, { blocking: true })).toBe('blocking');
    expect(verdict('2026-12-01T20:00:00Z', 1, { blocking: true }, false)).toBe('warning');
    // Without a zone of its own the campaign is judged in that of the window.
    expect(verdict('2026-12-01T17:30:00Z', 1, {}, false)).toBe('passed');
  });

  test('of the stage holds besides that of the campaign, and nobody widens it', () => {
    const stage = CheckLimits.parse({ sendWindow: { ...window, blocking: true } });
    const wide = { ...window, from: '00:00', to: '23:59' };
    const limits = limitsOf(stage, { sendWindow: wide, audienceChangePercent: 50 });
    expect(limits).toEqual({ audienceChangePercent: 20, sendWindows: [stage.sendWindow, wide] });
    const evening = Date.parse('2026-12-01T20:00:00Z');
    const planned = { schedule, sendAt: '2026-12-01T20:00:00Z', forecast: { starts: evening, ends: evening } };
    expect(sendWindowChecks(limits.sendWindows, planned)).toMatchObject([
      { verdict: 'blocking', facts: { from: '08:00', to: '18:00', zone: 'Europe/Berlin' } },
    ]);
    expect(sendWindowChecks([], planned)).toEqual([]);
  });

  test('begins before it ends', () => {
    expect(SendWindow.safeParse({ ...window, from: '18:00', to: '08:00' }).success).toBe(false);
  });
});

describe('the audience beside that of the last run', () => {
  test('warns beyond the limit, upwards and downwards, with both numbers', () => {
    const verdict = (before: number | undefined, toDeliver: number) => audienceChangeChecks(before, toDeliver, 20)[0];
    expect(verdict(100, 120)?.verdict).toBe('passed');
    expect(verdict(100, 121)).toMatchObject({ verdict: 'warning', facts: { before: 100, now: 121, percent: 21 } });
    expect(verdict(100, 79)?.verdict).toBe('warning');
    expect(verdict(undefined, 79)).toBeUndefined();
  });

  test('is that of the last one that was confirmed or sent, not of one that was only prepared', () => {
    const decision: Decision = {
      decision: 'confirm',
      manifestHash: 'a',
      acknowledged: [],
      by: person,
      at: now,
      via: 'console',
    };
    const of = (toDeliver: number) => ({ ...preparation, counts: { targeted: toDeliver, excluded: [], toDeliver } });
    const confirmed: RunIn<'Scheduled'> = {
      ...awaiting,
      state: 'Scheduled',
      preparation: of(50),
      decision,
      startAt: now,
    };
    const rejected: RunIn<'Rejected'> = {
      ...awaiting,
      state: 'Rejected',
      preparation: of(7),
      decision: { ...decision, decision: 'reject' },
    };
    expect(lastToDeliver([preparing, awaiting, rejected, confirmed])).toBe(50);
    expect(lastToDeliver([preparing, awaiting])).toBeUndefined();
  });
});

describe('a copy of a campaign', () => {
  const original = {
    id: 'c',
    version: 7,
    createdAt: now,
    createdBy: author,
    updatedAt: now,
    updatedBy: author,
    name: 'Letter',
    list: 'friends',
    sender: { name: 'Shop', address: 'news@shop.example' },
    content: { subject: 'Hi', preheader: '', html: '<p>Hi</p>', text: 'Hi' },
    schedule: { mode: 'onDate', startSendingFrom: '2026-12-01T09:00', zone: 'Europe/Berlin' },
    requestConfirmation: true,
  } as const;

  test('is a draft of the one who copies, without its schedule, and the preparation warns of that', () => {
    const copy = copyOf(original, { id: 'd', name: 'Letter 2', by: person, at: now });
    expect(copy).toMatchObject({
      id: 'd',
      version: 1,
      createdBy: person,
      content: original.content,
      schedule: { mode: 'onceConfirmed' },
      copiedFrom: { id: 'c', name: 'Letter', mode: 'onDate' },
    });
    expect(copiedScheduleChecks(copy)).toMatchObject([{ verdict: 'warning', facts: { original: 'Letter' } }]);
    expect(copiedScheduleChecks({ ...copy, schedule: original.schedule })).toEqual([]);
    expect(copiedScheduleChecks(original)).toEqual([]);
  });
});

describe('what shows a mailbox that the sender is genuine', () => {
  const dns = (records: Record<string, string[] | undefined>, change: Partial<SenderDomain> = {}): SenderDomain => ({
    isSigned: async () => true,
    mailFrom: async (domain) => domain,
    texts: async (name) => (name in records ? records[name] : []),
    ...change,
  });
  const checks = async (sender: SenderDomain) =>
    senderProofChecks('mail.shop.example', await senderProofs(sender, 'mail.shop.example'));
  const spf = ['other', 'v=spf1 include:_spf.example include:amazonses.com ~all'];

  test('is found where it stands: DMARC also above, SPF at the domain of the envelope', async () => {
    const found = await checks(
      dns(
        { 'bounce.shop.example': spf, '_dmarc.shop.example': ['v=DMARC1; p=reject'] },
        { mailFrom: async () => 'bounce.shop.example' },
      ),
    );
    expect(found).toMatchObject([{ verdict: 'passed', facts: { present: ['DKIM', 'SPF', 'DMARC'] } }]);
  });

  test('is a warning when it is missing', async () => {
    const found = await checks(dns({ 'mail.shop.example': ['v=spf1 -all'] }, { isSigned: async () => false }));
    expect(found).toMatchObject([{ verdict: 'warning', facts: { missing: ['DKIM', 'SPF', 'DMARC'] } }]);
  });

  test('is unknown when nobody answers, and never called missing', async () => {
    const silent = { 'mail.shop.example': spf, '_dmarc.mail.shop.example': undefined };
    expect(await checks(dns(silent))).toMatchObject([
      { verdict: 'passed', facts: { present: ['DKIM', 'SPF'] } },
      { code: 'senderProofsUnknown', verdict: 'information', facts: { unknown: ['DMARC'] } },
    ]);
    const nobody = dns({}, { isSigned: async () => undefined, texts: async () => undefined });
    expect((await checks(nobody)).map(({ code }) => code)).toEqual(['senderProofsUnknown']);
  });
});

test.each([
  [true, ['warning']],
  [false, []],
  [undefined, []],
])('an account that is in the sandbox (%s) is told before anybody confirms', async (isInSandbox, verdicts) => {
  const world = new PrepareWorld({}, peopleWith([{}]));
  const { ports } = world;
  const quota = { ...(await ports.account.quota()), ...(isInSandbox !== undefined && { isInSandbox }) };
  await prepareRun({ ...ports, account: { ...ports.account, quota: async () => quota } })(
    { runId: 'r' },
    () => 900_000,
  );
  if (world.run.state !== 'AwaitingConfirmation') throw new Error(`the run is ${world.run.state}`);
  const found = world.run.preparation.checks.filter(({ code }) => code === 'productionAccess');
  expect(found.map(({ verdict }) => verdict)).toEqual(verdicts);
});

test('pictures inside the mail are weighed, those elsewhere are counted and said to be unknown', () => {
  const picture = `data:image/png;base64,${Buffer.alloc(60_000).toString('base64')}`;
  const check = (html: string) => imagesWeightCheck(readMarkup(html));
  expect(check('<p>Hi</p>').verdict).toBe('passed');
  expect(check(`<img src="${picture}">`)).toMatchObject({ verdict: 'passed', facts: { kilobytes: 59, remote: 0 } });
  expect(check(`<img src="${picture}"><img src="${picture}">`).verdict).toBe('warning');
  expect(check('<img src="https://shop.example/a.png">')).toMatchObject({
    verdict: 'information',
    facts: { remote: 1 },
  });
});

test('a sender whose From is longer than SES takes, saved by an earlier version, blocks its preparation', async () => {
  const world = new PrepareWorld({}, peopleWith([{}]));
  const { ports } = world;
  const { campaigns } = ports;
  const name = '緑'.repeat(95);
  const withContent: typeof campaigns.withContent = async (id) => {
    const known = await campaigns.withContent(id);
    return known && { ...known, sender: { ...known.sender, name } };
  };
  await prepareRun({ ...ports, campaigns: { withContent } })({ runId: 'r' }, () => 900_000);
  if (world.run.state !== 'PreparationFailed') throw new Error(`the run is ${world.run.state}`);
  expect(world.run.checks.filter(({ verdict }) => verdict === 'blocking')).toMatchObject([
    { code: 'senderLength', facts: { needed: expect.any(Number), limit: 320 } },
  ]);
});

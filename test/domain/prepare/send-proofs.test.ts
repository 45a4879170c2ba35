import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NotMailed } from '../../../domain/ports/single-mailer.ts';
import { ProofRules } from '../../../domain/model/proof-rules.ts';
import { ProofWorld, strangers, token } from './proof-world.ts';

const world = (rules: Parameters<typeof ProofRules.parse>[0] = {}) => new ProofWorld(ProofRules.parse(rules));

describe('who gets proofs', () => {
  const rules = { domains: ['Example.com', 'bücher.example'], testAddresses: ['Seed@mailbox.example'] };

  test.each([
    ['of the user pool', 'anton@freigabe.example'],
    ['of the user pool, in other letters', 'Anton@Freigabe.example'],
    ['who signs in elsewhere', 'dora@company.example'],
    ['of a domain that the stage names', 'Anybody@EXAMPLE.com'],
    ['of such a domain as mail has it', 'anybody@xn--bcher-kva.example'],
    ['who is a test address of the stage', 'seed@Mailbox.example'],
  ])('somebody %s', async (_who, address) => {
    const proofs = world(rules);
    await expect(proofs.send([address])).resolves.toMatchObject({ sent: 1 });
    expect(proofs.mails.map(({ to }) => to)).toEqual([address]);
  });

  test.each([
    ['a stranger', 'somebody@evil.example'],
    ['a subdomain of a named domain', 'somebody@sub.example.com'],
    ['a domain that only ends like a named one', 'somebody@evilexample.com'],
    ['a named domain before the @', 'example.com@evil.example'],
    ['a neighbour of a test address', 'seed2@mailbox.example'],
    ['a disabled account', 'bea@freigabe.example'],
    ['an account without a password', 'carl@freigabe.example'],
    ['an address that its account did not prove', 'victim@evil.example'],
    ['a stranger with a quotation mark', `o'"x@evil.example`],
  ])('never %s, and then nobody does', async (_who, address) => {
    const proofs = world(rules);
    const refusal = proofs.send(['anton@freigabe.example', address]);
    await expect(refusal).rejects.toMatchObject({
      code: 'not-permitted',
      cause: 'proofsToStrangers',
      facts: { positions: [2] },
    });
    await expect(refusal).rejects.not.toMatchObject({ message: expect.stringContaining('@') });
    expect([proofs.mails, proofs.counted, proofs.audit]).toEqual([[], { run: 0, day: 0 }, []]);
  });

  test('a stage that names nobody sends to its people only', async () => {
    await expect(world().send(['anybody@example.com'])).rejects.toMatchObject({ cause: 'proofsToStrangers' });
    await expect(world().send(['anton@freigabe.example'])).resolves.toMatchObject({ sent: 1 });
  });

  test.each(['*', 'com', '@example.com', 'a@b.example', 'exa mple.com', 'http://example.com', '.example.com', ''])(
    'a stage cannot name "%s" as a domain',
    (domain) => {
      expect(ProofRules.safeParse({ domains: [domain] }).success).toBe(false);
    },
  );
});

describe('how many proofs go out', () => {
  const rules = { domains: ['example.com'], perRun: 100, perDay: 150 };

  test('as many as a run has, and 429 beyond; the same address twice is one', async () => {
    const proofs = world(rules);
    await proofs.send(strangers(99));
    await proofs.send(['A@example.com', 'a@example.com']);
    await expect(proofs.send(strangers(1))).rejects.toMatchObject({
      code: 'too-many',
      cause: 'proofsOfRunUsedUp',
      facts: { cap: 100, left: 0 },
    });
    expect(proofs.mails).toHaveLength(100);
    expect(proofs.audit.map(({ facts }) => facts['recipients'])).toEqual([99, 1]);
  });

  test('as many as a day has, over all runs; it says when it is free again', async () => {
    const proofs = world(rules);
    await proofs.send(strangers(80));
    proofs.runId = 'another';
    await expect(proofs.send(strangers(71))).rejects.toMatchObject({
      cause: 'proofsOfDayUsedUp',
      facts: { cap: 150, left: 70, until: '2026-11-25T00:00:00.000Z', retryAfterSeconds: 14 * 3600 },
    });
    await proofs.send(strangers(70));
    expect(proofs.mails).toHaveLength(150);
    proofs.at = Date.parse('2026-11-25T00:00:00.000Z');
    await expect(proofs.send(strangers(30))).resolves.toMatchObject({ sent: 30 });
  });

  test('never more, however many ask at the same time and whatever SES takes of it', async () => {
    const size = fc.integer({ min: 1, max: 12 });
    const call = fc.record({ size, taken: fc.integer({ min: 0, max: 12 }), run: fc.constantFrom('r', 'another') });
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 2, maxLength: 8 }), async (calls) => {
        const proofs = world({ domains: ['example.com'], perRun: 15, perDay: 20 });
        await Promise.allSettled(
          calls.map(async ({ size: many, taken, run }) => proofs.send(strangers(many), { runId: run, takes: taken })),
        );
        const of = (run: string) => proofs.mails.filter(({ runId }) => runId === run).length;
        expect(of('r')).toBeLessThanOrEqual(15);
        expect(of('another')).toBeLessThanOrEqual(15);
        expect(proofs.mails.length).toBeLessThanOrEqual(20);
        // What SES did not take is there for others; what it took is counted.
        expect(proofs.counted.day).toBe(proofs.mails.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('when SES does not take them', () => {
  const rules = { domains: ['example.com'] };

  test('a rate that is used up is waited for', async () => {
    const proofs = world(rules);
    proofs.refusals = [undefined, new NotMailed('rate', 'Throttling'), new NotMailed('rate', 'Throttling')];
    await expect(proofs.send(strangers(3))).resolves.toMatchObject({ sent: 3 });
    expect(proofs.slept).toEqual([1000, 1000]);
  });

  test.each([
    ['its rate stays used up', new NotMailed('rate', 'Throttling'), 'proofsHeldBack', 59],
    ['its day is used up', new NotMailed('quota', 'Throttling'), 'proofsHeldBack', 59],
    ['it refuses one', new NotMailed('mail', 'MessageRejected'), 'proofsRefused', 59],
    ['an answer is lost', new Error('socket hang up'), 'proofsHeldBack', 60],
  ])('because %s, who asked is told how many went out', async (_why, refusal, cause, counted) => {
    const proofs = world(rules);
    proofs.refusals = [...Array.from({ length: 59 }, () => undefined), ...Array.from({ length: 100 }, () => refusal)];
    const code = cause === 'proofsRefused' ? 'conflict' : 'too-many';
    await expect(proofs.send(strangers(100))).rejects.toMatchObject({ code, cause, facts: { sent: 59, left: 41 } });
    expect(proofs.audit).toMatchObject([{ what: 'proofSent', facts: { recipients: 59 } }]);
    expect(proofs.counted).toEqual({ run: counted, day: counted });
  });

  test('a surprise before the first one is none of theirs', async () => {
    const proofs = world(rules);
    proofs.refusals = [new Error('AccessDenied')];
    await expect(proofs.send(strangers(2))).rejects.toThrow('AccessDenied');
    expect(proofs.audit).toEqual([]);
  });
});

test('proofs are in the audit with who sent how many, and their subject counts them', async () => {
  const proofs = world();
  await expect(proofs.send(['anton@freigabe.example'])).resolves.toEqual({ sent: 1, subject: 'Proof 1: Hello' });
  await expect(proofs.send(['anton@freigabe.example'])).resolves.toEqual({ sent: 1, subject: 'Proof 2: Hello' });
  expect(proofs.audit).toMatchObject([{ by: { sub: token.sub }, facts: { recipients: 1 } }, {}]);
});

import { describe, expect, test } from '@jest/globals';
import { ProofRules } from '../../../domain/model/proof-rules.ts';
import { ProofWorld, strangers } from './proof-world.ts';

const named = ProofRules.parse({ domains: ['example.com'] });
/** The Lambda has 29 seconds, of which the last mail and the records behind it take some. */
const LAMBDA_MS = 29_000;

describe('proofs end before their Lambda does', () => {
  test.each([
    ['slow from the first mail on', { cognito: 0, ses: 700 }, LAMBDA_MS],
    ['very slow', { cognito: 0, ses: 5_000 }, LAMBDA_MS],
    ['slow in a Lambda that has begun long ago', { cognito: 0, ses: 700 }, 12_000],
  ])('SES is %s: who asked is told how many went out, and that is in the audit', async (_, takes, timeLeft) => {
    const proofs = new ProofWorld(named);
    const end = proofs.at + timeLeft;
    Object.assign(proofs, { takes, timeLeft });
    const refusal = await proofs.send(strangers(100)).catch((error: unknown) => error);
    const sent = proofs.mails.length;
    expect(sent).toBeGreaterThan(0);
    expect(refusal).toMatchObject({ cause: 'proofsHeldBack', facts: { sent, left: 100 - sent } });
    expect(proofs.audit).toMatchObject([{ what: 'proofSent', facts: { recipients: sent } }]);
    expect(proofs.counted.run).toBe(sent);
    expect(proofs.at).toBeLessThan(end - 1000);
  });

  test('what was used up by asking who they are is not there for the mails', async () => {
    const proofs = new ProofWorld(ProofRules.parse({ domains: ['example.com'], testAddresses: [] }));
    Object.assign(proofs, { takes: { cognito: 15_000, ses: 700 }, timeLeft: LAMBDA_MS });
    const end = proofs.at + LAMBDA_MS;
    await expect(proofs.send(['anton@freigabe.example', ...strangers(99)])).rejects.toMatchObject({
      cause: 'proofsHeldBack',
    });
    expect(proofs.mails.length).toBeGreaterThan(0);
    expect(proofs.at).toBeLessThan(end - 1000);
  });

  test('nothing goes out, and nothing is counted, when nobody could be asked in time', async () => {
    const proofs = new ProofWorld(named);
    Object.assign(proofs, { takes: { cognito: 9_000, ses: 0 }, timeLeft: LAMBDA_MS });
    const many = Array.from({ length: 30 }, (_, index) => `somebody.${index}@freigabe.example`);
    await expect(proofs.send(many)).rejects.toMatchObject({ code: 'busy', cause: 'proofsNotChecked' });
    expect([proofs.mails, proofs.counted, proofs.audit]).toEqual([[], { run: 0, day: 0 }, []]);
    expect(proofs.at).toBeLessThan(Date.parse('2026-11-24T10:00:00.000Z') + LAMBDA_MS);
  });
});

describe('who may get a proof', () => {
  test('is asked once for each person, and some at a time', async () => {
    const proofs = new ProofWorld(named);
    await proofs.send(['anton@freigabe.example', 'ANTON@freigabe.example', 'Anton@Freigabe.example']);
    expect(proofs.questions).toHaveLength(1);
    await expect(
      proofs.send(Array.from({ length: 100 }, (_, index) => `nobody.${index}@freigabe.example`)),
    ).rejects.toMatchObject({ cause: 'proofsToStrangers' });
    expect(proofs.questions).toHaveLength(101);
    expect(proofs.atOnce).toBeGreaterThan(1);
    expect(proofs.atOnce).toBeLessThanOrEqual(5);
  });

  test('is said by the places in the list that was sent, of each spelling', async () => {
    const proofs = new ProofWorld(named);
    const list = ['x@evil.example', 'a@example.com', 'X@evil.example', 'anton@freigabe.example', 'y@evil.example'];
    await expect(proofs.send(list)).rejects.toMatchObject({ facts: { positions: [1, 3, 5] } });
  });
});

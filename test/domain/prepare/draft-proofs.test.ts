import { describe, expect, test } from '@jest/globals';
import { DraftProofRequest } from '../../../domain/prepare/api.ts';
import { NotMailed } from '../../../domain/ports/single-mailer.ts';
import { ProofRules } from '../../../domain/model/proof-rules.ts';
import { now } from '../samples.ts';
import { ProofWorld, strangers, token } from './proof-world.ts';

const named = ProofRules.parse({ domains: ['example.com'], perRun: 1, perDay: 5 });

describe('a mail that is being written', () => {
  test('goes to known people as it was shown, under a subject of one line that says what it is', async () => {
    const proofs = new ProofWorld(named);
    const [one = '', other = ''] = strangers(2);
    expect(await proofs.sendDraft([one, other, one.toUpperCase()])).toEqual({
      sent: 2,
      subject: 'Draft: Spring Bcc: x',
    });
    expect(proofs.mails).toMatchObject([
      { to: one.toUpperCase(), html: '<p>Hello</p>', text: 'Hello', from: { address: 'news@freigabe.example' } },
      { to: other },
    ]);
    expect(proofs.reported).toEqual([{ by: token.sub, recipients: 2 }]);
  });

  test('goes to no stranger', async () => {
    const proofs = new ProofWorld(named);
    await expect(proofs.sendDraft(['x@evil.example'])).rejects.toMatchObject({ cause: 'proofsToStrangers' });
    expect([proofs.mails, proofs.reported, proofs.counted]).toEqual([[], [], { run: 0, day: 0 }]);
  });

  test('goes to nobody who left its topic, or all mails', async () => {
    const proofs = new ProofWorld(named);
    const [left = '', gone = '', other = ''] = strangers(3);
    const optOut = { at: now, source: 'page', by: 'page' } as const;
    proofs.optOuts.set(left, { addressKey: left, standing: [{ ...optOut, topic: 'offers' }] });
    proofs.optOuts.set(gone, { addressKey: gone, standing: [optOut] });
    await expect(proofs.sendDraft([other, left, gone], 9, 'offers')).rejects.toMatchObject({
      cause: 'proofOptedOut',
      facts: { positions: [2, 3] },
    });
    expect(proofs.mails).toEqual([]);
    expect(await proofs.sendDraft([left], 9, 'news')).toMatchObject({ sent: 1 });
    const asked = { mail: { subject: 'a', html: '<p>', text: '' }, addresses: [left], topic: 'offers' };
    const sender = { name: 'Shop', address: 'news@freigabe.example' };
    expect(DraftProofRequest.parse({ ...asked, sender }).topic).toBe('offers');
  });

  test('counts for the day with all other proofs, and for no run', async () => {
    const proofs = new ProofWorld(named);
    await proofs.sendDraft(strangers(3));
    expect(proofs.counted).toEqual({ run: 0, day: 3 });
    await proofs.send(strangers(1));
    await expect(proofs.sendDraft(strangers(2))).rejects.toMatchObject({
      cause: 'proofsOfDayUsedUp',
      facts: { left: 1 },
    });
    expect(proofs.mails).toHaveLength(4);
  });

  test('of which SES takes only some says how many, and the rest counts for nothing', async () => {
    const proofs = new ProofWorld(named);
    proofs.refusals = [undefined, new NotMailed('mail', 'MessageRejected')];
    await expect(proofs.sendDraft(strangers(3))).rejects.toMatchObject({
      cause: 'proofsRefused',
      facts: { sent: 1, left: 2 },
    });
    expect(proofs.counted.day).toBe(1);
    expect(proofs.reported).toMatchObject([{ recipients: 1 }]);
  });

  test('goes to ten at most', () => {
    const mail = { subject: 'a', html: '<p>', text: '' };
    const sender = { name: 'Shop', address: 'news@freigabe.example' };
    const to = (count: number) => DraftProofRequest.safeParse({ mail, sender, addresses: strangers(count) }).success;
    expect([to(0), to(1), to(10), to(11)]).toEqual([false, true, true, false]);
  });
});

import { expect, test } from '@jest/globals';
import type { SingleMail } from '../../../domain/ports/single-mailer.ts';
import { tellRequester } from '../../../lambdas/confirm/tell-requester.ts';
import { awaiting, person } from '../samples.ts';

const told = async (email: string): Promise<{ mails: SingleMail[]; reported: unknown[] }> => {
  const [mails, reported]: [SingleMail[], unknown[]] = [[], []];
  const ports = {
    mailer: { send: async (mail: SingleMail) => void mails.push(mail) },
    choices: { offOf: async () => [], write: async () => {} },
    sender: 'freigabe@freigabe.example',
    consoleUrl: 'https://console.example',
    report: (surprise: unknown) => void reported.push(surprise),
  };
  const at = '2026-11-24T12:00:00.000Z';
  const decision = {
    decision: 'reject' as const,
    by: person,
    at,
    manifestHash: 'h',
    reason: 'Too early.',
    acknowledged: [],
  };
  const run = { ...awaiting, state: 'Rejected' as const, decision, decidedAt: at, requestedBy: { ...person, email } };
  await tellRequester(ports, run as never);
  return { mails, reported };
};

test('a no is mailed to the person who asked, and to no machine', async () => {
  expect((await told('anna@freigabe.example')).mails.map(({ to }) => to)).toEqual(['anna@freigabe.example']);
  expect(await told('')).toEqual({ mails: [], reported: [] });
});

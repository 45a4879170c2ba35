import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Facts, SesAccount } from '../../../operator/doctor/facts.ts';
import { readStage, type StageSettings } from '../../../lib/stage.ts';

const file = path.join(import.meta.dirname, '../../../stages/example.json');

export const exampleStage = (settings: Partial<StageSettings> = {}): StageSettings =>
  readStage({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), ...settings });

export const healthySes: SesAccount = {
  production: true,
  sending: true,
  enforcement: 'HEALTHY',
  perSecond: 14,
  per24Hours: 50_000,
  sentLast24Hours: 0,
  suppressed: ['BOUNCE', 'COMPLAINT'],
  leavesOut: false,
};

export const soundIdentity = {
  verified: true,
  signed: true,
  mailFrom: 'mail.example.com',
  configurationSet: undefined,
};

/** An account in which nothing is in the way. */
export const soundFacts = (changed: Partial<Facts> = {}): Facts => ({
  stage: exampleStage(),
  caller: { answer: '123456789012' },
  bootstrap: { answer: 21 },
  ses: { answer: healthySes },
  identity: { answer: soundIdentity },
  spf: { answer: ['v=spf1 include:amazonses.com ~all'] },
  dmarc: { answer: ['v=DMARC1; p=reject'] },
  certificate: { answer: { status: 'ISSUED', names: ['freigabe.example.com'] } },
  concurrency: { answer: { limit: 1000, unreserved: 1000, own: 0 } },
  stacks: { answer: {} },
  names: { answer: [] },
  ...changed,
});

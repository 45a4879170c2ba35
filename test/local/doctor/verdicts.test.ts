import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Facts } from '../../../operator/doctor/facts.ts';
import { judge, page, wouldBreak } from '../../../operator/doctor/judge.ts';
import { exampleStage, healthySes, soundFacts, soundIdentity } from './facts.ts';

const withoutCertificate = (consoleUrl: string) => {
  const { certificateArn: _none, ...stage } = exampleStage();
  return { ...stage, consoleUrl };
};

test('an account in which nothing is in the way', () => {
  const findings = judge(soundFacts());
  expect(findings.filter(({ verdict }) => verdict !== 'good')).toEqual([]);
  expect(wouldBreak(findings)).toBe(false);
  expect(page(soundFacts().stage, findings)).toMatch(/^Stage example in eu-central-1\n[^]*Nothing is in the way\.$/);
});

const cases: [name: string, changed: Partial<Facts>, what: string, says: RegExp][] = [
  ['credentials of another account', { caller: { answer: '210987654321' } }, 'account', /210987654321/],
  ['no bootstrap', { bootstrap: { answer: undefined } }, 'bootstrap', /not bootstrapped/],
  ['an old bootstrap', { bootstrap: { answer: 5 } }, 'bootstrap', /version 5/],
  [
    'a first deployment that failed',
    { stacks: { answer: { 'Freigabe-example-app': 'ROLLBACK_COMPLETE' } } },
    'stacks',
    /ROLLBACK_COMPLETE/,
  ],
  [
    'a deployment under way',
    { stacks: { answer: { 'Freigabe-example-app': 'UPDATE_IN_PROGRESS' } } },
    'stacks',
    /UPDATE_IN_PROGRESS/,
  ],
  ['a name that somebody has', { names: { answer: ['state machine freigabe-example-run'] } }, 'names', /state machine/],
  [
    'a name that was left beside the data',
    {
      names: { answer: ['schedule group freigabe-example'] },
      stacks: { answer: { 'Freigabe-example-data': 'CREATE_COMPLETE' } },
    },
    'names',
    /schedule group/,
  ],
  [
    'sign-in pages of somebody else',
    { names: { answer: ['sign-in pages freigabe-example-123456789012'] } },
    'names',
    /sign-in pages/,
  ],
  ['a certificate that is gone', { certificate: { answer: undefined } }, 'console', /does not exist/],
  [
    'a certificate that waits',
    { certificate: { answer: { status: 'PENDING_VALIDATION', names: [] } } },
    'console',
    /PENDING_VALIDATION/,
  ],
  [
    'a certificate of another host',
    { certificate: { answer: { status: 'ISSUED', names: ['*.other.example'] } } },
    'console',
    /\*\.other\.example/,
  ],
  [
    'the concurrency of a new account',
    { concurrency: { answer: { limit: 10, unreserved: 10, own: 0 } } },
    'Lambda concurrency',
    /10 of 10/,
  ],
  [
    'concurrency that others reserved',
    { concurrency: { answer: { limit: 1000, unreserved: 40, own: 0 } } },
    'Lambda concurrency',
    /40 of 1000/,
  ],
  [
    'concurrency that the stage is to reserve, and which leaves too little to share',
    {
      stage: exampleStage({ sendConcurrency: 10, reservedConcurrency: { confirm: 10, unsubscribe: 50 } }),
      concurrency: { answer: { limit: 150, unreserved: 150, own: 0 } },
    },
    'Lambda concurrency',
    /90 of 150.*at least 100/,
  ],
  [
    'concurrency that is enough until the stage reserves its own',
    {
      stage: exampleStage({ sendConcurrency: 300, reservedConcurrency: { confirm: 200, unsubscribe: 500 } }),
      concurrency: { answer: { limit: 1000, unreserved: 1000, own: 0 } },
    },
    'Lambda concurrency',
    /300 of 1000/,
  ],
  ['a sender that nobody verified', { identity: { answer: undefined } }, 'sender', /verified identity/],
  [
    'a sender that waits',
    { identity: { answer: { ...soundIdentity, verified: false } } },
    'sender',
    /verified identity/,
  ],
  ['no DKIM', { identity: { answer: { ...soundIdentity, signed: false } } }, 'DKIM', /does not sign/],
  ['no SPF of the envelope sender', { spf: { answer: ['v=spf1 -all'] } }, 'SPF', /amazonses/],
  ['no DMARC', { dmarc: { answer: ['something else'] } }, 'DMARC', /has no record/],
  ['the sandbox', { ses: { answer: { ...healthySes, production: false } } }, 'production access', /sandbox/],
  ['a paused account', { ses: { answer: { ...healthySes, sending: false } } }, 'standing', /paused/],
  [
    'an account that was shut down',
    { ses: { answer: { ...healthySes, enforcement: 'SHUTDOWN' } } },
    'standing',
    /paused/,
  ],
  ['a quota that is used up', { ses: { answer: { ...healthySes, sentLast24Hours: 50_000 } } }, 'quota', /0 left/],
];

describe('what would break, and how it is mended', () => {
  test.each(cases)('%s', (_name, changed, what, says) => {
    const bad = judge(soundFacts(changed)).filter(({ verdict }) => verdict === 'bad');
    expect(bad.map((finding) => finding.what)).toContain(what);
    const finding = bad.find((each) => each.what === what);
    expect(finding?.says).toMatch(says);
    expect(finding?.mend).toMatch(/.{10,}/);
  });
});

const notes: [name: string, changed: Partial<Facts>, what: string][] = [
  ['a default configuration set', { identity: { answer: { ...soundIdentity, configurationSet: 'theirs' } } }, 'sender'],
  [
    'no MAIL FROM domain',
    { identity: { answer: { ...soundIdentity, mailFrom: undefined } }, spf: { answer: [] } },
    'SPF',
  ],
  ['an account on probation', { ses: { answer: { ...healthySes, enforcement: 'PROBATION' } } }, 'standing'],
  ['addresses that SES leaves out', { ses: { answer: { ...healthySes, leavesOut: true } } }, 'suppression'],
  ['a console without its own certificate', { stage: withoutCertificate('https://freigabe.example.com') }, 'console'],
];

describe('what to know, and nothing breaks', () => {
  test.each(notes)('%s', (_name, changed, what) => {
    const findings = judge(soundFacts(changed));
    expect(wouldBreak(findings)).toBe(false);
    expect(findings.filter(({ verdict }) => verdict === 'note').map((finding) => finding.what)).toEqual([what]);
  });
});

test('an update finds its own names, and a console may be on the domain of CloudFront', () => {
  const stacks = { 'Freigabe-example-data': 'UPDATE_COMPLETE', 'Freigabe-example-app': 'UPDATE_ROLLBACK_COMPLETE' };
  const names = ['state machine freigabe-example-run', 'sign-in pages freigabe-example-123456789012'];
  const stage = withoutCertificate('https://d111111abcdef8.cloudfront.net');
  const findings = judge(soundFacts({ stacks: { answer: stacks }, names: { answer: names }, stage }));
  expect(findings.filter(({ verdict }) => verdict !== 'good')).toEqual([]);
});

test('a wildcard covers one label', () => {
  const under = (names: string[]) => judge(soundFacts({ certificate: { answer: { status: 'ISSUED', names } } }));
  expect(wouldBreak(under(['*.example.com']))).toBe(false);
  expect(wouldBreak(under(['*.com']))).toBe(true);
});

test('what could not be asked is a note, and the rest is judged all the same', () => {
  const facts = soundFacts({
    stacks: { answer: { 'Freigabe-example-app': 'CREATE_COMPLETE' } },
    names: { answer: ['state machine freigabe-example-run'] },
  });
  const names = Object.keys(facts).filter((name) => name !== 'stage' && name !== 'caller');
  fc.assert(
    fc.property(fc.subarray(names), (failing) => {
      const failed = Object.fromEntries(failing.map((name) => [name, { failed: 'AccessDeniedException' }]));
      const findings = judge({ ...facts, ...failed });
      expect(wouldBreak(findings)).toBe(false);
      const notAsked = findings.filter(({ says }) => says.includes('AccessDeniedException'));
      expect(notAsked.every(({ verdict }) => verdict === 'note')).toBe(true);
      expect(notAsked.length > 0).toBe(failing.some((name) => name !== 'spf' || !failing.includes('identity')));
    }),
  );
});

test('nobody is signed in: then nothing was asked, and nothing is proven', () => {
  const findings = judge(soundFacts({ caller: { failed: 'CredentialsProviderError' } }));
  expect(findings).toContainEqual(
    expect.objectContaining({
      verdict: 'bad',
      what: 'account',
      says: expect.stringContaining('CredentialsProviderError'),
    }),
  );
});

test('when what is kept ends is said as the settings come to be together', () => {
  const saidOf = (audienceDays: number, messagesDays?: number): string => {
    const set = { importsDays: 30, eventsDays: 90, ...(messagesDays !== undefined && { messagesDays }) };
    const findings = judge(soundFacts({ stage: exampleStage({ audienceDays, retention: set }) }));
    return findings.find(({ what }) => what === 'retention')?.says ?? '';
  };
  expect(saidOf(180)).toMatch(/people of a run end after 180 days, message rows after 400, .* 30, .* 90;/);
  expect(saidOf(500)).toMatch(/message rows after 500/);
  expect(saidOf(60, 61)).toMatch(/message rows after 61/);
});

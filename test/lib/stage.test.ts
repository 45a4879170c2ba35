import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import isFQDN from 'validator/lib/isFQDN.js';
import { usableRegions } from '../../lib/regions.ts';
import { readStage, readStageFile, StageSettings } from '../../lib/stage.ts';
import { stageNamed } from './synthesis.ts';

const root = path.join(import.meta.dirname, '../..');
const rawOf = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(path.join(root, `stages/${name}.json`), 'utf8')) as Record<string, unknown>;
const example = rawOf('example');
const laptop = rawOf('local');

const refusalOf = (settings: unknown): string => {
  try {
    readStage(settings);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return '';
};

const certificate = (change: Record<string, string>): string => {
  const { account = '123456789012', region = 'us-east-1', id = '00000000-0000-4000-8000-000000000000' } = change;
  return `arn:aws:acm:${region}:${account}:certificate/${id}`;
};
const window = { days: [1], from: '08:00', to: '18:00', zone: 'UTC' };
const mails = [
  '',
  'anna',
  'Anna <a@b.de>',
  'a@b',
  'a@b.de ',
  'a@b.de\n',
  'ä@b.de',
  'a@bücher.de',
  'a@b.de,c@d.de',
  `${'a'.repeat(65)}@b.de`,
  `a@${'b'.repeat(64)}.de`,
  `a@${'b.'.repeat(140)}de`,
  'a@-b.de',
  'a@b-.de',
  ['a@b.de'],
];

const wrong: Record<string, [place: string, values: unknown[]]> = {
  name: [
    'name',
    ['', 'A', 'a_b', 'a'.repeat(17), 'aws-test', 'my-amazon', 'cognito', ' a', 'a ', 'ä', '-a', '1a', null, 5],
  ],
  account: ['account', ['42', '1234567890123', 123_456_789_012, '000000000000', ' 123456789012', '١٢٣٤٥٦٧٨٩٠١٢']],
  region: [
    'region',
    [
      'Frankfurt',
      'eu-central',
      'EU-CENTRAL-1',
      'eu-central-1 ',
      'eu-central-9',
      'xx-yyyy-1',
      'constructor',
      '',
      'ap-east-1',
      'ap-east-2',
      'ap-southeast-4',
      'ap-southeast-6',
      'ap-southeast-7',
      'eu-south-2',
      'mx-central-1',
      'us-gov-west-1',
      'us-gov-east-1',
      'cn-north-1',
      'cn-northwest-1',
      'us-iso-east-1',
      'us-isob-east-1',
      'us-isof-east-1',
      'eu-isoe-west-1',
      'eusc-de-east-1',
    ],
  ],
  consoleUrl: [
    'consoleUrl',
    [
      'https://freigabe.example.com/',
      'https://freigabe.example.com/app',
      'https://freigabe.example.com?x=1',
      'https://freigabe.example.com#x',
      'https://Freigabe.example.com',
      'https://freigabe.example.com:443',
      'https://anna@freigabe.example.com',
      'https://bücher.example',
      ' https://freigabe.example.com',
      'https://freigabe.example.com ',
      'https://freigabe.example.com\n',
      'http://freigabe.example.com',
      'http://localhost:5173',
      'http://127.0.0.1:5173',
      'ftp://freigabe.example.com',
      'javascript:alert(1)',
      'freigabe.example.com',
      '',
      'https://freigabe',
      'https://localhost',
      'https://127.0.0.1',
      'https://[::1]',
      'https://freigabe.example.com.',
      'https://a_b.example.com',
      'https://-a.example.com',
      'https://*.example.com',
      `https://${'a'.repeat(64)}.example.com`,
    ],
  ],
  certificateArn: [
    'certificateArn',
    [
      '',
      'arn:aws:acm:us-east-1:',
      certificate({ region: 'eu-central-1' }),
      certificate({ account: '999999999999' }),
      certificate({ id: 'x' }),
      `${certificate({})} `,
      certificate({}).replace('arn:aws:', 'arn:aws-cn:'),
    ],
  ],
  approvalSender: ['approvalSender', mails],
  alarmEmail: ['alarmEmail', mails],
  confirmationTimeoutSeconds: ['confirmationTimeoutSeconds', ['259200', 59, 2_592_001, 1.5, null]],
  rateReservePercent: ['rateReservePercent', [-1, 91, 5.5, '5']],
  destinationsPerCall: ['destinationsPerCall', [0, 51, 1.5]],
  maxDeliveryMinutes: ['maxDeliveryMinutes', [4, 841, 7.5]],
  sendConcurrency: ['sendConcurrency', [0, 1001, '20']],
  audienceDays: ['audienceDays', [59, 3651]],
  retention: [
    'retention.messagesDays',
    // The people of a run are kept for 180 days when nothing is said.
    [{ messagesDays: 59 }, { messagesDays: 3651 }, { messagesDays: '400' }, { messagesDays: 179 }],
  ],
  reservedConcurrency: ['reservedConcurrency.confirm', [{ confirm: 0, unsubscribe: 50 }]],
  retainData: ['retainData', ['true', 1, null]],
  confirmation: ['confirmation.approvals', [{ approvals: 0 }, { approvals: '2' }]],
  brake: ['brake.minimum', [{ minimum: 0 }]],
  proofs: [
    'proofs.domains.0',
    [{ domains: ['@x.de'] }, { domains: ['*.x.de'] }, { domains: ['x'] }, { domains: [''] }],
  ],
  signIn: ['signIn.sessionHours', [{ sessionHours: 0 }, { sessionHours: 721 }, { sessionHours: '12' }]],
  logs: ['logs', ['nobody', '', true]],
  topics: [
    'topics.0.id',
    [[{ id: 'Offers', en: 'Offers', de: 'Angebote' }], [{ id: '', en: 'Offers', de: 'Angebote' }]],
  ],
  trackUnknown: ['trackUnknown', ['true', 1, null]],
  signUp: [
    'signUp.consent.en',
    ['', 'I agree', null].map((en) => ({
      list: 'signed-up',
      sender: { name: 'Shop', address: 'news@shop.example' },
      consent: { en, de: 'Ich möchte Neuigkeiten per Mail bekommen.' },
    })),
  ],
  checkLimits: ['checkLimits.sendWindow.zone', [{ sendWindow: { ...window, zone: 'Mars' } }]],
  local: [
    'local.awsEndpoint',
    ['https://elsewhere.example', 'javascript:x', 'http://127.0.0.1:4566/'].map((awsEndpoint) => ({
      awsEndpoint,
      sesEndpoint: 'http://127.0.0.1:4579',
    })),
  ],
};
test('passkeys need a host of the sign-in pages that is not too long', () => {
  expect(refusalOf({ ...example, name: 'a-longer-name', signIn: { passkeys: true } })).toContain(
    'name: is 8 letters too long for passkeys',
  );
  expect(refusalOf({ ...example, name: 'prod', signIn: { passkeys: true } })).toBe('');
});

test('a local AWS has no passkeys and no SAML, and an issuer on this machine is for it alone', () => {
  const local = { awsEndpoint: 'http://127.0.0.1:4566', sesEndpoint: 'http://127.0.0.1:4579' };
  const here = { ...example, consoleUrl: 'http://127.0.0.1:5173', local };
  expect(refusalOf({ ...here, signIn: { passkeys: true } })).toContain('signIn: has passkeys or SAML');
  const of = { name: 'Contoso', domains: ['contoso.example'] };
  const claims = { email: 'e', name: 'n' };
  const saml = { ...of, kind: 'saml', metadataUrl: 'https://contoso.example/metadata.xml', claims };
  expect(refusalOf({ ...here, signIn: { federation: [saml] } })).toContain('signIn: has passkeys or SAML');
  const issuer = 'http://127.0.0.1:8080/realms/contoso';
  const oidc = { ...of, kind: 'oidc', issuer, clientId: 'c', clientSecret: 'freigabe/contoso' };
  expect(refusalOf({ ...here, signIn: { federation: [oidc] } })).toBe('');
  expect(refusalOf({ ...example, signIn: { federation: [oidc] } })).toContain('signIn: has an issuer on this machine');
});

const cases = Object.entries(wrong).flatMap(([field, [place, values]]) =>
  values.map((value): [string, unknown, string] => [field, value, place]),
);

describe('a stage file that would break later is refused when it is read, in one line', () => {
  test('every field is tried', () => {
    expect(Object.keys(wrong).toSorted()).toEqual(Object.keys(StageSettings.shape).toSorted());
  });

  test.each(cases)('%s %j', (field, value, place) => {
    const refusal = refusalOf({ ...example, [field]: value });
    expect(refusal).toMatch(/^stage settings: [^\n]+\. Give them in stages\/<name>\.json \(see docs\/deploy\.md\)\.$/);
    expect(refusal).toContain(` ${place}: `);
    expect(refusal).toContain('(given: ');
  });

  test.each(Object.keys(example).filter((field) => !['certificateArn', 'alarmEmail', 'proofs'].includes(field)))(
    'without %s',
    (field) => {
      const { [field]: _left, ...others } = example;
      expect(refusalOf(others)).toContain(`${field}: is missing`);
    },
  );

  test.each([
    ['consoelUrl', { consoelUrl: 'https://freigabe.example.com' }],
    ['brake.bouncePercents', { brake: { bouncePercents: 1 } }],
    ['confirmation.aprovals', { confirmation: { aprovals: 2 } }],
    ['confirmation.ask.adresses', { confirmation: { ask: { kind: 'people', addresses: ['a@b.de'], adresses: [] } } }],
    ['proofs.domain', { proofs: { domain: ['example.com'] } }],
    ['checkLimits.sendWindow.block', { checkLimits: { sendWindow: { ...window, block: true } } }],
    ['constructor', { constructor: 1 }],
  ])('%s, which nothing reads', (place, settings) => {
    expect(refusalOf({ ...example, ...settings })).toContain(`stage settings: ${place}: is no setting`);
  });

  test('a certificate for a host that is CloudFront’s', () => {
    const refusal = refusalOf({ ...example, consoleUrl: 'https://d111111abcdef8.cloudfront.net' });
    expect(refusal).toContain('stage settings: certificateArn: is for a host name of your own');
  });

  test('and tells how it is written, where it can', () => {
    const refusal = refusalOf({ ...example, consoleUrl: 'https://Freigabe.example.com:443/app?x=1' });
    expect(refusal).toContain('Write https://freigabe.example.com (given: ');
  });

  test.each([[null], [[]], ['x'], [5], [{}]])('%j in place of the settings', (settings) => {
    expect(refusalOf(settings)).toMatch(/^stage settings: [^\n]+$/);
  });

  test('whatever stands in a field, it is taken or told, and nothing else happens', () => {
    const field = fc.constantFrom(...Object.keys(wrong));
    fc.assert(
      fc.property(field, fc.jsonValue(), (name, value) => {
        const refusal = refusalOf({ ...example, [name]: value });
        if (refusal !== '')
          expect(refusal).toMatch(new RegExp(`^stage settings: (the file|[^\\n]*\\b${name}\\b)[^\\n]*$`));
      }),
      { numRuns: 300 },
    );
  });

  test('an address of the console that is taken is one that a browser writes, with a name of the DNS', () => {
    const host = fc.oneof(fc.domain(), fc.ipV4(), fc.string(), fc.constantFrom('x', 'ä.de', 'A.de', 'a..de', 'a.de.'));
    const rest = fc.constantFrom('', '/', '/a', '?a', '#a', ':8443', ':443', ':0', '\n', ' ', '\\');
    fc.assert(
      fc.property(
        fc.constantFrom('https://', 'http://', 'HTTPS://', '//', 'https:'),
        host,
        rest,
        (scheme, name, end) => {
          const consoleUrl = `${scheme}${name}${end}`;
          if (refusalOf({ ...example, consoleUrl }) !== '') return;
          const url = new URL(consoleUrl);
          expect([url.origin, url.protocol, isFQDN(url.hostname)]).toEqual([consoleUrl, 'https:', true]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

const { certificateArn: _own, ...withoutCertificate } = example;

test.each([
  [{ ...example, consoleUrl: 'https://freigabe.example.com:8443' }],
  [{ ...example, consoleUrl: 'https://xn--bcher-kva.example' }],
  [{ ...withoutCertificate, consoleUrl: 'https://d111111abcdef8.cloudfront.net' }],
  [{ ...example, approvalSender: "o'hara+freigabe@mail.example.co.uk" }],
  [{ ...example, checkLimits: { sendWindow: window }, brake: { minimum: 1 }, proofs: { domains: ['Bücher.example'] } }],
  [{ ...laptop, consoleUrl: 'http://localhost:5174' }],
  [{ ...laptop, consoleUrl: 'http://127.0.0.1:6773' }],
])('%j is right', (settings) => {
  expect(refusalOf(settings)).toBe('');
});

test('each region that is taken stands in the instructions, and no other', () => {
  const deploy = readFileSync(path.join(root, 'docs/deploy.md'), 'utf8');
  const [, listed = ''] = /\nRegions: ([^\n]+)\n/.exec(deploy) ?? [];
  expect(listed.match(/[a-z]{2}-[a-z]+-\d/g)).toEqual(usableRegions);
  for (const region of usableRegions) expect(refusalOf({ ...example, region })).toBe('');
});

describe('the file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'freigabe-stage-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const written = (text: string): string => {
    const file = path.join(folder, 'x.json');
    writeFileSync(file, text);
    return file;
  };

  test('may begin with a byte order mark', () => {
    expect(readStageFile(written(`\uFEFF${JSON.stringify(example)}`))).toEqual(stageNamed('example'));
  });

  test('that is no JSON, or is not there, is told by its name', () => {
    expect(() => readStageFile(written('{ "name": "x", }'))).toThrow(/^stage settings: \S+x\.json is no JSON[^\n]*$/);
    expect(() => readStageFile('/nowhere/x.json')).toThrow('/nowhere/x.json');
  });
});

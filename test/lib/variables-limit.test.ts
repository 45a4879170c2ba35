import { describe, expect, test } from '@jest/globals';
import { readStage } from '../../lib/stage.ts';
import { signUp, stageNamed } from './synthesis.ts';

const refusalOf = (settings: object): string => {
  try {
    readStage({ ...stageNamed('example'), ...settings });
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : 'thrown';
  }
};

const withConsent = (sentences: number) => ({
  ...signUp,
  consent: { en: 'I consent. '.repeat(sentences), de: 'Ich möchte.'.repeat(sentences) },
});
const topics = Array.from({ length: 20 }, (_, index) => ({
  id: `topic-${index}`,
  en: 'What is new at our shops, once a week',
  de: 'Neues aus unseren Geschäften, wöchentlich',
}));
const testAddresses = Array.from({ length: 61 }, (_, index) => `mailbox-${index}@proofs.example.com`);
const federation = [
  {
    kind: 'oidc',
    name: 'Contoso',
    issuer: 'https://login.contoso.example',
    clientId: 'client',
    clientSecret: 'freigabe/contoso',
    claims: { groups: 'groups' },
    domains: ['contoso.example'],
    groups: Object.fromEntries(
      topics.flatMap(({ en }, index) =>
        [0, 1].map((part) => [`${en}, ${index}.${part}`, ['start-deliveries'] as const]),
      ),
    ),
  },
];

describe('what Lambda cannot tell a function, within 4 KB of variables, is refused when the stage file is read', () => {
  test.each([
    ['signUp', { signUp: withConsent(180) }],
    ['proofs', { proofs: { testAddresses }, topics: topics.slice(0, 12) }],
    ['topics', { topics, proofs: { testAddresses: testAddresses.slice(0, 40) } }],
    ['signIn', { signIn: { federation } }],
  ])('%s', (field, settings) => {
    expect(refusalOf(settings)).toMatch(
      new RegExp(`^stage settings: ${field}: takes \\d+ bytes, besides .+ \\d+: a function of Lambda has \\d+ bytes`),
    );
  });

  test.each([
    { signUp: withConsent(60), topics: topics.slice(0, 10) },
    { topics, proofs: { testAddresses: testAddresses.slice(0, 10) } },
    { signIn: { federation: [{ ...federation[0], groups: { shop: ['start-deliveries'], it: ['administration'] } }] } },
  ])('and what a stage says as a rule is taken', (settings) => {
    expect(refusalOf(settings)).toBe('');
  });
});

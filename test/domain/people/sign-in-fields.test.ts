import { expect, test } from '@jest/globals';
import { SignIn, signInRulesOf } from '../../../lib/people/sign-in-fields.ts';

const oidc = {
  kind: 'oidc',
  name: 'Contoso',
  issuer: 'https://login.contoso.example',
  clientId: 'c',
  clientSecret: 'freigabe/contoso',
  domains: ['contoso.example'],
};
const refusedProviders: [string, string, object][] = [
  ['a claim without a table', 'federation.0', { federation: [{ ...oidc, claims: { groups: 'groups' } }] }],
  ['a table without a claim', 'federation.0', { federation: [{ ...oidc, groups: { a: ['administration'] } }] }],
  [
    'a role that is none',
    'federation.0.groups.a.0',
    {
      federation: [{ ...oidc, claims: { groups: 'groups' }, groups: { a: ['boss'] } }],
    },
  ],
  ['no domain', 'federation.0.domains', { federation: [{ ...oidc, domains: [] }] }],
  ['every domain', 'federation.0.domains.0', { federation: [{ ...oidc, domains: ['*'] }] }],
  ['the secret itself', 'federation.0.clientSecret', { federation: [{ ...oidc, clientSecret: 'a~b' }] }],
  [
    'all of Microsoft',
    'federation.0.issuer',
    {
      federation: [{ ...oidc, issuer: 'https://login.microsoftonline.com/common/v2.0' }],
    },
  ],
  ['an issuer without TLS', 'federation.0.issuer', { federation: [{ ...oidc, issuer: 'http://contoso.example' }] }],
  ['a name of Cognito', 'federation.0.name', { federation: [{ ...oidc, name: 'Google' }] }],
  ['a field that nothing reads', 'federation.0', { federation: [{ ...oidc, domain: 'x' }] }],
  ['an unknown kind', 'federation.0.kind', { federation: [{ ...oidc, kind: 'ldap' }] }],
  ['one name twice', 'federation', { federation: [oidc, { ...oidc, name: 'contoso', domains: ['b.example'] }] }],
  ['one domain twice', 'federation', { federation: [oidc, { ...oidc, name: 'Other' }] }],
  ['nobody who could administrate', 'passwords', { federation: [oidc], passwords: 'federatedOnly' }],
  [
    'SAML without an address of metadata',
    'federation.0.metadataUrl',
    {
      federation: [{ kind: 'saml', name: 'Okta', domains: ['a.example'], claims: { email: 'e', name: 'n' } }],
    },
  ],
];

test.each(refusedProviders)('providers with %s are refused at %s', (_what, place, signIn) => {
  const faults = SignIn.safeParse(signIn).error?.issues ?? [];
  expect(faults.map(({ path }) => path.join('.'))).toContain(place);
});

test('functions know of a provider what they judge by, and nothing of how it is reached', () => {
  const signIn = SignIn.parse({ federation: [oidc] });
  expect(signInRulesOf({ signIn })).toEqual({
    passwords: 'allowed',
    providers: [{ name: 'Contoso', domains: ['contoso.example'], addresses: 'verifiedByClaim', groups: null }],
  });
});

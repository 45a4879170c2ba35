import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { roles } from '../../../domain/people/roles.ts';
import {
  groupsBy,
  groupsIn,
  rolesFrom,
  standingOf,
  type ProviderRules,
  type SigningIn,
  type SignInRules,
} from '../../../domain/people/sign-in-rules.ts';

const table: ProviderRules['groups'] = {
  'freigabe-admins': ['administration'],
  senders: ['start-deliveries', 'prepare-deliveries'],
};
const contoso: ProviderRules = {
  name: 'Contoso',
  domains: ['contoso.example'],
  addresses: 'verifiedByClaim',
  groups: table,
};
const rules: SignInRules = { passwords: 'allowed', providers: [contoso] };
const identities = JSON.stringify([{ userId: '1', providerName: 'Contoso', providerType: 'OIDC', primary: 'true' }]);
const anna: SigningIn = {
  status: 'EXTERNAL_PROVIDER',
  identities,
  address: 'Anna@Contoso.example',
  isVerified: true,
  groups: '["senders"]',
};

describe('what a claim of groups says', () => {
  test.each([
    ['a text', 'senders', ['senders']],
    ['a list in JSON', '["senders","x, freigabe-admins"]', ['senders', 'x, freigabe-admins']],
    ['a list as Java writes it', '[senders, freigabe-admins]', ['senders', 'freigabe-admins']],
    ['a list of SAML', '[x%2Cfreigabe-admins,dev+ops]', ['x,freigabe-admins', 'dev ops']],
    ['names of numbers', '[1234, 5]', ['1234', '5']],
    ['a name with a comma that is no list', 'x, freigabe-admins', ['x, freigabe-admins']],
    ['nothing', undefined, []],
    ['an empty list', '[]', []],
    ['a list that was cut', '["senders","freigabe-admins', []],
    ['a list that was cut, as Java writes it', '[senders, freigabe-admins', []],
    ['as much as the attribute holds', 'x'.repeat(2048), []],
  ])('%s', (_what, text, names) => {
    expect(groupsIn(text).filter((name) => name !== '')).toEqual(names);
  });

  test.each([
    ['in a list of lists', '[["freigabe-admins"]]'],
    ['as a name of an object', '{"freigabe-admins":true}'],
    ['in other letters', '["Freigabe-Admins","FREIGABE-ADMINS"]'],
    ['as a part of a name', '["freigabe-admins-readonly","my freigabe-admins"]'],
    ['where a cut made it', `["${'a'.repeat(2020)}","freigabe-admins`],
    ['as our own role', '["administration","start-deliveries"]'],
    ['as a name of every object', '["__proto__","constructor","toString"]'],
  ])('a group %s gives no role', (_what, text) => {
    expect(rolesFrom(text, table)).toEqual([]);
  });

  test('no text that does not name a group gives a role, and none breaks it', () => {
    const piece = fc.constantFrom('[', ']', '"', ',', ' ', '%', '%2', '\\', '{', 'admins', 'freigabe', '\u0000', 'ß');
    const said = fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(said, (text) => {
        const named = groupsIn(text).filter((name) => Object.hasOwn(table, name));
        expect(rolesFrom(text, table).length > 0).toBe(named.length > 0);
      }),
      { numRuns: 200 },
    );
  });

  test('every list is read again as it was, however often a name is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 20 }), { maxLength: 20 }), (names) => {
        expect(groupsIn(JSON.stringify(names))).toEqual(names);
        expect(rolesFrom(JSON.stringify([...names, 'senders', 'senders']), table)).toEqual(
          roles.filter((role) => role !== 'administration' || names.includes('freigabe-admins')),
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('who is let in', () => {
  test('whoever signs in by a provider of the stage, at an address that it speaks for', () => {
    expect(standingOf(rules, anna)).toEqual({
      provider: 'Contoso',
      refusal: null,
      roles: ['prepare-deliveries', 'start-deliveries'],
    });
  });

  test.each<[string, Partial<SigningIn>, string]>([
    ['an address of another domain', { address: 'boss@freigabe.example' }, 'addressNotOfProvider'],
    ['a domain below it', { address: 'anna@mail.contoso.example' }, 'addressNotOfProvider'],
    ['a domain that ends as it', { address: 'anna@notcontoso.example' }, 'addressNotOfProvider'],
    ['an address in an address', { address: 'anna@contoso.example@evil.example' }, 'addressNotOfProvider'],
    ['no address', { address: '' }, 'addressNotOfProvider'],
    ['a domain for an address', { address: 'contoso.example' }, 'addressNotOfProvider'],
    ['nobody at a domain', { address: '@contoso.example' }, 'addressNotOfProvider'],
    ['an address that was not verified', { isVerified: false }, 'addressUnverified'],
    ['a provider that was taken out', { identities: '[{"providerName":"Old"}]' }, 'providerUnknown'],
    ['two providers', { identities: '[{"providerName":"Contoso"},{"providerName":"Contoso"}]' }, 'providerUnknown'],
    ['no provider', { identities: undefined }, 'providerUnknown'],
    ['what cannot be read', { identities: '{' }, 'providerUnknown'],
    [
      'a password, at an address that the provider speaks for',
      { status: 'CONFIRMED', identities: undefined },
      'passwordNotAllowed',
    ],
  ])('not with %s', (_what, but, refusal) => {
    expect(standingOf(rules, { ...anna, ...but }).refusal).toBe(refusal);
  });

  test('a provider that is trusted needs no word for each address; its domains count all the same', () => {
    const trusting: SignInRules = { ...rules, providers: [{ ...contoso, addresses: 'trusted' }] };
    expect(standingOf(trusting, { ...anna, isVerified: false }).refusal).toBeNull();
    expect(standingOf(trusting, { ...anna, address: 'a@b.example' }).refusal).toBe('addressNotOfProvider');
  });

  test('a password counts for other domains, until the stage takes none at all', () => {
    const native = { ...anna, status: 'CONFIRMED', identities: undefined, address: 'eva@freigabe.example' };
    expect(standingOf(rules, native)).toEqual({ provider: null, refusal: null, roles: 'byHand' });
    expect(standingOf({ ...rules, passwords: 'federatedOnly' }, native).refusal).toBe('passwordNotAllowed');
  });

  test('groups that somebody with a password wrote into their own profile give nothing', () => {
    const native = { ...anna, status: 'CONFIRMED', identities: undefined, groups: '["freigabe-admins"]' };
    expect(groupsBy(standingOf(rules, native), ['finance'])).toEqual(['finance']);
  });

  test('where the provider decides, a role that was given by hand counts for nothing, and other groups stay', () => {
    const listed = ['administration', 'finance'];
    expect(groupsBy(standingOf(rules, { ...anna, groups: undefined }), listed)).toEqual(['finance']);
    const byHand = { ...rules, providers: [{ ...contoso, groups: null }] };
    expect(groupsBy(standingOf(byHand, anna), listed)).toEqual(listed);
  });
});

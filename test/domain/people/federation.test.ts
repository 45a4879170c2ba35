import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { needsSignIn } from '../../../domain/people/authorisation.ts';
import { Problem } from '../../../domain/http/problem.ts';
import { peopleIn } from '../../../lambdas/adapters/cognito/people.ts';
import { httpApi } from '../../../lambdas/entry/http-api.ts';
import { mappingOf, Provider, SignIn, signInRulesOf } from '../../../lib/people/sign-in-fields.ts';
import { allRoutes } from '../http/all-routes.ts';
import type { CompanyClaims } from '../../../local/federation/company.ts';
import { CompanyProvider } from './company-provider.ts';
import { UserPool } from './user-pool.ts';

const contoso = Provider.parse({
  kind: 'oidc',
  name: 'Contoso',
  issuer: 'https://login.contoso.example',
  clientId: 'freigabe',
  clientSecret: 'freigabe/contoso',
  scopes: ['openid', 'email', 'profile', 'groups'],
  claims: { groups: 'groups' },
  domains: ['contoso.example'],
  groups: { senders: ['start-deliveries'], 'it-operations': ['administration'] },
});

/** How Cognito writes a list: the form is not documented for OIDC, so what counts must not hang on it. */
const forms = {
  JSON: (list: unknown[]) => JSON.stringify(list),
  Java: (list: unknown[]) => `[${list.join(', ')}]`,
  SAML: (list: unknown[]) => `[${list.map((each) => encodeURIComponent(String(each))).join(',')}]`,
};
type Form = keyof typeof forms;

const textOf = (value: unknown, form: Form): string => (Array.isArray(value) ? forms[form](value) : String(value));

/** The confirmation of a run before a user pool into which claims were written as the mapping of the stage says. */
class Pool {
  readonly pool = new UserPool();

  private readonly form: Form;

  constructor(form: Form) {
    this.form = form;
    this.pool.rules = signInRulesOf({ signIn: SignIn.parse({ federation: [contoso] }) });
  }

  /** What Cognito does when somebody comes back from the provider. */
  keep(claims: CompanyClaims): string {
    const mapped: Record<string, string> = {};
    for (const [attribute, claim] of Object.entries(mappingOf(contoso)))
      if (claims[claim] !== undefined) mapped[attribute] = textOf(claims[claim], this.form);
    const username = `Contoso_${claims.sub}`;
    const identities = JSON.stringify([{ userId: claims.sub, providerName: 'Contoso', providerType: 'OIDC' }]);
    const attributes = { email_verified: 'false', identities, ...mapped };
    this.pool.with(username, { status: 'EXTERNAL_PROVIDER', groups: ['pool_Contoso'], attributes });
    return username;
  }

  /** What an old token of theirs opens: `reached`, or the cause of the refusal. */
  async confirms(username: string): Promise<string> {
    const route = allRoutes.find(({ may }) => may === 'confirm' && needsSignIn(may));
    if (!route) throw new Error('no route confirms');
    const handlers = {
      [route.operation]: async () => {
        throw new Problem('busy', 'reached', 'No mend.');
      },
    };
    const api = httpApi(
      { [route.operation]: route },
      handlers as never,
      peopleIn(this.pool.port, () => 0),
    );
    const claims = { token_use: 'access', sub: username, username, 'cognito:groups': '[pool_Contoso]' };
    const path = `/api${route.path.replaceAll(/\{\w+\}/g, 'x')}`;
    const requestContext = {
      http: { method: route.method, path, sourceIp: '', userAgent: '' },
      authorizer: { lambda: claims },
    };
    const event = { version: '2.0', rawPath: path, headers: {}, requestContext, body: '{}', isBase64Encoded: false };
    const { statusCode, body } = (await api(event as never, {} as never)) as { statusCode: number; body: string };
    return statusCode === 403 ? (JSON.parse(body) as { cause: string }).cause : 'reached';
  }
}

describe.each(Object.keys(forms) as Form[])(
  'a sign-in at the provider of a company, its list written as %s',
  (form) => {
    let company: CompanyProvider;
    let pool: Pool;
    beforeAll(async () => {
      company = await CompanyProvider.start();
    });
    afterAll(async () => company.stop());
    beforeEach(() => {
      pool = new Pool(form);
      company.directory.set('anna', {
        sub: 'anna',
        name: 'Anna Alt',
        email: 'Anna@contoso.example',
        email_verified: true,
        groups: ['everybody', 'senders'],
      });
    });

    test('may do what the groups mean, is asked to confirm, and administrates nothing', async () => {
      const username = pool.keep(await company.signIn('anna'));
      expect(await pool.confirms(username)).toBe('reached');
      const people = peopleIn(pool.pool.port, () => 0);
      expect(await people.approvers({ kind: 'group', group: 'start-deliveries' })).toMatchObject([
        { name: 'Anna Alt', email: 'Anna@contoso.example' },
      ]);
      expect(await people.administrators()).toEqual([]);
    });

    test('who was taken out of the group there is refused from the next sign-in on, and not asked any more', async () => {
      pool.keep(await company.signIn('anna'));
      company.directory.set('anna', { ...company.directory.get('anna'), sub: 'anna', groups: ['everybody'] });
      const username = pool.keep(await company.signIn('anna'));
      expect(await pool.confirms(username)).toBe('noPermission');
      const people = peopleIn(pool.pool.port, () => 0);
      expect(await people.approvers({ kind: 'group', group: 'start-deliveries' })).toEqual([]);
    });

    test('who was removed there cannot sign in again, and one who is disabled here is out at once', async () => {
      const username = pool.keep(await company.signIn('anna'));
      company.directory.delete('anna');
      await expect(company.signIn('anna')).rejects.toThrow();
      pool.pool.with(username, { ...pool.pool.users.get(username), enabled: false });
      expect(await pool.confirms(username)).toBe('accountDisabled');
    });

    test('nobody comes back from there by a password alone, and who does says how', async () => {
      await expect(company.signIn('anna', { code: '000000' })).rejects.toThrow('anna is not let in');
      await expect(company.signIn('anna', { password: 'guessed' })).rejects.toThrow('anna is not let in');
      expect((await company.signIn('anna'))['amr']).toEqual(['pwd', 'otp', 'mfa']);
    });

    test('who was removed here is told where they sign in, and not to be invited again: nobody of there is', async () => {
      const username = pool.keep(await company.signIn('anna'));
      pool.pool.users.delete(username);
      expect(await pool.confirms(username)).toBe('accountGoneAtProvider');
      expect(await pool.confirms(username.toLowerCase())).toBe('accountGoneAtProvider');
    });

    test.each([
      ['of another domain', { email: 'boss@freigabe.example' }, 'addressNotOfProvider'],
      ['that nobody verified', { email_verified: false }, 'addressUnverified'],
      ['of which nobody says that it was verified', { email_verified: undefined }, 'addressUnverified'],
    ])('an address %s opens nothing and is asked for nothing', async (_what, but, cause) => {
      company.directory.set('anna', { ...company.directory.get('anna'), ...but, sub: 'anna' });
      const username = pool.keep(await company.signIn('anna'));
      expect(await pool.confirms(username)).toBe(cause);
      const people = peopleIn(pool.pool.port, () => 0);
      expect(await people.approvers({ kind: 'group', group: 'start-deliveries' })).toEqual([]);
      expect(await people.isOfSomebody('boss@freigabe.example')).toBe(false);
    });
  },
);

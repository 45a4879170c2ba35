import { Company, type CompanyClaims } from '../../../local/federation/company.ts';
import { companyFactors } from '../../../local/federation/company-pages.ts';
import { claimsBy } from '../../../local/federation/exchange.ts';

const client = {
  id: 'freigabe',
  secret: 'a secret + of / the test',
  redirectUri: 'https://freigabe.example/idpresponse',
};

/** A browser that keeps cookies and follows nothing by itself. */
class Browser {
  private readonly cookies = new Map<string, string>();

  /** Where it is sent; undefined: a page is shown. */
  async go(url: string, form?: Record<string, string>): Promise<string | undefined> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const kept of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(kept) ?? [];
      this.cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    return location === null ? undefined : new URL(location, url).href;
  }
}

/** The identity provider of a company, and the browsers of its people. */
export class CompanyProvider {
  readonly directory: Map<string, CompanyClaims>;
  private readonly company: Company;

  private constructor(company: Company) {
    this.company = company;
    this.directory = company.directory;
  }

  static async start(): Promise<CompanyProvider> {
    return new CompanyProvider(await Company.start(0, client));
  }

  async stop(): Promise<void> {
    return this.company.stop();
  }

  /** The claims that Cognito would get. @throws Error for whoever does not come back from there */
  async signIn(account: string, factors: Partial<typeof companyFactors> = {}): Promise<CompanyClaims> {
    const { password, code } = { ...companyFactors, ...factors };
    const { issuer } = this.company;
    const browser = new Browser();
    const asked = { client_id: client.id, redirect_uri: client.redirectUri, response_type: 'code' };
    const query = new URLSearchParams({ ...asked, scope: 'openid email profile groups' });
    const login = (await browser.go(`${issuer}/auth?${query.toString()}`)) ?? '';
    await browser.go(login, { account, password });
    const resume = await browser.go(login, { code });
    if (resume === undefined) throw new Error(`${account} is not let in`);
    const back = new URL((await browser.go(resume)) ?? '');
    const { id: clientId, secret: clientSecret, redirectUri } = client;
    const given = { code: back.searchParams.get('code') ?? '', redirectUri, clientId, clientSecret };
    return claimsBy(issuer, given);
  }
}

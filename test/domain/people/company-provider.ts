import { createPublicKey, randomUUID, verify, type JsonWebKeyInput } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import { Provider } from 'oidc-provider';

export type Claims = { sub: string } & Record<string, unknown>;

const callback = 'https://freigabe.example/oauth2/idpresponse';
const client = { id: 'freigabe', secret: 'a secret of the test' };

type Json = Record<string, unknown>;
const jsonIn = (part: string | undefined): Json => JSON.parse(Buffer.from(part ?? '', 'base64url').toString()) as Json;

/** A browser that keeps cookies and follows nothing by itself. */
class Browser {
  private readonly cookies = new Map<string, string>();

  /** Where it is sent. */
  async go(url: string, form?: Record<string, string>): Promise<string> {
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
    if (location === null) throw new Error(`no redirect: ${answer.status} ${await answer.text()}`);
    return new URL(location, url).href;
  }
}

/** The identity provider of a company, on this machine: a real one, of which only the directory is made up. */
export class CompanyProvider {
  readonly directory = new Map<string, Claims>();

  readonly issuer: string;
  private readonly server: Server;

  private constructor(issuer: string, server: Server) {
    this.issuer = issuer;
    this.server = server;
  }

  static async start(): Promise<CompanyProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const company = new CompanyProvider(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, server);
    server.on('request', providerOf(company).callback());
    return company;
  }
  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => void this.server.close(resolve));
    jest.restoreAllMocks();
  }

  /** The claims that Cognito would get: signed in by the code flow, the ID token verified, and what userinfo says. */
  async signIn(account: string): Promise<Claims> {
    const browser = new Browser();
    const nonce = randomUUID();
    const asked = { client_id: client.id, redirect_uri: callback, response_type: 'code', nonce };
    const query = new URLSearchParams({ ...asked, scope: 'openid email profile groups' });
    const login = await browser.go(`${this.issuer}/auth?${query.toString()}`);
    const consent = await browser.go(await browser.go(login, { prompt: 'login', login: account, password: 'any' }));
    const back = await browser.go(await browser.go(consent, { prompt: 'consent' }));
    return this.claimsFor(new URL(back).searchParams.get('code') ?? '', nonce);
  }

  private async claimsFor(code: string, nonce: string): Promise<Claims> {
    const answer = await fetch(`${this.issuer}/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${client.id}:${encodeURIComponent(client.secret)}`).toString('base64')}`,
      },
      body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: callback }),
    });
    const tokens = (await answer.json()) as { id_token: string; access_token: string };
    const claims = await this.verified(tokens.id_token);
    if (claims['nonce'] !== nonce) throw new Error('an ID token for another sign-in');
    const headers = { authorization: `Bearer ${tokens.access_token}` };
    const info = (await (await fetch(`${this.issuer}/me`, { headers })).json()) as Claims;
    if (info.sub !== claims['sub']) throw new Error('userinfo of somebody else');
    return { ...claims, ...info };
  }

  private async verified(token: string): Promise<Json> {
    const [header, payload, signature] = token.split('.');
    const { keys } = (await (await fetch(`${this.issuer}/jwks`)).json()) as {
      keys: (JsonWebKeyInput['key'] & { kid: string })[];
    };
    const key = keys.find(({ kid }) => kid === jsonIn(header)['kid']);
    const isSigned =
      key !== undefined &&
      verify(
        'RSA-SHA256',
        Buffer.from(`${header}.${payload}`),
        createPublicKey({ key, format: 'jwk' }),
        Buffer.from(signature ?? '', 'base64url'),
      );
    const claims = jsonIn(payload);
    if (!isSigned || claims['iss'] !== this.issuer || claims['aud'] !== client.id) throw new Error('a bad ID token');
    return claims;
  }
}

const providerOf = (company: CompanyProvider): Provider => {
  const findAccount = (_context: unknown, accountId: string) => {
    const claims = company.directory.get(accountId);
    return claims && { accountId, claims: () => claims };
  };
  // It tells of keys, pages and a store that are for tests.
  jest.spyOn(console, 'warn').mockReturnValue();
  jest.spyOn(console, 'info').mockReturnValue();
  return new Provider(company.issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [callback] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
    scopes: ['openid', 'email', 'profile', 'groups'],
    pkce: { required: () => false },
    cookies: { keys: [randomUUID()] },
    findAccount,
  });
};

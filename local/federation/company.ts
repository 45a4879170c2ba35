import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { Provider } from 'oidc-provider';
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js';
import { signInSteps } from './company-pages.ts';

/** What the directory of the company says of somebody. */
export type CompanyClaims = { sub: string } & Record<string, unknown>;

/** By which Cognito knows itself to it. */
export type CompanyClient = { id: string; secret: string; redirectUri: string };

const scopes = ['openid', 'email', 'profile', 'groups'];

const signingKey = (): object => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' };
};

type Asked = {
  oidc: { provider: Provider; client: { clientId: string }; session: { accountId: string } };
};

/** It is the company's own application: nobody is asked whether it may know them. */
const consented = async ({ oidc: { provider, client, session } }: Asked): Promise<object> => {
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(scopes.join(' '));
  await grant.save();
  return grant;
};

const hour = 3600;

const providerOf = (issuer: string, client: CompanyClient, directory: ReadonlyMap<string, CompanyClaims>): Provider =>
  new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [client.redirectUri],
        // Cognito has no other (https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-oidc-idp.html).
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    // How somebody signed in (RFC 8176).
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
    scopes,
    pkce: { required: () => false },
    cookies: { keys: [randomUUID()] },
    jwks: { keys: [signingKey()] },
    adapter: createMemoryAdapter(0),
    ttl: { AccessToken: hour, AuthorizationCode: 60, Grant: hour, IdToken: hour, Interaction: hour, Session: hour },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/sign-in/${uid}` },
    loadExistingGrant: consented,
    findAccount: (_context: unknown, accountId: string) => {
      const claims = directory.get(accountId);
      return claims && { accountId, claims: () => claims };
    },
  });

/**
 * The identity provider of a company, on this machine: a real one for OpenID Connect, of which the directory is made up
 * and which always asks for a second factor.
 */
export class Company {
  readonly directory = new Map<string, CompanyClaims>();
  readonly issuer: string;
  private readonly server: Server;

  private constructor(issuer: string, server: Server) {
    this.issuer = issuer;
    this.server = server;
  }

  /** @param port 0 for any that is free */
  static async start(port: number, client: CompanyClient): Promise<Company> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the company listens to no port');
    const company = new Company(`http://127.0.0.1:${address.port}`, server);
    const provider = providerOf(company.issuer, client, company.directory);
    const answer = provider.callback();
    const steps = signInSteps(provider, company.directory);
    server.on('request', (request, response) => {
      if (request.url?.startsWith('/sign-in/') !== true) return answer(request, response);
      steps(request, response).catch(() => response.writeHead(400).end('Begin again at the application.'));
    });
    return company;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => void this.server.close(resolve));
  }
}

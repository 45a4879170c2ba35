import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { preview, type PreviewServer } from 'vite';
import { PICTURES_PREFIX } from '../domain/model/picture-address.ts';
import type { Outputs } from './deploy.ts';
import { providerRoutes, signInRoute } from './federation/routes.ts';
import { signInOf } from './federation/sign-in.ts';
import { bodyOf, json } from './http.ts';
import { showPicture } from './pictures.ts';
import { clientSettings, root, type Settings } from './settings.ts';
import * as z from 'zod';

/** As CloudFront sends it on AWS; there the sign-in domain joins connect-src, and the bucket is where the emulator is here. */
const contentSecurityPolicy = ({ emulatorUrl }: Settings): string =>
  [
    "default-src 'self'",
    `connect-src 'self' ${emulatorUrl}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** config.json as the console reads it before its first render; on AWS a deployment writes the same shape. */
const consoleConfig = ({ emulatorUrl, consoleUrl, region }: Settings, outputs: Outputs) => ({
  clientId: outputs.UserPoolClientId,
  tokenStore: 'local',
  local: true,
  endpoints: {
    issuer: `https://cognito-idp.${region}.amazonaws.com/${outputs.UserPoolId}`,
    authorization_endpoint: `${consoleUrl}/local/oauth2/authorize`,
    token_endpoint: `${consoleUrl}/local/oauth2/token`,
    end_session_endpoint: `${emulatorUrl}/logout`,
  },
});

const InitiateAuth = z.object({ AuthenticationResult: z.object({ AccessToken: z.string(), ExpiresIn: z.number() }) });

/**
 * The emulator's refresh grant drops the groups and changes auth_time, which the browser library refuses. Its
 * InitiateAuth keeps both; without an ID token in the answer the first one stays valid.
 */
const refresh = async (emulatorUrl: string, form: URLSearchParams): Promise<object | undefined> => {
  const answer = await fetch(emulatorUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
    },
    body: JSON.stringify({
      ClientId: form.get('client_id'),
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN: form.get('refresh_token') },
    }),
  });
  const { data } = InitiateAuth.safeParse(await answer.json());
  if (!data) return undefined;
  const { AccessToken, ExpiresIn } = data.AuthenticationResult;
  return { access_token: AccessToken, token_type: 'Bearer', expires_in: ExpiresIn };
};

const token = async (emulatorUrl: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const form = new URLSearchParams(await bodyOf(request));
  if (form.get('grant_type') === 'refresh_token') {
    const renewed = await refresh(emulatorUrl, form);
    return json(response, renewed ? 200 : 400, renewed ?? { error: 'invalid_grant' });
  }
  const answer = await fetch(`${emulatorUrl}/oauth2/token`, { method: 'POST', body: form });
  json(response, answer.status, await answer.json());
};

const middleware = (server: PreviewServer, settings: Settings, outputs: Outputs): void => {
  // One host only: stored sign-ins and registered callback addresses differ between localhost and 127.0.0.1.
  server.middlewares.use((request, response, next) => {
    if (!request.headers.host?.startsWith('localhost:')) return next();
    response.writeHead(307, { location: settings.consoleUrl + (request.url ?? '/') }).end();
  });
  server.middlewares.use('/config.json', (_request, response) => json(response, 200, consoleConfig(settings, outputs)));
  const client = new S3Client({ ...clientSettings(settings), forcePathStyle: true });
  server.middlewares.use(`/${PICTURES_PREFIX}`, (request, response) => {
    showPicture(client, outputs.ContentBucket, request, response).catch(() => response.destroy());
  });
  const signIn = signInOf(outputs);
  const oauth2 = {
    token: async (request: IncomingMessage, response: ServerResponse) => token(settings.emulatorUrl, request, response),
    authorize: signInRoute(settings, signIn),
    provider: providerRoutes(settings, signIn.providers),
  };
  for (const [name, answer] of Object.entries(oauth2))
    server.middlewares.use(`/local/oauth2/${name}`, (request, response) => {
      answer(request, response).catch(() => json(response, 502, { error: 'server_error' }));
    });
};

/** Serves the built console and does locally what CloudFront and Cognito do on AWS. */
export const serveConsole = async (settings: Settings, outputs: Outputs): Promise<PreviewServer> =>
  preview({
    configFile: false,
    root: path.join(root, 'console'),
    logLevel: 'error',
    plugins: [{ name: 'local-aws', configurePreviewServer: (server) => middleware(server, settings, outputs) }],
    preview: {
      host: '127.0.0.1',
      port: settings.ports.console,
      strictPort: true,
      headers: {
        'cache-control': 'no-store',
        'content-security-policy': contentSecurityPolicy(settings),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      },
      proxy: {
        '/api': {
          target: settings.emulatorUrl,
          changeOrigin: true,
          rewrite: (url) => `/_aws/execute-api/${outputs.ApiId}/$default${url}`,
        },
        '/local/ses': { target: settings.sesUrl, rewrite: (url) => url.replace(/^\/local\/ses/, '') },
      },
    },
  });

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { bodyOf } from '../http.ts';

/** Of everybody in the made-up directory. */
export const companyFactors = { password: 'Contoso-2026!', code: '246810' };

const style =
  'body{font:16px/1.5 system-ui;max-width:22rem;margin:4rem auto;padding:0 1rem}label{display:block;margin:0 0 1rem}' +
  'input,button{font:inherit;width:100%;box-sizing:border-box;padding:.5rem}';

const page = (said: string, fields: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<link rel="icon" href="data:,"><title>Contoso</title><style>${style}</style><main><h1>Contoso</h1><p>${said}</p>` +
  `<form method="post">${fields}<button>Next</button></form></main></html>`;

const first = page(
  'Sign in with your account of Contoso.',
  '<label>Account<input name="account" autocomplete="username"></label>' +
    '<label>Password<input name="password" type="password" autocomplete="current-password"></label>',
);
const second = page(
  'Enter the code of your authenticator app.',
  '<label>Code<input name="code" inputmode="numeric" autocomplete="one-time-code"></label>',
);

/** Two factors, one page after the other: nobody comes back to the application by the first alone. */
export const signInSteps = (provider: Provider, directory: ReadonlyMap<string, unknown>) => {
  /** Who gave the right password, by the sign-in that they are at. */
  const known = new Map<string, string>();
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { uid } = await provider.interactionDetails(request, response);
    const show = (text: string): void => {
      response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' }).end(text);
    };
    if (request.method !== 'POST') return show(known.has(uid) ? second : first);
    const form = new URLSearchParams(await bodyOf(request));
    const account = known.get(uid);
    if (account !== undefined && form.get('code') === companyFactors.code) {
      known.delete(uid);
      return provider.interactionFinished(request, response, {
        login: { accountId: account, amr: ['pwd', 'otp', 'mfa'] },
      });
    }
    const asked = form.get('account') ?? '';
    if (directory.has(asked) && form.get('password') === companyFactors.password) known.set(uid, asked);
    show(known.has(uid) ? second : first);
  };
};

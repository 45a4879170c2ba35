import { escapeHtml } from '../../domain/content/liquid.ts';
import type { LocalSignIn } from './sign-in.ts';

const style = 'display:block;padding:10px;margin-top:12px;border:1px solid #0073bb;border-radius:4px;text-align:center';

const buttonOf = (authorize: string, query: string, name: string): string => {
  const asked = new URLSearchParams(query);
  asked.set('identity_provider', name);
  return `<a style="${style}" href="${escapeHtml(`${authorize}?${asked.toString()}`)}">${escapeHtml(name)}</a>`;
};

/**
 * The emulator's sign-in page with a button for each provider, as Cognito's has them; without the form for passwords
 * where the stage takes none.
 */
export const withProviders = (
  page: string,
  { providers, passwords }: LocalSignIn,
  { authorize, query }: { authorize: string; query: string },
): string => {
  const buttons = providers.map(({ name }) => buttonOf(authorize, query, name)).join('');
  return page
    .replace('<head>', () => `<head><base href="${authorize}">`)
    .replace(/<form[\s\S]*<\/form>/, (form) => (passwords === 'allowed' ? form : '') + buttons);
};

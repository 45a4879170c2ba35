import './shell/without-eval.ts';
import './shell/styles.ts';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { routesFor } from './pages/routes.tsx';
import { ApiProblem } from './shell/api-problem.ts';
import { createSignInManager, followOtherTabs } from './shell/auth.ts';
import { loadConfig } from './shell/config.ts';
import { startI18n } from './shell/i18n.ts';
import { LocalModeContext } from './shell/local-mode.ts';
import { restore } from './shell/renewal.ts';
import { returnPath } from './shell/return-path.ts';

// A refusal stays one; only what may pass is tried again.
const mayPass = (failures: number, error: unknown): boolean =>
  failures < 2 && error instanceof ApiProblem && (error.status === 0 || error.status >= 500);

const start = async (root: HTMLElement): Promise<void> => {
  const [config] = await Promise.all([loadConfig(), startI18n()]);
  const manager = createSignInManager(config);
  const isReturning = location.pathname === '/auth/callback';
  if (!isReturning) await restore(manager);
  if (config.tokenStore === 'local') followOtherTabs(manager);
  const router = routesFor(manager);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: mayPass, staleTime: 1000 } } });
  createRoot(root).render(
    <StrictMode>
      <LocalModeContext value={config.local}>
        <I18nProvider i18n={i18n}>
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </I18nProvider>
      </LocalModeContext>
    </StrictMode>,
  );
  if (!isReturning || location.search === '') return;
  const user = await manager.comeBack();
  if (user) await router.navigate(returnPath(user), { replace: true });
};

const root = document.querySelector<HTMLElement>('#root');
if (root) {
  start(root).catch(() => {
    root.textContent =
      'Freigabe cannot start: its settings (/config.json) or its words cannot be read. Please load the page again.';
  });
}

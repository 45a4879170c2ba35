import type { UserManager } from 'oidc-client-ts';
import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { Page } from '../shell/page.tsx';
import { Callback, SignedOut } from '../shell/sign-in-pages.tsx';
import { SignedIn } from '../shell/signed-in.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { BrokenPage } from './broken-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** A page is fetched when somebody goes there, so that whoever only confirms does not wait for charts and forms. */
const page = (path: string, load: () => Promise<ComponentType>): RouteObject => ({
  path,
  lazy: async () => ({ Component: await load() }),
  hydrateFallbackElement: (
    <Page title="Freigabe">
      <Waiting />
    </Page>
  ),
  errorElement: <BrokenPage />,
});

/** Every page and its address. */
export const routesFor = (manager: UserManager): ReturnType<typeof createBrowserRouter> =>
  createBrowserRouter([
    { path: '/auth/callback', element: <Callback /> },
    { path: '/signed-out', element: <SignedOut /> },
    {
      element: <SignedIn manager={manager} />,
      errorElement: <BrokenPage />,
      children: [
        page('/', async () => (await import('./home-page.tsx')).HomePage),
        page('/campaigns', async () => (await import('./campaigns-page.tsx')).CampaignsPage),
        page('/runs', async () => (await import('./runs-page.tsx')).RunsPage),
        page('/campaigns/new', async () => (await import('./new-campaign-page.tsx')).NewCampaignPage),
        page('/campaigns/:id', async () => (await import('./campaign-page.tsx')).CampaignPage),
        page('/campaigns/:id/edit', async () => (await import('./edit-campaign-page.tsx')).EditCampaignPage),
        page('/runs/:id', async () => (await import('./run-page.tsx')).RunPage),
        page('/confirmations/:linkId', async () => (await import('./confirmation-page.tsx')).ConfirmationPage),
        page('/lists', async () => (await import('./lists-page.tsx')).ListsPage),
        page('/lists/:list', async () => (await import('./list-page.tsx')).ListPage),
        page('/segments/new', async () => (await import('./new-segment-page.tsx')).NewSegmentPage),
        page('/segments/:id', async () => (await import('./segment-page.tsx')).SegmentPage),
        page('/profiles', async () => (await import('./profile-search.tsx')).ProfileSearch),
        page('/profiles/:id', async () => (await import('./profile-page.tsx')).ProfilePage),
        page('/people', async () => (await import('./people-page.tsx')).PeoplePage),
        page('/webhooks', async () => (await import('./webhooks-page.tsx')).WebhooksPage),
        page('/me', async () => (await import('./account-page.tsx')).AccountPage),
        page('/suppressions', async () => (await import('./suppressions-page.tsx')).SuppressionsPage),
        page('/inbox', async () => (await import('../inbox/inbox-page.tsx')).InboxPage),
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ]);

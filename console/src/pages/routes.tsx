import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import type { SignInManager } from '../shell/auth.ts';
import { fetchWords, type Part } from '../shell/i18n.ts';
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

/** One that says more than an approver reads first. */
const pageWith =
  (...parts: Part[]) =>
  (path: string, load: () => Promise<ComponentType>): RouteObject =>
    page(path, async () => {
      const [component] = await Promise.all([load(), ...parts.map(fetchWords)]);
      return component;
    });

const runsPage = pageWith('runs');
const writingPage = pageWith('runs', 'writing');

/** Every page and its address. */
export const routesFor = (manager: SignInManager): ReturnType<typeof createBrowserRouter> =>
  createBrowserRouter([
    { path: '/auth/callback', element: <Callback manager={manager} /> },
    { path: '/signed-out', element: <SignedOut /> },
    {
      element: <SignedIn manager={manager} />,
      errorElement: <BrokenPage />,
      children: [
        runsPage('/', async () => (await import('./home-page.tsx')).HomePage),
        writingPage('/campaigns', async () => (await import('./campaigns-page.tsx')).CampaignsPage),
        writingPage('/calendar', async () => (await import('./calendar-page.tsx')).CalendarPage),
        runsPage('/runs', async () => (await import('./runs-page.tsx')).RunsPage),
        writingPage('/figures', async () => (await import('./figures-page.tsx')).FiguresPage),
        writingPage('/campaigns/new', async () => (await import('./new-campaign-page.tsx')).NewCampaignPage),
        writingPage('/campaigns/:id', async () => (await import('./campaign-page.tsx')).CampaignPage),
        writingPage('/campaigns/:id/edit', async () => (await import('./edit-campaign-page.tsx')).EditCampaignPage),
        runsPage('/runs/:id', async () => (await import('./run-page.tsx')).RunPage),
        runsPage('/runs/:id/messages/:number', async () => (await import('./message-page.tsx')).MessagePage),
        page('/confirmations/:linkId', async () => (await import('./confirmation-page.tsx')).ConfirmationPage),
        writingPage('/lists', async () => (await import('./lists-page.tsx')).ListsPage),
        writingPage('/lists/:list', async () => (await import('./list-page.tsx')).ListPage),
        writingPage('/profiles', async () => (await import('./profile-search.tsx')).ProfileSearch),
        writingPage('/profiles/:id', async () => (await import('./profile-page.tsx')).ProfilePage),
        writingPage('/people', async () => (await import('./people-page.tsx')).PeoplePage),
        writingPage('/webhooks', async () => (await import('./webhooks-page.tsx')).WebhooksPage),
        writingPage('/me', async () => (await import('./account-page.tsx')).AccountPage),
        writingPage('/suppressions', async () => (await import('./suppressions-page.tsx')).SuppressionsPage),
        writingPage('/inbox', async () => (await import('../inbox/inbox-page.tsx')).InboxPage),
        writingPage('/pictures', async () => (await import('./pictures-page.tsx')).PicturesPage),
        writingPage('/templates', async () => (await import('./templates-page.tsx')).TemplatesPage),
        writingPage('/snippets', async () => (await import('./snippets-page.tsx')).SnippetsPage),
        writingPage('/brand', async () => (await import('./brand-page.tsx')).BrandPage),
        writingPage('/machines', async () => (await import('./machines-page.tsx')).MachinesPage),
        writingPage('/segments/new', async () => (await import('./new-segment-page.tsx')).NewSegmentPage),
        writingPage('/segments/:id', async () => (await import('./segment-page.tsx')).SegmentPage),
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ]);

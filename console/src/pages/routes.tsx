import type { UserManager } from 'oidc-client-ts';
import { createBrowserRouter } from 'react-router';
import { InboxPage } from '../inbox/inbox-page.tsx';
import { Callback, SignedOut } from '../shell/sign-in-pages.tsx';
import { SignedIn } from '../shell/signed-in.tsx';
import { ProfilePage } from '../track/profile-page.tsx';
import { ProfileSearch } from '../track/profile-search.tsx';
import { CampaignPage } from './campaign-page.tsx';
import { CampaignsPage } from './campaigns-page.tsx';
import { ConfirmationPage } from './confirmation-page.tsx';
import { EditCampaignPage } from './edit-campaign-page.tsx';
import { NewCampaignPage } from './new-campaign-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { RunPage } from './run-page.tsx';

/** Every page and its address. */
export const routesFor = (manager: UserManager): ReturnType<typeof createBrowserRouter> =>
  createBrowserRouter([
    { path: '/auth/callback', element: <Callback /> },
    { path: '/signed-out', element: <SignedOut /> },
    {
      element: <SignedIn manager={manager} />,
      children: [
        { path: '/', element: <CampaignsPage /> },
        { path: '/campaigns/new', element: <NewCampaignPage /> },
        { path: '/campaigns/:id', element: <CampaignPage /> },
        { path: '/campaigns/:id/edit', element: <EditCampaignPage /> },
        { path: '/runs/:id', element: <RunPage /> },
        { path: '/confirmations/:linkId', element: <ConfirmationPage /> },
        { path: '/profiles', element: <ProfileSearch /> },
        { path: '/profiles/:id', element: <ProfilePage /> },
        { path: '/inbox', element: <InboxPage /> },
        { path: '*', element: <NotFoundPage /> },
      ],
    },
  ]);

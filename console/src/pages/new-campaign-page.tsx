import type { ReactNode } from 'react';

export const NewCampaignPage = (): ReactNode => null;

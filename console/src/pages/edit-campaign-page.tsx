import type { ReactNode } from 'react';

export const EditCampaignPage = (): ReactNode => null;

import type { ReactNode } from 'react';

export const CampaignPage = (): ReactNode => null;

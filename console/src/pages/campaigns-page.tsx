import type { ReactNode } from 'react';

export const CampaignsPage = (): ReactNode => null;

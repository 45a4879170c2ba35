import type { ReactNode } from 'react';

export const InboxPage = (): ReactNode => null;

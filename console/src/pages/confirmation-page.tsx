import type { ReactNode } from 'react';

export const ConfirmationPage = (): ReactNode => null;

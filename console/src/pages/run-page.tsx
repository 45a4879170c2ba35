import type { ReactNode } from 'react';

export const RunPage = (): ReactNode => null;

import type { ReactNode } from 'react';

export const ProfileSearch = (): ReactNode => null;

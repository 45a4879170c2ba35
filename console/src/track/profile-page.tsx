import type { ReactNode } from 'react';

export const ProfilePage = (): ReactNode => null;

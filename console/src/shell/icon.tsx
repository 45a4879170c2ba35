import type { ReactNode } from 'react';
import { drawings } from './drawings.tsx';

export type IconName = keyof typeof drawings;

/** Decoration: the words beside it say the same. */
export const Icon = ({ name, className = '' }: { name: IconName; className?: string }): ReactNode => (
  <svg className={`i ${className}`} viewBox="0 0 16 16" aria-hidden="true">
    {drawings[name]}
  </svg>
);

import type { ReactNode } from 'react';

/** A railway signal whose upper arm is raised; mast and arms read as F. */
export const Mark = (): ReactNode => (
  <svg viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="7" fill="var(--brand)" />
    <g stroke="var(--on-brand)" strokeLinecap="round" strokeWidth="3.4" fill="none">
      <path d="M11 26.5V12.2" />
      <path d="M11 12.2 22.6 6" />
      <path d="M11 18.6h8.4" />
    </g>
    <circle cx="24.2" cy="18.6" r="1.9" fill="var(--on-brand)" />
  </svg>
);

import type { ReactNode } from 'react';

/** The sending log of a run. */
export const MessageLog = (_: { runId: string }): ReactNode => null;

import type { ReactNode } from 'react';

/** What SES reported of a run. */
export const TrackingLog = (_: { runId: string }): ReactNode => null;

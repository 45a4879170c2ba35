import { lazy, Suspense, type ReactNode } from 'react';
import type { RunView } from '../../../domain/model/run-view.ts';

// The calendar is large, and most confirmations are of one run.
const ReleasedStarts = lazy(async () => ({ default: (await import('./released-starts.tsx')).ReleasedStarts }));

/** What a confirmation lets go without asking, of a run that waits for it. */
export const ReleaseTile = ({ run }: { run: RunView }): ReactNode =>
  run.releasesSeries && run.state === 'AwaitingConfirmation' ? (
    <Suspense fallback={null}>
      <ReleasedStarts run={run} />
    </Suspense>
  ) : null;

import type { ReactNode } from 'react';
import type { RunView } from '../../../domain/run-view.ts';

/** Pause, resume and stop of a run. */
export const RunControls = (_: { run: RunView }): ReactNode => null;

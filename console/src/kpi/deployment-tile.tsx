import type { ReactNode } from 'react';
import type { RunView } from '../../../domain/run-view.ts';

/** Progress of a run, then its figures. */
export const DeploymentTile = (_: { run: RunView }): ReactNode => null;

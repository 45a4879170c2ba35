import type { Counters, Figures } from '../figures.ts';

export type Kpis = {
  counters(runId: string): Promise<Counters>;
  /** Adds to the counters outside of any event: only "Compute stats" does. */
  adjust(runId: string, delta: Counters): Promise<void>;
  markChanged(runId: string): Promise<void>;
  changed(): Promise<{ runId: string; mark: string }[]>;
  /** Forgets the mark unless the run was marked again meanwhile. */
  clearChanged(runId: string, mark: string): Promise<void>;
  publish(figures: Figures): Promise<void>;
  latest(runId: string): Promise<Figures | undefined>;
  series(runId: string): Promise<Figures[]>;
};

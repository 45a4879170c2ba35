import type { Counters } from '../../model/figures.ts';
import type { Recount } from '../../model/recount.ts';

export type Recounts = {
  get(runId: string): Promise<Recount | undefined>;
  /** Replaces version − 1; version 1 is the first. False when another one moved it meanwhile. */
  replace(recount: Recount): Promise<boolean>;
  /** The same together with the counters, all or nothing: a repeat corrects nothing twice. */
  mend(recount: Recount, delta: Counters): Promise<boolean>;
};

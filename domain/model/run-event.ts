import type { Person } from '../people/people.ts';
import type { AbResult } from './ab-test.ts';
import type { CampaignBlock } from './campaign-blocks.ts';
import type { Check, Counts, Preparation } from './preparation.ts';
import type { Decision, Gate, PauseCause, PreparationLeft, SkipCause } from './run.ts';
import type { StopCause } from './stop-cause.ts';

/** Everything that can happen to a run. Times are ISO 8601 in UTC. */
export type RunEvent =
  | { type: 'prepared'; at: string; preparation: Preparation; deadline: string }
  /** The preparation's time was up, and another step goes on. Null: that step took it, so that nobody else goes on from there when it dies. */
  | { type: 'checkpointSet'; left: PreparationLeft | null }
  | { type: 'preparationFailed'; at: string; checks: Check[]; counts?: Counts }
  | { type: 'gateOpened'; at: string; gate: Gate }
  /** A confirmation that is not yet the last one that is needed leaves the question open. */
  | { type: 'decided'; decision: Decision }
  /** `deadline`: of the question that is open again. */
  | { type: 'withdrawn'; at: string; by: Person; deadline: string }
  | { type: 'expired'; at: string }
  /** The time to send had passed when the machine came to it: the question is put again, until `deadline`. */
  | { type: 'startMissed'; at: string; deadline: string }
  | { type: 'sendingStarted'; at: string }
  /** `reason`: what SES said. */
  | { type: 'paused'; at: string; by: Person | null; cause?: PauseCause; reason?: string | undefined }
  /** Waits for the day's quota until SES is asked again. */
  | { type: 'held'; until: string }
  | { type: 'resumed'; at: string }
  /** Everybody of a wave is accounted for: the next one has its time. */
  | { type: 'waveSent'; at: string }
  | { type: 'waveBegun'; at: string }
  /** The test came to this, and the rest begins with it: one write, so there is no rest without a winner. */
  | { type: 'abTestDecided'; result: AbResult }
  /** Somebody decided it: the rest may begin, once it was looked whether the brake is off. */
  | { type: 'abTestChosen'; result: AbResult }
  | { type: 'finished'; at: string }
  | { type: 'stopped'; at: string; by: Person | null; cause: Exclude<StopCause, 'edited'> }
  | { type: 'stopped'; at: string; by: Person; cause: 'edited'; changed: CampaignBlock[] }
  /** What is unknown of it goes out again as the run `runId`. */
  | { type: 'resent'; runId: string }
  | { type: 'skipped'; at: string; cause: SkipCause };

import * as z from 'zod';

/** Input of the machine and of every step: the run itself lives in the table. */
export const RunStep = z.object({ runId: z.string() });
export type RunStep = z.infer<typeof RunStep>;

/** Input of "Prepare"; with `failure`, the error's name that Step Functions gave, it only notes that preparing failed. */
export const PrepareStep = RunStep.extend({ failure: z.string().optional() });
export type PrepareStep = z.infer<typeof PrepareStep>;

/** What a run needs next, for the Choice state of the machine. */
export const positions = ['prepare', 'confirm', 'wait', 'send', 'resume', 'ended'] as const;
export type Position = (typeof positions)[number];

/** Answer of "Where is the run?". `startAt` is always an instant, so that the Wait state can read it: of the start, or of the next wave. */
export type Located = {
  runId: string;
  position: Position;
  state: string;
  startAt: string;
  /** Key of the JSON array of the chunk numbers that may go now; empty before preparation. */
  chunkListKey: string;
};

/** Answer of "Prepare". `more`: its time was up, ask again at once. */
export type Prepared = { runId: string; outcome: 'done' | 'more' };

/** Input of the gate: the task token is encrypted at once and never logged. */
export const OpenGateStep = z.object({ runId: z.string(), taskToken: z.string() });

/** Answer of "Verify". `workers`: how many send chunks of this run at once. */
export type Verified = { runId: string; outcome: 'send'; workers: number } | { runId: string; outcome: 'ended' };

export const SendChunkStep = z.object({ runId: z.string(), chunk: z.int().min(0) });
/**
 * `more`: ask again at once (the Lambda's time was up); `hold`: the day's quota is used up, ask again at `until`
 * (ISO 8601, UTC); `done`: nothing left here.
 */
export type ChunkSent = { runId: string; chunk: number; outcome: 'done' | 'more' | 'hold' | 'halted'; until?: string };

/** Answer of "Settle". `incomplete`: take the run up again over what is left. */
export type Settled = { runId: string; outcome: 'settled' | 'incomplete' };

import type { Unknown } from '../model/unknown.ts';

/** What a run that is no longer sending left open, or SES refused without a reason; reads the chunks with either only. */
export type UnknownMessages = { ofRun(runId: string): Promise<Unknown> };

import type { Unknown } from '../model/unknown.ts';

/** What a run that is no longer sending left open; reads the chunks with open groups only. */
export type UnknownMessages = { ofRun(runId: string): Promise<Unknown> };

import type { ListSummary } from '../profile.ts';

export type Lists = { put(summary: ListSummary): Promise<void>; all(): Promise<ListSummary[]> };

/** The recurring campaigns, by their ids: one that cannot be read keeps nobody from the others. */
export type Series = { ids(): Promise<string[]> };

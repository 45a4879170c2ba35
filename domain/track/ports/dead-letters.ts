/** Where a body lies that is no event, with the cause, until somebody looks. */
export type DeadLetters = { put(body: string, cause: string): Promise<void> };

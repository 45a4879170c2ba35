/** `webhook-signature` of the Standard Webhooks rules, with each of these secrets; `at` in epoch milliseconds. */
export type Sign = (message: { id: string; at: number; body: string }, secrets: readonly string[]) => string;

/** SES account limits: messages per second and per rolling 24 hours; in the sandbox to verified addresses only. */
export type Quota = { perSecond: number; per24Hours: number; sentLast24Hours: number; isInSandbox?: boolean };

export type SesAccount = { quota(): Promise<Quota>; isVerified(address: string): Promise<boolean> };

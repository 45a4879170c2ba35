/** SES account limits: messages per second and per rolling 24 hours. */
export type Quota = { perSecond: number; per24Hours: number; sentLast24Hours: number };

export type SesAccount = { quota(): Promise<Quota>; isVerified(address: string): Promise<boolean> };

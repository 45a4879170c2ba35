const DAY_S = 24 * 60 * 60;

/** So many days after an instant (ISO 8601), in epoch seconds, as DynamoDB's Time to Live takes it. */
export const secondsAfter = (at: string, days: number): number => Math.ceil(Date.parse(at) / 1000) + days * DAY_S;

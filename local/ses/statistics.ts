/** SES counts in periods of a quarter of an hour, and tells of the last two weeks. */
const PERIOD_MS = 900_000;
const TOLD_MS = 14 * 86_400_000;

type Counted = 'attempts' | 'bounces' | 'complaints';
export type DataPoint = { at: number } & Record<Counted, number>;

/** What GetSendStatistics tells of an account. */
export class Statistics {
  private readonly points = new Map<number, DataPoint>();

  count(what: Counted, now = Date.now()): void {
    const at = Math.floor(now / PERIOD_MS) * PERIOD_MS;
    const point = this.points.get(at) ?? { at, attempts: 0, bounces: 0, complaints: 0 };
    point[what] += 1;
    this.points.set(at, point);
  }

  lately(now = Date.now()): DataPoint[] {
    return [...this.points.values()].filter(({ at }) => at > now - TOLD_MS);
  }
}

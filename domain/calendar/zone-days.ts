import { dateOf, dayOf } from './calendar.ts';
import { startOfDay } from './zone-clock.ts';

/**
 * Consecutive days as the clocks of a zone have them. Where they begin is asked of the zone once, so that thousands of
 * instants can be put into them. A day that the clocks leave out has no instant.
 */
export class ZoneDays {
  readonly dates: readonly string[];
  /** Epoch milliseconds at which each begins; the last one is the end of all. */
  private readonly beginnings: readonly number[];

  /** `from`, `to`: first and last day, `2027-03-28`. */
  constructor(from: string, to: string, zone: string) {
    const [first, last] = [dayOf(from), dayOf(to)];
    this.dates = Array.from({ length: last - first + 1 }, (_, index) => dateOf(first + index));
    this.beginnings = Array.from({ length: last - first + 2 }, (_, index) => startOfDay(zone, first + index));
  }

  /** First instant, and the first one after all of them; epoch milliseconds. */
  get bounds(): { from: number; to: number } {
    return { from: this.beginnings[0] ?? 0, to: this.beginnings.at(-1) ?? 0 };
  }

  /** Which day an instant (epoch milliseconds) is in: its place in `dates`; -1 before them, their number after them. */
  indexAt(instant: number): number {
    let [low, high] = [0, this.beginnings.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((this.beginnings[middle] ?? Infinity) <= instant) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

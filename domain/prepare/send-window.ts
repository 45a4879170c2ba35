import { Temporal } from 'temporal-polyfill';
import type { SendWindow } from '../model/check-limits.ts';
import type { Check } from '../model/preparation.ts';
import type { Schedule } from '../model/schedule.ts';
import type { Forecast } from './quota.ts';

type Planned = { schedule: Schedule; sendAt: string | undefined; forecast: Pick<Forecast, 'starts' | 'ends'> };

const isWithin = ({ days, from, to }: SendWindow, zone: string, { starts, ends }: Planned['forecast']): boolean => {
  const local = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const clock = (at: number): string => local(at).toPlainTime().toString({ smallestUnit: 'minute' });
  const [first, last] = [local(starts), local(ends)];
  return (
    first.toPlainDate().equals(last.toPlainDate()) &&
    days.includes(first.dayOfWeek) &&
    from <= clock(starts) &&
    clock(ends) <= to
  );
};

/**
 * From the first message to the estimated last one, a run lies in each window that is set. A run without a
 * planned time starts when somebody confirms it: judged as of now it can only be warned of.
 */
export const sendWindowChecks = (windows: readonly SendWindow[], planned: Planned): Check[] => {
  const zoneOf = ({ zone }: SendWindow): string => ('zone' in planned.schedule ? planned.schedule.zone : zone);
  const missed = windows.filter((window) => !isWithin(window, zoneOf(window), planned.forecast));
  const isBlocking = planned.sendAt !== undefined && missed.some(({ blocking }) => blocking);
  const window = missed.find(({ blocking }) => blocking) ?? missed[0] ?? windows[0];
  if (window === undefined) return [];
  return [
    {
      code: 'sendWindow',
      verdict: missed.length === 0 ? 'passed' : isBlocking ? 'blocking' : 'warning',
      facts: {
        days: window.days.toSorted((one, other) => one - other).map(String),
        from: window.from,
        to: window.to,
        zone: zoneOf(window),
        starts: new Date(planned.forecast.starts).toISOString(),
        ends: new Date(planned.forecast.ends).toISOString(),
      },
    },
  ];
};

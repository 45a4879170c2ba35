import type { Language } from './languages.ts';

/** Numbers and times as people read them in the language that is shown. */
export type Format = {
  number: (value: number) => string;
  /** One decimal; null (nothing to divide by) is "–". */
  percent: (value: number | null) => string;
  /** Two decimals, for shares of which a tenth of a percent is much. */
  finePercent: (value: number | null) => string;
  /** US dollars to the cent. */
  dollars: (value: number) => string;
  /** Percentage points, one decimal, without a unit. */
  points: (value: number) => string;
  /** Day and time with the zone, in the browser's zone or in the given one; with the year unless it is the present one. */
  dateTime: (iso: string, zone?: string, now?: number) => string;
  /** Time of day to the second, with the zone. */
  time: (iso: string) => string;
  day: (iso: string) => string;
  /** Of a month like 2026-11. */
  month: (month: string) => string;
  /** "09:00" and "24 Nov": for the axis of a chart. */
  clock: (iso: string) => string;
  shortDay: (iso: string) => string;
  /** The same instant in UTC; with its day when that differs from that in the zone, the browser's or the given one. */
  utc: (iso: string, zone?: string) => string;
  duration: (ms: number) => string;
  /** "in 7 hours", "3 minutes ago". */
  relative: (iso: string, now?: number) => string;
  /** "A or B" */
  anyOf: (items: string[]) => string;
  /** "A and B" */
  allOf: (items: string[]) => string;
};

const locales: Record<Language, string> = { en: 'en-GB', de: 'de-DE' };
const units = { en: ['h', 'min', 's'], de: ['Std.', 'Min.', 'Sek.'] } as const;

const dayParts = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
const yearlessParts = { weekday: 'short', day: 'numeric', month: 'short' } as const;
const clockParts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

const durationIn = (language: Language, ms: number): string => {
  const [hour, minute, second] = units[language];
  const seconds = Math.round(ms / 1000);
  if (ms < 1000) return `< 1 ${second}`;
  if (seconds < 60) return `${seconds} ${second}`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 ? `${minutes} ${minute} ${seconds % 60} ${second}` : `${minutes} ${minute}`;
  const rest = minutes % 60;
  return rest ? `${Math.floor(minutes / 60)} ${hour} ${rest} ${minute}` : `${Math.floor(minutes / 60)} ${hour}`;
};

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

const relativeIn = (locale: string, ms: number): string => {
  const [unit, size] = steps.find(([, length]) => Math.abs(ms) >= length) ?? ['second', 1000];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(ms / size), unit);
};

const utcIn = (locale: string, iso: string, zone?: string): string => {
  const at = new Date(iso);
  const dayThere = new Intl.DateTimeFormat('en', { day: 'numeric', ...(zone !== undefined && { timeZone: zone }) });
  const clock = new Intl.DateTimeFormat(locale, { ...clockParts, timeZone: 'UTC' }).format(at);
  if (Number(dayThere.format(at)) === at.getUTCDate()) return `${clock} UTC`;
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(at);
  return `${day}, ${clock} UTC`;
};

/** The formats of one language. */
export const formatIn = (language: Language): Format => {
  const locale = locales[language];
  const whole = new Intl.NumberFormat(locale);
  const oneDecimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const twoDecimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const shown = (iso: string, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, options).format(new Date(iso));
  const listed = (type: 'conjunction' | 'disjunction') => new Intl.ListFormat(locale, { type });
  return {
    number: (value) => whole.format(value),
    points: (value) => oneDecimal.format(value),
    percent: (value) => (value === null ? '–' : `${oneDecimal.format(value)} %`),
    finePercent: (value) => (value === null ? '–' : `${twoDecimals.format(value)} %`),
    dollars: (value) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD', currencyDisplay: 'symbol' }).format(value),
    dateTime: (iso, zone, now = Date.now()) =>
      shown(iso, {
        ...(new Date(iso).getFullYear() === new Date(now).getFullYear() ? yearlessParts : dayParts),
        ...clockParts,
        timeZoneName: 'short',
        ...(zone !== undefined && { timeZone: zone }),
      }),
    time: (iso) => shown(iso, { ...clockParts, second: '2-digit', timeZoneName: 'short' }),
    day: (iso) => shown(iso, dayParts),
    month: (month) => shown(`${month}-15T12:00:00Z`, { month: 'long', year: 'numeric' }),
    clock: (iso) => shown(iso, clockParts),
    shortDay: (iso) => shown(iso, { day: 'numeric', month: 'short' }),
    utc: (iso, zone) => utcIn(locale, iso, zone),
    duration: (ms) => durationIn(language, ms),
    relative: (iso, now = Date.now()) => relativeIn(locale, Date.parse(iso) - now),
    anyOf: (items) => listed('disjunction').format(items),
    allOf: (items) => listed('conjunction').format(items),
  };
};

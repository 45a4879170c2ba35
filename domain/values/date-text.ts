/** A date as a text says it: by its own clock, and when that is; without an offset its clock is taken to be UTC. */
export type DateText = {
  /** Epoch milliseconds of the wall clock, as if it were UTC. */
  wall: number;
  /** Epoch milliseconds. */
  instant: number;
};

const MINUTE = 60_000;

const time = String.raw`(?:(?:T|,? +)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?`;
/** ISO 8601 and what databases write: `2027-03-05`, `2027-03-05 08:30:00`, `2027-03-05T08:30:00+01:00`. */
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${time}$`, 'i');
/** As written where German, Czech, Polish, Russian and others are: with points the day comes first (CLDR). */
const dayFirst = new RegExp(String.raw`^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})${time}$`, 'i');
/** With slashes, or with dashes and the year last, the day comes first in most countries and the month in some. */
const either = new RegExp(String.raw`^(\d{1,2})([/-])(\d{1,2})\2(\d{4})${time}$`, 'i');
/** Seconds or milliseconds since 1970; a shorter number is a year or something else. */
const epoch = /^(\d{9,10}|\d{13})$/;
const englishMonth = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i;
const englishMonths = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** In German and French: how each begins, in the order of the year. */
const months = 'jan fe|fé mär|mrz|mars a[pv]r mai jun|juin jul|juil aug|ao[uû] sep o[ck]t nov de[cz]|déc'
  .split(' ')
  .map((beginning) => new RegExp(`^(?:${beginning})`));
const byName = new RegExp(String.raw`^(\d{1,2})(?:\.|er)? ?(\p{L}{3,9})\.? (\d{4})${time}$`, 'iu');

const offsetOf = (zone: string | undefined): number => {
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
};

type Parts = { year: string; month: string; day: string; clock: (string | undefined)[] };

/** Undefined: the calendar has no such day, or the day no such time. */
const fromParts = ({ year, month, day, clock }: Parts): DateText | undefined => {
  const [hours = 0, minutes = 0, seconds = 0] = clock.slice(0, 3).map((part) => Number(part ?? 0));
  // A year before 100 would be taken for one after 1900.
  const date = new Date(Date.UTC(2000, Number(month) - 1, Number(day), hours, minutes, seconds));
  const wall = date.setUTCFullYear(Number(year));
  const isInCalendar = date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
  if (!isInCalendar || hours > 23 || minutes > 59 || seconds > 60) return undefined;
  return { wall, instant: wall - offsetOf(clock[3]) };
};

/** The runtime takes the thirtieth of February for the second of March. */
const isThere = (text: string, month: string): boolean => {
  const [day = '1'] = /\b\d{1,2}\b(?!:)/.exec(text) ?? [];
  const [year = '2000'] = /\b\d{4}\b/.exec(text) ?? [];
  const number = englishMonths.indexOf(month.toLowerCase()) + 1;
  return fromParts({ year, month: String(number), day, clock: [] }) !== undefined;
};

/** `March 14, 2027`, which has one meaning only. */
const inWords = (text: string): DateText | undefined => {
  const month = englishMonth.exec(text)?.[1];
  if (month === undefined || !isThere(text, month)) return undefined;
  const said = [`${text} UTC`, text].map((each) => Date.parse(each)).find((each) => !Number.isNaN(each));
  return said === undefined ? undefined : { wall: said, instant: said };
};

/** `5. März 2027`, `1er août 2027` */
const inLocalWords = (text: string): DateText | undefined => {
  const [, day = '', name = '', year = '', ...clock] = byName.exec(text.normalize('NFC')) ?? [];
  const month = months.findIndex((beginning) => beginning.test(name.toLowerCase())) + 1;
  return month === 0 ? undefined : fromParts({ year, month: String(month), day, clock });
};

/** One meaning only where a part is larger than twelve, or both are the same. */
const eitherOrder = (text: string): DateText | undefined => {
  const [, first = '', , second = '', year = '', ...clock] = either.exec(text) ?? [];
  if (Number(first) > 12 || first === second) return fromParts({ year, month: second, day: first, clock });
  return Number(second) > 12 ? fromParts({ year, month: first, day: second, clock }) : undefined;
};

/**
 * The date that a text means, where it can mean one only. Undefined for every other text, `3/5/2027` among them: it is
 * March in one country and May in the next.
 */
export const readDateText = (text: string): DateText | undefined => {
  const trimmed = text.trim();
  const iso = yearFirst.exec(trimmed);
  if (iso) {
    const [, year = '', , month = '', day = '', ...clock] = iso;
    return fromParts({ year, month, day, clock });
  }
  const points = dayFirst.exec(trimmed);
  if (points) {
    const [, day = '', month = '', year = '', ...clock] = points;
    return fromParts({ year, month, day, clock });
  }
  if (!epoch.test(trimmed)) return eitherOrder(trimmed) ?? inLocalWords(trimmed) ?? inWords(trimmed);
  const instant = trimmed.length === 13 ? Number(trimmed) : Number(trimmed) * 1000;
  return { wall: instant, instant };
};

import * as z from 'zod';

/** More names than there are zones; letters may be written small or large. */
const KEPT_MAX = 2000;
const kept = new Map<string, string>();

/**
 * The name of a zone as this runtime writes it; undefined: it knows none of that name. A formatter takes a quarter of a
 * millisecond to make, and lists ask for the zones of thousands of campaigns.
 */
const knownAs = (zone: string): string | undefined => {
  const known = kept.get(zone);
  if (known !== undefined) return known;
  try {
    const { timeZone } = Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions();
    if (kept.size < KEPT_MAX) kept.set(zone, timeZone);
    return timeZone;
  } catch {
    return undefined;
  }
};

/**
 * Names in the form that the tz database gives them (https://data.iana.org/time-zones/theory.html, "Names of
 * timezones"). Offsets and abbreviations have no rules for the clock of a place, or those of a place that nobody
 * meant: "EST" is Panama's.
 */
const named =
  /^(utc|(africa|america|antarctica|arctic|asia|atlantic|australia|brazil|canada|chile|etc|europe|indian|mexico|pacific|us)\/[\w/+-]+)$/i;

const isZone = (zone: string): boolean => named.test(zone) && !['Etc/Unknown', undefined].includes(knownAs(zone));

/** `US/Eastern`, in the letters that the tz database uses. */
const asNamed = /^(US|[A-Z][a-z]+)(\/[A-Z][\w+-]*)+$/;

/**
 * Small and capital letters as they are usual. Another name of a zone, such as `Europe/Kyiv`, stays when it is
 * written as usual: the name that a runtime prefers differs from runtime to runtime.
 */
const written = (zone: string): string => {
  const known = knownAs(zone) ?? zone;
  return known.toLowerCase() !== zone.toLowerCase() && asNamed.test(zone) ? zone : known;
};

const message = 'is not a known IANA time zone, for example "Europe/Berlin"';

/** An IANA time zone that this runtime knows, such as `Europe/Berlin`. */
export const Zone = z.string().refine(isZone, { error: message, abort: true }).overwrite(written);

/** The zone of what is stored: earlier versions took whatever name the runtime knew. */
export const StoredZone = z.string().refine((zone) => knownAs(zone) !== undefined, message);

import { stringify } from 'csv-stringify/sync';
import type { ExclusionCause } from '../../domain/model/audience-rules.ts';
import { people } from './people.ts';

type DemoCause = Extract<ExclusionCause, 'noAddress' | 'invalidAddress' | 'optedOut' | 'quarantined' | 'duplicate'>;

/** A row of the demo's CSV, and why its profile must get no mail: known by construction, not by our own rules. */
export type DemoProfile = { cells: Record<string, string>; cause: DemoCause | undefined };

const invalid = ['no-at-sign.example', 'two@@landladen.example', 'space in@landladen.example', 'nobody@', '@landladen.example'];
const domains = ['post.example', 'mail.example', 'brief.example', 'kutu.example'];

const pick = <T>(list: readonly T[], number: number): T => {
  const item = list[number % list.length];
  if (item === undefined) throw new Error('an empty list');
  return item;
};

const personOf = (number: number) => {
  const country = pick(people, number * 7 + Math.floor(number / 5));
  const given = pick(country.given, number * 3 + Math.floor(number / 11));
  const family = pick(country.family, number * 5 + Math.floor(number / 13));
  return { country, given, family, address: `${given.latin}.${family.latin}.${number}@${pick(domains, number)}` };
};

/** Residues are chosen so that only `empty` can meet another cause, and it is the first rule. */
const causeOf = (number: number): DemoCause | undefined => {
  if (number % 125 === 31) return 'noAddress';
  if (number % 100 === 13) return 'invalidAddress';
  if (number % 40 === 21) return 'optedOut';
  if (number % 80 === 55) return 'quarantined';
  return number % 50 === 8 ? 'duplicate' : undefined;
};

const addressOf = (number: number, cause: ExclusionCause | undefined): string => {
  if (cause === 'noAddress') return '';
  if (cause === 'invalidAddress') return pick(invalid, Math.floor(number / 100));
  // The row before has the same address in small letters.
  return cause === 'duplicate' ? personOf(number - 1).address.toUpperCase() : personOf(number).address;
};

/** @param count how many profiles; the same number always gives the same people */
export const demoProfiles = (count: number): DemoProfile[] =>
  Array.from({ length: count }, (_, number) => {
    const { country, given, family } = personOf(number);
    const cause = causeOf(number);
    const cells = {
      id: `demo-${String(number).padStart(6, '0')}`,
      email: addressOf(number, cause),
      first_name: given.written,
      last_name: family.written,
      city: pick(country.cities, number),
      language: country.language,
      customer_since: String(2008 + (number % 18)),
      points: String((number * 37) % 900),
      opted_out: cause === 'optedOut' ? 'yes' : '',
      quarantined: cause === 'quarantined' ? 'userUnknown' : '',
    };
    return { cells, cause };
  });

export const toCsv = (profiles: readonly DemoProfile[]): string =>
  stringify(profiles.map(({ cells }) => cells), { header: true });

/** How many of a demo audience each rule must exclude. */
export const expectedExclusions = (profiles: readonly DemoProfile[]): Record<DemoCause, number> => {
  const expected = { noAddress: 0, invalidAddress: 0, optedOut: 0, quarantined: 0, duplicate: 0 };
  for (const { cause } of profiles) if (cause) expected[cause] += 1;
  return expected;
};

import type { Check } from '../model/preparation.ts';
import type { VariantCount } from '../model/variants.ts';
import type { LanguagesFound } from './variant-choice.ts';

/** What was found in one of the contents of a run. */
type InLanguage = { language: string; checks: readonly Check[] };
type Finding = { language: string; check: Check };

const gravity: readonly Check['verdict'][] = ['passed', 'information', 'warning', 'blocking'];

const placesOf = ({ language, check: { facts } }: Finding): string[] =>
  [facts['places'] ?? []].flat().map((place) => `${language}: ${place}`);

/** A code stands for one finding, to whoever acknowledges it too: of several the gravest, which names the others. */
const together = (findings: readonly Finding[]): Check[] => {
  const wrong = findings
    .filter(({ check }) => check.verdict !== 'passed')
    .toSorted((one, other) => gravity.indexOf(other.check.verdict) - gravity.indexOf(one.check.verdict));
  const [first, ...others] = wrong;
  if (!first) return findings.slice(0, 1).map(({ check }) => check);
  const { language, check } = first;
  const facts =
    'places' in check.facts
      ? { ...check.facts, places: wrong.flatMap(placesOf) }
      : { ...check.facts, language, ...(others.length > 0 && { alsoIn: others.map((other) => other.language) }) };
  return [{ ...check, facts }];
};

/** Findings about each content of a run, each code once, in the order of the first. */
export const ofAllLanguages = (contents: readonly InLanguage[]): Check[] => {
  const [own, ...variants] = contents;
  if (!own || variants.length === 0) return [...(own?.checks ?? [])];
  const findings = contents.flatMap(({ language, checks }) => checks.map((check) => ({ language, check })));
  return [...Map.groupBy(findings, ({ check }) => check.code).values()].flatMap(together);
};

/** In which languages a run is written, for how many; for how many others it is not, and what they get. Nothing of a run with one content. */
export const languageChecks = (
  contents: readonly Pick<VariantCount, 'language' | 'recipients'>[],
  { without, others }: LanguagesFound,
): Check[] => {
  const [own, ...variants] = contents;
  // Contents of a test have none.
  if (!own || variants.every(({ language }) => language === '')) return [];
  const nobody = contents.filter(({ recipients }) => recipients === 0).map(({ language }) => language);
  const facts = {
    languages: contents.map(({ language }) => language),
    fallback: own.language,
    without,
    others,
    nobody,
  };
  return [{ code: 'languages', verdict: 'information', facts }];
};

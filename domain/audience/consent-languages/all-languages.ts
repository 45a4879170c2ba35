import type { ConsentWords } from './consent-words-of-a-language.ts';
import { baltic } from './baltic.ts';
import { catalan } from './catalan.ts';
import { czechSlovak } from './czech-slovak.ts';
import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { finnish } from './finnish.ts';
import { french } from './french.ts';
import { furtherLanguages } from './further-languages.ts';
import { german } from './german.ts';
import { hungarian } from './hungarian.ts';
import { italian } from './italian.ts';
import { nordic } from './nordic.ts';
import { polish } from './polish.ts';
import { portuguese } from './portuguese.ts';
import { programs } from './programs.ts';
import { romanian } from './romanian.ts';
import { southSlavic } from './south-slavic.ts';
import { spanish } from './spanish.ts';
import { turkish } from './turkish.ts';

const languages: readonly ConsentWords[] = [
  programs,
  english,
  german,
  french,
  spanish,
  italian,
  portuguese,
  dutch,
  polish,
  czechSlovak,
  nordic,
  hungarian,
  turkish,
  finnish,
  romanian,
  southSlavic,
  baltic,
  catalan,
  furtherLanguages,
];

type Texts = 'leftColumns' | 'left' | 'stayed' | 'well' | 'away' | 'ordinary' | 'states' | 'negations';
type Patterns = 'leaving' | 'leavingCells' | 'joining' | 'consents';

/** Of all languages: a cell or a header does not say in which one it is. */
export const wordsOfAll = (kind: Texts): Set<string> =>
  new Set(languages.flatMap((language) => language[kind]?.split(/\s+/) ?? []));

export const patternsOfAll = (kind: Patterns): string[] => languages.flatMap((language) => language[kind] ?? []);

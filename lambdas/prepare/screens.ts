import parse, { type Condition, type FeatureValue, type MediaQuery, type Term } from 'css-tree/parser';

type Screen = { width: number; height: number; density: number; isDark: boolean; hover: string; pointer: string };

const desktop = { width: 1280, height: 800, density: 1, hover: 'hover', pointer: 'fine' };
const phone = { width: 390, height: 844, density: 3, hover: 'none', pointer: 'coarse' };

/** Where a mail is read. Something must be seen on each of them, perhaps not by the same element. */
export const screens: readonly Screen[] = [
  { ...desktop, isDark: false },
  { ...phone, isDark: false },
  { ...desktop, isDark: true },
  { ...phone, isDark: true },
];

/** Outlook with the layout of Word: it knows no rules around rules, and hides by a property of its own. */
export const OUTLOOK = screens.length;
/** Gmail and Outlook.com leave out what stands in `@supports`, and animations (caniemail.com). */
export const GMAIL = OUTLOOK + 1;
/** An engine that supports nothing of what others have for themselves. */
export const OTHER_ENGINE = GMAIL + 1;
/** Some programs read no style sheets at all, as Gmail's app for the mailboxes of others (caniemail.com). */
export const WITHOUT_SHEETS = OTHER_ENGINE + 1;

const bitsOf = (...places: readonly number[]): number => places.reduce((bits, place) => bits | (1 << place), 0);

/** Places where rules hold: a bit of each. */
export const everywhere = bitsOf(...screens.keys(), OUTLOOK, GMAIL, OTHER_ENGINE, WITHOUT_SHEETS);
/** Where the rules of a style sheet hold. */
export const inSheets = everywhere & ~bitsOf(WITHOUT_SHEETS);

/** Where animations are shown. */
export const animated = bitsOf(...screens.keys(), OTHER_ENGINE);

/** Those that are like the first screen but for what they know. */
const likeFirst = bitsOf(0, GMAIL, OTHER_ENGINE);

/** Undefined: nobody knows. */
type Truth = boolean | undefined;

/** In pixels, or as it is. */
const numberOf = ({ value = '', unit = '', left, right }: FeatureValue): number => {
  if (left && right) return Number(left.value) / Number(right.value);
  const number = Number(value);
  return ['em', 'rem'].includes(unit.toLowerCase()) ? number * 16 : number;
};

const sizes = (screen: Screen): Record<string, number> => ({
  width: screen.width,
  height: screen.height,
  'device-width': screen.width,
  'aspect-ratio': screen.width / screen.height,
  'device-aspect-ratio': screen.width / screen.height,
  'device-height': screen.height,
  resolution: screen.density,
  'device-pixel-ratio': screen.density,
  color: 8,
  monochrome: 0,
  grid: 0,
});

const words = (screen: Screen): Record<string, string> => ({
  'prefers-color-scheme': screen.isDark ? 'dark' : 'light',
  orientation: screen.width > screen.height ? 'landscape' : 'portrait',
  hover: screen.hover,
  'any-hover': screen.hover,
  pointer: screen.pointer,
  'any-pointer': screen.pointer,
  'prefers-reduced-motion': 'no-preference',
});

const featureOf = (screen: Screen, written: string, value: FeatureValue | null): Truth => {
  const [, bound, feature = ''] = /^(?:-webkit-|-moz-)?(min-|max-)?(.*)$/.exec(written.toLowerCase()) ?? [];
  const word = words(screen)[feature];
  if (word !== undefined) return value ? value.name?.toLowerCase() === word : word !== 'none';
  const size = sizes(screen)[feature];
  if (size === undefined) return undefined;
  if (!value) return size > 0;
  if (bound === 'min-') return size >= numberOf(value);
  return bound === 'max-' ? size <= numberOf(value) : size === numberOf(value);
};

const comparisons: Record<string, (one: number, other: number) => boolean> = {
  '<': (one, other) => one < other,
  '<=': (one, other) => one <= other,
  '>': (one, other) => one > other,
  '>=': (one, other) => one >= other,
  '=': (one, other) => one === other,
};

const rangeOf = (screen: Screen, range: Extract<Term, { type: 'FeatureRange' }>): Truth => {
  const valueOf = (side: FeatureValue): number | undefined =>
    side.type === 'Identifier' ? sizes(screen)[side.name?.toLowerCase() ?? ''] : numberOf(side);
  const compare = (one: FeatureValue, sign: string, other: FeatureValue): Truth => {
    const [left, right] = [valueOf(one), valueOf(other)];
    return left === undefined || right === undefined ? undefined : comparisons[sign]?.(left, right);
  };
  const first = compare(range.left, range.leftComparison, range.middle);
  if (!range.right || range.rightComparison === null) return first;
  return first && compare(range.middle, range.rightComparison, range.right);
};

type Feature = (term: Exclude<Term, { type: 'Identifier' | 'Condition' }>) => Truth;

const isSo = ({ children }: Condition, feature: Feature): Truth => {
  let [so, isNegated, joins]: [Truth, boolean, string] = [undefined, false, ''];
  for (const term of children) {
    if (term.type === 'Identifier') {
      if (term.name === 'not') isNegated = true;
      else joins = term.name;
      continue;
    }
    const plain = term.type === 'Condition' ? isSo(term, feature) : feature(term);
    const here = isNegated && plain !== undefined ? !plain : plain;
    isNegated = false;
    if (joins === 'and') so = so && here;
    else so = joins === 'or' ? so || here : here;
  }
  return so;
};

const isMet = (screen: Screen, { modifier, mediaType, condition }: MediaQuery): boolean => {
  const isOfType = ['screen', 'all'].includes(mediaType?.toLowerCase() ?? 'all');
  const so =
    !condition ||
    isSo(condition, (term) => {
      if (term.type === 'Feature') return featureOf(screen, term.name, term.value);
      return term.type === 'FeatureRange' ? rangeOf(screen, term) : undefined;
    });
  if (modifier?.toLowerCase() !== 'not') return isOfType && so === true;
  return !isOfType || so === false;
};

/** Of something that programs leave out because they cannot read it, nothing. */
const readOr = <Read>(read: () => Read, otherwise: Read): Read => {
  try {
    return read();
  } catch {
    return otherwise;
  }
};

/** Each query is read by itself: `screen yahoo, screen and (min-width: 1px)` holds by its second one. */
const queriesIn = (queries: string): MediaQuery[] =>
  queries
    .split(',')
    .flatMap((query) => readOr(() => [...parse(query, { context: 'mediaQueryList' }).children], []))
    .flatMap((query) => ('modifier' in query ? [query] : []));

/** On which screens the rules in `@media` hold; what nobody knows does not. */
export const placesOfMedia = (queries: string): number => {
  if (queries.trim() === '') return everywhere;
  const all = queriesIn(queries);
  let places = 0;
  for (const [at, screen] of screens.entries())
    if (all.some((query) => isMet(screen, query))) places |= at === 0 ? likeFirst : bitsOf(at);
  return places;
};

/** What one engine may support and another not: names of its own, and what is asked for by a function. */
const isOfOneEngine = (term: Parameters<Feature>[0]): boolean => term.type !== 'Feature' || /^-(?!-)/.test(term.name);

const holds = (condition: string, feature: Feature): boolean =>
  readOr(() => isSo(parse(condition, { context: 'condition', atrule: 'supports' }), feature), undefined) === true;

/** Where rules in `@supports` hold: what all engines call the same is taken for known. */
export const placesOfSupports = (condition: string): number =>
  (holds(condition, () => true) ? bitsOf(...screens.keys()) : 0) |
  (holds(condition, (term) => !isOfOneEngine(term)) ? bitsOf(OTHER_ENGINE) : 0);

import { codePages, decoderOf, type CodePage } from './code-pages.ts';

/** Letters beyond A to Z of a language, small; behind `|` the rarer ones, and of an alphabet of its own, those that make most of a text first. */
const alphabets = {
  de: 'äöüß',
  fr: 'éèàçê|ëîïôûùâœ',
  es: 'áéíóñ|úü',
  pt: 'ãçáéó|õíúâêôà',
  it: 'àèìòù|é',
  nl: 'ëïéöü|èêáó',
  nordic: 'åäöæø|é',
  is: 'áðéíóúýþæö',
  tr: 'çğıİöşüâ',
  pl: 'ąćęłńóśźż',
  cs: 'áčďéěíňóřšťúůýž',
  sk: 'áäčďéíĺľňóôŕšťúýž',
  hu: 'áéíóöőúüű',
  hr: 'čćđšž',
  ro: 'ăâîșțşţ',
  baltic: 'ąčęėįšųūžāēģīķļņõäöü',
  ru: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё',
  uk: 'оаинтівресклудмпзяьбгйчхжїщюцєшґф',
  el: 'αάοόιίεέτσνηήυύρπκμλςωώγδθφχβξζψϊϋΐΰ',
} as const;
type Language = keyof typeof alphabets;

const western: Language[] = ['de', 'fr', 'es', 'pt', 'it', 'nl', 'nordic', 'is'];
const central: Language[] = ['de', 'pl', 'cs', 'sk', 'hu', 'hr', 'ro'];
const cyrillic: Language[] = ['ru', 'uk'];

const languages: Record<CodePage, Language[]> = {
  'windows-1252': western,
  'windows-1250': central,
  'windows-1251': cyrillic,
  'windows-1253': ['el'],
  'windows-1254': ['tr', 'de', 'fr'],
  'windows-1257': ['baltic', 'de'],
  'iso-8859-15': western,
  'iso-8859-2': central,
  'iso-8859-5': cyrillic,
  'iso-8859-7': ['el'],
  'iso-8859-13': ['baltic', 'de'],
  'iso-8859-16': ['ro'],
  macintosh: western,
  'x-mac-cyrillic': cyrillic,
  'koi8-r': ['ru'],
  'koi8-u': ['uk'],
  ibm866: ['ru'],
  cp850: western,
  cp852: central,
  cp437: western,
};

/** Icelandic and Turkish write the same bytes; ten times as many people write Turkish. */
const RARER = 0.9;
const RARE = 0.7;
/** A letter of another language of the code page. */
const FOREIGN = 0.4;

/** What stands between words: dashes, quotation marks, the euro. */
const marks = /[–—‘’‚“”„…€«»°§©®™№·\u00a0]/;
/** Of these none stands right before a word. */
const behindWords = /[…€§©®™·]/;
const isLetter = /\p{L}/u;
const isUpper = /\p{Lu}/u;
const isLower = /\p{Ll}/u;
const isOwnScript = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const latinRun = /[\p{Script=Latin}&&[^a-zA-Z]]{3}/v;

type Sign = { sign: string; before: string; after: string };

/** Signs beyond ASCII with their neighbours. */
const signsOf = (text: string): Sign[] =>
  [...text.matchAll(/[^\p{ASCII}]/gu)].map(({ 0: sign, index }) => ({
    sign,
    before: text[index - 1] ?? ' ',
    after: text[index + sign.length] ?? ' ',
  }));

/** Whatever language it is. A letter that stands alone says nothing: it may be a mark of another code page. */
const kindOf = ({ sign, before, after }: Sign): 'letter' | 'mark' | 'alone' | 'wrong' => {
  const isWithin = isLetter.test(before) && isLetter.test(after);
  if (!isLetter.test(sign))
    return !marks.test(sign) || isWithin || (behindWords.test(sign) && isLetter.test(after)) ? 'wrong' : 'mark';
  if (!isLetter.test(before) && !isLetter.test(after)) return 'alone';
  if (isUpper.test(sign) && isLetter.test(before) && (isLower.test(before) || isLower.test(after))) return 'wrong';
  return isOwnScript.test(sign) && /[a-z]/i.test(before + after) ? 'wrong' : 'letter';
};

/** A mark where marks stand is worth a little. */
const MARK = 0.1;

const weightIn = (language: Language, sign: string): number => {
  const alphabet: string = alphabets[language];
  const small = sign.toLowerCase();
  const place = alphabet.indexOf(alphabet.includes(sign) ? sign : small);
  if (place < 0) return 0;
  if (language === 'is') return RARER;
  const rare = alphabet.indexOf('|');
  if (rare >= 0 && place > rare) return RARE;
  return isOwnScript.test(sign) ? 1 - place / (2 * alphabet.length) : 1;
};

const scoreOf = (page: CodePage, text: string): number => {
  const signs = signsOf(text);
  const broken = (text.match(/[\ufffd\u0080-\u009f]/g) ?? []).length;
  if (broken > 0 || signs.length === 0) return -broken;
  const kinds = signs.map(kindOf);
  const letters = signs.filter((_, index) => kinds[index] === 'letter').map(({ sign }) => sign);
  const countOf = (kind: (typeof kinds)[number]): number => kinds.filter((each) => each === kind).length;
  const wrong = countOf('wrong');
  const runs = text.split(/\s/).filter((word) => latinRun.test(word)).length;
  const own = languages[page];
  const byLanguage = own.map((language) =>
    letters.reduce((sum, sign) => {
      const weight = weightIn(language, sign);
      const isKnown = weight > 0 || own.some((other) => weightIn(other, sign) > 0);
      return sum + (weight > 0 ? weight : isKnown ? FOREIGN : 0);
    }, 0),
  );
  const counted = Math.max(1, letters.length + wrong);
  return (Math.max(...byLanguage) - wrong - 3 * runs) / counted + (MARK * countOf('mark')) / signs.length;
};

/** Bytes that are looked at: lines with other signs than ASCII. */
const PROBE = 16_384;

const probeOf = (bytes: Uint8Array): Uint8Array => {
  const probe = new Uint8Array(PROBE);
  let length = 0;
  let begin = 0;
  let isPlain = true;
  for (let index = 0; index <= bytes.length && length < PROBE; index += 1) {
    const byte = bytes[index] ?? 10;
    if (byte >= 0x80) isPlain = false;
    if (byte !== 10 && byte !== 13) continue;
    if (!isPlain) {
      const line = bytes.subarray(begin, Math.min(index + 1, begin + PROBE - length));
      probe.set(line, length);
      length += line.length;
    }
    begin = index + 1;
    isPlain = true;
  }
  return probe.subarray(0, length);
};

/**
 * The code page in which most of the letters are those of one language, stand where letters stand, and are written
 * small and large as words are; Windows-1252 where several read the same. Undefined: nothing reads like a language.
 */
export const guessCodePage = (bytes: Uint8Array): CodePage | undefined => {
  const probe = probeOf(bytes);
  const scored = codePages.map((page) => ({ page, score: scoreOf(page, decoderOf(page).decode(probe)) }));
  const [best] = scored.toSorted((one, other) => other.score - one.score);
  return best && best.score >= 0 ? best.page : undefined;
};

import type { FilterImplOptions, Liquid } from 'liquidjs';

/** What no text that is exchanged has: halves of characters, and control characters but those of white space. */
const none = /[\p{Cc}--[\t\n\f\r]]|\p{Cs}/v;

/** The first such character of a source, in words, and on which line it stands. */
export const unsendableIn = (source: string): { problem: string; line: number } | undefined => {
  const found = none.exec(source);
  if (!found) return undefined;
  const [character] = found;
  const name = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const what = /\p{Cs}/u.test(character) ? 'half a character (a lone surrogate)' : 'a control character';
  const line = source.slice(0, found.index).split('\n').length;
  return { problem: `U+${name} on line ${line} is ${what}, which no mail carries: delete it`, line };
};

/** What a template makes of values, without what it cut in halves and without NUL (RFC 5322, section 4). */
export const sendable = (text: string): string =>
  text.isWellFormed() && !text.includes('\0') ? text : text.replaceAll(/[\0\p{Cs}]/gu, '');

const byCharacter = new Intl.Segmenter('en');

/** Filters that take a text apart do it between characters; Liquid cuts some of them in halves. */
export const registerCharacters = (engine: Liquid): void => {
  for (const name of ['first', 'last', 'split']) {
    const filter: FilterImplOptions | undefined = engine.filters[name];
    if (typeof filter !== 'function') throw new Error(`Liquid has no filter ${name}`);
    engine.registerFilter(name, function apart(value: unknown, ...args: unknown[]): unknown {
      const isApart = typeof value === 'string' && (name !== 'split' || args[0] === '');
      if (!isApart) return filter.call(this, value, ...args);
      const characters = [...byCharacter.segment(value)].map(({ segment }) => segment);
      if (name === 'split') return characters;
      return name === 'first' ? characters[0] : characters.at(-1);
    });
  }
};

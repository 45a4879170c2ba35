import { Parser } from 'htmlparser2';
import { tokensIn } from '../../domain/content/lost-liquid.ts';
import { beginningOf } from '../../domain/values/whole-characters.ts';
import type { Fault } from './fault.ts';

const named = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements of MJML that hold other elements only, and lose words. */
const structural = named(
  'mjml mj-head mj-attributes mj-body mj-wrapper mj-section mj-group mj-column mj-hero mj-navbar mj-social mj-accordion mj-accordion-element mj-carousel',
);
/** Those that hold what is no MJML, to their own end. */
const holding = named(
  'mj-text mj-button mj-table mj-raw mj-style mj-title mj-preview mj-navbar-link mj-social-element mj-accordion-title mj-accordion-text',
);

const SHOWN = 60;

/** With as many blanks in the place of its code and of remarks, of which others say what is lost. */
const blanked = (source: string): string => {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to } of tokensIn(source)) {
    pieces.push(source.slice(at, from), ' '.repeat(to - from));
    at = to;
  }
  return [...pieces, source.slice(at)].join('');
};

/** The first words of an MJML that it would drop without saying so: between its elements, or in one that nobody closed. */
export const lostWords = (source: string): Fault | undefined => {
  const within: string[] = [];
  let holder: { name: string; at: number; end: number } | undefined;
  let found: { what: string; at: number } | undefined;
  const parser = new Parser(
    {
      onopentag: (name) => {
        if (holder) return;
        if (holding.has(name)) holder = { name, at: parser.startIndex, end: parser.endIndex };
        else within.push(name);
      },
      onclosetag: (name, isImplied) => {
        if (!holder) within.pop();
        if (holder?.name !== name) return;
        const { at, end } = holder;
        holder = undefined;
        if (isImplied && parser.endIndex !== end) found ??= { what: `<${name}>`, at };
      },
      ontext: (text) => {
        const words = text.trim();
        if (holder || words === '' || !structural.has(within.at(-1) ?? '')) return;
        found ??= { what: beginningOf(words, SHOWN), at: parser.startIndex + text.indexOf(words) };
      },
    },
    { recognizeSelfClosing: true },
  );
  parser.end(blanked(source));
  if (!found) return undefined;
  const { what, at } = found;
  const line = source.slice(0, at).split('\n').length;
  const problem = what.startsWith('<')
    ? `${what} on line ${line} is not closed, and what is in it is lost in MJML: close it`
    : `“${what}” on line ${line} stands between elements and is lost in MJML: put it into <mj-text>`;
  return { problem, at: { part: 'source', line } };
};

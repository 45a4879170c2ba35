import { unsendableIn } from '../../domain/content/characters.ts';
import { MOST_CHARACTERS } from '../../domain/content/liquid.ts';
import { firstLost, includeIn, markLiquid } from '../../domain/content/lost-liquid.ts';
import { refuseTooMuchCode } from '../../domain/content/liquid-places.ts';
import { textWithUtm } from '../../domain/content/utm.ts';
import { noSnippets, type SnippetTexts } from '../../domain/content/snippets.ts';
import { withPreheader } from '../../domain/content/preheader.ts';
import { htmlEngine } from '../../domain/content/render.ts';
import { splitContent } from '../../domain/content/split.ts';
import { personalVariables } from '../../domain/content/variables.ts';
import type { MailContent } from '../../domain/model/campaign.ts';
import { usualLinks, type LinkRules } from '../../domain/model/link-rules.ts';
import type { SplitContent } from '../../domain/model/manifest.ts';
import type { HtmlCompiler } from '../../domain/ports/html-compiler.ts';
import { faultOf, oneLine, parts, sourceOf, type Fault } from './fault.ts';
import { lostWords } from './lost-words.ts';
import { markLinks, type ShownLink } from './mark-links.ts';
import { textTwin } from './text-twin.ts';
import { wholeContent } from './whole-content.ts';

type Compiled = Awaited<ReturnType<HtmlCompiler['compile']>>;

/** MJML keeps the content of its elements and drops text between them silently. */
const compiledMjml = async (html: HtmlCompiler, source: string): Promise<Compiled> => {
  const include = includeIn(source);
  if (include !== undefined) return { problem: `parts of other files are not available: ${include}` };
  refuseTooMuchCode(source);
  htmlEngine.parse(source);
  const compiled = await html.compile(source);
  if ('problem' in compiled) return compiled;
  const marked = markLiquid(source);
  if (marked.tokens.size === 0) return compiled;
  const again = await html.compile(marked.source);
  if ('problem' in again) return again;
  const lost = firstLost(marked, again.html);
  return lost
    ? {
        problem: `${lost.text} on line ${lost.line} is lost in MJML: put it into a text or into <mj-raw>`,
        line: lost.line,
      }
    : compiled;
};

/** Nothing is no MJML; that it is missing says a check of its own. */
const htmlOf = async (html: HtmlCompiler, { mjml, html: own = '' }: MailContent): Promise<Compiled> => {
  if (mjml === undefined) return { html: own };
  return mjml.trim() === '' ? { html: '' } : compiledMjml(html, mjml);
};

/** `variables`: names of what it needs of a recipient; `links`: those of its HTML, in their order. */
export type Template = { content: SplitContent; variables: string[]; links: ShownLink[] };

/** @throws Error that says what to do about a text that cannot be made */
const madeText = (html: string): string => {
  try {
    return textTwin(html);
  } catch (error) {
    throw new Error(`no text can be made of this HTML (${oneLine(error)}): write one`, { cause: error });
  }
};

const unsendable = (content: MailContent): Fault | undefined => {
  for (const part of parts) {
    const found = unsendableIn(sourceOf(content, part));
    if (found) return { problem: found.problem, at: { part, line: found.line } };
  }
  return undefined;
};

const compiledTemplate = async (
  html: HtmlCompiler,
  source: MailContent,
  rules: LinkRules,
): Promise<Template | Fault> => {
  const { subject, text, preheader } = source;
  const broken = unsendable(source);
  if (broken) return broken;
  try {
    const compiled = await htmlOf(html, source);
    if ('problem' in compiled) {
      const { problem, line } = compiled;
      return { problem, ...(line !== undefined && { at: { part: 'source', line } }) };
    }
    const lost = source.mjml === undefined ? undefined : lostWords(source.mjml);
    if (lost) return lost;
    const characters = compiled.html.length + preheader.length;
    if (characters > MOST_CHARACTERS)
      return { problem: `the HTML has ${characters} characters, and ${MOST_CHARACTERS} fit` };
    for (const each of [subject, preheader, compiled.html, text]) refuseTooMuchCode(each);
    // What is no Liquid is found out here at once; a search for its signs could take long.
    for (const each of [preheader, compiled.html]) htmlEngine.parse(each);
    const marked = markLinks(compiled.html, rules);
    const plain = text.trim() === '' ? madeText(marked.html) : textWithUtm(text, rules.utm);
    const content = splitContent({ subject, html: withPreheader(marked.html, preheader), text: plain });
    return { content, variables: personalVariables(content), links: marked.links };
  } catch (error) {
    return faultOf(error, source);
  }
};

/**
 * The content of a campaign in the form in which it is frozen, with a text that is made of its HTML if it has none;
 * `problem` says in one line why there is no such content.
 */
export const compileTemplate = async (
  html: HtmlCompiler,
  source: MailContent,
  rules: LinkRules = usualLinks,
  snippets: SnippetTexts = noSnippets,
): Promise<Template | Fault> => {
  const whole = wholeContent(source, snippets);
  if ('problem' in whole) return whole;
  const made = await compiledTemplate(html, whole.content, rules);
  return 'problem' in made ? whole.asWritten(made) : made;
};

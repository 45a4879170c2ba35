import { MOST_CHARACTERS } from '../../domain/content/liquid.ts';
import { firstLost, includeIn, markLiquid } from '../../domain/content/lost-liquid.ts';
import { refuseTooMuchCode } from '../../domain/content/liquid-places.ts';
import { withPreheader } from '../../domain/content/preheader.ts';
import { htmlEngine } from '../../domain/content/render.ts';
import { splitContent } from '../../domain/content/split.ts';
import { personalVariables } from '../../domain/content/variables.ts';
import type { Campaign } from '../../domain/model/campaign.ts';
import type { SplitContent } from '../../domain/model/manifest.ts';
import type { HtmlCompiler } from '../../domain/ports/html-compiler.ts';
import { labelLinks } from './label-links.ts';

/** What a library complains of, without what it quotes below. */
export const oneLine = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown cause';

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
    ? { problem: `${lost.text} on line ${lost.line} is lost in MJML: put it into a text or into <mj-raw>` }
    : compiled;
};

const htmlOf = async (html: HtmlCompiler, content: Campaign['content']): Promise<Compiled> =>
  content.mjml === undefined ? { html: content.html ?? '' } : compiledMjml(html, content.mjml);

/** `variables`: names of what it needs of a recipient. */
export type Template = { content: SplitContent; variables: string[] };

/** The content of a campaign in the form in which it is frozen; `problem` says in one line why there is none. */
export const compileTemplate = async (
  html: HtmlCompiler,
  source: Campaign['content'],
): Promise<Template | { problem: string }> => {
  const { subject, text, preheader } = source;
  try {
    const compiled = await htmlOf(html, source);
    if ('problem' in compiled) return compiled;
    const characters = compiled.html.length + preheader.length;
    if (characters > MOST_CHARACTERS)
      return { problem: `the HTML has ${characters} characters, and ${MOST_CHARACTERS} fit` };
    for (const each of [subject, preheader, compiled.html, text]) refuseTooMuchCode(each);
    // What is no Liquid is found out here at once; a search for its signs could take long.
    for (const each of [preheader, compiled.html]) htmlEngine.parse(each);
    const whole = withPreheader(compiled.html, preheader);
    const content = splitContent({ subject, html: labelLinks(whole), text });
    return { content, variables: personalVariables(content) };
  } catch (error) {
    return { problem: oneLine(error) };
  }
};

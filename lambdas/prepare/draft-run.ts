import { AudienceRules } from '../../domain/model/audience-rules.ts';
import type { Campaign } from '../../domain/model/campaign.ts';
import type { Manifest, SplitContent } from '../../domain/model/manifest.ts';
import type { HtmlCompiler } from '../../domain/prepare/ports/html-compiler.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { Check } from '../../domain/model/preparation.ts';
import { templateBroken } from '../../domain/prepare/checks.ts';
import { MOST_CHARACTERS } from '../../domain/content/liquid.ts';
import { firstLost, includeIn, markLiquid } from '../../domain/content/lost-liquid.ts';
import { matcherOf } from '../../domain/model/matches.ts';
import { withPreheader } from '../../domain/content/preheader.ts';
import { splitContent } from '../../domain/content/split.ts';
import { personalVariables } from '../../domain/content/variables.ts';
import { htmlEngine } from '../../domain/content/render.ts';
import type { People } from './freeze-audience.ts';
import { labelLinks } from '../content/label-links.ts';

/** What a run is prepared from: its campaign as it is now, or what an earlier run froze. */
export type Draft = Pick<
  Manifest,
  'campaignVersion' | 'campaignName' | 'list' | 'filter' | 'sender' | 'replyTo' | 'rules' | 'schedule' | 'content'
> & {
  people: People;
  /** Names of what the template needs of a recipient. */
  variables: string[];
};

const oneLine = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown cause';

type Compiled = Awaited<ReturnType<HtmlCompiler['compile']>>;

/** MJML keeps the content of its elements and drops text between them silently. */
const compiledMjml = async (html: HtmlCompiler, source: string): Promise<Compiled> => {
  const include = includeIn(source);
  if (include !== undefined) return { problem: `parts of other files are not available: ${include}` };
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

const htmlOf = async (html: HtmlCompiler, { content }: Campaign): Promise<Compiled> =>
  content.mjml === undefined ? { html: content.html ?? '' } : compiledMjml(html, content.mjml);

type Template = { content: SplitContent; variables: string[] };

/** The template in its frozen form, or the check that says why there is none. */
const split = async (html: HtmlCompiler, campaign: Campaign): Promise<Template | Check> => {
  const { subject, text, preheader } = campaign.content;
  try {
    const compiled = await htmlOf(html, campaign);
    if ('problem' in compiled) return templateBroken(compiled.problem);
    const whole = withPreheader(compiled.html, preheader);
    if (whole.length > MOST_CHARACTERS)
      return templateBroken(`the HTML has ${whole.length} characters, and ${MOST_CHARACTERS} fit`);
    // What is no Liquid is found out here at once; a search for its signs could take long.
    htmlEngine.parse(whole);
    const content = splitContent({ subject, html: labelLinks(whole), text });
    return { content, variables: personalVariables(content) };
  } catch (error) {
    return templateBroken(oneLine(error));
  }
};

/** Those of the list, or of all stored profiles, whom the filter means. */
const meant = (profiles: Pick<Profiles, 'inList'>, { list, filter }: Campaign): People => {
  const isMeant = matcherOf(filter);
  return async function* batches(from) {
    for await (const { items, cursor } of profiles.inList(list || undefined, from))
      yield { items: items.filter(isMeant), cursor };
  };
};

/** The campaign as it is now, or the check that says why nothing can be made of it. */
export const draftOf = async (
  ports: { html: HtmlCompiler; profiles: Pick<Profiles, 'inList'> },
  campaign: Campaign,
): Promise<Draft | Check> => {
  const template = await split(ports.html, campaign);
  if ('verdict' in template) return template;
  return {
    campaignVersion: campaign.version,
    campaignName: campaign.name,
    list: campaign.list,
    filter: campaign.filter ?? null,
    sender: campaign.sender,
    replyTo: campaign.replyTo ?? null,
    rules: campaign.rules ?? AudienceRules.parse({}),
    schedule: campaign.schedule,
    ...template,
    people: meant(ports.profiles, campaign),
  };
};

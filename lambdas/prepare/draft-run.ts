import { AudienceRules } from '../../domain/model/audience-rules.ts';
import { mailOfVariant, type Campaign } from '../../domain/model/campaign.ts';
import type { ImportSnapshot } from '../../domain/model/import-snapshot.ts';
import type { FrozenLook, FrozenVariant, Manifest } from '../../domain/model/manifest.ts';
import type { NamedLists } from '../../domain/ports/lists.ts';
import type { HtmlCompiler } from '../../domain/ports/html-compiler.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { Check } from '../../domain/model/preparation.ts';
import {
  listsAsked,
  listsGone,
  messagesGone,
  messagesTooMany,
  segmentsGone,
} from '../../domain/prepare/behaviour-checks.ts';
import { templateBroken } from '../../domain/prepare/checks.ts';
import { chooserOf, type Chooser } from '../../domain/prepare/variant-choice.ts';
import { spokenBy } from '../../domain/model/variants.ts';
import { letterOf } from '../../domain/model/test-names.ts';
import { frozenSegment } from '../../domain/model/segment.ts';
import type { SnippetTexts } from '../../domain/content/snippets.ts';
import type { Snippet } from '../../domain/model/snippet.ts';
import { judgeOf } from '../../domain/model/matches.ts';
import type { People } from './freeze-audience.ts';
import type { LookedBeyond } from './look-beyond.ts';
import { compileTemplate } from '../content/compile-template.ts';
import { textsOf } from '../content/read-snippets.ts';
import { sha256 } from './snapshot-writer.ts';

/** What a run is prepared from: its campaign as it is now, or what an earlier run froze. */
export type Draft = Pick<
  Manifest,
  | 'campaignVersion'
  | 'campaignName'
  | 'list'
  | 'filter'
  | 'segments'
  | 'sender'
  | 'replyTo'
  | 'rules'
  | 'schedule'
  | 'content'
  | 'language'
  | 'variants'
  | 'snippets'
  | 'attachments'
  | 'isTracked'
> & {
  looked: Omit<FrozenLook, 'unknown'> | null;
  people: People;
  /** Names of what the campaign's own content needs of a recipient. */
  variables: string[];
  chooser: Chooser;
};

/** Those of the list, or of all stored profiles, whom the filter means, as these imports make them; and what of the others cannot be read or known. */
const meant = (
  profiles: Pick<Profiles, 'inList'>,
  { list, filter }: Campaign,
  imports: ImportSnapshot,
  beyond: LookedBeyond | undefined,
): People => {
  const judge = judgeOf(filter, beyond?.beyond);
  return async function* batches(from) {
    for await (const { items, ...page } of profiles.inList(list || undefined, from, imports)) {
      const unread: string[] = [];
      let unseen = 0;
      const targeted = items.filter((profile) => {
        // Nobody is left of them who could have an attribute or not, and no other page counts them.
        if (profile.erasedAt !== undefined) return false;
        const verdict = judge(profile);
        unread.push(...verdict.unread);
        if (verdict.isUnseen) unseen += 1;
        return verdict.isMeant;
      });
      yield { ...page, items: targeted, unread, unseen };
    }
  };
};

type Written = Pick<Draft, 'content' | 'language' | 'variants' | 'variables'>;

/** All contents of the campaign, or why one of them cannot be made, and which. */
const writtenOf = async (
  { html, texts }: { html: HtmlCompiler; texts: SnippetTexts },
  { content: { language, variants = [], ...own }, links }: Pick<Campaign, 'content' | 'links'>,
): Promise<Written | Check> => {
  const template = await compileTemplate(html, own, links, texts);
  if ('problem' in template) return templateBroken(template.problem, variants.length > 0 ? language : undefined);
  const frozen: FrozenVariant[] = [];
  for (const [place, variant] of variants.entries()) {
    const { id, for: rule } = variant;
    const made = await compileTemplate(html, mailOfVariant(variant, own), links, texts);
    if ('problem' in made) return templateBroken(made.problem, spokenBy(rule) ?? letterOf(place + 1));
    frozen.push({ id, for: rule, content: made.content });
  }
  const { content, variables } = template;
  return { content, variables, variants: frozen, ...(frozen.length > 0 && language !== undefined && { language }) };
};

const unknownLists = async (
  { lists }: { lists: Pick<NamedLists, 'get'> },
  names: readonly string[],
): Promise<string[]> => {
  const known = await Promise.all(names.map(async (name) => ((await lists.get(name)) ? [] : [name])));
  return known.flat();
};

/** The campaign as it is now, or the check that says why nothing can be made of it. */
export const draftOf = async (
  ports: { html: HtmlCompiler; profiles: Pick<Profiles, 'inList'>; lists: Pick<NamedLists, 'get'> },
  campaign: Campaign,
  { imports, snippets = [] }: { imports: ImportSnapshot; snippets?: readonly Snippet[] },
  beyond?: LookedBeyond,
): Promise<Draft | Check> => {
  const { segments = [], looked = null, missing = [], isTooLarge = false } = beyond ?? {};
  const [gone] = [
    ...segmentsGone(campaign.filter, segments),
    ...listsGone(await unknownLists(ports, listsAsked(campaign.filter, segments))),
    ...messagesGone(missing),
    ...messagesTooMany(isTooLarge),
  ];
  if (gone) return gone;
  const written = await writtenOf({ html: ports.html, texts: textsOf(snippets) }, campaign);
  if ('verdict' in written) return written;
  return {
    campaignVersion: campaign.version,
    campaignName: campaign.name,
    list: campaign.list,
    filter: campaign.filter ?? null,
    segments: segments.map(frozenSegment),
    snippets: snippets.map(({ id: name, text }) => ({ name, sha256: sha256(text) })),
    attachments: campaign.content.attachments ?? [],
    looked,
    sender: campaign.sender,
    replyTo: campaign.replyTo ?? null,
    rules: campaign.rules ?? AudienceRules.parse({}),
    schedule: campaign.schedule,
    ...written,
    chooser: chooserOf(written),
    isTracked: campaign.links?.isTracked ?? true,
    people: meant(ports.profiles, campaign, imports, beyond),
  };
};

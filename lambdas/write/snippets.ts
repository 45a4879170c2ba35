import { snippetNamesIn, withSnippets } from '../../domain/content/snippets.ts';
import { refuseTooMuchCode } from '../../domain/content/liquid-places.ts';
import { htmlEngine } from '../../domain/content/render.ts';
import { amongOthers } from '../../domain/http/among-others.ts';
import { found } from '../../domain/http/find.ts';
import { fittingPage, namedUnreadable } from '../../domain/http/page.ts';
import { madeOnce } from '../../domain/http/making.ts';
import { Problem } from '../../domain/http/problem.ts';
import { inUse, putBackIn, removedUnused } from '../../domain/http/removed-unused.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { sortedPage } from '../../domain/http/sorted-page.ts';
import { SNIPPETS_MAX, type Snippet } from '../../domain/model/snippet.ts';
import { personOf, type Person } from '../../domain/people/people.ts';
import type { CampaignList } from '../../domain/ports/campaign-list.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Snippets } from '../../domain/ports/snippets.ts';
import { foldedText, hasWords } from '../../domain/values/folded-text.ts';
import type { MailTemplates } from '../../domain/write/ports/mail-templates.ts';
import type { snippetRoutes, SnippetUser } from '../../domain/write/snippet-routes.ts';
import { oneLine } from '../content/fault.ts';

export type SnippetPorts = {
  snippets: Snippets;
  templates: Pick<MailTemplates, 'listed'>;
  campaignList: Pick<CampaignList, 'entries'>;
  clock: Clock;
};

const snippetOf = async ({ snippets }: Pick<SnippetPorts, 'snippets'>, name: string): Promise<Snippet> =>
  found((await snippets.getMany([name]))[0], 'snippet');

const user =
  (kind: SnippetUser['kind']) =>
  ({ id, name }: { id: string; name: string }): SnippetUser => ({ kind, id, name });

/** By what lists have of each: nothing of a content is read. */
const usersOf = async (
  { campaignList, templates, snippets }: Omit<SnippetPorts, 'clock'>,
  name: string,
): Promise<SnippetUser[]> => {
  const [entries, saved, others] = await Promise.all([campaignList.entries(), templates.listed(), snippets.listed()]);
  return [
    ...entries.campaigns.items.filter((entry) => entry.snippets?.includes(name)).map(user('campaign')),
    ...saved.items.filter(({ content }) => content.snippets?.includes(name)).map(user('template')),
    ...others.items
      .filter(({ text }) => snippetNamesIn(text).includes(name))
      .map(({ id }) => user('snippet')({ id, name: id })),
  ];
};

const changedMeanwhile = (): Problem =>
  new Problem(
    'conflict',
    'Somebody else changed or deleted this snippet meanwhile.',
    'Load it again and repeat the change.',
    { cause: 'snippetChanged' },
  );

/** Half a condition or loop would be told wherever somebody uses it. @throws Problem `invalid-input` */
const refuseBroken = (text: string): void => {
  try {
    refuseTooMuchCode(text);
    // Those that it asks for may come later.
    const others = new Map(snippetNamesIn(text).map((name) => [name, 'x']));
    htmlEngine.parse(withSnippets(text, others, true).text);
  } catch (error) {
    throw new Problem('invalid-input', `text: ${oneLine(error)}`, 'Mend the code of Liquid in it.', {
      cause: 'snippetBroken',
      fault: oneLine(error),
    });
  }
};

/** GET /snippets */
export const listSnippets =
  ({ snippets }: Pick<SnippetPorts, 'snippets'>): HttpHandler<typeof snippetRoutes.listSnippets> =>
  async ({ query }) => {
    const { items, unreadable } = await snippets.listed();
    const has = hasWords(query.search);
    const meant = items.filter(({ id, text }) => has(foldedText(`${id}\n${text}`)));
    const page = sortedPage(meant, { placeOf: ({ id }) => ({ value: id, id }), ascending: true }, query);
    const shown = fittingPage(page.items);
    return { items: shown, unreadable: namedUnreadable(unreadable), cursor: page.cursorAfter(shown.length) };
  };

type SnippetMakers = Pick<SnippetPorts, 'snippets' | 'clock'>;

/** @throws Problem `conflict` */
const refuseOneMore = async ({ snippets }: Pick<SnippetPorts, 'snippets'>, name: string): Promise<void> => {
  const { items, unreadable } = await snippets.listed();
  if (items.length + unreadable.length >= SNIPPETS_MAX)
    throw new Problem(
      'conflict',
      `This stage has ${SNIPPETS_MAX} snippets, which is as many as it may have.`,
      'Delete one that nothing uses.',
      { cause: 'tooManySnippets', limit: SNIPPETS_MAX },
    );
  if ([...items.map(({ id }) => id), ...unreadable].includes(name))
    throw new Problem(
      'conflict',
      `There is a snippet “${name}” already.`,
      'Give it another name, or change that one.',
      {
        cause: 'snippetNamed',
        name,
      },
    );
};

const created = async (
  ports: SnippetMakers,
  { name, text }: { name: string; text: string },
  by: Person,
): Promise<Snippet> => {
  refuseBroken(text);
  const at = new Date(ports.clock()).toISOString();
  const stamps = { createdAt: at, createdBy: by, updatedAt: at, updatedBy: by, hands: [{ by, at }] };
  const snippet = { id: name, version: 1, text, ...stamps };
  return amongOthers(ports.snippets, async (seen) => {
    await refuseOneMore(ports, name);
    return (await ports.snippets.create(snippet, seen)) ? snippet : undefined;
  });
};

/** POST /snippets */
export const createSnippet =
  (ports: SnippetMakers): HttpHandler<typeof snippetRoutes.createSnippet> =>
  async ({ body, actor, making }) => {
    const by = personOf(actor);
    // Its id is its name: it is the one that was asked for when the same person made it since, and it says the same.
    const known = async (): Promise<Snippet | undefined> => {
      const [snippet] = await ports.snippets.getMany([body.name]);
      if (snippet?.text !== body.text || snippet.createdBy.sub !== by.sub) return undefined;
      return Date.parse(snippet.createdAt) >= making.since ? snippet : undefined;
    };
    return madeOnce(making, known, async () => created(ports, body, by));
  };

/** GET /snippets/{id} */
export const getSnippet =
  (ports: SnippetPorts): HttpHandler<typeof snippetRoutes.getSnippet> =>
  async ({ params }) => ({ snippet: await snippetOf(ports, params.id), users: await usersOf(ports, params.id) });

/** PUT /snippets/{id}. Who changes it has a hand in whatever is sent with it from then on. */
export const editSnippet =
  (ports: Pick<SnippetPorts, 'snippets' | 'clock'>): HttpHandler<typeof snippetRoutes.editSnippet> =>
  async ({ params, body: { version, text }, actor }) => {
    const known = await snippetOf(ports, params.id);
    if (version !== known.version) throw changedMeanwhile();
    if (text === known.text) return known;
    refuseBroken(text);
    const [at, by] = [new Date(ports.clock()).toISOString(), personOf(actor)];
    const hands = [...known.hands.filter((hand) => hand.by.sub !== by.sub), { by, at }];
    const snippet = { ...known, text, version: version + 1, updatedAt: at, updatedBy: by, hands };
    if (!(await ports.snippets.replace(snippet))) throw changedMeanwhile();
    return snippet;
  };

const snippetInUse = (users: readonly SnippetUser[]): Problem =>
  inUse('snippetInUse', users, {
    uses: 'campaigns, templates and snippets ask for this snippet, and could not be prepared without it.',
    mend: 'Take it out of them',
  });

/** DELETE /snippets/{id}. What asks for it could not be prepared any more, so whoever deletes says how many they know of. */
export const deleteSnippet =
  (ports: SnippetPorts): HttpHandler<typeof snippetRoutes.deleteSnippet> =>
  async ({ params, query: { usedBy, version } }) => {
    const snippet = await snippetOf(ports, params.id);
    if (version !== undefined && version !== snippet.version) throw changedMeanwhile();
    const users = await removedUnused(usedBy, {
      usersOf: async () => usersOf(ports, params.id),
      refusal: snippetInUse,
      remove: async () => {
        if (!(await ports.snippets.remove(snippet))) throw changedMeanwhile();
      },
      putBack: putBackIn(ports.snippets, snippet),
    });
    return { snippet, users };
  };

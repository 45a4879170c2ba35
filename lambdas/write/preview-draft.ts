import { found } from '../../domain/http/find.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { PLANNED_START } from '../../domain/content/dates.ts';
import { surveyBounds } from '../../domain/content/liquid.ts';
import { isOfNumbers } from '../../domain/content/numbers.ts';
import { snippetNamesOf } from '../../domain/content/snippets.ts';
import { templateOf } from '../../domain/content/skeleton.ts';
import { addressKey } from '../../domain/model/address.ts';
import type { MailContent } from '../../domain/model/campaign.ts';
import { matcherOf } from '../../domain/model/matches.ts';
import type { Profile } from '../../domain/model/profile.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { HtmlCompiler } from '../../domain/ports/html-compiler.ts';
import type { Snippets } from '../../domain/ports/snippets.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import { columnsOf } from '../../domain/write/columns.ts';
import type { DraftPreview, PreviewRequest, previewRoutes } from '../../domain/write/preview-routes.ts';
import { compileTemplate, type Template } from '../content/compile-template.ts';
import { faultOf, type Fault } from '../content/fault.ts';
import { readSnippets, textsOf } from '../content/read-snippets.ts';
import { readPreheader } from '../content/read-preheader.ts';
import { renderedMail, type RenderedMail } from '../content/rendered-mail.ts';

export type PreviewDraftPorts = {
  html: HtmlCompiler;
  profiles: Pick<Profiles, 'findByAddress' | 'inList'>;
  snippets: Pick<Snippets, 'getMany'>;
  clock: Clock;
  consoleUrl: string;
};

/** Nobody looks through more. */
const MOST_LINKS = 200;

/** Pages in which somebody is looked for; a filter that means nobody so early is not searched to its end. */
const PAGES = 3;

/** Those whom the first pages mean, up to the page with the first of them. */
const firstMeant = async (ports: PreviewDraftPorts, { list, filter }: PreviewRequest): Promise<Profile[]> => {
  if (list === '' && filter === undefined) return [];
  const isMeant = matcherOf(filter);
  let pages = 0;
  for await (const { items } of ports.profiles.inList(list || undefined)) {
    const meant = items.filter((profile) => profile.erasedAt === undefined && isMeant(profile));
    pages += 1;
    if (meant.length > 0 || pages === PAGES) return meant;
  }
  return [];
};

const personOf = async (ports: PreviewDraftPorts, address: string): Promise<Profile> =>
  found((await ports.profiles.findByAddress(addressKey(address)))[0], 'profile');

/** Of nobody: each placeholder shows its name. */
const valueOf = (profile: Profile | undefined, name: string): string => {
  if (!profile) return `[${name}]`;
  if (name === 'email') return profile.address;
  return Object.hasOwn(profile.attributes, name) ? (profile.attributes[name] ?? '') : '';
};

type Rendered = Omit<DraftPreview, 'profile' | 'columns' | 'people' | 'links'>;

const withoutMail = ({ problem, at }: Fault): Rendered => ({
  mail: null,
  textSource: null,
  problem,
  problemAt: at ?? null,
  empty: [],
});

type Meant = { written: MailContent; template: Template; profile: Profile | undefined };

type Data = Record<string, string>;

/**
 * Of nobody, a placeholder shows its name, and nought where the template calculates.
 * @throws LiquidError when it cannot be put together from the data
 */
const mailOf = (ports: PreviewDraftPorts, { template: { content }, profile }: Meant, data: Data): RenderedMail => {
  const shownAs = (values: Data): RenderedMail => renderedMail(content, values, ports.consoleUrl, surveyBounds);
  try {
    return shownAs(data);
  } catch (error) {
    if (profile || !isOfNumbers(error)) throw error;
    const { [PLANNED_START]: start, ...named } = data;
    const noughts = Object.fromEntries(Object.keys(named).map((name) => [name, '0']));
    return shownAs({ ...noughts, ...(start !== undefined && { [PLANNED_START]: start }) });
  }
};

const rendered = (ports: PreviewDraftPorts, meant: Meant): Rendered => {
  const { written, template, profile } = meant;
  const { content, variables } = template;
  const data: Data = Object.fromEntries(variables.map((name) => [name, valueOf(profile, name)]));
  if (PLANNED_START in data) data[PLANNED_START] = new Date(ports.clock()).toISOString();
  const empty = variables.filter((name) => data[name] === '');
  const textSource = templateOf(content.text);
  try {
    const mail = mailOf(ports, meant, data);
    const shown = { ...mail, preheader: readPreheader(mail.html) };
    return { mail: shown, textSource, problem: null, problemAt: null, empty };
  } catch (error) {
    return { ...withoutMail(faultOf(error, written)), textSource, empty };
  }
};

/** POST /previews */
export const previewDraft =
  (ports: PreviewDraftPorts): HttpHandler<typeof previewRoutes.previewDraft> =>
  async ({ body }) => {
    const { content, address, links: rules } = body;
    const [meant, asked] = await Promise.all([
      firstMeant(ports, body),
      address === undefined ? undefined : personOf(ports, address),
    ]);
    const profile = asked ?? meant[0];
    const people = {
      profile: profile ? { id: profile.id, address: profile.address } : null,
      columns: columnsOf(meant),
      people: meant.length,
    };
    const snippets = textsOf(await readSnippets(ports.snippets, snippetNamesOf(content)));
    const template = await compileTemplate(ports.html, content, rules, snippets);
    if ('problem' in template) return { ...withoutMail(template), ...people, links: [] };
    const links = template.links.slice(0, MOST_LINKS);
    return { ...rendered(ports, { written: content, template, profile }), ...people, links };
  };

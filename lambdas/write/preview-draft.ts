import { found } from '../../domain/http/find.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { PLANNED_START } from '../../domain/content/dates.ts';
import { surveyBounds } from '../../domain/content/liquid.ts';
import { addressKey } from '../../domain/model/address.ts';
import { matcherOf } from '../../domain/model/matches.ts';
import type { Profile } from '../../domain/model/profile.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { HtmlCompiler } from '../../domain/ports/html-compiler.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { DraftPreview, PreviewRequest, previewRoutes } from '../../domain/write/preview-routes.ts';
import { compileTemplate, oneLine, type Template } from '../content/compile-template.ts';
import { readPreheader } from '../content/read-preheader.ts';
import { renderedMail } from '../content/rendered-mail.ts';

export type PreviewDraftPorts = {
  html: HtmlCompiler;
  profiles: Pick<Profiles, 'findByAddress' | 'inList'>;
  clock: Clock;
  consoleUrl: string;
};

/** Pages in which somebody is looked for; a filter that means nobody so early is not searched to its end. */
const PAGES = 3;

const firstMeant = async (ports: PreviewDraftPorts, { list, filter }: PreviewRequest): Promise<Profile | undefined> => {
  if (list === '' && filter === undefined) return undefined;
  const isMeant = matcherOf(filter);
  let pages = 0;
  for await (const { items } of ports.profiles.inList(list || undefined)) {
    const first = items.find((profile) => profile.erasedAt === undefined && isMeant(profile));
    pages += 1;
    if (first !== undefined || pages === PAGES) return first;
  }
  return undefined;
};

const personOf = async (ports: PreviewDraftPorts, request: PreviewRequest): Promise<Profile | undefined> =>
  request.address === undefined
    ? firstMeant(ports, request)
    : found((await ports.profiles.findByAddress(addressKey(request.address)))[0], 'profile');

/** Of nobody: each placeholder shows its name. */
const valueOf = (profile: Profile | undefined, name: string): string => {
  if (!profile) return `[${name}]`;
  if (name === 'email') return profile.address;
  return Object.hasOwn(profile.attributes, name) ? (profile.attributes[name] ?? '') : '';
};

type Rendered = Pick<DraftPreview, 'mail' | 'problem' | 'empty'>;

const rendered = (ports: PreviewDraftPorts, template: Template, profile: Profile | undefined): Rendered => {
  const { content, variables } = template;
  const data: Record<string, string> = Object.fromEntries(variables.map((name) => [name, valueOf(profile, name)]));
  if (PLANNED_START in data) data[PLANNED_START] = new Date(ports.clock()).toISOString();
  const empty = variables.filter((name) => data[name] === '');
  try {
    const mail = renderedMail(content, data, ports.consoleUrl, surveyBounds);
    return { mail: { ...mail, preheader: readPreheader(mail.html) }, problem: null, empty };
  } catch (error) {
    return { mail: null, problem: oneLine(error), empty };
  }
};

/** POST /previews */
export const previewDraft =
  (ports: PreviewDraftPorts): HttpHandler<typeof previewRoutes.previewDraft> =>
  async ({ body }) => {
    const profile = await personOf(ports, body);
    const shown = profile ? { id: profile.id, address: profile.address } : null;
    const template = await compileTemplate(ports.html, body.content);
    if ('problem' in template) return { mail: null, problem: template.problem, profile: shown, empty: [] };
    return { ...rendered(ports, template, profile), profile: shown };
  };

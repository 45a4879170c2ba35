import { sketchOf } from '../../domain/content/sketch.ts';
import { amongOthers } from '../../domain/http/among-others.ts';
import { found } from '../../domain/http/find.ts';
import { fittingPage, namedUnreadable } from '../../domain/http/page.ts';
import { madeOnce, type Making } from '../../domain/http/making.ts';
import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { sortedPage } from '../../domain/http/sorted-page.ts';
import type { Content } from '../../domain/model/campaign.ts';
import { TEMPLATES_MAX, type MailTemplate } from '../../domain/model/mail-template.ts';
import { personOf, type Actor, type Person } from '../../domain/people/people.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import { foldedText, hasWords } from '../../domain/values/folded-text.ts';
import { refuseLargeContent } from '../../domain/write/campaign-size.ts';
import type { KeptContents, MailTemplates } from '../../domain/write/ports/mail-templates.ts';
import type { TemplateEditors } from '../../domain/write/ports/template-editors.ts';
import type { templateRoutes } from '../../domain/write/template-routes.ts';

export type TemplatePorts = {
  templates: MailTemplates;
  templateEditors: TemplateEditors;
  kept: KeptContents;
  clock: Clock;
};

const templateOf = async ({ templates }: Pick<TemplatePorts, 'templates'>, id: string): Promise<MailTemplate> =>
  found((await templates.getMany([id]))[0], 'template');

const changedMeanwhile = (): Problem =>
  new Problem(
    'conflict',
    'Somebody else changed or deleted this template meanwhile.',
    'Load it again and repeat the change.',
    { cause: 'templateChanged' },
  );

const refuseNamed = (others: readonly MailTemplate[], name: string): void => {
  if (others.every((other) => foldedText(other.name) !== foldedText(name))) return;
  throw new Problem('conflict', `There is a template “${name}” already.`, 'Give it another name.', {
    cause: 'templateNamed',
    name,
  });
};

const refuseOneMore = async ({ templates }: Pick<TemplatePorts, 'templates'>, name: string): Promise<void> => {
  const { items, unreadable } = await templates.listed();
  if (items.length + unreadable.length >= TEMPLATES_MAX)
    throw new Problem(
      'conflict',
      `This stage has ${TEMPLATES_MAX} templates, which is as many as it may have.`,
      'Delete one that nobody needs: campaigns that were begun with it stay as they are.',
      { cause: 'tooManyTemplates', limit: TEMPLATES_MAX },
    );
  refuseNamed(items, name);
};

type Saved = { content: MailTemplate['content']; sketch: MailTemplate['sketch'] };

/** The text is there before the item that names it. */
const savedContent = async ({ kept }: Pick<TemplatePorts, 'kept'>, content: Content): Promise<Saved> => {
  refuseLargeContent(content);
  return { content: await kept.keep(content), sketch: sketchOf(content.mjml ?? '') };
};

type Made = { body: { name: string }; actor: Actor; making: Making };

const knownOf =
  ({ templates }: TemplatePorts, { id }: Making) =>
  async (): Promise<MailTemplate | undefined> =>
    (await templates.getMany([id]))[0];

/** `save`: what it says, which is kept before the item that names it. */
const added = async (
  ports: TemplatePorts,
  { body: { name }, actor, making: { id } }: Made,
  save: () => Promise<Saved>,
): Promise<MailTemplate> =>
  amongOthers(ports.templates, async (seen) => {
    await refuseOneMore(ports, name);
    const saved = await save();
    const [at, by] = [new Date(ports.clock()).toISOString(), personOf(actor)];
    const stamps = { createdAt: at, createdBy: by, updatedAt: at, updatedBy: by };
    const template = { name, ...saved, id, version: 1, ...stamps };
    return (await ports.templates.create(template, seen)) ? template : undefined;
  });

const byName = {
  placeOf: ({ id, name }: MailTemplate) => ({ value: foldedText(name), id }),
  ascending: true,
};

/** GET /templates */
export const listTemplates =
  ({ templates }: Pick<TemplatePorts, 'templates'>): HttpHandler<typeof templateRoutes.listTemplates> =>
  async ({ query }) => {
    const { items, unreadable } = await templates.listed();
    const has = hasWords(query.search);
    const meant = items.filter(({ name, content, updatedBy }) =>
      has(foldedText([name, content.subject, updatedBy.name].join('\n'))),
    );
    const page = sortedPage(meant, byName, query);
    const shown = fittingPage(page.items);
    return { items: shown, unreadable: namedUnreadable(unreadable), cursor: page.cursorAfter(shown.length) };
  };

/** POST /templates */
export const createTemplate =
  (ports: TemplatePorts): HttpHandler<typeof templateRoutes.createTemplate> =>
  async (request) =>
    madeOnce(request.making, knownOf(ports, request.making), async () =>
      added(ports, request, async () => {
        const { content } = request.body;
        const saved = await savedContent(ports, content);
        // Before the item that others take it from.
        await ports.templateEditors.keep(content, [personOf(request.actor)]);
        return saved;
      }),
    );

/** GET /templates/{id} */
export const getTemplate =
  (ports: Pick<TemplatePorts, 'templates' | 'kept'>): HttpHandler<typeof templateRoutes.getTemplate> =>
  async ({ params }) => {
    const template = await templateOf(ports, params.id);
    return { template, content: await ports.kept.read(template.content) };
  };

/** Who wrote what was there before had a hand in what comes of it. */
const keepEditors = async (
  { templateEditors }: Pick<TemplatePorts, 'templateEditors'>,
  { before: { sha256 }, content, by }: { before: MailTemplate['content']; content: Content; by: Person },
): Promise<void> => templateEditors.keep(content, [...(await templateEditors.of({ sha256 })), by]);

const refuseOtherNamed = async ({ templates }: TemplatePorts, known: MailTemplate, name: string): Promise<void> => {
  const { items } = await templates.listed();
  const others = items.filter(({ id }) => id !== known.id);
  refuseNamed(others, name);
};

/** PUT /templates/{id}. Saved as it was, it stays as it was, and nobody has changed it. */
export const editTemplate =
  (ports: TemplatePorts): HttpHandler<typeof templateRoutes.editTemplate> =>
  async ({ params, body: { version, name, content }, actor }) =>
    amongOthers(ports.templates, async (seen) => {
      const known = await templateOf(ports, params.id);
      if (version !== known.version) throw changedMeanwhile();
      const isRenamed = name !== known.name;
      if (isRenamed) await refuseOtherNamed(ports, known, name);
      const [updatedAt, updatedBy] = [new Date(ports.clock()).toISOString(), personOf(actor)];
      const saved = content && (await savedContent(ports, content));
      const isSame = (saved?.content.sha256 ?? known.content.sha256) === known.content.sha256;
      if (!isRenamed && isSame) return known;
      if (content && !isSame) await keepEditors(ports, { before: known.content, content, by: updatedBy });
      const template = { ...known, ...saved, name, version: version + 1, updatedAt, updatedBy };
      // Whoever changed or deleted it meanwhile is met at the next turn.
      return (await ports.templates.replace(template, isRenamed ? seen : undefined)) ? template : undefined;
    });

/** POST /templates/{id}/copy */
export const copyTemplate =
  (ports: TemplatePorts): HttpHandler<typeof templateRoutes.copyTemplate> =>
  async (request) =>
    madeOnce(request.making, knownOf(ports, request.making), async () => {
      const { content, sketch } = await templateOf(ports, request.params.id);
      return added(ports, request, async () => ({ content, sketch }));
    });

/** DELETE /templates/{id}. Its content stays: campaigns may name the same one. */
export const deleteTemplate =
  (ports: Pick<TemplatePorts, 'templates'>): HttpHandler<typeof templateRoutes.deleteTemplate> =>
  async ({ params, query: { version } }) => {
    const template = await templateOf(ports, params.id);
    if (version !== undefined && version !== template.version) throw changedMeanwhile();
    if (!(await ports.templates.remove(template))) throw changedMeanwhile();
    return template;
  };

import { describe, expect, test } from '@jest/globals';
import { CampaignInput, Content } from '../../../domain/model/campaign.ts';
import type { ContentSummary } from '../../../domain/model/campaign-summary.ts';
import { MailTemplate, TemplateInput, TEMPLATES_MAX } from '../../../domain/model/mail-template.ts';
import { TemplateQuery } from '../../../domain/write/template-routes.ts';
import { storedContent, summaryOf } from '../../../lambdas/adapters/dynamodb/campaign-item.ts';
import {
  copyTemplate,
  createTemplate,
  deleteTemplate,
  editTemplate,
  getTemplate,
  listTemplates,
} from '../../../lambdas/write/templates.ts';
import { asked } from '../audience/change-world.ts';
import type { Making } from '../../../domain/http/making.ts';
import { author, makingOf, now } from '../samples.ts';
import { templateEditorsOn } from '../../../lambdas/adapters/dynamodb/template-editors.ts';
import { VersionedMemory } from '../versioned-memory.ts';

const section = '<mj-section><mj-column><mj-text><h1>Spring</h1></mj-text></mj-column></mj-section>';
const mail = (subject: string): Content =>
  Content.parse({ subject, mjml: `<mjml><mj-body>${section}</mj-body></mjml>` });

class World {
  readonly templates = new VersionedMemory<MailTemplate>();
  readonly contents = new Map<string, Content>();
  private ids = 0;
  readonly making = (): Making => makingOf(`t${(this.ids += 1)}`);

  readonly ports = {
    templates: this.templates,
    templateEditors: templateEditorsOn(new VersionedMemory()),
    kept: {
      keep: async (content: Content) => {
        this.contents.set(storedContent(content).sha256, content);
        return summaryOf(content);
      },
      read: async ({ sha256 }: ContentSummary) => this.contents.get(sha256) ?? Promise.reject(new Error('is gone')),
    },
    clock: () => Date.parse(now),
  };

  async save(name: string, content = mail(name)): Promise<MailTemplate> {
    const body = TemplateInput.parse({ name, content });
    return MailTemplate.parse(
      await createTemplate(this.ports)({ ...asked, params: {}, query: {}, body, making: this.making() }),
    );
  }

  async edit(id: string, body: { version: number; name: string; content?: Content }): Promise<MailTemplate> {
    return MailTemplate.parse(await editTemplate(this.ports)({ ...asked, params: { id }, query: {}, body }));
  }

  async list(query: object = {}): ReturnType<ReturnType<typeof listTemplates>> {
    return listTemplates(this.ports)({ ...asked, params: {}, query: TemplateQuery.parse(query), body: undefined });
  }

  async names(query: object = {}): Promise<string[]> {
    return (await this.list(query)).items.map(({ name }) => name);
  }
}

const named = (id: string, body?: undefined) => ({ ...asked, params: { id }, query: {}, body });

describe('a template that somebody saved', () => {
  test('has its content under a hash, a drawing, and who made it', async () => {
    const world = new World();
    const template = await world.save('Spring');
    expect(template).toMatchObject({
      version: 1,
      content: { subject: 'Spring', sha256: storedContent(mail('Spring')).sha256 },
      sketch: [{ ground: 'page', columns: [['title']] }],
      createdBy: { sub: asked.actor.sub },
    });
    expect(await getTemplate(world.ports)(named('t1'))).toEqual({ template, content: mail('Spring') });
  });

  test('is renamed, changed, copied and deleted; what campaigns took of it is there for good', async () => {
    const world = new World();
    const taken = await world.save('Spring');
    const renamed = await world.edit('t1', { version: 1, name: 'Summer' });
    expect(renamed).toMatchObject({ version: 2, name: 'Summer', content: taken.content });
    const changed = await world.edit('t1', { version: 2, name: 'Summer', content: mail('Sun') });
    expect(changed.content.sha256).not.toBe(taken.content.sha256);
    const body = { name: 'Autumn' };
    expect(
      await copyTemplate(world.ports)({ ...asked, params: { id: 't1' }, query: {}, body, making: world.making() }),
    ).toMatchObject({
      id: 't2',
      version: 1,
      name: 'Autumn',
      content: changed.content,
    });
    const seen = (version: number) => ({ ...named('t1'), query: { version } });
    await expect(deleteTemplate(world.ports)(seen(2))).rejects.toMatchObject({ cause: 'templateChanged' });
    await deleteTemplate(world.ports)(seen(3));
    await expect(getTemplate(world.ports)(named('t1'))).rejects.toMatchObject({ code: 'not-found' });
    expect(await world.ports.kept.read(taken.content)).toEqual(mail('Spring'));
  });

  test('is not changed by whoever saves it as it was', async () => {
    const world = new World();
    const template = await world.save('Spring');
    expect(await world.edit('t1', { version: 1, name: 'Spring', content: mail('Spring') })).toEqual(template);
  });

  test('is changed by one of two people who had the same version', async () => {
    const world = new World();
    await world.save('Spring');
    const both = await Promise.allSettled(
      ['One', 'Two'].map(async (name) => world.edit('t1', { version: 1, name, content: mail(name) })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(world.edit('t1', { version: 1, name: 'Three' })).rejects.toMatchObject({ cause: 'templateChanged' });
  });

  test('has a name that no other one has, in whatever letters', async () => {
    const world = new World();
    await world.save('Größe');
    await world.save('Other');
    await expect(world.save('GROSSE')).rejects.toMatchObject({ code: 'conflict', cause: 'templateNamed' });
    await expect(world.edit('t2', { version: 1, name: 'größe' })).rejects.toMatchObject({ cause: 'templateNamed' });
    expect(await world.edit('t1', { version: 1, name: 'GRÖSSE' })).toMatchObject({ version: 2 });
  });

  test('is one of so many, and no larger than a campaign may be; nothing is kept of what is refused', async () => {
    const world = new World();
    const large = { ...mail('Large'), mjml: '한'.repeat(340_000) };
    await expect(world.save('Larger', large)).rejects.toMatchObject({ code: 'too-large', cause: 'campaignTooLarge' });
    expect(world.contents.size).toBe(0);
    world.templates.unreadable = Array.from({ length: TEMPLATES_MAX }, (_, index) => `u${index}`);
    await expect(world.save('One more')).rejects.toMatchObject({ cause: 'tooManyTemplates' });
    const copy = copyTemplate(world.ports)({ ...named('gone'), body: { name: 'Copy' }, making: world.making() });
    await expect(copy).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the list of templates', () => {
  test('goes by names, is searched and paged, and names what nobody can read', async () => {
    const world = new World();
    for (const name of ['b', 'Äpfel', 'c']) await world.save(name);
    world.templates.unreadable = ['broken'];
    expect(await world.names()).toEqual(['Äpfel', 'b', 'c']);
    expect(await world.names({ search: 'apfel' })).toEqual(['Äpfel']);
    const { cursor, unreadable } = await world.list({ limit: 2 });
    expect(unreadable).toEqual(['broken']);
    expect(await world.names({ limit: 2, cursor })).toEqual(['c']);
  });
});

test('a campaign remembers which template it took, of the console or of the stage', () => {
  const input = {
    name: 'x',
    list: 'friends',
    sender: { name: 'x', address: author.email },
    content: mail('x'),
    schedule: { mode: 'onceConfirmed' },
  };
  for (const template of [
    { name: 'newsletter', version: 1 },
    { id: 't1', name: 'Größe 1', sha256: 'a'.repeat(64) },
  ])
    expect(CampaignInput.parse({ ...input, template }).template).toEqual(template);
});

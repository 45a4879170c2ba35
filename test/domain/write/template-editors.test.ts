import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CampaignInput, Content } from '../../../domain/model/campaign.ts';
import { authorsOf } from '../../../domain/model/authors.ts';
import { MailTemplate } from '../../../domain/model/mail-template.ts';
import { storedContent, summaryOf } from '../../../lambdas/adapters/dynamodb/campaign-item.ts';
import { copyTemplate, createTemplate, deleteTemplate, editTemplate } from '../../../lambdas/write/templates.ts';
import { putBrand } from '../../../lambdas/write/brand.ts';
import { brand, BrandWorld } from './brand-world.ts';
import { asked } from '../audience/change-world.ts';
import { makingOf } from '../samples.ts';
import { letter } from '../schedule/letter.ts';
import { actorOf, type Name } from '../schedule/series-people.ts';
import { SeriesWorld } from '../schedule/series-world.ts';
import { VersionedMemory } from '../versioned-memory.ts';

const saying = (subject: string): Content => ({
  ...letter.content,
  subject,
  html: `${letter.content.html}<p>${subject}</p>`,
});
const refused = { code: 'not-permitted', cause: 'fourEyes' };

/** Campaigns and templates of one stage. */
class World extends SeriesWorld {
  private readonly templates = new VersionedMemory<MailTemplate>();
  private readonly kept = new Map<string, Content>();
  private readonly templatePorts = {
    templates: this.templates,
    templateEditors: this.templateEditors,
    kept: {
      keep: async (content: Content) => {
        this.kept.set(storedContent(content).sha256, content);
        return summaryOf(content);
      },
      read: async () => Promise.reject(new Error('is not read here')),
    },
    clock: () => this.at,
  };
  private made = 0;
  private brandVersion = 0;
  private brandState: Record<string, unknown> | undefined;

  private readonly by = (by: Name) => ({ ...asked, query: {}, actor: actorOf(by) });
  private readonly next = () => makingOf(`t${(this.made += 1)}`);

  save = async (by: Name, content: Content): Promise<MailTemplate> => {
    const making = this.next();
    const body = { name: making.id, content };
    return MailTemplate.parse(await createTemplate(this.templatePorts)({ ...this.by(by), params: {}, body, making }));
  };
  change = async (by: Name, { id, version, name }: MailTemplate, content?: Content): Promise<MailTemplate> => {
    const body = content ? { version, name, content } : { version, name: `${name}!` };
    return MailTemplate.parse(await editTemplate(this.templatePorts)({ ...this.by(by), params: { id }, body }));
  };
  again = async (by: Name, { id }: MailTemplate): Promise<MailTemplate> => {
    const making = this.next();
    const body = { name: making.id };
    return MailTemplate.parse(await copyTemplate(this.templatePorts)({ ...this.by(by), params: { id }, body, making }));
  };
  remove = async (by: Name, { id }: MailTemplate) =>
    deleteTemplate(this.templatePorts)({ ...this.by(by), params: { id }, body: undefined });

  /** Gives the brand this name in its imprint. */
  name = async (by: Name, imprint: string): Promise<void> => {
    const brands = new BrandWorld();
    brands.pictures.clear();
    if (this.brandState) brands.keep(this.brandState);
    const body = { version: this.brandVersion, brand: { ...brand, logo: null, sender: '', imprint } };
    await putBrand({ ...brands.ports, brandEditors: this.brandEditors })({ ...this.by(by), params: {}, body });
    this.brandVersion += 1;
    this.brandState = brands.stored.get('BRAND');
  };

  /** What a campaign says that takes it. */
  taking = ({ id, name, content: { sha256 } }: MailTemplate) => {
    const content = this.kept.get(sha256);
    if (!content) throw new Error('no such content');
    return { content, template: { id, name, sha256 } };
  };

  compose = async (by: Name, said: Partial<CampaignInput>) =>
    this.create(by, { ...letter, schedule: { mode: 'onceConfirmed' }, requestConfirmation: true, ...said });

  authors = async (id: string): Promise<string[]> =>
    authorsOf(await this.prepare('paula', id))
      .map(({ sub }) => sub)
      .toSorted();
}

describe('four eyes: who wrote the template that a campaign took does not count', () => {
  test('taken as it was', async () => {
    const world = new World();
    const { id } = await world.compose('paula', world.taking(await world.save('both', saying('Buy'))));
    const run = await world.prepare('paula', id);
    await expect(world.confirm('both', run.id)).rejects.toMatchObject(refused);
    expect(await world.confirm('anton', run.id)).toMatchObject({ state: 'Scheduled' });
  });

  test.each<[string, (world: World) => Promise<Partial<CampaignInput>>, string[]]>([
    [
      'by several, whoever changed it last',
      async (world) =>
        world.taking(await world.change('twice', await world.save('both', saying('Buy')), saying('Now'))),
      ['both', 'paula', 'twice'],
    ],
    [
      'of an earlier version',
      async (world) => {
        const template = await world.save('both', saying('Buy'));
        await world.change('twice', template, saying('Now'));
        return world.taking(template);
      },
      ['both', 'paula'],
    ],
    [
      'renamed by somebody, who wrote nothing',
      async (world) => world.taking(await world.change('twice', await world.save('both', saying('Buy')))),
      ['both', 'paula'],
    ],
    [
      'from a copy of it',
      async (world) => world.taking(await world.again('paula', await world.save('both', saying('Buy')))),
      ['both', 'paula'],
    ],
    [
      'deleted meanwhile',
      async (world) => {
        const template = await world.save('both', saying('Buy'));
        await world.remove('both', template);
        return world.taking(template);
      },
      ['both', 'paula'],
    ],
    [
      'and changed before it was saved',
      async (world) => ({ ...world.taking(await world.save('both', saying('Buy'))), content: saying('Buy two') }),
      ['both', 'paula'],
    ],
    [
      'without saying so',
      async (world) => ({ content: world.taking(await world.save('both', saying('Buy'))).content }),
      ['both', 'paula'],
    ],
  ])('%s', async (_how, said, authors) => {
    const world = new World();
    const { id } = await world.compose('paula', await said(world));
    expect(await world.authors(id)).toEqual(authors);
  });

  test('until it was confirmed and sent; and again once it is taken anew', async () => {
    const world = new World();
    const taken = world.taking(await world.save('both', saying('Buy')));
    const { id } = await world.compose('paula', taken);
    await world.sendOnce('anton', (await world.prepare('paula', id)).id);
    await world.edit('paula', id, { ...taken, name: 'Another name' });
    const renamed = await world.prepare('paula', id);
    expect(authorsOf(renamed).map(({ sub }) => sub)).toEqual(['paula']);
    await world.stop('paula', renamed.id);
    await world.edit('paula', id, { content: saying('Other') });
    await world.edit('paula', id, taken);
    expect(await world.authors(id)).toEqual(['both', 'paula']);
  });

  test('of two who save the same content at the same moment', async () => {
    const world = new World();
    await Promise.all([world.save('both', saying('Buy')), world.save('twice', saying('Buy'))]);
    const { id } = await world.compose('paula', { content: saying('Buy') });
    expect(await world.authors(id)).toEqual(['both', 'paula', 'twice']);
  });
});

describe('four eyes: who gave the brand what a content took of it does not count', () => {
  const signed = (imprint: string): Content => ({ ...letter.content, html: `${letter.content.html}<p>${imprint}</p>` });

  test.each<[string, Content, string[]]>([
    ['a line of the imprint', signed('Tulips &amp; Co<br />Leeds'), ['both', 'paula']],
    ['a colour, which the next one left as it was', signed('<b style="color: #7A1F3D">x</b>'), ['paula', 'twice']],
    ['a line that was changed since', signed('Roses'), ['paula', 'twice']],
    ["nothing, with white and black, which are everybody's", signed('<b style="color:#ffffff">Tulip</b>'), ['paula']],
  ])('%s', async (_what, content, authors) => {
    const world = new World();
    await world.name('twice', 'Roses');
    await world.name('both', 'Tulips & Co');
    const { id } = await world.compose('paula', { content });
    expect(await world.authors(id)).toEqual(authors);
  });

  test('taken by an edit, until it was confirmed', async () => {
    const world = new World();
    await world.name('both', 'Tulips & Co');
    const { id } = await world.compose('paula', { content: letter.content });
    await world.edit('paula', id, { content: signed('Tulips &amp; Co') });
    const run = await world.prepare('paula', id);
    await expect(world.confirm('both', run.id)).rejects.toMatchObject(refused);
    await world.sendOnce('anton', run.id);
    await world.edit('paula', id, { name: 'Another name' });
    expect(await world.authors(id)).toEqual(['paula']);
  });
});

type Act =
  | { kind: 'write' | 'take' | 'edit' | 'brand'; by: Name; words: string }
  | { kind: 'copy' | 'rename'; by: Name }
  | { kind: 'send' };

const who = fc.constantFrom<Name>('paula', 'both', 'twice');
const words = fc.constantFrom('Eins AG', 'Zwei AG', 'Drei AG');
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constantFrom('write' as const, 'take' as const, 'edit' as const), by: who, words }),
  fc.record({ kind: fc.constantFrom('brand' as const, 'edit' as const), by: who, words }),
  fc.record({ kind: fc.constantFrom('copy' as const, 'rename' as const), by: who }),
  fc.record({ kind: fc.constant('send' as const) }),
);

/** What people did, kept beside the product: who has a hand in the campaign by the plain words of the rule. */
class Witness {
  readonly world = new World();
  readonly wrote = new Map<string, { template: MailTemplate; by: Set<Name> }>();
  hands = new Set<Name>(['paula']);
  /** Since the original was written, which is what a copy goes by. */
  ever = new Set<Name>(['paula']);
  id = '';
  private said = 'none';
  /** Who ever gave the brand this imprint, and which one it has. */
  private readonly named = new Map<string, Set<Name>>();
  private imprint = '';

  had = (...people: readonly Name[]): void => {
    for (const name of people) {
      this.hands.add(name);
      this.ever.add(name);
    }
  };

  write = async (by: Name, subject: string): Promise<void> => {
    const before = this.wrote.get(subject)?.by ?? [];
    this.wrote.set(subject, { template: await this.world.save(by, saying(subject)), by: new Set([...before, by]) });
  };

  say = async (by: Name, subject: string, isTaken: boolean): Promise<void> => {
    const template = this.wrote.get(subject);
    if (this.said === subject || (isTaken && !template)) return;
    const from = isTaken && template ? this.world.taking(template.template) : { content: saying(subject) };
    await this.world.edit(by, this.id, from);
    this.had(by, ...(template?.by ?? []), ...(this.named.get(subject) ?? []));
    this.said = subject;
  };

  brand = async (by: Name, imprint: string): Promise<void> => {
    if (this.imprint === imprint) return;
    await this.world.name(by, imprint);
    this.named.set(imprint, new Set([...(this.named.get(imprint) ?? []), by]));
    this.imprint = imprint;
  };

  rename = async (by: Name): Promise<void> => {
    await this.world.edit(by, this.id, { name: `${this.world.campaignOf(this.id).name}!` });
    this.had(by);
  };

  /** Nothing of a copy is confirmed. */
  copy = async (by: Name): Promise<void> => {
    this.id = (await this.world.copy(by, this.id)).id;
    this.had(by, ...this.ever);
  };

  send = async (): Promise<void> => {
    await this.world.sendOnce('anton', (await this.world.prepare('paula', this.id)).id);
    this.hands = new Set();
  };

  do = async (one: Act): Promise<void> => {
    switch (one.kind) {
      case 'write':
        return this.write(one.by, one.words);
      case 'take':
      case 'edit':
        return this.say(one.by, one.words, one.kind === 'take');
      case 'brand':
        return this.brand(one.by, one.words);
      case 'copy':
        return this.copy(one.by);
      case 'rename':
        return this.rename(one.by);
      case 'send':
        return this.send();
    }
  };
}

test('whatever is written, named, taken, copied and edited, nobody confirms who had a hand in it since', async () => {
  let refusals = 0;
  const acts = fc.array(act, { minLength: 3, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(acts, async (done) => {
      const witness = new Witness();
      const { world } = witness;
      witness.id = (await world.compose('paula', { content: saying('none') })).id;
      for (const one of done) await witness.do(one);
      const run = await world.prepare('paula', witness.id);
      for (const by of ['both', 'twice'] as const) {
        if (!witness.hands.has(by)) continue;
        await expect(world.confirm(by, run.id)).rejects.toMatchObject(refused);
        refusals += 1;
      }
    }),
    { numRuns: 120 },
  );
  // The model would prove nothing if nobody in it ever wrote anything.
  expect(refusals).toBeGreaterThan(10);
});

import { describe, expect, test } from '@jest/globals';
import type { CampaignEntry } from '../../../domain/model/campaign-entry.ts';
import { Content } from '../../../domain/model/campaign.ts';
import { SNIPPET_BYTES, SNIPPETS_MAX, type Snippet } from '../../../domain/model/snippet.ts';
import { SnippetInput, SnippetQuery } from '../../../domain/write/snippet-routes.ts';
import { summaryOf } from '../../../lambdas/adapters/dynamodb/campaign-item.ts';
import {
  createSnippet,
  deleteSnippet,
  editSnippet,
  getSnippet,
  listSnippets,
} from '../../../lambdas/write/snippets.ts';
import { asked } from '../audience/change-world.ts';
import { makingOf, now } from '../samples.ts';
import { VersionedMemory } from '../versioned-memory.ts';

const entry = (name: string, snippets?: string[]): CampaignEntry => ({
  id: `c-${name}`,
  name,
  text: '',
  by: [],
  updatedAt: now,
  lists: [],
  segments: [],
  labels: [],
  ...(snippets && { snippets }),
});

class World {
  readonly snippets = new VersionedMemory<Snippet>();
  readonly campaigns = [entry('Spring', ['footer']), entry('Other')];
  readonly ports = {
    snippets: this.snippets,
    templates: { listed: async () => ({ items: [], unreadable: [] }) },
    campaignList: {
      entries: async () => ({
        campaigns: { items: [...this.campaigns], unreadable: [] },
        lives: new Map(),
        lastBegun: new Map(),
        open: new Set<string>(),
      }),
    },
    clock: () => Date.parse(now),
  };

  async save(name: string, text = 'x'): Promise<unknown> {
    return createSnippet(this.ports)({ ...asked, params: {}, query: {}, body: { name, text }, making: makingOf(name) });
  }

  async edit(id: string, version: number, text: string): Promise<unknown> {
    return editSnippet(this.ports)({ ...asked, params: { id }, query: {}, body: { version, text } });
  }

  async remove(id: string, usedBy = 0, version?: number): Promise<unknown> {
    return deleteSnippet(this.ports)({ ...asked, params: { id }, query: { usedBy, version }, body: undefined });
  }
}

describe('a snippet', () => {
  test('is saved under its name, changed by its number, and shown with who asks for it', async () => {
    const world = new World();
    await world.save('footer', 'one');
    await world.save('letter', "{% render 'footer' %}");
    await expect(world.save('footer')).rejects.toMatchObject({ code: 'conflict', cause: 'snippetNamed' });
    expect(await world.edit('footer', 1, 'two')).toMatchObject({ id: 'footer', version: 2, hands: [{ at: now }] });
    expect(await world.edit('footer', 2, 'two')).toMatchObject({ version: 2 });
    await expect(world.remove('footer', 2, 1)).rejects.toMatchObject({ cause: 'snippetChanged' });
    await expect(world.edit('footer', 1, 'three')).rejects.toMatchObject({ cause: 'snippetChanged' });
    const detail = await getSnippet(world.ports)({ ...asked, params: { id: 'footer' }, query: {}, body: undefined });
    expect(detail.users).toEqual([
      { kind: 'campaign', id: 'c-Spring', name: 'Spring' },
      { kind: 'snippet', id: 'letter', name: 'letter' },
    ]);
  });

  test('is deleted by who knows who asks for it', async () => {
    const world = new World();
    await world.save('footer');
    await expect(world.remove('footer')).rejects.toMatchObject({
      cause: 'snippetInUse',
      facts: { usedBy: 1, names: ['Spring'] },
    });
    await world.remove('footer', 1);
    await expect(world.remove('footer', 1)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('that somebody asks for in the moment of its deletion is there again, as it was', async () => {
    const world = new World();
    await world.save('footer', 'one');
    await world.edit('footer', 1, 'two');
    const { remove } = world.snippets;
    Object.assign(world.snippets, {
      remove: async (snippet: Snippet) => {
        if (world.campaigns.length === 2) world.campaigns.push(entry('Summer', ['footer']));
        return remove(snippet);
      },
    });
    const before = world.snippets.stored.get('footer');
    await expect(world.remove('footer', 1)).rejects.toMatchObject({
      cause: 'snippetInUse',
      facts: { usedBy: 2, names: ['Spring', 'Summer'] },
    });
    expect(world.snippets.stored.get('footer')).toEqual(before);
    expect(await world.remove('footer', 2)).toMatchObject({ users: [{ name: 'Spring' }, { name: 'Summer' }] });
  });

  test.each(['{% if x %}', '{{ x | nofilter }}', '{% endfor %}', '{% render x %}', "{% layout 'x' %}"])(
    'has code that can be read by itself: %s is refused',
    async (text) => {
      const world = new World();
      await expect(world.save('x', text)).rejects.toMatchObject({ code: 'invalid-input', cause: 'snippetBroken' });
      expect(world.snippets.stored.size).toBe(0);
    },
  );

  test.each(['', 'A', 'a_b', 'ä', 'a/b', '../x', 'a'.repeat(65)])('has a strict name, not %j', (name) => {
    expect(SnippetInput.safeParse({ name, text: 'x' }).success).toBe(false);
  });

  test('is a piece of so many bytes, and one of so many', async () => {
    expect(SnippetInput.safeParse({ name: 'x', text: 'ä'.repeat(SNIPPET_BYTES / 2) }).success).toBe(true);
    expect(SnippetInput.safeParse({ name: 'x', text: 'ä'.repeat(SNIPPET_BYTES / 2 + 1) }).success).toBe(false);
    const world = new World();
    world.snippets.unreadable = Array.from({ length: SNIPPETS_MAX }, (_, index) => `u${index}`);
    await expect(world.save('x')).rejects.toMatchObject({ cause: 'tooManySnippets' });
  });

  test('is listed with the others, page by page within the bytes of an answer, and none hides the rest', async () => {
    const world = new World();
    for (let number = 10; number < 40; number += 1) await world.save(`s-${number}`, 'y'.repeat(9000));
    world.snippets.unreadable = ['broken'];
    const names: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = SnippetQuery.parse({ ...(cursor !== undefined && { cursor }) });
      const page = await listSnippets(world.ports)({ ...asked, params: {}, query, body: undefined });
      expect(JSON.stringify(page).length).toBeLessThan(100_000);
      expect(page.unreadable).toEqual(['broken']);
      names.push(...page.items.map(({ id }) => id));
      cursor = page.cursor;
    }
    expect(names).toEqual([...world.snippets.stored.keys()]);
  });
});

test('a campaign is listed with the snippets that its contents ask for', () => {
  const variants = [
    { id: 'de', for: { by: 'language', language: 'de' }, content: { subject: 'x', html: "{% include 'b' %}" } },
  ];
  const content = Content.parse({ subject: "{% render 'c' %}", html: "{% render 'a' %}", language: 'en', variants });
  expect(summaryOf(content).snippets).toEqual(['a', 'b', 'c']);
  expect(summaryOf(Content.parse({ subject: 'render', html: 'x' })).snippets).toBeUndefined();
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { noImports } from '../../../domain/model/import-snapshot.ts';
import { foldedOf, resolve, type Overlay, type StoredProfile } from '../../../domain/model/stored-profile.ts';
import type { ListSummary, Profile } from '../../../domain/model/profile.ts';
import { Segment } from '../../../domain/model/segment.ts';
import { deleteList, getList } from '../../../lambdas/audience/keep-lists.ts';
import { countList, exportList } from '../../../lambdas/audience/list-members.ts';
import { CampaignSummary } from '../../../domain/model/campaign-summary.ts';
import { campaignEntryOf } from '../../../domain/model/campaign-entry.ts';
import { author, now } from '../samples.ts';
import { audienceRoutes } from '../../../domain/audience/routes.ts';
import { answerOf } from '../../../lambdas/entry/http-answer.ts';
import { asked } from './change-world.ts';
import { ImportWorld } from './import-world.ts';

const at = now;

type Step = { do: 'join' | 'leave' | 'import' | 'end' | 'fold' };
const step = fc.constantFrom<Step['do']>('join', 'leave', 'import', 'end', 'fold').map((what): Step => ({ do: what }));

/** What must hold: who was put on the list last, after it was last deleted, is on it. */
test('who is on a list is who was put on it since it was last deleted, folded or not', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let snapshot = { ...noImports };
      let stored: StoredProfile = { base: { id: 'anna' }, overlays: [], lists: [] };
      let isOn = false;
      const lay = (number: number, overlay: Partial<Overlay>): void => {
        const before = stored.overlays.find(([other]) => other === number)?.[1];
        const merged = { attributes: {}, importedAt: at, address: 'a@post.example', ...before, ...overlay };
        const others = stored.overlays.filter(([other]) => other !== number);
        stored = { ...stored, overlays: [...others, [number, merged] as const].toSorted(([a], [b]) => a - b) };
      };
      for (const { do: what } of steps) {
        if (what === 'join' || what === 'leave') {
          isOn = what === 'join';
          lay(snapshot.seq + 0.5, { joined: isOn ? ['garden'] : [], left: isOn ? [] : ['garden'] });
        } else if (what === 'fold') {
          snapshot = { ...snapshot, floor: snapshot.seq };
          const folded = foldedOf(stored, snapshot);
          const overlays = stored.overlays.filter(([number]) => !folded?.dropped.includes(number));
          stored = { ...stored, overlays, base: { ...stored.base, ...folded?.base } };
        } else {
          snapshot = { ...snapshot, seq: snapshot.seq + 1 };
          if (what === 'import') lay(snapshot.seq, { list: 'garden' });
          else snapshot = { ...snapshot, ended: [{ list: 'garden', number: snapshot.seq }] };
          isOn = what === 'import';
        }
        expect((resolve(stored, snapshot)?.lists ?? []).includes('garden')).toBe(isOn);
      }
    }),
    { numRuns: 300 },
  );
});

const garden: ListSummary = { name: 'garden', profiles: 2, importedAt: at };

const campaignOf = (index: number, list: string): CampaignSummary =>
  CampaignSummary.parse({
    id: `c${index}`,
    version: 1,
    createdAt: at,
    createdBy: author,
    updatedAt: at,
    updatedBy: author,
    name: `Campaign ${index}`,
    list,
    sender: { name: 'Freigabe', address: 'news@freigabe.example' },
    content: { subject: '', preheader: '', bytes: 0, sha256: '0'.repeat(64) },
    schedule: { mode: 'onceConfirmed' },
    requestConfirmation: true,
  });

const keeping = (users: { list: string }[], ends: 'done' | 'importing' = 'done', segments: Segment[] = []) => {
  const ended: string[] = [];
  const items = users.map(({ list }, index) => campaignEntryOf(campaignOf(index, list)));
  const ports = {
    clock: () => Date.parse(at),
    segments: { listed: async () => ({ items: segments, unreadable: [] }) },
    campaigns: {
      entries: async () => ({
        campaigns: { items, unreadable: [] },
        lives: new Map(),
        lastBegun: new Map(),
        open: new Set<string>(),
      }),
    },
    lists: {
      get: async (name: string) => (name === 'garden' ? garden : undefined),
      ensure: async () => {},
      entitle: async () => undefined,
      end: async (name: string) => {
        if (ends === 'done') ended.push(name);
        return ends;
      },
    },
  };
  return { ports, ended, items };
};

const request = (list: string, query = {}) => ({
  ...asked,
  params: { list },
  query: { usedBy: 0, ...query },
  body: undefined,
});

describe('a list', () => {
  test('says which campaigns use it', async () => {
    const { ports } = keeping([{ list: 'garden' }, { list: 'press' }, { list: 'garden' }]);
    const { campaigns } = await getList(ports)({ ...request('garden'), query: {} });
    expect(campaigns.map(({ id }) => id)).toEqual(['c0', 'c2']);
    await expect(getList(ports)({ ...request('nothing'), query: {} })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('that segments ask for is used by these, and by the campaigns that name one of them', async () => {
    const segment = (id: string, said: object): Segment =>
      Segment.parse({
        id,
        version: 1,
        name: `Segment ${id}`,
        createdAt: at,
        createdBy: author,
        updatedAt: at,
        updatedBy: author,
        hands: [],
        ...said,
      });
    const inGroup = { is: 'anyOf', conditions: [{ is: 'notInList', list: 'garden' }] };
    const saved = [
      segment('b', { filter: { conditions: [inGroup] } }),
      segment('a', { list: 'garden' }),
      segment('c', { list: 'press' }),
    ];
    const { ports, ended, items } = keeping([{ list: 'press' }], 'done', saved);
    items.push({ ...campaignEntryOf(campaignOf(1, '')), segments: ['b'] });
    const known = await getList(ports)({ ...request('garden'), query: {} });
    expect(known.segments.map(({ name }) => name)).toEqual(['Segment a', 'Segment b']);
    expect(known.campaigns.map(({ id }) => id)).toEqual(['c1']);
    await expect(deleteList(ports)(request('garden', { usedBy: 1 }))).rejects.toMatchObject({
      cause: 'listInUse',
      facts: { names: ['Campaign 1', 'Segment a', 'Segment b'], usedBy: 3 },
    });
    expect(ended).toEqual([]);
    expect(await deleteList(ports)(request('garden', { usedBy: 3 }))).toMatchObject({ segments: known.segments });
  });

  test('that campaigns use is deleted by who has seen how many', async () => {
    const { ports, ended } = keeping([{ list: 'garden' }, { list: 'garden' }]);
    await expect(deleteList(ports)(request('garden'))).rejects.toMatchObject({
      cause: 'listInUse',
      facts: { names: ['Campaign 0', 'Campaign 1'], usedBy: 2 },
    });
    await expect(deleteList(ports)(request('garden', { usedBy: 1 }))).rejects.toMatchObject({ cause: 'listInUse' });
    expect(ended).toEqual([]);
    await deleteList(ports)(request('garden', { usedBy: 2 }));
    expect(ended).toEqual(['garden']);
  });

  test('that a campaign begins to use in the moment of its deletion is gone; the answer names the campaign', async () => {
    const { ports, items } = keeping([{ list: 'garden' }]);
    const { end } = ports.lists;
    ports.lists.end = async (name) => {
      items.push(campaignEntryOf(campaignOf(7, 'garden')));
      return end(name);
    };
    const { campaigns } = await deleteList(ports)(request('garden', { usedBy: 1 }));
    expect(campaigns.map(({ id }) => id)).toEqual(['c0', 'c7']);
  });

  test('into which somebody imports stays', async () => {
    const { ports } = keeping([], 'importing');
    await expect(deleteList(ports)(request('garden'))).rejects.toMatchObject({ cause: 'listBeingImported' });
  });
});

const person = (index: number): Profile => ({
  id: `p${index}`,
  address: `p${index}@post.example`,
  lists: ['garden'],
  attributes: index % 2 === 0 ? { city: '=1+1' } : { team: 'red' },
  importedAt: at,
  ...(index === 0 && { optedOut: { at, source: 'import' as const } }),
});

/** A table of pages, of which every other one has nobody of the list. */
const members = (pages: number) => ({
  profiles: {
    members: async function* (_list: string, after?: string) {
      for (let page = after === undefined ? 0 : Number(after.slice(1)) + 1; page < pages; page += 1)
        yield { items: page % 2 === 0 ? [person(page)] : [], after: page + 1 < pages ? `p${page}` : null };
    },
  },
});

describe('the profiles of a list', () => {
  const pagesOf = async <Page extends { cursor: string | null }>(
    ask: (cursor: string | undefined) => Promise<Page>,
  ): Promise<Page[]> => {
    const pages: Page[] = [];
    let cursor: string | undefined;
    do {
      const page = await ask(cursor);
      pages.push(page);
      cursor = page.cursor ?? undefined;
    } while (cursor !== undefined);
    return pages;
  };

  test.each([[Infinity], [0]])('are counted to the last one, with %d ms left for a page', async (left) => {
    const count = countList(members(5));
    const pages = await pagesOf(async (cursor) =>
      count({ ...asked, params: { list: 'garden' }, query: { cursor }, body: undefined }, () => left),
    );
    expect(pages.length).toBe(left === 0 ? 5 : 1);
    expect(pages.reduce((sum, page) => sum + page.profiles, 0)).toBe(3);
    expect(pages.reduce((sum, page) => sum + page.optedOut, 0)).toBe(1);
    expect([...new Set(pages.flatMap(({ attributes }) => attributes))]).toEqual(['city']);
  });

  test('are exported each once, with the attributes that were asked for', async () => {
    const ask = exportList(members(5));
    const query = { limit: 1, attributes: ['city', 'constructor'] };
    const pages = await pagesOf(async (cursor) =>
      ask({ ...asked, params: { list: 'garden' }, query: { ...query, cursor }, body: undefined }, () => Infinity),
    );
    const rows = pages.flatMap(({ items }) => items);
    expect(rows.map(({ id }) => id)).toEqual(['p0', 'p2', 'p4']);
    expect(rows[0]).toEqual({
      id: 'p0',
      email: 'p0@post.example',
      opted_out: 'yes',
      attributes: { city: '=1+1', constructor: '' },
    });
    const asCsv = { headers: { accept: 'text/csv' }, queryStringParameters: { attributes: 'city,constructor' } };
    const { body, headers } = answerOf(audienceRoutes.exportList, { items: rows.slice(0, 1), cursor: 'p0' }, asCsv);
    expect(body).toBe("id,email,opted_out,city,constructor\r\np0,p0@post.example,yes,'=1+1,\r\n");
    expect(headers?.['link']).toBe('<?attributes=city%2Cconstructor&cursor=p0>; rel="next"');
  });
});

/** What a spreadsheet would run, what a file may take for something else, and what somebody does not have. */
const cells = [
  '=1+1',
  '+49 170 1',
  '-5',
  '@ada',
  '\uFF1Dx',
  "O'Neill",
  "'",
  'Müller;"x"',
  'a,b',
  '0170',
  'a\nb',
  '',
  undefined,
];

test('the file of a list, imported again, changes nothing, whatever its cells look like', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...cells), fc.constantFrom(...cells)), { minLength: 1, maxLength: 8 }),
      async (people) => {
        const world = new ImportWorld();
        for (const [index, [city, phone]] of people.entries())
          world.keep({
            id: index === 0 ? '-first' : `p${index}`,
            address: index === 1 ? '+one@post.example' : `p${index}@post.example`,
            lists: ['garden'],
            attributes: { ...(city !== undefined && { city }), ...(phone !== undefined && { phone }) },
            importedAt: at,
            ...(index === 2 && { optedOut: { at, source: 'page' as const } }),
          });
        const before = JSON.stringify([...world.stored]);
        const all = [...world.profiles.values()];
        const table = async function* () {
          yield { items: all, after: null };
        };
        const names = ['city', 'phone'];
        const query = { limit: 200, attributes: names };
        const page = await exportList({ profiles: { members: table } })(
          { ...asked, params: { list: 'garden' }, query, body: undefined },
          () => Infinity,
        );
        const asCsv = { headers: { accept: 'text/csv' }, queryStringParameters: { attributes: names.join(',') } };
        const { body = '' } = answerOf(audienceRoutes.exportList, page, asCsv);
        world.at += 3_600_000;
        const report = await world.send(Buffer.from(body));
        expect([report.rejections, report.accepted]).toEqual([[], people.length]);
        expect(JSON.stringify([...world.stored])).toBe(before);
      },
    ),
    { numRuns: 40 },
  );
});

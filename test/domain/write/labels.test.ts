import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NextStarts } from '../../../domain/calendar/next-starts.ts';
import { campaignEntryOf } from '../../../domain/model/campaign-entry.ts';
import type { Campaign } from '../../../domain/model/campaign.ts';
import type { CampaignSummary } from '../../../domain/model/campaign-summary.ts';
import { Label, labelKey, Labels } from '../../../domain/model/labels.ts';
import type { Audit } from '../../../domain/ports/audit.ts';
import { CampaignQuery } from '../../../domain/write/api.ts';
import { findCampaigns, listedCampaigns } from '../../../domain/write/campaign-list.ts';
import { changedBlocks } from '../../../domain/write/changed-blocks.ts';
import { copyOf } from '../../../domain/write/copy-of.ts';
import { labelCampaign } from '../../../lambdas/write/label-campaign.ts';
import { author, now, person } from '../samples.ts';

const campaign: Campaign = {
  id: 'c',
  version: 3,
  createdAt: now,
  createdBy: author,
  updatedAt: now,
  updatedBy: author,
  name: 'Letter',
  list: 'friends',
  sender: { name: 'Shop', address: 'news@shop.example' },
  content: { subject: 'Hi', preheader: '', html: '<p>Hi</p>', text: 'Hi' },
  schedule: { mode: 'onceConfirmed' },
  requestConfirmation: true,
};

describe('labels', () => {
  test('are normalised, compared without capital letters, and each is kept once', () => {
    expect(Labels.parse([' Summer  sale ', 'SUMMER SALE', 'Gro\u0308ße', 'größe', 'GRÖSSE', 'Grosse'])).toEqual([
      'Summer sale',
      'Größe',
      'Grosse',
    ]);
  });

  test.each([
    ['', 'has a letter'],
    ['   ', 'has a letter'],
    ['x'.repeat(41), '40 letters'],
    ['a,b', 'no comma'],
    ['a\u202Eb', 'nobody sees'],
    ['a\u0000b', 'nobody sees'],
    ['a\nb', 'nobody sees'],
  ])('%j is none', (label, why) => {
    expect(Label.safeParse(label).error?.message).toContain(why);
  });

  test('a campaign has ten at most', () => {
    const labels = Array.from({ length: 11 }, (_, index) => `label ${index}`);
    expect(Labels.safeParse(labels).success).toBe(false);
    expect(Labels.safeParse(labels.slice(1)).success).toBe(true);
  });

  test('what was taken is taken again as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 12 }), (labels) => {
        const taken = Labels.safeParse(labels).data;
        if (!taken) return;
        expect(Labels.parse(taken)).toEqual(taken);
        expect(new Set(taken.map(labelKey)).size).toBe(taken.length);
        expect(Labels.parse(JSON.parse(JSON.stringify(taken.map((label) => label.normalize('NFD')))))).toEqual(taken);
      }),
    );
  });

  test('are no part of what an edit changes, and a copy has them', () => {
    expect(changedBlocks(campaign, { ...campaign, labels: ['Summer'] } as Campaign)).toEqual([]);
    const copy = copyOf({ ...campaign, labels: ['Summer'] }, { id: 'd', name: 'Copy', by: person, at: now });
    expect(copy.labels).toEqual(['Summer']);
  });
});

describe('PUT /campaigns/{id}/labels', () => {
  const world = (turns: boolean[]) => {
    const { content: _content, ...settings } = campaign;
    const stored = { ...settings, content: { subject: 'Hi', preheader: '', bytes: 4, sha256: 'a'.repeat(64) } };
    let known: CampaignSummary | undefined = stored;
    const written: (readonly string[])[] = [];
    const archive = {
      summary: async () => known,
      label: async (_campaign: CampaignSummary, labels: readonly string[]) => {
        written.push(labels);
        const holds = turns.shift() ?? true;
        if (holds && known) known = { ...known, labels: [...labels] };
        return holds;
      },
    };
    const audited: Parameters<Audit['append']>[0][] = [];
    const audit = { append: async (entry: Parameters<Audit['append']>[0]) => void audited.push(entry) };
    const origin = { ip: '192.0.2.1', userAgent: 'test' };
    const actor = { ...person, groups: ['prepare-deliveries'] };
    const put = async (labels: string[]) =>
      labelCampaign({ archive, audit, clock: () => Date.parse(now) })({
        params: { id: 'c' },
        query: {},
        body: { labels },
        actor,
        origin,
      });
    const remove = (): void => {
      known = undefined;
    };
    return { put, written, remove, audited, stored: () => known };
  };

  test('raises no version and changes nothing else; a repeat writes nothing', async () => {
    const { put, written, stored } = world([]);
    const before = stored();
    expect(await put(['Summer'])).toEqual({ id: 'c', labels: ['Summer'] });
    expect(await put(['Summer'])).toEqual({ id: 'c', labels: ['Summer'] });
    expect(written).toHaveLength(1);
    expect(stored()).toEqual({ ...before, labels: ['Summer'] });
    expect(await put([])).toEqual({ id: 'c', labels: [] });
  });

  test('is in the history of the campaign, with who, when and what they were; what changes nothing is not', async () => {
    const { put, audited } = world([false, true]);
    await put(['Summer', 'News']);
    await put(['Summer', 'News']);
    await put([]);
    const entry = { at: now, runId: 'c', what: 'labelled', by: person, origin: { ip: '192.0.2.1', userAgent: 'test' } };
    expect(audited).toEqual([
      { ...entry, facts: { labels: 'Summer, News', before: '' } },
      { ...entry, facts: { labels: '', before: 'Summer, News' } },
    ]);
  });

  test('is done anew when somebody else changed the campaign, and tells when it is gone', async () => {
    const { put, written, remove } = world([false, false, true]);
    await put(['Summer']);
    expect(written).toHaveLength(3);
    remove();
    await expect(put(['Winter'])).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a list by labels', () => {
  const labelled = (id: string, labels: string[], name = 'Letter') =>
    campaignEntryOf({ ...campaign, id, name, labels });
  const find = (query: object) =>
    findCampaigns(
      listedCampaigns(
        {
          campaigns: {
            items: [
              labelled('a', ['Summer', 'News']),
              labelled('b', ['summer']),
              labelled('c', []),
              labelled('d', ['News', 'Sommer'], 'Invitation'),
              { ...labelled('e', ['Summer']), archived: { at: now, by: person } },
            ],
            unreadable: [],
          },
          lives: new Map(),
          lastBegun: new Map(),
          open: new Set(),
        },
        new NextStarts(),
        now,
      ),
      CampaignQuery.parse(query),
      'nobody',
    );

  test('has those with the label in whatever letters, counted over all pages; the labels are those of every campaign found', () => {
    const found = find({ label: ' SUMMER', limit: 1 });
    expect(found.page.items.map(({ entry }) => entry.id)).toEqual(['b']);
    expect(found.page.cursorAfter(1)).not.toBeNull();
    expect(found.counts.all).toBe(2);
    const all = [
      { label: 'News', count: 2 },
      { label: 'Summer', count: 2 },
      { label: 'Sommer', count: 1 },
    ];
    expect(found.labels).toEqual(all);
    expect(find({}).labels).toEqual(all);
    expect(find({ search: 'invitation' }).labels.map(({ label }) => label)).toEqual(['News', 'Sommer']);
    expect(find({ label: 'Winter' }).counts.all).toBe(0);
  });

  test('archived ones are counted where they are asked for', () => {
    expect(find({ state: 'archived' }).labels).toEqual([{ label: 'Summer', count: 1 }]);
  });
});

import { describe, expect, test } from '@jest/globals';
import type { CampaignSummary } from '../../../domain/model/campaign-summary.ts';
import type { Run } from '../../../domain/model/run.ts';
import { hasEnded } from '../../../domain/model/run-end.ts';
import type { SeriesLife } from '../../../domain/model/series-life.ts';
import { changedLife } from '../../../domain/schedule/change-life.ts';
import { lifeOf } from '../../../domain/calendar/series.ts';
import { archiveCampaign, deleteCampaign, unarchiveCampaign } from '../../../lambdas/write/archive-campaign.ts';
import { startRun } from '../../../lambdas/schedule/start-run.ts';
import { getSeriesAudit } from '../../../lambdas/schedule/change-series.ts';
import { author, awaiting, makingOf, now, person, preparing } from '../samples.ts';
import { everyTenMinutes } from '../schedule/letter.ts';

const campaign: CampaignSummary = {
  id: 'c',
  version: 3,
  createdAt: now,
  createdBy: author,
  updatedAt: now,
  updatedBy: author,
  name: 'Letter',
  list: 'friends',
  sender: { name: 'Shop', address: 'news@shop.example' },
  content: { subject: 'Hi', preheader: '', bytes: 4, sha256: 'a'.repeat(64) },
  schedule: { mode: 'onceConfirmed' },
  requestConfirmation: true,
};
const series: CampaignSummary = { ...campaign, schedule: everyTenMinutes };
const lifeIn = (state: SeriesLife['state']): SeriesLife => ({
  state,
  revision: 1,
  armedVersion: 1,
  since: now,
  skipped: [],
});
const failed: Run = { ...preparing, state: 'PreparationFailed', failedAt: now, checks: [] };

/** A store of one campaign. */
class World {
  stored: CampaignSummary | undefined;
  runs: Run[];
  life: SeriesLife | undefined;
  readonly said: string[] = [];
  readonly cancelled: string[] = [];
  /** Something that somebody else does between the look and the write. */
  meanwhile: () => void = () => undefined;

  constructor(stored: CampaignSummary, runs: Run[] = [], life?: SeriesLife) {
    this.stored = stored;
    this.runs = runs;
    this.life = life;
  }

  readonly ports = {
    archive: {
      summary: async () => this.stored,
      archive: async ({ version }: CampaignSummary, archived: CampaignSummary['archived']) => {
        this.changeMeanwhile();
        if (this.stored?.version !== version) return false;
        this.stored = { ...this.stored, archived };
        return true;
      },
      label: async ({ version, archived }: CampaignSummary, labels: readonly string[]) => {
        this.changeMeanwhile();
        if (this.stored?.version !== version || this.stored.archived !== archived) return false;
        this.stored = { ...this.stored, labels: [...labels] };
        return true;
      },
      remove: async (_id: string, version: number) => {
        this.changeMeanwhile();
        if (this.stored?.version !== version || this.runs.length > 0 || this.life?.state === 'armed') return false;
        this.stored = undefined;
        return true;
      },
    },
    lives: { get: async () => this.life },
    runs: {
      ofCampaign: async () => this.runs,
      openOfCampaign: async () => this.runs.filter((run) => !hasEnded(run)),
      listOfCampaign: async () => ({ items: this.runs, unreadable: [] }),
    },
    timers: { cancel: async (name: string) => void this.cancelled.push(name) },
    audit: { append: async ({ what }: { what: string }) => void this.said.push(what) },
    clock: () => Date.parse(now),
  };

  private changeMeanwhile(): void {
    const act = this.meanwhile;
    this.meanwhile = () => undefined;
    act();
  }
}

const asked = {
  params: { id: 'c' },
  query: {},
  body: {},
  actor: { ...person, groups: ['prepare-deliveries'] },
  origin: { ip: '192.0.2.1', userAgent: 'test' },
};
const archive = async (world: World) => archiveCampaign(world.ports)(asked);
const unarchive = async (world: World) => unarchiveCampaign(world.ports)(asked);
const remove = async (world: World) => deleteCampaign(world.ports)({ ...asked, body: undefined });

describe('a campaign is archived', () => {
  test.each<[string, World]>([
    ['as a draft', new World(campaign)],
    ['after its runs have ended', new World(campaign, [failed])],
    ['as a series that nobody armed', new World(series)],
    ['as a series that was ended', new World(series, [failed], lifeIn('ended'))],
  ])('%s, once, and is taken back', async (_when, world) => {
    expect(await archive(world)).toMatchObject({ archived: { at: now, by: { sub: person.sub } } });
    expect(await archive(world)).toMatchObject({ archived: { at: now } });
    expect(await unarchive(world)).toEqual({ id: 'c', archived: null });
    expect(world.stored?.archived).toBeUndefined();
    expect(world.said).toEqual(['archived', 'unarchived']);
  });

  test.each<[string, World, string]>([
    ['while a run waits', new World(campaign, [awaiting]), 'runUnderway'],
    ['while its series is armed', new World(series, [], lifeIn('armed')), 'seriesNotEnded'],
    ['while its series is paused', new World(series, [], lifeIn('paused')), 'seriesNotEnded'],
  ])('not %s', async (_when, world, cause) => {
    await expect(archive(world)).rejects.toMatchObject({ cause });
    expect(world.stored?.archived).toBeUndefined();
    expect(world.said).toEqual([]);
  });

  test('as it was looked at: an edit or a run between the look and the write is looked at too', async () => {
    const world = new World(campaign);
    world.meanwhile = () => {
      world.stored = { ...campaign, version: 4 };
      world.runs = [preparing];
    };
    await expect(archive(world)).rejects.toMatchObject({ cause: 'runUnderway' });
  });
});

test('what is archived is neither prepared nor armed, and a series that was armed at that moment has ended', async () => {
  const archived = { ...series, archived: { at: now, by: person } };
  const life = lifeIn('ended');
  const who = { by: person, at: now, mayStart: true };
  expect(() => changedLife({ campaign: archived, life }, { act: 'arm' }, who)).toThrow('is archived');
  const world = new World(archived, [], lifeIn('armed'));
  expect((await lifeOf(world.ports, archived)).state).toBe('ended');
  const ports = {
    ...world.ports,
    campaigns: { get: async () => archived },
    begun: { last: async () => ({}), begin: async () => true },
    machine: { start: async () => undefined },
    runs: { ...world.ports.runs, get: async () => undefined, create: async () => true },
  };
  await expect(startRun(ports)({ ...asked, body: undefined, making: makingOf('r') })).rejects.toMatchObject({
    cause: 'campaignArchived',
  });
});

describe('a campaign is deleted', () => {
  test.each<[string, World]>([
    ['as a draft', new World(campaign)],
    ['as a series that was armed and ended before its first start', new World(series, [], lifeIn('ended'))],
  ])('%s, and its history says so', async (_when, world) => {
    expect(await remove(world)).toEqual({ id: 'c', deletedAt: now });
    expect(world.stored).toBeUndefined();
    expect(world.said).toEqual(['deleted']);
    await expect(remove(world)).rejects.toMatchObject({ code: 'not-found' });
  });

  test.each<[string, World, string]>([
    ['was ever prepared', new World(campaign, [failed]), 'campaignHasRuns'],
    ['has a run', new World(campaign, [awaiting]), 'runUnderway'],
    ['has a series that is armed', new World(series, [], lifeIn('armed')), 'seriesNotEnded'],
  ])('not when it %s', async (_when, world, cause) => {
    await expect(remove(world)).rejects.toMatchObject({ cause });
    expect(world.stored).toBeDefined();
  });

  test('not when somebody prepares it at that moment', async () => {
    const world = new World(campaign);
    world.meanwhile = () => void world.runs.push(preparing);
    await expect(remove(world)).rejects.toMatchObject({ cause: 'campaignChanged' });
    expect(world.said).toEqual([]);
  });
});

test('the history of a campaign that was deleted is still there, and there is none of what never was', async () => {
  const record = { at: now, runId: 'c', what: 'deleted', by: person, facts: {}, seq: 1, prev: '', hash: '' };
  const read = async (records: (typeof record)[]) =>
    getSeriesAudit({
      campaigns: { get: async () => undefined },
      audit: { ofRun: async () => records },
    })({ ...asked, body: undefined });
  expect(await read([record])).toEqual([record]);
  await expect(read([])).rejects.toMatchObject({ code: 'not-found' });
  await expect(read([{ ...record, what: 'decided' }])).rejects.toMatchObject({ code: 'not-found' });
});

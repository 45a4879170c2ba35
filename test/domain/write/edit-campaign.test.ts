import { expect, test } from '@jest/globals';
import type { Campaign } from '../../../domain/model/campaign.ts';
import type { RunEvent } from '../../../domain/model/run-event.ts';
import { showRun } from '../../../domain/model/show-run.ts';
import { transition } from '../../../domain/model/transition.ts';
import { editCampaign } from '../../../lambdas/write/campaigns.ts';
import { GateWorld } from '../confirm/fakes.ts';
import { author, awaiting, now, person, preparing } from '../samples.ts';
import { noLives } from '../schedule/series-timers.ts';

const campaign: Campaign = {
  id: 'c',
  version: 1,
  createdAt: now,
  createdBy: author,
  updatedAt: now,
  updatedBy: author,
  copiedFrom: { id: 'b', name: 'Letter of May', mode: 'onDate' },
  name: 'Letter',
  list: 'friends',
  sender: { name: 'Shop', address: 'news@shop.example' },
  content: { subject: 'Hi', preheader: '', html: '<p>Hi</p>', text: 'Hi' },
  schedule: { mode: 'onceConfirmed' },
  requestConfirmation: true,
};

const actor = { ...person, groups: ['prepare-deliveries'] };
const confirmed: RunEvent = {
  type: 'decided',
  decision: {
    decision: 'confirm',
    manifestHash: awaiting.preparation.manifestHash,
    acknowledged: [],
    by: person,
    at: now,
    via: 'console',
  },
};

/** Edits the campaign while its run is where it is. */
const edit = async (
  run: GateWorld['run'],
  change: Partial<Campaign>,
  before = campaign,
  beforeWrite = async (_world: GateWorld): Promise<void> => {},
) => {
  const world = new GateWorld(run, []);
  world.beforeWrite = async () => beforeWrite(world);
  let stored = before;
  const campaigns = {
    get: async () => stored,
    withContent: async () => stored,
    create: async () => undefined,
    replace: async (next: Campaign) => {
      stored = next;
    },
  };
  const {
    id: _id,
    createdAt: _at,
    createdBy: _by,
    updatedAt: _on,
    updatedBy: _who,
    copiedFrom: _from,
    ...input
  } = before;
  await editCampaign({
    ...world.ports,
    campaigns,
    lives: noLives,
    policy: { unaskedSeries: 'allowed' as const },
    templateEditors: { of: async () => [] },
    brandEditors: { of: async () => [] },
  })({
    params: { id: 'c' },
    query: {},
    body: { ...input, ...change },
    actor,
    origin: { ip: '192.0.2.1', userAgent: 'test' },
  });
  return { world, stored };
};

test.each([
  ['being prepared', preparing],
  ['waiting for its confirmation', awaiting],
  ['confirmed', transition(awaiting, confirmed)],
])(
  'an edit voids a run that is %s: the run, its history and its machine know who changed what',
  async (_state, run) => {
    const { world, stored } = await edit(run, {
      list: 'everybody',
      sender: { name: 'Shop', address: 'shop@shop.example' },
    });
    expect(showRun(world.run, actor)).toMatchObject({
      state: 'Stopped',
      endCause: 'edited',
      endedBy: { sub: person.sub },
      changed: ['audience', 'sender'],
    });
    expect(world.audit).toMatchObject([
      { what: 'voided', by: { sub: person.sub }, facts: { changed: 'audience sender' } },
    ]);
    expect(world.continued).toBe(1);
    expect(stored).toMatchObject({ version: 2, updatedBy: { sub: person.sub }, copiedFrom: campaign.copiedFrom });
  },
);

test('an edit voids a run that is confirmed between its read and its write', async () => {
  const { world, stored } = await edit(awaiting, { list: 'everybody' }, campaign, async (there) => {
    there.run = transition(there.run, confirmed);
  });
  expect(showRun(world.run, actor)).toMatchObject({ state: 'Stopped', endCause: 'edited', changed: ['audience'] });
  expect(world.audit).toMatchObject([{ what: 'voided', facts: { changed: 'audience' } }]);
  expect(world.continued).toBe(1);
  expect(stored.version).toBe(2);
});

test('an edit leaves alone a run that ends between its read and its write', async () => {
  const { world, stored } = await edit(awaiting, { list: 'everybody' }, campaign, async (there) => {
    there.run = transition(there.run, { type: 'expired', at: now });
  });
  expect(world.run.state).toBe('Expired');
  expect(world.audit).toEqual([]);
  expect(stored.version).toBe(2);
});

test.each([
  ['being prepared', preparing],
  ['waiting for its confirmation', awaiting],
  ['confirmed', transition(awaiting, confirmed)],
])('saved without a change, the campaign and its run that is %s stay as they were', async (_state, run) => {
  const { world, stored } = await edit(run, {});
  expect(world.run).toEqual(run);
  expect(world.audit).toEqual([]);
  expect(world.continued).toBe(0);
  expect(stored).toBe(campaign);
});

test('an edit that broke off before it voided is made whole by the next save, even one without a change', async () => {
  const { world, stored } = await edit(awaiting, {}, { ...campaign, version: awaiting.campaignVersion + 1 });
  expect(showRun(world.run, actor)).toMatchObject({ state: 'Stopped', endCause: 'edited' });
  expect(world.audit).toMatchObject([{ what: 'voided' }]);
  expect(stored.version).toBe(awaiting.campaignVersion + 1);
});

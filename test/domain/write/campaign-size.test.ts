import { expect, test } from '@jest/globals';
import type { Campaign } from '../../../domain/model/campaign.ts';
import { CAMPAIGN_BYTES } from '../../../domain/write/campaign-size.ts';
import { itemBytes } from '../../../domain/write/item-size.ts';
import { Check } from '../../../domain/model/preparation.ts';
import { withinBounds } from '../../../domain/prepare/check-bounds.ts';
import { copyCampaign, createCampaign, editCampaign } from '../../../lambdas/write/campaigns.ts';
import { problemAnswer } from '../../../lambdas/entry/http-answer.ts';
import { GateWorld } from '../confirm/fakes.ts';
import { author, awaiting, now, person } from '../samples.ts';

const input = {
  name: 'Letter',
  list: 'friends',
  sender: { name: 'Shop', address: 'news@shop.example' },
  content: { subject: 'Hi', preheader: '', html: '<p>Hi</p>', text: 'Hi' },
  schedule: { mode: 'onceConfirmed' as const },
  requestConfirmation: true,
};
const campaign: Campaign = {
  ...input,
  id: 'c',
  version: 1,
  createdAt: now,
  createdBy: author,
  updatedAt: now,
  updatedBy: author,
};
const large = { ...input.content, html: '한'.repeat(140_000) };
/** One letter less than what is too large, so that a copy, which names its original besides, is too large. */
const brim = { ...input.content, html: '' };

const asked = {
  query: {},
  actor: { ...person, groups: ['prepare-deliveries'] },
  origin: { ip: '192.0.2.1', userAgent: 'test' },
};

/** The handlers over a store that holds one campaign and must not be written to. */
const withStored = (stored: Campaign) => {
  const world = new GateWorld(awaiting, []);
  const refused = async () => {
    throw new Error('it was written');
  };
  const campaigns = {
    get: async () => stored,
    list: async () => ({ items: [stored], unreadable: [], cursor: null }),
    create: refused,
    replace: refused,
  };
  const ports = { ...world.ports, campaigns, newId: () => 'n' };
  return { create: createCampaign(ports), edit: editCampaign(ports), copy: copyCampaign(ports), world };
};

const answerOf = async (call: Promise<unknown>) => {
  try {
    await call;
  } catch (error) {
    const { statusCode, body } = problemAnswer(error);
    return { statusCode, ...(JSON.parse(body ?? '') as object) };
  }
  throw new Error('it was not refused');
};

const refusal = { statusCode: 413, code: 'too-large', cause: 'campaignTooLarge', limit: CAMPAIGN_BYTES };

test('a campaign that does not fit is refused with its size, created as well as changed or copied', async () => {
  const { create, edit, copy, world } = withStored(campaign);
  expect(await answerOf(create({ ...asked, params: {}, body: { ...input, content: large } }))).toMatchObject({
    ...refusal,
    bytes: expect.any(Number),
  });
  const body = { ...input, content: large, version: 1 };
  expect(await answerOf(edit({ ...asked, params: { id: 'c' }, body }))).toMatchObject(refusal);
  expect(world.run).toEqual(awaiting);
  const room = CAMPAIGN_BYTES - itemBytes({ ...campaign, content: brim });
  const full = withStored({ ...campaign, content: { ...brim, html: 'x'.repeat(room) } });
  expect(await answerOf(full.copy({ ...asked, params: { id: 'c' }, body: { name: 'Copy' } }))).toMatchObject(refusal);
  await expect(copy({ ...asked, params: { id: 'c' }, body: { name: 'Copy' } })).rejects.toThrow('it was written');
});

test('what a check names fits into its run, however much a template names', () => {
  const unknown = Array.from({ length: 60_000 }, (_, index) => `a${index}`);
  const check = Check.parse({
    code: 'variablesKnown',
    verdict: 'blocking',
    facts: { unknown, cause: '\u{1F600}'.repeat(9999) },
  });
  const kept = withinBounds(check);
  expect(kept.facts['unknown']).toEqual(unknown.slice(0, 50));
  expect(itemBytes(kept)).toBeLessThan(4000);
  expect(JSON.stringify(kept).isWellFormed()).toBe(true);
});

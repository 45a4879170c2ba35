import { describe, expect, test } from '@jest/globals';
import type { AudienceFilter, Condition } from '../../../domain/model/audience-filter.ts';
import { Campaign } from '../../../domain/model/campaign.ts';
import { audienceWith } from '../../../domain/write/audience-with.ts';
import { copyCampaign } from '../../../lambdas/write/campaigns.ts';
import { ofKnownAudience } from '../../../lambdas/write/known-audience.ts';
import { author, makingOf, now, person, preparing } from '../samples.ts';

const unopened = { is: 'notOpened', of: { run: 'r' } } as const satisfies Condition;
const city = { is: 'equals', attribute: 'city', value: 'Ulm' } as const satisfies Condition;

const campaignOf = (filter?: AudienceFilter): Campaign =>
  Campaign.parse({
    id: 'c',
    version: 4,
    name: 'Letter',
    list: 'friends',
    ...(filter && { filter }),
    createdAt: now,
    createdBy: author,
    updatedAt: now,
    updatedBy: author,
    sender: { name: 'Shop', address: 'news@freigabe.example' },
    content: { subject: 'Hi', html: '<p>Hi</p>' },
    schedule: { mode: 'onDate', startSendingFrom: '2026-12-01T09:00', zone: 'UTC' },
    requestConfirmation: true,
  });

/** The copy of such a campaign, with a further condition for its audience. */
const copied = async (filter: AudienceFilter | undefined, also?: Condition): Promise<Campaign> => {
  const created: Campaign[] = [];
  const original = campaignOf(filter);
  const ports = {
    campaigns: {
      get: async () => original,
      withContent: async () => original,
      create: async (campaign: Campaign) => void created.push(campaign),
      replace: async () => {},
    },
    clock: () => Date.parse(now),
    runs: { get: async (id: string) => (id === 'r' ? preparing : undefined) },
    segments: { getMany: async () => [] },
  };
  const body = { name: 'Again', ...(also && { also }) };
  const actor = { ...person, groups: ['prepare-deliveries'] };
  await ofKnownAudience(
    ports,
    copyCampaign(ports),
  )({
    params: { id: 'c' },
    query: {},
    body,
    actor,
    origin: { ip: '', userAgent: '' },
    making: makingOf('copy'),
  });
  const [copy] = created;
  if (!copy) throw new Error('nothing was created');
  return copy;
};

describe('a copy for some of an audience', () => {
  test.each([
    [undefined, { join: 'all', conditions: [unopened] }],
    [
      { join: 'all', conditions: [city] },
      { join: 'all', conditions: [city, unopened] },
    ],
    [
      { join: 'any', conditions: [city, { is: 'inList', list: 'press' }] },
      {
        join: 'all',
        conditions: [{ is: 'anyOf', conditions: [city, { is: 'inList', list: 'press' }] }, unopened],
      },
    ],
  ] satisfies [AudienceFilter | undefined, AudienceFilter][])('of %j', async (filter, expected) => {
    const copy = await copied(filter, unopened);
    expect(copy).toMatchObject({
      name: 'Again',
      list: 'friends',
      filter: expected,
      schedule: { mode: 'onceConfirmed' },
    });
    expect(copy.copiedFrom?.id).toBe('c');
    expect(Campaign.parse(copy)).toEqual(copy);
  });

  test('without a condition it is the same as before', async () => {
    expect((await copied({ join: 'any', conditions: [city] })).filter).toEqual({ join: 'any', conditions: [city] });
  });

  test('of a run that nobody knows there is none', async () => {
    await expect(copied(undefined, { is: 'notOpened', of: { run: 'gone' } })).rejects.toMatchObject({
      cause: 'runUnknown',
      facts: { names: ['gone'] },
    });
    await expect(copied(undefined, { is: 'inSegment', segment: 'gone' })).rejects.toMatchObject({
      cause: 'segmentUnknown',
    });
  });
});

test.each([
  { join: 'all', conditions: Array.from({ length: 20 }, () => city) },
  { join: 'any', conditions: [{ is: 'allOf', conditions: [city] }] },
  { join: 'all', conditions: [1, 2, 3].map((days) => ({ is: 'got' as const, of: { days } })) },
] satisfies AudienceFilter[])('what a filter cannot say is refused, and nobody gets more or fewer: %j', (filter) => {
  expect(() => audienceWith(filter, unopened)).toThrow(expect.objectContaining({ cause: 'audienceFull' }));
});

import { expect, test } from '@jest/globals';
import { CampaignInput } from '../../../domain/model/campaign.ts';
import { campaignBlocks } from '../../../domain/model/campaign-blocks.ts';
import { changedBlocks } from '../../../domain/write/changed-blocks.ts';

const before = CampaignInput.parse({
  name: 'Letter',
  list: 'friends',
  sender: { name: 'Shop', address: 'us@shop.example' },
  content: { subject: 'Hi', html: '<p>Hi</p>', text: 'Hi' },
  schedule: { mode: 'onceConfirmed' },
});

test('an edit names the blocks that differ, and a campaign that is saved as it was names none', () => {
  expect(changedBlocks(before, CampaignInput.parse({ ...before, rules: {}, links: {} }))).toEqual([]);
  expect(changedBlocks(before, CampaignInput.parse({ ...before, links: { isTracked: false } }))).toEqual(['content']);
  expect(changedBlocks(before, { ...before, replyTo: 'you@shop.example', list: 'foes' })).toEqual([
    'audience',
    'sender',
  ]);
  const other = CampaignInput.parse({
    name: 'Other',
    list: 'foes',
    sender: { name: 'Shop', address: 'you@shop.example' },
    content: { subject: 'Ho', html: '<p>Hi</p>', text: 'Hi' },
    schedule: { mode: 'onDate', startSendingFrom: '2026-12-01T09:00', zone: 'Europe/Berlin' },
    rules: { sizeLimit: 3 },
    policy: { approvals: 2 },
  });
  expect(changedBlocks(before, other)).toEqual([...campaignBlocks]);
});

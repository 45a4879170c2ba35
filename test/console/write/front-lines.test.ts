import { describe, expect, test } from '@jest/globals';
import { CampaignSummary } from '../../../domain/model/campaign.ts';
import { CurrentRun } from '../../../domain/prepare/api.ts';
import { type CampaignListItem } from '../../../domain/write/api.ts';
import type { Run } from '../../../domain/model/run.ts';
import { showRun } from '../../../domain/model/show-run.ts';
import { linesOf, needOf, type Need } from '../../../console/src/write/front-lines.ts';
import { author, awaiting, now, person, preparing } from '../../domain/samples.ts';

const approver = { ...person, groups: ['start-deliveries'] };
const preparer = { ...author, groups: ['prepare-deliveries'] };
const at = Date.parse(now);
const later = new Date(at + 60_000).toISOString();
const earlier = new Date(at - 60_000).toISOString();
const started = { startAt: now, sendingStartedAt: now };

const seenBy = (run: Run, actor: typeof approver) => showRun(run, actor);

const cases: [Need, Run, typeof approver][] = [
  ['yours', awaiting, approver],
  ['awaiting', awaiting, preparer],
  ['paused', { ...awaiting, ...started, state: 'Paused', pausedAt: now, pausedBy: null }, approver],
  ['held', { ...awaiting, ...started, state: 'Sending', hold: { cause: 'quota', until: later } }, approver],
  ['failed', { ...preparing, state: 'PreparationFailed', failedAt: now, checks: [] }, approver],
  ['failed', { ...awaiting, state: 'Expired', expiredAt: now }, approver],
  ['sending', { ...awaiting, ...started, state: 'Sending', hold: { cause: 'quota', until: earlier } }, approver],
  ['preparing', preparing, approver],
  ['scheduled', { ...awaiting, state: 'Scheduled', startAt: later }, approver],
];

test.each(cases)('a run is %s', (need, run, actor) => {
  expect(needOf(seenBy(run, actor), at)).toBe(need);
});

const campaign = (id: string): CampaignSummary =>
  CampaignSummary.parse({
    id,
    version: 1,
    createdAt: now,
    createdBy: author,
    updatedAt: now,
    updatedBy: author,
    name: `Campaign ${id}`,
    list: 'friends',
    sender: { name: 'Shop', address: 'news@shop.example' },
    content: { subject: 'Hi', preheader: '', bytes: 4, sha256: 'a'.repeat(64) },
    schedule: { mode: 'onceConfirmed' },
  });

const item = (id: string, run: Run | null, unreadableRun: string | null = null): CampaignListItem => ({
  campaign: campaign(id),
  latestRun: run && showRun({ ...run, campaignId: id }, approver),
  unreadableRun,
});

describe('the lines of the front page', () => {
  test('begin with what needs somebody, whatever campaign it belongs to', () => {
    const current = cases
      .toReversed()
      .map(([, run, actor], index) =>
        CurrentRun.parse({ ...seenBy(run, actor), id: `r${index}`, campaignId: `c${index}` }),
      );
    const lines = linesOf([item('new', null)], current, at);
    expect(lines.map(({ run }) => run && needOf(run, at))).toEqual([...cases.map(([need]) => need), null]);
    expect(lines.at(-1)).toMatchObject({ group: 'draft', name: 'Campaign new' });
    expect(lines.filter(({ group }) => group === 'failed')).toHaveLength(2);
  });

  test('show a campaign once, a run that began since, and an ended one where it belongs', () => {
    const ended: Run = { ...awaiting, ...started, id: 'r9', state: 'Finished', finishedAt: now };
    const young: Run = { ...preparing, id: 'r8' };
    const current = [showRun({ ...awaiting, id: 'r1', campaignId: 'a' }, approver)];
    const items = [item('a', { ...awaiting, id: 'r1' }), item('b', young), item('c', ended), item('d', null, 'r7')];
    expect(linesOf(items, current, at).map(({ key, group, campaignId }) => [key, group, campaignId])).toEqual([
      ['r1', 'underWay', 'a'],
      ['r8', 'underWay', 'b'],
      ['c', 'ended', 'c'],
      ['d', 'failed', 'd'],
    ]);
  });

  test('take the word of whoever saw a run end', () => {
    const open = showRun({ ...preparing, id: 'r1', campaignId: 'a' }, approver);
    const over = showRun(
      { ...preparing, id: 'r1', campaignId: 'a', state: 'PreparationFailed', failedAt: now, checks: [] },
      approver,
    );
    for (const current of [
      [open, over],
      [over, open],
    ])
      expect(linesOf([], current, at).map(({ group }) => group)).toEqual(['failed']);
  });
});

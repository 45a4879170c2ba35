import { describe, expect, test } from '@jest/globals';
import { CampaignInput } from '../../../domain/model/campaign.ts';
import { dueReminder } from '../../../domain/confirm/reminders.ts';
import { Policy, policyOf, PolicyOverride, StagePolicy } from '../../../domain/model/policy.ts';
import { reminderChecks } from '../../../domain/prepare/approver-check.ts';
import type { Gate } from '../../../domain/model/run.ts';
import { awaiting, now, person } from '../samples.ts';

const stage = Policy.parse({});
describe('the reminders of a campaign', () => {
  test.each([[[]], [[1]], [[99]], [[25, 75]], [[10, 20, 30, 40, 50]]])(
    '%j are what its runs are frozen with',
    (remindAt) => {
      expect(PolicyOverride.parse({ remindAt })).toEqual({ remindAt });
      expect(policyOf(stage, { remindAt }).remindAt).toEqual(remindAt);
    },
  );

  test('are those of its stage when it names none', () => {
    expect(policyOf(stage, { approvals: 2 }).remindAt).toEqual([50, 90]);
  });

  test.each([[[0]], [[100]], [[12.5]], [[90, 50]], [[50, 50]], [[1, 2, 3, 4, 5, 6]]])('%j are refused', (remindAt) => {
    expect(PolicyOverride.safeParse({ remindAt }).error?.issues[0]?.path[0]).toBe('remindAt');
    expect(Policy.safeParse({ remindAt }).success).toBe(false);
  });

  test('come when the campaign says, and the last one asks the further group', () => {
    const gate: Gate = {
      requestedAt: now,
      deadline: awaiting.deadline,
      approvers: [person],
      notMailed: 0,
      reminded: [],
      escalated: false,
      relieved: [],
    };
    const policy = policyOf(stage, { remindAt: [10, 20], escalateTo: 'board' });
    const run = { ...awaiting, gate, preparation: { ...awaiting.preparation, policy } };
    const after = (percent: number): string =>
      new Date(Date.parse(now) + (percent / 100) * (Date.parse(awaiting.deadline) - Date.parse(now))).toISOString();
    expect(dueReminder(run, after(9))).toBeUndefined();
    expect(dueReminder(run, after(10))).toMatchObject({ gate: { reminded: [10] }, escalates: false });
    expect(dueReminder(run, after(20))).toMatchObject({ gate: { reminded: [10, 20] }, escalates: true });
  });
});

describe('a policy that asks a further group with the last reminder, and has none,', () => {
  const inVain = { remindAt: [], escalateTo: 'board' };

  test('is refused of a campaign and of a stage, with how to mend it', () => {
    const refused = { path: ['remindAt'], message: expect.stringMatching(/at least one percent, such as \[90\]/) };
    expect(PolicyOverride.safeParse(inVain).error?.issues).toMatchObject([refused]);
    expect(Policy.safeParse(inVain).error?.issues).toMatchObject([refused]);
    expect(StagePolicy.safeParse(inVain).error?.issues).toMatchObject([refused]);
  });

  test('is named by its field in a campaign', () => {
    const { error } = CampaignInput.safeParse({ policy: inVain });
    expect(error?.issues.map(({ path }) => path.join('.'))).toContain('policy.remindAt');
  });

  test('blocks the preparation when stage and campaign say one half each', () => {
    const both = policyOf(Policy.parse({ escalateTo: 'board' }), { remindAt: [] });
    expect(reminderChecks(both)).toEqual([{ code: 'reminders', verdict: 'blocking', facts: { group: 'board' } }]);
    expect(reminderChecks(policyOf(Policy.parse({ remindAt: [] }), { escalateTo: 'board' }))).toHaveLength(1);
    expect(reminderChecks(policyOf(stage, { escalateTo: 'board' }))).toEqual([]);
    expect(reminderChecks(policyOf(stage, { remindAt: [] }))).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ConfirmationLink } from '../../../domain/confirm/confirmation-link.ts';
import { decide } from '../../../domain/confirm/decide.ts';
import { linkFate } from '../../../domain/confirm/link-fate.ts';
import { reassign } from '../../../domain/confirm/reassign.ts';
import { dueReminder } from '../../../domain/confirm/reminders.ts';
import { withdraw } from '../../../domain/confirm/withdraw.ts';
import { personOf, type Actor } from '../../../domain/people/people.ts';
import { deadlineFrom, Policy, policyOf } from '../../../domain/model/policy.ts';
import type { Check } from '../../../domain/model/preparation.ts';
import { approverCheck } from '../../../domain/prepare/approver-check.ts';
import type { Acknowledgement, Gate, Run } from '../../../domain/model/run.ts';
import { transition } from '../../../domain/model/transition.ts';
import { author, awaiting, now, person, preparation } from '../samples.ts';

const approver: Actor = { ...person, groups: ['start-deliveries'] };
const request = { decision: 'confirm' as const, manifestHash: awaiting.preparation.manifestHash, acknowledged: [] };
const link: ConfirmationLink = {
  runId: 'r',
  manifestHash: request.manifestHash,
  round: 1,
  approverSub: person.sub,
  approverEmail: person.email,
  createdAt: now,
  expiresAt: awaiting.deadline,
};

describe('a decision', () => {
  test('of the right person on what they saw is recorded with who, when and how', () => {
    expect(decide({ run: awaiting, actor: approver, request, link, now })).toMatchObject({
      type: 'decided',
      decision: { decision: 'confirm', by: person, at: now, via: 'link' },
    });
  });

  test.each([
    ['somebody who only prepares', { actor: { ...approver, groups: ['prepare-deliveries'] } }, 'not-permitted'],
    ['an administrator without the role', { actor: { ...approver, groups: ['administration'] } }, 'not-permitted'],
    ["somebody with another's link", { link: { ...link, approverSub: 'sub-2' } }, 'not-permitted'],
    ['another fingerprint', { request: { ...request, manifestHash: 'b'.repeat(64) } }, 'stale-manifest'],
    ['a link to an older fingerprint', { link: { ...link, manifestHash: 'b'.repeat(64) } }, 'stale-manifest'],
    ['the very instant of the deadline', { now: awaiting.deadline }, 'expired'],
    ['a run that is still prepared', { run: { ...awaiting, state: 'Preparing' as const } }, 'wrong-state'],
  ])('is refused to %s', (_who, different, code) => {
    expect(() => decide({ run: awaiting, actor: approver, request, now, ...different })).toThrow(
      expect.objectContaining({ code }),
    );
  });

  test('is final: a second one is told who decided', () => {
    const decided = transition(awaiting, decide({ run: awaiting, actor: approver, request, now }));
    expect(() => decide({ run: decided, actor: approver, request, now })).toThrow(
      expect.objectContaining({ code: 'already-decided', message: expect.stringContaining('Anton confirmed') }),
    );
  });
});

describe('a link', () => {
  const confirmed = transition(awaiting, decide({ run: awaiting, actor: approver, request, now }));
  const gate: Gate = {
    requestedAt: now,
    deadline: awaiting.deadline,
    approvers: [person],
    notMailed: 0,
    reminded: [],
    escalated: false,
    relieved: [],
  };
  const relieved: Run = { ...awaiting, gate: { ...gate, approvers: [], relieved: [person.sub] } };
  const ofTwo = { ...awaiting, preparation: { ...preparation, policy: { ...preparation.policy, approvals: 2 } } };
  test.each([
    ['open', link, awaiting, now],
    ['notYours', { ...link, approverSub: 'sub-2' }, awaiting, now],
    ['voided', { ...link, manifestHash: 'b'.repeat(64) }, awaiting, now],
    ['expired', link, awaiting, awaiting.deadline],
    ['expired', link, transition(awaiting, { type: 'expired', at: awaiting.deadline }), awaiting.deadline],
    ['decided', link, confirmed, now],
    ['waiting', link, transition(ofTwo, decide({ run: ofTwo, actor: approver, request, now })), now],
    ['withdrawn', link, transition(confirmed, withdraw({ run: confirmed, actor: approver, now, claimed: 0 })), now],
    ['reassigned', link, relieved, now],
    [
      'voided',
      link,
      transition(awaiting, { type: 'stopped', at: now, by: person, cause: 'edited', changed: ['content'] }),
      now,
    ],
    ['stopped', link, transition(awaiting, { type: 'stopped', at: now, by: person, cause: 'stopped' }), now],
  ] as const)('is %s', (fate, which, run, at) => {
    expect(linkFate(which, run, approver, at)).toBe(fate);
  });
});

describe('the policy', () => {
  const under = (policy: Partial<Policy>, checks: Check[] = []): typeof awaiting => ({
    ...awaiting,
    preparation: { ...preparation, checks, policy: { ...preparation.policy, ...policy } },
  });
  const somebody = (sub: string, groups = ['start-deliveries']): Actor => ({
    ...person,
    sub,
    email: `${sub}@freigabe.example`,
    groups,
  });
  const by = (run: Run, actor: Actor, acknowledged: Acknowledgement[] = []): Run =>
    transition(run, decide({ run, actor, request: { ...request, acknowledged }, now }));

  test('of two asks two different people', () => {
    const once = by(under({ approvals: 2 }), somebody('a'));
    expect(once.state).toBe('AwaitingConfirmation');
    expect(() => by(once, somebody('a'))).toThrow(expect.objectContaining({ code: 'already-decided' }));
    expect(by(once, somebody('b'))).toMatchObject({ state: 'Scheduled', approvals: [{}, {}] });
  });

  test('asks for one more above its size, and not at it', () => {
    expect(by(under({ extraAbove: 8 }), somebody('a')).state).toBe('Scheduled');
    expect(by(under({ extraAbove: 7 }), somebody('a')).state).toBe('AwaitingConfirmation');
  });

  test.each([
    ['who prepared', { ...awaiting, requestedBy: person }],
    ['who edited last', { ...awaiting, editedBy: person }],
  ])('of four eyes refuses %s, but for training, and lets them reject', (_who, run) => {
    expect(() => decide({ run, actor: approver, request, now })).toThrow(
      expect.objectContaining({ code: 'not-permitted', cause: 'fourEyes', facts: { policy: 'fourEyes' } }),
    );
    const training = { ...run, preparation: { ...preparation, policy: { ...preparation.policy, training: true } } };
    expect(by(training, approver).state).toBe('Scheduled');
    const rejection = { ...request, decision: 'reject' as const, reason: 'No.' };
    expect(decide({ run, actor: approver, request: rejection, now }).type).toBe('decided');
  });

  test('refuses who is not asked: by group, by name, or relieved', () => {
    const group = under({ ask: { kind: 'group', group: 'board' } });
    expect(() => by(group, somebody('a'))).toThrow(expect.objectContaining({ code: 'not-permitted' }));
    expect(by(group, somebody('a', ['start-deliveries', 'board'])).state).toBe('Scheduled');
    const named = under({ ask: { kind: 'people', addresses: ['A@freigabe.example'] } });
    expect(() => by(named, somebody('b'))).toThrow(expect.objectContaining({ code: 'not-permitted' }));
    expect(by(named, somebody('a')).state).toBe('Scheduled');
  });

  test('lets a part be handed over: the one is out, the other is in', () => {
    const asked = under({ ask: { kind: 'people', addresses: ['a@freigabe.example'] } });
    const gate = {
      requestedAt: now,
      deadline: asked.deadline,
      notMailed: 0,
      reminded: [],
      escalated: false,
      relieved: [],
    };
    const [from, to] = [personOf(somebody('a')), personOf(somebody('b'))];
    const run = { ...asked, gate: { ...gate, approvers: [from] } };
    const moved = { ...run, gate: reassign(run, { from: 'a', to: to.email }, [from, to]).gate };
    expect(() => by(moved, somebody('a'))).toThrow(expect.objectContaining({ code: 'not-permitted' }));
    expect(by(moved, somebody('b')).state).toBe('Scheduled');
    expect(() => reassign(run, { from: 'a', to: 'nobody@freigabe.example' }, [from, to])).toThrow(/address/);
  });

  test('wants each warning named, and a send time that is past', () => {
    const warned = under({ unanswered: 'hold' }, [{ code: 'size', verdict: 'warning', facts: {} }]);
    const late = { ...warned, sendAt: '2026-11-24T09:00:00.000Z' };
    expect(() => by(late, somebody('a'), ['size'])).toThrow(
      expect.objectContaining({
        code: 'unacknowledged',
        cause: 'warningsUnacknowledged',
        facts: { missing: ['sendTimePassed'] },
      }),
    );
    expect(by(late, somebody('a'), ['size', 'sendTimePassed'])).toMatchObject({ state: 'Scheduled', startAt: now });
  });

  test('of a campaign tightens that of its stage and never loosens it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        fc.option(fc.nat(100)),
        fc.nat(100),
        (n, eyes, above, own) => {
          const stage = Policy.parse({ approvals: n, fourEyes: eyes, extraAbove: above });
          const policy = policyOf(stage, { approvals: 2, fourEyes: false, extraAbove: own, deadlineSeconds: 999_999 });
          expect(policy.approvals).toBeGreaterThanOrEqual(n);
          expect(policy.fourEyes).toBe(eyes);
          expect(policy.extraAbove).toBe(Math.min(own, above ?? own));
          expect(policy.deadlineSeconds).toBe(stage.deadlineSeconds);
          expect(policy.training).toBe(false);
        },
      ),
    );
  });

  test('under `skip` ends the question at the send time, under `hold` it goes on', () => {
    const policy = Policy.parse({ deadlineSeconds: 7200 });
    const [sendAt, end] = ['2026-11-24T11:00:00.000Z', '2026-11-24T12:00:00.000Z'];
    expect(deadlineFrom(policy, now, sendAt)).toBe(sendAt);
    expect(deadlineFrom({ ...policy, unanswered: 'hold' }, now, sendAt)).toBe(end);
    expect(deadlineFrom(policy, now, undefined)).toBe(end);
  });

  test('that nobody can satisfy blocks the preparation', () => {
    const known = { authors: awaiting, toDeliver: 8, asked: [person, author] };
    expect(approverCheck({ ...known, policy: preparation.policy }).verdict).toBe('passed');
    expect(approverCheck({ ...known, policy: Policy.parse({ approvals: 2 }) })).toMatchObject({
      verdict: 'blocking',
      facts: { needed: 2, available: 1, asked: 2 },
    });
    expect(approverCheck({ ...known, policy: Policy.parse({ approvals: 2, training: true }) }).verdict).toBe('passed');
  });

  test('reminds once at each point, several that were missed as one, and escalates with the last', () => {
    const gate = {
      requestedAt: now,
      deadline: awaiting.deadline,
      approvers: [person],
      notMailed: 0,
      reminded: [],
      escalated: false,
      relieved: [],
    };
    const run = { ...under({ escalateTo: 'board' }), gate };
    const at = (percent: number): string =>
      new Date(Date.parse(now) + ((Date.parse(awaiting.deadline) - Date.parse(now)) * percent) / 100).toISOString();
    expect(dueReminder(run, at(49))).toBeUndefined();
    expect(dueReminder(run, at(50))).toMatchObject({ escalates: false, gate: { reminded: [50] } });
    expect(dueReminder({ ...run, gate: { ...gate, reminded: [50] } }, at(89))).toBeUndefined();
    expect(dueReminder(run, at(90))).toMatchObject({ escalates: true, gate: { reminded: [50, 90], escalated: true } });
    expect(dueReminder(run, at(100))).toBeUndefined();
  });
});

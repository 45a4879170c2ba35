import { describe, expect, test } from '@jest/globals';
import type { ConfirmationLink } from '../../../domain/confirmation-link.ts';
import { decide } from '../../../domain/confirm/decide.ts';
import { linkFate } from '../../../domain/confirm/link-fate.ts';
import type { Actor } from '../../../domain/people.ts';
import { transition } from '../../../domain/transition.ts';
import { awaiting, now, person } from '../samples.ts';

const approver: Actor = { ...person, groups: ['start-deliveries'] };
const request = { decision: 'confirm' as const, manifestHash: awaiting.preparation.manifestHash };
const link: ConfirmationLink = {
  runId: 'r',
  manifestHash: request.manifestHash,
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
  test.each([
    ['open', link, awaiting, now],
    ['notYours', { ...link, approverSub: 'sub-2' }, awaiting, now],
    ['voided', { ...link, manifestHash: 'b'.repeat(64) }, awaiting, now],
    ['expired', link, awaiting, awaiting.deadline],
    ['decided', link, transition(awaiting, decide({ run: awaiting, actor: approver, request, now })), now],
    ['voided', link, transition(awaiting, { type: 'stopped', at: now, by: person, cause: 'edited' }), now],
  ] as const)('is %s', (fate, which, run, at) => {
    expect(linkFate(which, run, approver, at)).toBe(fate);
  });
});

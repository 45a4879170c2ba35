import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../../domain/confirm/decide.ts';
import { withdraw } from '../../../domain/confirm/withdraw.ts';
import { personOf, type Actor } from '../../../domain/people/people.ts';
import { isConfirmed, Policy } from '../../../domain/model/policy.ts';
import { Problem } from '../../../domain/http/problem.ts';
import type { Run } from '../../../domain/model/run.ts';
import { hasEnded } from '../../../domain/model/run-end.ts';
import { transition } from '../../../domain/model/transition.ts';
import { now, preparation, preparing } from '../samples.ts';

const names = ['paula', 'anton', 'eleni', 'ada', 'vera'] as const;
type Name = (typeof names)[number];

const groupsOf: Record<Name, string[]> = {
  paula: ['prepare-deliveries', 'start-deliveries'],
  anton: ['start-deliveries'],
  eleni: ['start-deliveries', 'board'],
  ada: ['administration'],
  vera: ['start-deliveries'],
};

const actorOf = (name: Name): Actor => ({
  sub: name,
  email: `${name}@freigabe.example`,
  name,
  language: 'en',
  groups: groupsOf[name],
});

const hashes = ['a', 'b', 'c'].map((digit) => digit.repeat(64));

type Act =
  | { kind: 'prepare' | 'edit'; by: Name; hash: string }
  | { kind: 'confirm' | 'reject' | 'requestChanges'; by: Name; hash: string }
  | { kind: 'withdraw' | 'stop'; by: Name }
  | { kind: 'pass'; minutes: number }
  | { kind: 'send' };

const who = fc.constantFrom(...names);
const hash = fc.oneof({ weight: 4, arbitrary: fc.constant('a'.repeat(64)) }, fc.constantFrom(...hashes));
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('prepare' as const), by: who, hash }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('edit' as const), by: who, hash }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('confirm' as const), by: who, hash }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('reject', 'requestChanges'), by: who, hash }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), by: who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('stop' as const), by: who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pass' as const), minutes: fc.nat(90) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('send' as const) }) },
);

const policies = fc.record({
  approvals: fc.integer({ min: 1, max: 3 }),
  fourEyes: fc.boolean(),
  extraAbove: fc.constantFrom(null, 5, 8),
  ask: fc.constantFrom(
    { kind: 'group' as const, group: 'start-deliveries' },
    { kind: 'group' as const, group: 'board' },
    { kind: 'people' as const, addresses: ['anton@freigabe.example', 'vera@freigabe.example'] },
  ),
  training: fc.boolean(),
  unanswered: fc.constantFrom('skip' as const, 'hold' as const),
});

/** What people did, kept beside the product and judged by the plain words of the policy. */
class Witness {
  given = new Map<Name, string>();
  frozen = '';
  requestedBy: Name = 'paula';
  editedBy: Name = 'paula';
  readonly policy: Policy;

  constructor(policy: Policy) {
    this.policy = policy;
  }

  mayBeSent(): boolean {
    const { approvals, extraAbove, fourEyes, training, ask } = this.policy;
    const needed = approvals + (extraAbove !== null && extraAbove < preparation.counts.toDeliver ? 1 : 0);
    const counting = [...this.given].filter(([name, seen]) => {
      const isAuthor = name === this.requestedBy || name === this.editedBy;
      const isAsked =
        ask.kind === 'group' ? groupsOf[name].includes(ask.group) : ask.addresses.includes(`${name}@freigabe.example`);
      return (
        seen === this.frozen &&
        groupsOf[name].includes('start-deliveries') &&
        isAsked &&
        (!fourEyes || training || !isAuthor)
      );
    });
    return counting.length >= needed;
  }
}

/** The world: one campaign, its present run, a clock. Each act does what the handlers do with it. */
class World {
  run: Run | undefined;
  minutes = 0;
  sent = 0;
  readonly witness: Witness;

  constructor(policy: Policy) {
    this.witness = new Witness(policy);
  }

  get now(): string {
    return new Date(Date.parse(now) + this.minutes * 60_000).toISOString();
  }

  prepare(by: Name, manifestHash: string): void {
    if (this.run && !hasEnded(this.run)) return;
    const { witness } = this;
    Object.assign(witness, { given: new Map(), frozen: manifestHash, requestedBy: by });
    const begun = {
      ...preparing,
      requestedBy: personOf(actorOf(by)),
      editedBy: personOf(actorOf(witness.editedBy)),
    };
    const deadline = new Date(Date.parse(this.now) + 3_600_000).toISOString();
    const frozen = { ...preparation, manifestHash, policy: witness.policy };
    this.run = transition(begun, { type: 'prepared', at: this.now, preparation: frozen, deadline });
  }

  edit(by: Name): void {
    this.witness.editedBy = by;
    if (this.run?.state === 'AwaitingConfirmation' || this.run?.state === 'Scheduled')
      this.run = transition(this.run, {
        type: 'stopped',
        at: this.now,
        by: personOf(actorOf(by)),
        cause: 'edited',
        changed: [],
      });
  }

  decide(by: Name, decision: 'confirm' | 'reject' | 'requestChanges', manifestHash: string): void {
    if (!this.run) return;
    const request = { decision, manifestHash, reason: 'because', acknowledged: [] };
    this.run = transition(this.run, decide({ run: this.run, actor: actorOf(by), request, now: this.now }));
    if (decision === 'confirm') this.witness.given.set(by, manifestHash);
  }

  withdraw(by: Name): void {
    if (!this.run) return;
    this.run = transition(this.run, withdraw({ run: this.run, actor: actorOf(by), now: this.now, claimed: 0 }));
    this.witness.given.delete(by);
  }

  /** As "Verify" does: the last look, then the write before which nothing is claimed. */
  send(): void {
    if (this.run?.state !== 'Scheduled' || !isConfirmed(this.run)) return;
    this.run = transition(this.run, { type: 'sendingStarted', at: this.now });
    expect(this.witness.mayBeSent()).toBe(true);
    this.sent += 1;
  }

  pass(minutes: number): void {
    this.minutes += minutes;
    if (this.run?.state === 'AwaitingConfirmation' && this.now >= this.run.deadline)
      this.run = transition(this.run, { type: 'expired', at: this.now });
  }

  do(what: Act): void {
    switch (what.kind) {
      case 'prepare':
        return this.prepare(what.by, what.hash);
      case 'edit':
        return this.edit(what.by);
      case 'withdraw':
        return this.withdraw(what.by);
      case 'stop':
        if (this.run) this.run = transition(this.run, { type: 'stopped', at: this.now, by: null, cause: 'stopped' });
        return;
      case 'pass':
        return this.pass(what.minutes);
      case 'send':
        return this.send();
      case 'confirm':
      case 'reject':
      case 'requestChanges':
        return this.decide(what.by, what.kind, what.hash);
    }
  }
}

test('whatever people do in whatever order, nothing is sent that was not confirmed under its policy', () => {
  let sent = 0;
  fc.assert(
    fc.property(policies, fc.array(act, { minLength: 5, maxLength: 40, size: 'max' }), (policy, acts) => {
      const world = new World(Policy.parse(policy));
      for (const each of acts) {
        try {
          world.do(each);
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
        }
        // Ready to go means confirmed, at every instant and not only at the last look.
        if (world.run?.state === 'Scheduled') expect(world.witness.mayBeSent()).toBe(true);
      }
      sent += world.sent;
    }),
    { numRuns: 2000 },
  );
  // The model would prove nothing if its acts never reached a send.
  expect(sent).toBeGreaterThan(100);
});

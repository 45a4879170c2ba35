import { describe, expect, test } from '@jest/globals';
import type { AddressStatus, BounceReason } from '../../../domain/model/profile.ts';
import {
  softErrorsAt,
  statusAfterBounce,
  statusAfterComplaint,
  statusAfterDelivery,
  statusAfterRelease,
} from '../../../domain/model/address-status.ts';

const day = (number: number, hour = 0): string => new Date(Date.UTC(2026, 10, number, hour)).toISOString();
const soft = (reason: BounceReason = 'unreachable') => ({ hard: false, reason, status: '4.4.1' });
const hard = { hard: true, reason: 'userUnknown' as const, status: '5.1.1' };
const fresh: AddressStatus = { addressKey: 'a@post.example', softErrors: 0 };

/** The status after soft errors at these instants; what changes nothing leaves it as it was. */
const afterSoft = (instants: readonly string[], reason?: BounceReason, from = fresh): AddressStatus =>
  instants.reduce((status, at) => statusAfterBounce(status, soft(reason), at) ?? status, from);

describe('soft errors', () => {
  test('five, each at least a day after the one before, quarantine an address', () => {
    const four = afterSoft([day(1), day(2), day(3), day(4)]);
    expect(four).toMatchObject({ softErrors: 4 });
    expect(four.quarantine).toBeUndefined();
    expect(afterSoft([day(5)], 'mailboxFull', four)).toMatchObject({
      softErrors: 5,
      quarantine: { since: day(5), reason: 'mailboxFull' },
    });
  });

  test('several within a day count once, and so does the same one again', () => {
    expect(afterSoft([day(1), day(1), day(1, 12), day(1, 23)])).toMatchObject({
      softErrors: 1,
      lastSoftErrorAt: day(1),
    });
    expect(afterSoft([day(1), day(2)])).toMatchObject({ softErrors: 2, lastSoftErrorAt: day(2) });
    expect(statusAfterBounce(afterSoft([day(3)]), soft(), day(1))).toBeUndefined();
  });

  test('one is forgotten after ten days, and the count begins anew', () => {
    const four = afterSoft([day(1), day(2), day(3), day(4)]);
    expect(softErrorsAt(four, day(14))).toBe(4);
    expect(softErrorsAt(four, day(14, 1))).toBe(0);
    expect(afterSoft([day(14)], undefined, four).quarantine).toBeDefined();
    expect(afterSoft([day(14, 1)], undefined, four)).toMatchObject({ softErrors: 1 });
    expect(afterSoft([day(14, 1)], undefined, four).quarantine).toBeUndefined();
  });

  test('a full mailbox is forgotten after thirty days', () => {
    const two = afterSoft([day(1), day(2)], 'mailboxFull');
    expect(softErrorsAt(two, day(13))).toBe(2);
    expect(softErrorsAt(two, day(32))).toBe(2);
    expect(softErrorsAt(two, day(32, 1))).toBe(0);
  });

  test('a delivery after them sets them back to none, one before them does not', () => {
    const three = afterSoft([day(1), day(2), day(3)]);
    expect(statusAfterDelivery(three, day(3))).toBeUndefined();
    expect(statusAfterDelivery(three, day(2, 12))).toBeUndefined();
    const reset = statusAfterDelivery(three, day(3, 1));
    expect(reset).toMatchObject({ softErrors: 0, lastSoftErrorAt: day(3) });
    // What is told a second time of the errors before it does not bring them back.
    expect(afterSoft([day(1), day(2), day(3)], undefined, reset)).toEqual(reset);
    expect(statusAfterDelivery(fresh, day(9))).toBeUndefined();
  });
});

describe('quarantine', () => {
  const quarantined = statusAfterBounce(fresh, hard, day(1)) ?? fresh;

  test('a hard error or a complaint quarantines at once', () => {
    expect(quarantined.quarantine).toEqual({ since: day(1), reason: 'userUnknown' });
    expect(statusAfterComplaint(fresh, day(2))?.quarantine).toEqual({ since: day(2), reason: 'complaint' });
  });

  test('nothing changes it any more, and neither a delivery nor time releases it', () => {
    expect(statusAfterBounce(quarantined, hard, day(2))).toBeUndefined();
    expect(statusAfterBounce(quarantined, soft(), day(2))).toBeUndefined();
    expect(statusAfterComplaint(quarantined, day(2))).toBeUndefined();
    expect(statusAfterDelivery({ ...quarantined, softErrors: 3, lastSoftErrorAt: day(1) }, day(28))).toBeUndefined();
  });

  test('after a release what is told late of before changes nothing, and a new error does', () => {
    const released = { at: day(10), by: 'Ada', reason: 'outage' };
    const free = statusAfterRelease({ ...quarantined, softErrors: 4 }, released);
    expect(free).toMatchObject({ softErrors: 0, released });
    expect(free.quarantine).toBeUndefined();
    expect(statusAfterBounce(free, hard, day(9))).toBeUndefined();
    expect(statusAfterBounce(free, soft(), day(10))).toBeUndefined();
    expect(statusAfterComplaint(free, day(9))).toBeUndefined();
    expect(statusAfterBounce(free, hard, day(11))).toMatchObject({ quarantine: { since: day(11) }, released });
    const again = statusAfterComplaint(free, day(11));
    expect(again).toMatchObject({ quarantine: { reason: 'complaint' } });
    expect(again?.changes).toEqual([
      { at: day(1), kind: 'quarantined', cause: 'userUnknown', by: null },
      { at: day(10), kind: 'released', cause: 'outage', by: 'Ada' },
      { at: day(11), kind: 'quarantined', cause: 'complaint', by: null },
    ]);
  });

  test('only the latest changes are kept', () => {
    let status = fresh;
    for (let turn = 1; turn <= 40; turn += 1) {
      status = statusAfterBounce(status, hard, day(turn, 1)) ?? status;
      status = statusAfterRelease(status, { at: day(turn, 2), by: 'Ada', reason: `outage ${turn}` });
    }
    expect(status.changes).toHaveLength(50);
    expect(status.changes?.at(-1)).toMatchObject({ cause: 'outage 40' });
  });
});

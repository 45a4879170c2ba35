import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { zeroCounters } from '../../../domain/model/figures.ts';
import { brakeCause } from '../../../domain/send/brake.ts';

const limits = { bouncePercent: 10, complaintPercent: 0.5, minimum: 200 };
const heard = (delivered: number, hardBounced: number, complained = 0) =>
  brakeCause({ ...zeroCounters(), delivered, bounced: hardBounced, hardBounced, complained }, limits);

test('the brake is pulled at SES’s own limits, and not by the first one of two', () => {
  expect(heard(1, 1)).toBeUndefined();
  expect(heard(179, 20)).toBeUndefined();
  expect(heard(180, 20)).toBe('bounceRatio');
  expect(heard(1000, 0, 4)).toBeUndefined();
  expect(heard(1000, 0, 5)).toBe('complaintRatio');
  expect(heard(1001, 0, 5)).toBeUndefined();
});

const rejectedOf = (delivered: number, rejected: number, minimum = 500) =>
  brakeCause({ ...zeroCounters(), delivered, rejected }, { ...limits, minimum });

test('what SES took and then did not send pulls it too: a template that it cannot render fails for everybody', () => {
  expect(rejectedOf(39, 10)).toBeUndefined();
  expect(rejectedOf(40, 10)).toBe('refusalRatio');
  // In a run of forty nothing else was heard.
  expect(rejectedOf(0, 19)).toBeUndefined();
  expect(rejectedOf(0, 20)).toBe('refusalRatio');
  expect(rejectedOf(1, 20)).toBeUndefined();
  expect(rejectedOf(0, 10_000)).toBe('refusalRatio');
  expect(rejectedOf(800, 200)).toBe('refusalRatio');
  expect(rejectedOf(801, 199)).toBeUndefined();
  expect(rejectedOf(100_000, 5)).toBeUndefined();
});

test('more bounces never release it, more deliveries never pull it', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(1000), fc.nat(20), fc.nat(100), (delivered, bounced, complained, more) => {
      if (heard(delivered, bounced) === 'bounceRatio') expect(heard(delivered, bounced + more)).toBe('bounceRatio');
      if (delivered >= 200 && heard(delivered, bounced, complained) === undefined)
        expect(heard(delivered + more, bounced, complained)).toBeUndefined();
    }),
  );
});

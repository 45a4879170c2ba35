import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { audienceKeptChecks, deletedBy, VERSION_DAYS } from '../../../domain/model/audience-life.ts';

const DAY_MS = 86_400_000;

/** S3 counts days from the instant and goes on to the next midnight, UTC (S3 user guide, "Lifecycle rules: based on an object's age"). */
const afterDays = (at: number, days: number): number => Math.ceil((at + days * DAY_MS) / DAY_MS) * DAY_MS;

describe('what is frozen of people', () => {
  test('is gone by the day that is told, with the version behind it, whenever it was frozen', () => {
    const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2036-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instant, fc.integer({ min: 60, max: 3650 }), (at, days) => {
        const versionGone = afterDays(afterDays(at.getTime(), days), VERSION_DAYS);
        const deleted = Date.parse(deletedBy(at.toISOString(), days));
        expect(deleted).toBeGreaterThanOrEqual(versionGone);
        expect(deleted - versionGone).toBeLessThanOrEqual(2 * DAY_MS);
      }),
    );
  });

  const now = Date.parse('2026-11-24T10:00:00.000Z');
  const inDays = (days: number): string => new Date(now + days * DAY_MS).toISOString();
  test.each([
    ['at once', null, undefined, undefined],
    ['in 150 days', inDays(150), undefined, undefined],
    ['in 151 days', inDays(151), undefined, 181],
    ['with a rule that looks back 90 days', null, { messages: 4, days: 90 }, undefined],
  ])('a run that goes out %s', (_when, sendAt, fatigue, needed) => {
    const checks = audienceKeptChecks({ sendAt, now, fatigue, audienceDays: 180 });
    const blocked = { code: 'audienceKept', verdict: 'blocking', facts: { needed, limit: 180 } };
    expect(checks).toEqual(needed === undefined ? [] : [blocked]);
  });

  test('a rule that would count deleted people is told of when the stage keeps them for less', () => {
    const checks = audienceKeptChecks({ sendAt: null, now, fatigue: { messages: 4, days: 30 }, audienceDays: 90 });
    expect(checks).toMatchObject([{ verdict: 'blocking', facts: { needed: 92, limit: 90 } }]);
  });
});

import { expect, test } from '@jest/globals';
import type { Profile, StandingChange } from '../../../domain/model/profile.ts';
import { changesOf } from '../../../domain/model/changes.ts';

const day = (number: number): string => new Date(Date.UTC(2026, 10, number)).toISOString();
const change = (at: string, kind: StandingChange['kind'], cause: string | null = null): StandingChange => ({
  at,
  kind,
  cause,
  by: null,
});
const profile: Profile = { id: 'p', address: 'a@post.example', lists: [], attributes: {}, importedAt: day(1) };

test('what holds now and what held before stand once each, the newest first', () => {
  const changes = [change(day(2), 'optedOut', 'page'), change(day(4), 'optedIn')];
  const optedOut = { at: day(6), source: 'oneClick' as const };
  const status = {
    addressKey: 'a@post.example',
    softErrors: 0,
    quarantine: { since: day(5), reason: 'complaint' },
    released: { at: day(3), by: 'Ada', reason: 'outage' },
    changes: [change(day(5), 'quarantined', 'complaint')],
  };
  expect(changesOf({ ...profile, optedInAt: day(4), changes, optedOut }, status)).toEqual([
    change(day(6), 'optedOut', 'oneClick'),
    change(day(5), 'quarantined', 'complaint'),
    change(day(4), 'optedIn'),
    { at: day(3), kind: 'released', cause: 'outage', by: 'Ada' },
    change(day(2), 'optedOut', 'page'),
  ]);
});

test('of a profile that was always written to there is nothing', () => {
  expect(changesOf(profile, null)).toEqual([]);
});

import { ulid } from 'ulid';
import { AudienceRules } from '../../domain/model/audience-rules.ts';
import type { Campaign } from '../../domain/model/campaign.ts';
import { Policy } from '../../domain/model/policy.ts';
import type { Run, RunIn } from '../../domain/model/run.ts';
import type { SeriesLife } from '../../domain/model/series-life.ts';

export const person = {
  sub: 'bench-0000-4000-8000-000000000000',
  email: 'bench@freigabe.example',
  name: 'Bench Person',
  language: 'en' as const,
};
export const now = Date.parse('2026-11-25T10:00:00.000Z');
const at = new Date(now).toISOString();
const DAY_MS = 86_400_000;

/** Every fifth is a series. */
export const campaignOf = (index: number): Campaign => ({
  id: ulid(now - (20_000 - index) * 60_000),
  version: 1,
  createdAt: at,
  createdBy: person,
  updatedAt: at,
  updatedBy: person,
  name: `Garden letter ${index} of the house`,
  list: 'friends',
  sender: { name: 'Shop', address: 'news@shop.example' },
  content: { subject: `What to sow in week ${index % 52}`, preheader: 'Peas and beans', html: '<p>Hi</p>', text: 'Hi' },
  schedule:
    index % 5 === 0
      ? {
          mode: 'recurring',
          frequency: { kind: 'weekly', weekday: (index % 7) + 1, time: '09:00' },
          zone: 'Europe/Berlin',
          startsOn: '2025-01-01T09:00',
          runs: 500,
        }
      : { mode: 'onceConfirmed' },
  requestConfirmation: true,
});

export const life: SeriesLife = {
  state: 'armed',
  revision: 1,
  armedVersion: 1,
  since: '2025-01-01T00:00:00.000Z',
  skipped: [],
};

const checks = Array.from({ length: 30 }, () => ({
  code: 'linksWellFormed' as const,
  verdict: 'passed' as const,
  facts: { links: 12, hosts: 'shop.example garden.example' },
}));

const preparation: RunIn<'Finished'>['preparation'] = {
  preparedAt: at,
  durationMs: 1,
  counts: { targeted: 5000, excluded: [], toDeliver: 4800 },
  checks,
  policy: Policy.parse({}),
  rules: AudienceRules.parse({}),
  subject: 'What to sow',
  manifestHash: '0'.repeat(64),
  prefix: 'runs/bench/1/',
  chunks: 10,
};

/** Of 1,000 runs one waits, one is paused, two are planned and ten failed; the others have ended in the last two years. */
export const runOf = ({ id: campaignId, name }: Campaign, index: number): Run => {
  const endedAt = new Date(now - (index % 730) * DAY_MS).toISOString();
  const base: Omit<RunIn<'Finished'>, 'state' | 'finishedAt'> = {
    id: ulid(Date.parse(endedAt)),
    campaignId,
    campaignVersion: 1,
    campaignName: name,
    list: 'friends',
    createdAt: endedAt,
    requestedBy: person,
    schedule: { mode: 'onceConfirmed' },
    requestConfirmation: true,
    version: 5,
    round: 1,
    approvals: [],
    startAt: endedAt,
    sendingStartedAt: endedAt,
    preparation,
  };
  switch (index % 1000) {
    case 0:
      return { ...base, state: 'AwaitingConfirmation', deadline: new Date(now + DAY_MS).toISOString() };
    case 1:
      return { ...base, state: 'Paused', pausedAt: at, pausedBy: null };
    case 2:
    case 3:
      return { ...base, state: 'Scheduled', startAt: new Date(now + (index % 7) * DAY_MS).toISOString() };
    default:
      if (index % 100 === 4) return { ...base, state: 'Expired', expiredAt: endedAt };
      return { ...base, state: 'Finished', finishedAt: endedAt };
  }
};

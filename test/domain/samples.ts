import { AudienceRules } from '../../domain/model/audience-rules.ts';
import type { Making } from '../../domain/http/making.ts';
import { Manifest } from '../../domain/model/manifest.ts';
import type { Person } from '../../domain/people/people.ts';
import { Policy } from '../../domain/model/policy.ts';
import type { Preparation } from '../../domain/model/preparation.ts';
import type { RunIn } from '../../domain/model/run.ts';

export const now = '2026-11-24T10:00:00.000Z';
export const person: Person = { sub: 'sub-1', email: 'anton@freigabe.example', name: 'Anton', language: 'en' };
/** A request without a key. */
export const makingOf = (id: string): Making => ({ id, since: Date.parse(now), isRepeat: false });
export const author: Person = { sub: 'sub-0', email: 'paula@freigabe.example', name: 'Paula', language: 'de' };

export const preparation: Preparation = {
  preparedAt: now,
  durationMs: 10,
  counts: { targeted: 10, excluded: [{ cause: 'duplicate', count: 2 }], toDeliver: 8 },
  checks: [],
  policy: Policy.parse({}),
  rules: AudienceRules.parse({}),
  subject: 'Hello',
  manifestHash: 'a'.repeat(64),
  prefix: 'runs/r/1/',
  chunks: 1,
};

const part = { skeleton: 'Hello', fragments: [] };

/** What such a preparation freezes, of nobody in particular. */
export const manifest = Manifest.parse({
  format: 1,
  runId: 'r',
  campaignId: 'c',
  campaignVersion: 1,
  campaignName: 'Letter',
  list: 'friends',
  sender: { name: 'Shop', address: 'news@freigabe.example' },
  replyTo: null,
  content: { subject: part, html: part, text: part },
  counts: preparation.counts,
  schedule: { mode: 'onceConfirmed' },
  sendAt: null,
  requestConfirmation: true,
  preparedAt: now,
  chunks: [],
});

export const preparing: RunIn<'Preparing'> = {
  state: 'Preparing',
  id: 'r',
  campaignId: 'c',
  campaignVersion: 1,
  campaignName: 'Letter',
  list: 'friends',
  createdAt: now,
  requestedBy: author,
  editedBy: author,
  schedule: { mode: 'onceConfirmed' },
  requestConfirmation: true,
  version: 1,
};

export const awaiting: RunIn<'AwaitingConfirmation'> = {
  ...preparing,
  state: 'AwaitingConfirmation',
  preparation,
  approvals: [],
  round: 1,
  since: now,
  deadline: '2026-11-27T10:00:00.000Z',
};

/** Of a stage that has none. */
export const noPictures = { known: async () => [], idIn: () => undefined };

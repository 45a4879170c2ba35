import { AudienceRules } from '../domain/model/audience-rules.ts';
import type { RunIn } from '../domain/model/run.ts';
import { Policy } from '../domain/model/policy.ts';
import { humanAgent, sesEvent, type EventFacts, type EventKind } from '../local/ses/events.ts';

const at = '2026-11-25T10:00:00.000Z';
const person = { sub: 'bench', email: 'bench@freigabe.example', name: 'Bench', language: 'en' as const };

export const benchRunId = '01JDHZ0000BENCHEVENTS00000';

export const runOf = (messages: number, runId = benchRunId): RunIn<'Sending'> => ({
  state: 'Sending',
  id: runId,
  campaignId: 'bench',
  campaignVersion: 1,
  campaignName: 'Bench',
  list: 'bench',
  createdAt: at,
  requestedBy: person,
  schedule: { mode: 'onceConfirmed' },
  requestConfirmation: false,
  version: 4,
  round: 1,
  approvals: [],
  startAt: at,
  sendingStartedAt: at,
  preparation: {
    preparedAt: at,
    durationMs: 1,
    counts: { targeted: messages, excluded: [], toDeliver: messages },
    checks: [],
    policy: Policy.parse({}),
    rules: AudienceRules.parse({}),
    subject: 'Bench',
    manifestHash: '0'.repeat(64),
    prefix: 'runs/bench/1/',
    chunks: Math.ceil(messages / 500),
  },
});

/** Some seconds after a message was sent. */
export const later = (number: number, seconds: number): string =>
  new Date(Date.parse(at) + number * 5 + seconds * 1000).toISOString();

/** Which message of which run. */
export type Sent = { runId: string; number: number };

export const addressOf = ({ runId, number }: Sent): string => `${runId}.${number}@post.example`.toLowerCase();

/** An event as SNS hands it to the queue. */
export const eventOf = ({ runId, number }: Sent, kind: EventKind, facts: EventFacts): string => {
  const to = addressOf({ runId, number });
  return JSON.stringify(
    sesEvent(
      kind,
      {
        messageId: `0100019342c7${number.toString(16).padStart(8, '0')}-5f2b-4b1c-9c8e-d9a3b1a2c3d4-000000`,
        from: 'Shop <news@freigabe.example>',
        to,
        receivedAt: later(number, 0),
        headers: {
          'List-Unsubscribe': `<https://freigabe.example/api/unsubscribe/${runId}.${number}.p${number}.0123456789abcdef>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        },
        tags: { run: runId, n: String(number), p: `p${number}` },
        configurationSet: 'bench',
        missing: [],
        content: () => ({ subject: 'Bench', html: '', text: '' }),
      },
      facts,
    ),
  );
};

/** Numbers below `below` in an order that only depends on the seed (Lehmer's generator, modulus 2³¹ − 1). */
export const shuffled = <T>(items: readonly T[], seed: number): T[] => {
  let state = seed;
  const keyed = items.map((item) => {
    state = (state * 48_271) % 2_147_483_647;
    return { item, key: state };
  });
  return keyed.toSorted((one, other) => one.key - other.key).map(({ item }) => item);
};

const numbers = (count: number): number[] => Array.from({ length: count }, (_, number) => number);

const benched = (number: number): Sent => ({ runId: benchRunId, number });

/** A delivery of each message, in the order of sending. */
export const deliveries = (messages: number): string[] =>
  numbers(messages).map((number) => eventOf(benched(number), 'delivery', { at: later(number, 1) }));

/** Opens of 40 of 100 and clicks of 10 of 100, when people come to it: in no order. */
export const engagement = (messages: number): string[] => {
  const opens = numbers(messages).filter((number) => number % 5 < 2);
  const clicks = numbers(messages).filter((number) => number % 10 === 0);
  return shuffled(
    [
      ...opens.map((number) => eventOf(benched(number), 'open', { at: later(number, 900), userAgent: humanAgent })),
      ...clicks.map((number) =>
        eventOf(benched(number), 'click', { at: later(number, 960), link: `https://shop.example/${number % 7}` }),
      ),
    ],
    7,
  );
};

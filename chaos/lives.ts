import { addressOf, eventOf, later, type Sent } from '../simulation/ses-events.ts';
import { addCounters, zeroCounters, type Counters } from '../domain/model/figures.ts';
import type { TrackingLine } from '../domain/model/message.ts';
import { privacyAgent, scannerAgent, type EventFacts, type EventKind } from '../local/ses/events.ts';

/** What SES tells of a message: the kind, how many seconds after it was sent, and what else. */
type Step = [kind: EventKind, seconds: number, more?: Partial<EventFacts>];

/** What happens to a message, and what has to be counted for it whatever the order: written down by hand. */
type Life = { steps: readonly Step[]; counts: Partial<Counters>; isQuarantined?: true };

const scanned = { userAgent: scannerAgent };
const link = (name: string): Partial<EventFacts> => ({ link: `https://shop.example/${name}` });
const isRead = { delivered: 1, opened: 1, openedByHuman: 1 };
const isClicked = { ...isRead, clicked: 1, clickedByHuman: 1 };
const isLost = { bounced: 1, hardBounced: 1 };

/** Forty events of ten messages. */
const lives: readonly Life[] = [
  {
    steps: [
      ['send', 0],
      ['delivery', 1],
      ['open', 900],
      ['click', 960, link('a')],
      ['open', 1800],
      ['click', 1900, link('b')],
    ],
    counts: isClicked,
  },
  {
    steps: [
      ['send', 0],
      ['delivery', 1],
      ['open', 900],
    ],
    counts: isRead,
  },
  {
    steps: [
      ['send', 0],
      ['delivery', 1],
      ['open', 30, { userAgent: privacyAgent }],
    ],
    counts: { delivered: 1, opened: 1, openedByMachine: 1 },
  },
  {
    steps: [
      ['send', 0],
      ['bounce', 2],
    ],
    counts: isLost,
    isQuarantined: true,
  },
  {
    // A late bounce moves the message, whatever was opened; and SES calls it transient.
    steps: [
      ['send', 0],
      ['delivery', 1],
      ['open', 900],
      ['bounce', 5000, { bounceType: 'Transient', status: '5.4.4' }],
    ],
    counts: isLost,
    isQuarantined: true,
  },
  {
    steps: [
      ['send', 0],
      ['delay', 60],
      ['bounce', 120, { bounceType: 'Transient', bounceSubType: 'MailboxFull', status: '4.2.2' }],
      ['delivery', 4000],
      ['open', 4900],
      ['click', 4960, link('a')],
    ],
    counts: { ...isClicked, delayed: 1 },
  },
  {
    steps: [
      ['send', 0],
      ['delivery', 1],
      ['open', 900],
      ['complaint', 3000],
    ],
    counts: { ...isRead, complained: 1 },
    isQuarantined: true,
  },
  {
    // Who blocks images clicks without an open.
    steps: [
      ['send', 0],
      ['delivery', 1],
      ['click', 960, link('c')],
    ],
    counts: isClicked,
  },
  {
    steps: [
      ['send', 0],
      ['renderingFailure', 0],
    ],
    counts: { rejected: 1 },
  },
  {
    steps: [
      ['send', 0],
      ['delivery', 1],
      ['open', 2, scanned],
      ['click', 4, { ...scanned, ...link('a') }],
      ['click', 4, { ...scanned, ...link('b') }],
      ['click', 5, { ...scanned, ...link('c') }],
      ['open', 1900],
    ],
    counts: { ...isRead, clicked: 1, clickedByMachine: 1 },
  },
];

const EVENTS_OF_ALL = lives.reduce((sum, { steps }) => sum + steps.length, 0);

const lineKinds: Record<EventKind, TrackingLine['kind']> = {
  send: 'send',
  delivery: 'delivery',
  bounce: 'bounce',
  complaint: 'complaint',
  open: 'open',
  click: 'click',
  delay: 'delay',
  renderingFailure: 'reject',
};

/** The events of some messages, and what has to follow from them. */
export type ExpectedEvents = {
  messages: number;
  events: string[];
  counters: Counters;
  /** Kind and time of the lines of each message by its number, sorted. */
  lines: string[][];
  addresses: string[];
  quarantined: Set<string>;
};

export const lineName = ({ kind, at }: Pick<TrackingLine, 'kind' | 'at'>): string => `${at} ${kind}`;

const add = (expected: ExpectedEvents, sent: Sent, { steps, counts, isQuarantined }: Life): void => {
  for (const [kind, seconds, more] of steps)
    expected.events.push(eventOf(sent, kind, { at: later(sent.number, seconds), ...more }));
  expected.lines.push(
    steps.map(([kind, seconds]) => lineName({ kind: lineKinds[kind], at: later(sent.number, seconds) })).toSorted(),
  );
  expected.counters = addCounters(expected.counters, { ...zeroCounters(), ...counts });
  expected.addresses.push(addressOf(sent));
  if (isQuarantined) expected.quarantined.add(addressOf(sent));
};

/** At least so many different events of a run, one life after the other. */
export const expectedOf = (runId: string, events: number): ExpectedEvents => {
  const messages = Math.ceil(events / EVENTS_OF_ALL) * lives.length;
  const expected: ExpectedEvents = {
    messages,
    events: [],
    counters: zeroCounters(),
    lines: [],
    addresses: [],
    quarantined: new Set(),
  };
  for (let number = 0; number < messages; number += 1) {
    const life = lives[number % lives.length];
    if (life) add(expected, { runId, number }, life);
  }
  return expected;
};

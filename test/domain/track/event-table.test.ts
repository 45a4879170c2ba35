import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { zeroCounters } from '../../../domain/model/figures.ts';
import { failureOf, factsOf, stateByFacts } from '../../../domain/model/facts.ts';
import { meaningOf } from '../../../domain/model/meaning.ts';
import type { AddressStatus } from '../../../domain/model/profile.ts';
import { SesEvent } from '../../../domain/track/ses-event.ts';
import { knownWords } from '../../../domain/track/unknown-parts.ts';
import { EventWorld } from './event-world.ts';

const address = 'reader@post.example';
const timestamp = '2026-11-20T09:00:41.000Z';

type Row = {
  event: string;
  type: string;
  subType: string;
  with: string;
  shown: string;
  message: string;
  figures: string;
  address: string;
  person: string;
};

const listed = (cell: string): string[] => (cell === '' ? [''] : cell.split(',').map((each) => each.trim()));

/** The rows of the table of events in docs/events.md; those that mean the same each for itself. */
const rows = readFileSync(new URL('../../../docs/events.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.split('|').length === 11)
  .slice(2)
  .flatMap((line): Row[] => {
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    const [event = '', types = '', subTypes = '', condition = '', shown = ''] = cells;
    const [message = '', figures = '', of = '', person = ''] = cells.slice(5);
    return listed(types).flatMap((type) =>
      listed(subTypes).map((subType) => ({
        event,
        type,
        subType,
        with: condition,
        shown,
        message,
        figures,
        address: of,
        person,
      })),
    );
  });

const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.0';
const seen = { timestamp, userAgent: agent };

const dsnOf = ({ type, with: condition }: Row) => {
  if (condition === 'no status') return {};
  const status = condition.startsWith('status ') ? condition.slice('status '.length) : undefined;
  return { action: 'failed', status: status ?? (type === 'Permanent' ? '5.0.0' : '4.0.0') };
};

const detailOf = (row: Row): object => {
  const { type, subType } = row;
  switch (row.event) {
    case 'Send':
      return { send: {} };
    case 'Delivery':
      return { delivery: { timestamp } };
    case 'Bounce': {
      const bouncedRecipients = [{ emailAddress: address, ...dsnOf(row) }];
      return { bounce: { timestamp, bounceType: type, bounceSubType: subType, bouncedRecipients } };
    }
    case 'Complaint': {
      const said = type === 'none' ? {} : { complaintFeedbackType: type };
      return { complaint: { timestamp, complaintSubType: subType || null, ...said } };
    }
    case 'Reject':
      return { reject: { reason: 'Bad content' } };
    case 'Rendering Failure':
      return { failure: { errorMessage: 'Attribute x is not present', templateName: 't' } };
    case 'DeliveryDelay':
      return { deliveryDelay: { timestamp, delayType: type, delayedRecipients: [{ emailAddress: address }] } };
    case 'Open':
      return { open: seen };
    case 'Click': {
      const paths: Record<string, string> = {
        'unsubscribe link': 'api/unsubscribe/r.0.p.c2ln',
        'view link': 'api/view-in-browser/r.0.p.c2ln',
      };
      const path = paths[row.with] ?? 'spring';
      return { click: { ...seen, link: `https://freigabe.example/${path}` } };
    }
    case 'Subscription':
      return { subscription: { timestamp, newTopicPreferences: { unsubscribeAll: row.with === 'all topics left' } } };
    default:
      throw new Error(`an event that nobody knows: ${row.event}`);
  }
};

const bodyOf = (row: Row): string =>
  JSON.stringify({
    eventType: row.event,
    mail: { messageId: 'm0', timestamp, destination: [address], tags: { run: ['r'], n: ['0'], p: ['p'] } },
    ...detailOf(row),
  });

const before: AddressStatus = { addressKey: address, softErrors: 1, lastSoftErrorAt: '2026-11-18T09:00:00.000Z' };

/** What became of the address, in the words of the table; it had one soft error before. */
const becameOf = (world: EventWorld): string => {
  const { softErrors, lastSoftReason, quarantine } = world.statuses.get(address) ?? before;
  if (quarantine) return `quarantine: ${quarantine.reason}`;
  if (softErrors === 0) return 'errors forgotten';
  return softErrors > before.softErrors ? `soft error: ${lastSoftReason}` : '';
};

describe('what docs/events.md says of an event is what follows from it', () => {
  test.each(rows.map((row) => [[row.event, row.type, row.subType, row.with].filter(Boolean).join(', '), row] as const))(
    '%s',
    async (_, row) => {
      const world = new EventWorld();
      world.statuses.set(address, before);
      const body = { id: '0', body: bodyOf(row) };
      expect(await world.consume([body, body], async () => {})).toEqual([]);
      expect(world.dead).toEqual([]);
      expect([...world.unknown]).toEqual([]);
      const lines = world.items.get(0)?.rows[0]?.lines ?? [];
      const facts = factsOf(lines);
      const failure = failureOf(facts);
      expect({
        shown: lines.map(meaningOf).join(),
        message: `${stateByFacts(facts)}${failure === null ? '' : `: ${failure}`}`,
        counters: world.counters,
        address: becameOf(world),
        person: world.optedOut.has('p') ? 'opted out' : '',
      }).toEqual({
        shown: row.shown,
        message: row.message,
        counters: {
          ...zeroCounters(),
          ...Object.fromEntries(listed(row.figures).flatMap((name) => (name === '' ? [] : [[name, 1]]))),
        },
        address: row.address,
        person: row.person,
      });
    },
  );
});

test('the table has every type, sub-type and feedback type that is known', () => {
  const of = (event: string, name: 'type' | 'subType') =>
    new Set(rows.filter((row) => row.event === event).map((row) => row[name]));
  const only = (words: ReadonlySet<string>) => [...words].filter((word) => word !== '' && word !== 'none').toSorted();
  expect(only(of('Bounce', 'type'))).toEqual(knownWords.bounceType.toSorted());
  expect(only(of('Bounce', 'subType'))).toEqual(knownWords.bounceSubType.toSorted());
  expect(only(of('Complaint', 'type'))).toEqual(knownWords.complaintFeedbackType.toSorted());
  expect(only(of('Complaint', 'subType'))).toEqual(knownWords.complaintSubType.toSorted());
  expect(only(of('DeliveryDelay', 'type'))).toEqual(knownWords.delayType.toSorted());
  expect(only(new Set(rows.map(({ event }) => event)))).toEqual(
    SesEvent.options.map(({ shape }) => shape.eventType.value).toSorted(),
  );
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseSesEvent } from '../../../domain/track/ses-event.ts';
import { lineOf } from '../../../domain/track/line-of.ts';
import { humanAgent, sesEvent, type EventKind } from '../../../local/ses/events.ts';

const at = '2026-11-24T10:00:00.000Z';
const kinds: EventKind[] = ['send', 'delivery', 'bounce', 'complaint', 'open', 'click', 'delay', 'renderingFailure'];

const eventOf = (kind: EventKind) =>
  sesEvent(
    kind,
    {
      messageId: 'm1',
      from: 'news@freigabe.example',
      to: 'a@post.example',
      receivedAt: at,
      headers: { Subject: 'Hello' },
      tags: { run: 'r', n: '7', p: 'p1' },
      configurationSet: 'c',
      missing: [],
      content: () => ({ subject: 'Hello', html: '', text: '' }),
    },
    { at, userAgent: humanAgent },
  );

const parsed = (event: object) => {
  const result = parseSesEvent(JSON.stringify(event));
  if (result.kind !== 'event') throw new Error(result.kind);
  return result;
};

describe('what SES says new', () => {
  test.each(kinds)('nothing in its published %s', (kind) => {
    expect(parsed(eventOf(kind)).unknown).toEqual([]);
  });

  test('a value that nobody knew is kept in the line and named', () => {
    const bounce = { bounceType: 'Quantum', bounceSubType: 'Entangled', bouncedRecipients: [], timestamp: at };
    const { event, unknown } = parsed({ ...eventOf('bounce'), bounce });
    expect(lineOf(event)).toMatchObject({ kind: 'bounce', type: 'Quantum', subType: 'Entangled' });
    expect(unknown).toEqual([
      { eventType: 'Bounce', place: 'bounce.bounceType', value: 'Quantum' },
      { eventType: 'Bounce', place: 'bounce.bounceSubType', value: 'Entangled' },
    ]);
  });

  test('what could be an address or a text of somebody is not repeated', () => {
    const click = { timestamp: at, isBotEvent: 'ask a@post.example', 'a@post.example': true };
    expect(parsed({ ...eventOf('click'), click }).unknown).toEqual([
      { eventType: 'Click', place: 'click.?', value: null },
      { eventType: 'Click', place: 'click.isBotEvent', value: '?' },
    ]);
  });

  test('any JSON beside what is known leaves the event as it is, and any body at all is no crash', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.dictionary(fc.string(), fc.jsonValue()), (kind, extra) => {
        const event = eventOf(kind);
        expect(lineOf(parsed({ ...extra, ...event }).event)).toEqual(lineOf(parsed(event).event));
      }),
    );
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
        expect(['new', 'noEvent']).toContain(parseSesEvent(body).kind);
      }),
    );
  });
});

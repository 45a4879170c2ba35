import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { markupChecks } from '../../../domain/prepare/markup.ts';
import { lineOf } from '../../../domain/track/line-of.ts';
import { parseSesEvent } from '../../../domain/track/ses-event.ts';
import { beginningOf, halvesIn } from '../../../domain/values/whole-characters.ts';

test('the beginning of a text is whole characters, as long as it may be', () => {
  const text = fc.string({ unit: 'binary', maxLength: 20 });
  fc.assert(
    fc.property(text, fc.nat(22), (whole, length) => {
      const cut = beginningOf(whole, length);
      expect(whole.startsWith(cut)).toBe(true);
      expect(cut.isWellFormed()).toBe(true);
      expect(cut.length).toBeGreaterThanOrEqual(Math.min(whole.length, length) - 1);
      expect(cut.length).toBeLessThanOrEqual(length);
    }),
  );
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (one) => beginningOf(`${one}\uD800x`, 99).isWellFormed()));
});

const at = '2026-11-24T10:00:00.000Z';
const emoji = '\u{1F600}';

test('what is cut off of an event or of a template is cut between characters, so that the store takes it', () => {
  const body = {
    eventType: 'Click',
    mail: { timestamp: at, messageId: 'm', tags: {} },
    click: {
      timestamp: at,
      userAgent: `${'x'.repeat(299)}${emoji}`,
      link: `https://a.example/${'x'.repeat(1981)}${emoji}`,
    },
  };
  const parsed = parseSesEvent(JSON.stringify(body));
  if (parsed.kind !== 'event') throw new Error(parsed.kind);
  expect(halvesIn(lineOf(parsed.event))).toEqual([]);
  const links = [{ href: `x:${'x'.repeat(117)}${emoji}`, label: '' }];
  expect(halvesIn(markupChecks({ links, images: [], addresses: links.map(({ href }) => href) }, ''))).toEqual([]);
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { zeroCounters } from '../../../domain/model/figures.ts';
import { BreakingDown, type Message } from '../../../domain/kpi/break-down.ts';
import { actorClasses } from '../../../domain/model/message.ts';
import { now } from '../samples.ts';

const template =
  '<a href="https://shop.example/tulips?utm=1" ses:tags="label:Tulips">Tulips</a><a href="https://shop.example/{{h0}}">Yours</a>';

const at = fc.constantFrom('2026-11-24T10:00:00.000Z', '2026-11-24T10:59:59.999Z', '2026-11-24T23:30:00.000Z');
const click = fc.record({
  link: fc.constantFrom(
    'https://shop.example/tulips?utm=1&to=anna@home.example',
    'https://shop.example/tulips#anna@home.example',
    'https://shop.example/anna@home.example',
  ),
  label: fc.constantFrom('', 'Tulips', 'anna@home.example'),
  actorClass: fc.constantFrom(...actorClasses),
});
const actor = fc.record({ actorClass: fc.constantFrom(...actorClasses), at });
const message: fc.Arbitrary<Message> = fc
  .record({
    domain: fc.constantFrom('big.example', 'small.example', 'anna.example'),
    fate: fc.constantFrom('delivered', 'bounced', 'rejected', 'pending'),
    openedAt: fc.option(at, { nil: undefined }),
    clicks: fc.array(click, { maxLength: 4 }),
    clickedAt: at,
    opener: actor,
    clicker: actor,
  })
  .map(({ domain, fate, openedAt, clicks, clickedAt, opener, clicker }) => {
    const isClicked = clicks.length > 0;
    const isDelivered = fate === 'delivered';
    const opened = openedAt ?? (isClicked ? clickedAt : undefined);
    const isOpened = opened !== undefined;
    const one = (holds: boolean): number => (isDelivered && holds ? 1 : 0);
    return {
      domain,
      clicks,
      openedAt: opened,
      opener: isOpened ? opener : undefined,
      clickedAt: isClicked ? clickedAt : undefined,
      clicker: isClicked ? clicker : undefined,
      counted: {
        ...zeroCounters(),
        ...(fate !== 'pending' && { [fate]: 1 }),
        opened: one(isOpened),
        openedByHuman: one(isOpened && opener.actorClass === 'human'),
        openedByMachine: one(isOpened && opener.actorClass === 'machine'),
        clicked: one(isClicked),
        clickedByHuman: one(isClicked && clicker.actorClass === 'human'),
        clickedByMachine: one(isClicked && clicker.actorClass === 'machine'),
      },
    };
  });

const brokenDown = (messages: readonly Message[]) => {
  const breaking = new BreakingDown(template);
  for (const one of messages) {
    breaking.addRecipient(one.domain);
    breaking.add(one);
  }
  return breaking.result('r', now, 0);
};

const opensAndClicks = [
  'opened',
  'openedByHuman',
  'openedByMachine',
  'clicked',
  'clickedByHuman',
  'clickedByMachine',
] as const;

const sum = <K extends string>(lines: readonly Record<K, number>[], name: K): number =>
  lines.reduce((total, line) => total + line[name], 0);

type What = 'opened' | 'clicked' | 'messages' | 'clicks';
type Classed<W extends What> = Record<`${W}ByHuman` | `${W}ByMachine` | `${W}ByUnknown`, number>;

/** Whatever the class, each is in one of the three. */
const classes = <W extends What>(lines: readonly Classed<W>[], what: W): number =>
  sum(lines, `${what}ByHuman`) + sum(lines, `${what}ByMachine`) + sum(lines, `${what}ByUnknown`);

describe('the figures taken apart', () => {
  test('sums over domains and hours are the figures of the tile', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 80 }), (messages) => {
        const { domains, hours } = brokenDown(messages);
        const counted = messages.map(({ counted: counters }) => counters);
        expect(sum(domains, 'recipients')).toBe(messages.length);
        for (const name of ['delivered', 'bounced', 'rejected', ...opensAndClicks] as const)
          expect(sum(domains, name)).toBe(sum(counted, name));
        for (const name of opensAndClicks) expect(sum(hours, name)).toBe(sum(counted, name));
        for (const lines of [domains, hours])
          for (const what of ['opened', 'clicked'] as const) expect(classes(lines, what)).toBe(sum(counted, what));
      }),
    );
  });

  test('a link counts a delivered message once, and its clicks each', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 40 }), (messages) => {
        const delivered = messages.filter(({ counted }) => counted.delivered > 0);
        const { links } = brokenDown(messages);
        expect(sum(links, 'clicks')).toBe(delivered.reduce((total, { clicks }) => total + clicks.length, 0));
        for (const what of ['clicks', 'messages'] as const) expect(classes(links, what)).toBe(sum(links, what));
        for (const { link, label, messages: counted } of links) {
          const isHere = (one: Message['clicks'][number]): boolean =>
            (one.label === 'Tulips' ? label !== '' : label === '') &&
            (one.link.includes('/tulips') ? link !== '' : link === '');
          expect(counted).toBe(delivered.filter(({ clicks }) => clicks.some(isHere)).length);
        }
      }),
    );
  });

  test('the order of the messages makes no difference', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 30 }), (messages) => {
        expect(brokenDown(messages.toReversed())).toEqual(brokenDown(messages));
      }),
    );
  });

  test('nothing of a person is in it: no query, no link of one’s own, no domain of few', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 60 }), (messages) => {
        const all = brokenDown(messages);
        expect(JSON.stringify(all)).not.toContain('@');
        expect(all.links.every(({ link }) => link === '' || link === 'https://shop.example/tulips')).toBe(true);
        for (const { domain, recipients } of all.domains) expect(domain === '' || recipients >= 10).toBe(true);
      }),
    );
  });
});

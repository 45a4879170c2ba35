import { describe, expect, test } from '@jest/globals';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { words as de } from '../../../console/src/words/de/shell.ts';
import { words as en } from '../../../console/src/words/en/shell.ts';
import { Problem } from '../../../domain/http/problem.ts';
import type { Actor } from '../../../domain/people/people.ts';
import type { CampaignEntry } from '../../../domain/model/campaign-entry.ts';
import { runStates } from '../../../domain/model/run.ts';
import { feedWords } from '../../../domain/schedule/feed-words.ts';
import { feedRoutes } from '../../../domain/schedule/feed-routes.ts';
import { calendarFeedsIn } from '../../../lambdas/adapters/dynamodb/calendar-feeds.ts';
import { calendarText } from '../../../lambdas/adapters/icalendar/calendar-text.ts';
import { answerOf } from '../../../lambdas/entry/http-answer.ts';
import { getCalendarFeed, makeCalendarFeed, revokeCalendarFeed } from '../../../lambdas/schedule/own-feed.ts';
import { readCalendarFeed } from '../../../lambdas/schedule/read-feed.ts';
import { armed, campaign, daily, onDate, run } from './calendar-world.ts';
import { now, person } from '../samples.ts';

const actor: Actor = { ...person, groups: ['prepare-deliveries'] };
const origin = { ip: '', userAgent: '' };

type Item = { pk: string };

/** A table of a few items. */
const table = () => {
  const items = new Map<string, Item>();
  const send = async (command: { input: { Item?: Item; Key?: Item } }): Promise<object> => {
    const { Item: put, Key: key } = command.input;
    if (command instanceof PutCommand && put) items.set(put.pk, put);
    if (command instanceof DeleteCommand && key) items.delete(key.pk);
    return { Item: items.get(key?.pk ?? '') };
  };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'us-east-1' }));
  return { items, client: Object.assign(client, { send }) };
};

type Given = { campaigns?: CampaignEntry[]; viewer?: Actor | undefined };

const world = ({ campaigns = [campaign('c', onDate)], viewer = actor }: Given = {}) => {
  const { items, client } = table();
  const feeds = calendarFeedsIn(client, 'campaigns');
  const state = { viewer: viewer as Actor | undefined, at: Date.parse(now) };
  const clock = () => state.at;
  const own = { feeds, clock, feedsUrl: '' };
  const read = readCalendarFeed({
    feeds,
    clock,
    viewers: { actorOf: async () => state.viewer },
    text: calendarText,
    consoleUrl: 'https://console.example',
    campaigns: {
      entries: async () => ({
        campaigns: { items: campaigns, unreadable: [] },
        lives: new Map([['s', armed]]),
        lastBegun: new Map(),
        open: new Set<string>(),
      }),
    },
    runLists: { inParts: async () => ({ items: [run('r', { sendAt: now })], unreadable: [] }) },
  });
  const make = async (language: 'en' | 'de' = 'en') =>
    makeCalendarFeed(own)({ params: {}, query: {}, body: { language }, actor, origin, host: 'api.example' });
  const asked = { params: {}, query: {}, body: undefined, actor, origin };
  return {
    items,
    state,
    make,
    revoke: async () => revokeCalendarFeed(own)(asked),
    created: async () => (await getCalendarFeed(own)(asked)).createdAt,
    readAt: async (address: string) =>
      read({ ...asked, actor: undefined, params: { token: new URL(address).pathname.split('/').at(-1) ?? '' } }),
  };
};

const outcome = async (reading: Promise<string>): Promise<string> =>
  reading.then(
    () => 'read',
    (error: unknown) => (error instanceof Problem ? error.code : 'surprise'),
  );

describe('the address', () => {
  test('is at the API itself, whose log has no path, and is kept as a hash', async () => {
    const { items, make, readAt } = world();
    const { address } = await make();
    const [, secret = '?'] = address.split('.').slice(-2);
    expect(address).toMatch(/^https:\/\/api\.example\/api\/calendar-feeds\/[\w-]+\.[\w-]{43}$/);
    expect(JSON.stringify([...items.values()])).not.toContain(secret);
    expect(await readAt(address)).toContain('SUMMARY:Campaign c (Draft)');
  });

  test('ends when it is revoked, when another one is made, and with the account or role of who made it', async () => {
    const { make, revoke, readAt, state, created } = world();
    const first = await make();
    const second = await make('de');
    expect([await outcome(readAt(first.address)), await outcome(readAt(second.address))]).toEqual([
      'not-found',
      'read',
    ]);
    expect(await readAt(second.address)).toContain('(Entwurf)');
    state.viewer = { ...actor, groups: [] };
    expect(await outcome(readAt(second.address))).toBe('not-found');
    state.viewer = undefined;
    expect(await outcome(readAt(second.address))).toBe('not-found');
    state.viewer = actor;
    expect(await created()).toBe(now);
    await revoke();
    expect([await outcome(readAt(second.address)), await created()]).toEqual(['not-found', null]);
  });

  test('nothing else is one, whatever is asked for', async () => {
    const { make, readAt } = world();
    const { address } = await make();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.stringMatching(/^[\w.-]{0,300}$/),
          fc.nat(address.length - 1).map((cut) => address.slice(0, cut)),
          fc.stringMatching(/^[\w-]{43}$/).map((secret) => `${address.slice(0, -43)}${secret}`),
        ),
        async (other) => {
          const url = other.startsWith('https://api.') ? other : `https://api.example/${other}`;
          if (url !== address) expect(await outcome(readAt(new URL(url, address).href))).toBe('not-found');
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('what is in it', () => {
  test('names no person and no address', async () => {
    const { make, readAt } = world();
    const text = await readAt((await make()).address);
    expect(text).toContain('SUMMARY:Letter (Awaiting confirmation)');
    expect(text).not.toMatch(/Anton|Paula|freigabe\.example/);
  });

  test('whatever a campaign is called, each line is one of RFC 5545, and no name makes an event', async () => {
    const { make, readAt, state } = world();
    const { address } = await make();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 100 }), async (rest) => {
        const names = [campaign('c', onDate, { name: `a\r\nEND:VEVENT\nBEGIN:VEVENT${rest}` })];
        const other = world({ campaigns: names });
        const text = await other.readAt((await other.make()).address);
        const lines = text.split('\r\n');
        expect(lines.at(-1)).toBe('');
        expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
        for (const line of lines.slice(0, -1)) {
          expect(line).toMatch(/^[^\p{Cc}]+$/u);
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        }
      }),
      { numRuns: 15 },
    );
    expect(state.at).toBe(Date.parse(now));
    expect(await outcome(readAt(address))).toBe('read');
  });

  test('many starts of a day are one event, and thousands of series end at a number', async () => {
    const often = { ...daily, frequency: { kind: 'minutes' as const, every: 10 } };
    const few = world({ campaigns: [campaign('s', often)] });
    const text = await few.readAt((await few.make()).address);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(62);
    expect(text).toContain('DESCRIPTION:144 starts on this day.');
    const many = world({ campaigns: Array.from({ length: 100 }, (_, index) => campaign(`c${index}`, daily)) });
    expect((await many.readAt((await many.make()).address)).match(/BEGIN:VEVENT/g)).toHaveLength(5000);
  });

  test('the states are named as the console names them', () => {
    for (const state of runStates)
      expect([feedWords.en.run[state], feedWords.de.run[state]]).toEqual([
        en[`shell.state.${state}`],
        de[`shell.state.${state}`],
      ]);
  });
});

test('who asks for its head gets no content', async () => {
  const { make, readAt } = world();
  const text = await readAt((await make()).address);
  const { body: content, ...head } = answerOf(feedRoutes.readCalendarFeed, text, { headers: {} });
  expect(content).toBe(text);
  expect(answerOf(feedRoutes.headCalendarFeed, text, { headers: {} })).toEqual({ ...head, body: '' });
});

test('who has it already is told so, and nobody keeps it', async () => {
  const { make, readAt, state } = world();
  const { address } = await make();
  const first = answerOf(feedRoutes.readCalendarFeed, await readAt(address), { headers: {} });
  expect(first).toMatchObject({
    statusCode: 200,
    headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-cache' },
  });
  // Hours later, and nothing has changed.
  state.at += 5 * 3_600_000;
  const tag = String(first.headers?.['etag']);
  for (const asked of [tag, `W/${tag}`, `"x", ${tag}`]) {
    const again = answerOf(feedRoutes.readCalendarFeed, await readAt(address), {
      headers: { 'if-none-match': asked },
    });
    expect({ status: again.statusCode, body: again.body }).toEqual({ status: 304, body: undefined });
  }
});

import { describe, expect, test } from '@jest/globals';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { zeroCounters } from '../../domain/model/figures.ts';
import type { TrackingLine } from '../../domain/model/message.ts';
import type { FactsCommit } from '../../domain/ports/messages.ts';
import type { Profile } from '../../domain/model/profile.ts';
import { kpisIn } from '../../lambdas/adapters/dynamodb/kpis.ts';
import { messagesIn } from '../../lambdas/adapters/dynamodb/messages.ts';
import { profileItem } from '../../lambdas/adapters/dynamodb/profile-item.ts';
import { profilesIn } from '../../lambdas/adapters/dynamodb/profiles.ts';
import { unknownPartsIn } from '../../lambdas/adapters/dynamodb/unknown-parts.ts';
import { unmatchedEventsIn } from '../../lambdas/adapters/dynamodb/unmatched-events.ts';
import { documents, fresh, outputs } from './local-aws.ts';

const at = '2026-11-24T10:00:00.000Z';
const messages = messagesIn(documents, { messages: outputs.MessagesTable, kpis: outputs.KpisTable });
const kpis = kpisIn(documents, outputs.KpisTable);

describe('facts', () => {
  const lines: TrackingLine[] = [
    { kind: 'delivery', at },
    { kind: 'open', at, agent: 'Mozilla/5.0 (X11)', bot: 'Unlikely' },
    { kind: 'click', at, agent: 'Mozilla/5.0 (X11)', link: 'https://shop.example/ß?a=1', label: 'Tulips' },
    { kind: 'bounce', at, status: '5.2.2', type: 'Transient', subType: 'MailboxFull', diagnosis: 'mailboxFull' },
  ];
  const commitOf = (runId: string, version = 0): FactsCommit => ({
    runId,
    items: [{ runId, index: 0, version, rows: [{ runId, number: 3, lines }] }],
    delta: { ...zeroCounters(), delivered: 1 },
  });

  test('an item and the counters move together, once, and are read as they were written', async () => {
    const runId = fresh('run');
    expect(await messages.commit(commitOf(runId))).toBe(true);
    expect(await messages.commit(commitOf(runId))).toBe(false);
    expect((await kpis.counters(runId)).delivered).toBe(1);
    const rows = [{ runId, number: 3, lines }];
    // A second adapter remembers no texts of the first.
    const elsewhere = messagesIn(documents, { messages: outputs.MessagesTable, kpis: outputs.KpisTable });
    expect(await elsewhere.items(runId, [0, 7])).toEqual([
      { runId, index: 0, version: 1, rows },
      { runId, index: 7, version: 0, rows: [] },
    ]);
    expect(await elsewhere.rowsOfChunk(runId, 0)).toEqual(rows);
    expect(await messages.commit(commitOf(runId, 1))).toBe(true);
  });

  test('of two that change the same item at the same time one has to read again', async () => {
    const runId = fresh('run');
    const outcomes = await Promise.all([messages.commit(commitOf(runId)), messages.commit(commitOf(runId))]);
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    expect((await kpis.counters(runId)).delivered).toBe(1);
  });

  test('an event of no message is kept once, whatever comes how often', async () => {
    const unmatched = unmatchedEventsIn(documents, outputs.MessagesTable, 90);
    const runId = fresh('run');
    const event = { at, eventType: 'Delivery', cause: 'noSuchRun' as const, runId, number: 3, sesMessageId: runId };
    await unmatched.keep([event, event], at);
    await unmatched.keep([event], at);
    const { items } = await unmatched.list({ limit: 200 });
    expect(items.filter((item) => item.runId === runId)).toEqual([event]);
  });

  test('events of no message are counted by cause, and what SES says new by its name', async () => {
    const unmatched = unmatchedEventsIn(documents, outputs.MessagesTable, 90);
    const before = (await unmatched.count(1000)).causes.get('newType') ?? 0;
    const id = fresh('new');
    const now = new Date().toISOString();
    const event = { at: now, eventType: 'Seen', cause: 'newType' as const, runId: null, number: null };
    await unmatched.keep([{ ...event, sesMessageId: id }], now);
    expect((await unmatched.count(1000)).causes.get('newType')).toBe(before + 1);
    const unknownParts = unknownPartsIn(documents, outputs.MessagesTable, 90);
    const part = { eventType: 'Click', place: `click.${id}`, value: null };
    await unknownParts.count(part, 2, at);
    await unknownParts.count(part, 3, '2026-11-24T11:00:00.000Z');
    expect((await unknownParts.list()).items.filter(({ place }) => place === part.place)).toEqual([
      { ...part, seen: 5, firstAt: at, lastAt: '2026-11-24T11:00:00.000Z' },
    ]);
  });

  test('a run that is marked again while it is published stays marked', async () => {
    const runId = fresh('run');
    await kpis.markChanged(runId);
    const marked = (await kpis.changed()).find((changed) => changed.runId === runId);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await kpis.markChanged(runId);
    await kpis.clearChanged(runId, marked?.mark ?? '');
    const again = (await kpis.changed()).find((changed) => changed.runId === runId);
    expect(again).toBeDefined();
    await kpis.clearChanged(runId, again?.mark ?? '');
    expect((await kpis.changed()).some((changed) => changed.runId === runId)).toBe(false);
  });
});

describe('profiles', () => {
  const profiles = profilesIn(documents, outputs.ProfilesTable);
  /** As one is stored that no import has written since. */
  const keep = async (one: Profile): Promise<unknown> =>
    documents.send(new PutCommand({ TableName: outputs.ProfilesTable, Item: profileItem(one) }));
  const profile = (id: string, list: string, address: string): Profile => ({
    id,
    address,
    lists: [list],
    attributes: { a: 'ß' },
    importedAt: at,
  });

  test('are found by id, by list and by address however it is spelled', async () => {
    const list = fresh('list').slice(0, 30);
    const mine = Array.from({ length: 60 }, (_, index) =>
      profile(`${list}-${index}`, list, `X${index}@${list}.example`),
    );
    await Promise.all(mine.map(async (one) => keep(one)));
    const found: string[] = [];
    for await (const { items } of profiles.inList(list)) found.push(...items.map(({ id }) => id));
    expect(found.toSorted((one, other) => one.localeCompare(other))).toEqual(
      mine.map(({ id }) => id).toSorted((one, other) => one.localeCompare(other)),
    );
    expect(await profiles.get(`${list}-7`)).toEqual(mine[7]);
    expect((await profiles.findByAddress(`x7@${list}.example`)).map(({ id }) => id)).toEqual([`${list}-7`]);
  });

  test('of a list that takes more than one page, whoever comes behind a cursor reads the rest', async () => {
    const list = fresh('list').slice(0, 30);
    const large = { a: 'x'.repeat(25_000) };
    const mine = Array.from({ length: 60 }, (_, index) => profile(`${list}-${index}`, list, ''));
    await Promise.all(mine.map(async (one) => keep({ ...one, attributes: large })));
    const pages: string[][] = [];
    const cursors: (string | null)[] = [];
    for await (const { items, cursor } of profiles.inList(list)) {
      pages.push(items.map(({ id }) => id));
      cursors.push(cursor);
    }
    expect(new Set(pages.flat()).size).toBe(60);
    expect(pages.length).toBeGreaterThan(1);
    expect(cursors.at(-1)).toBeNull();
    const rest: string[] = [];
    for await (const { items } of profiles.inList(list, cursors[0] ?? undefined))
      rest.push(...items.map(({ id }) => id));
    expect(rest).toEqual(pages.slice(1).flat());
  });

  test('an opt-out is marked once and stands in the feed of its time', async () => {
    const id = fresh('p');
    await keep(profile(id, 'l', 'a@reader.example'));
    await profiles.optOut(id, at, 'oneClick');
    await profiles.optOut(id, '2026-11-24T11:00:00.000Z', 'page');
    expect((await profiles.get(id))?.optedOut).toEqual({ at, source: 'oneClick' });
    const heard = await profiles.optedOutSince('2026-11-24T09:00:00.000Z', '2026-11-24T12:00:00.000Z');
    expect(heard.profiles).toContain(id);
    const later = await profiles.optedOutSince('2026-11-25T00:00:00.000Z', '2026-11-25T12:00:00.000Z');
    expect(later.profiles).not.toContain(id);
  });

  test('an opt-out that became known late is in the feed of the time at which it did', async () => {
    const id = fresh('p');
    await keep(profile(id, 'l', 'a@reader.example'));
    await profiles.optOut(id, at, 'complaint', '2026-11-26T10:00:00.000Z');
    const heard = await profiles.optedOutSince('2026-11-26T09:00:00.000Z', '2026-11-26T12:00:00.000Z');
    expect(heard.profiles).toContain(id);
    expect((await profiles.get(id))?.optedOut?.at).toBe(at);
  });

  test('an opt-out of an address stands until it is taken back, and no address is kept with it', async () => {
    const addressKey = `${fresh('a')}@reader.example`;
    const said = { at, source: 'page' as const, by: 'r.1' };
    expect(await profiles.addressOptOuts(addressKey)).toBeUndefined();
    expect(await profiles.replaceAddressOptOuts({ addressKey, standing: [said] }, at)).toBe(true);
    expect(await profiles.replaceAddressOptOuts({ addressKey, standing: [said] }, at)).toBe(false);
    const known = await profiles.addressOptOuts(addressKey);
    expect(known).toEqual({ addressKey, standing: [said], version: 1 });
    const out = await profiles.optedOutAddresses();
    expect([out.has(addressKey), out.has(`other-${addressKey}`)]).toEqual([true, false]);
    const heard = await profiles.optedOutSince('2026-11-24T09:00:00.000Z', '2026-11-24T12:00:00.000Z');
    expect([heard.addresses.has(addressKey), heard.addresses.has(`other-${addressKey}`)]).toEqual([true, false]);
    expect(await profiles.replaceAddressOptOuts({ addressKey, standing: [], optedInAt: at, version: 1 })).toBe(true);
    expect(await profiles.replaceAddressOptOuts({ addressKey, standing: [], version: 1 })).toBe(false);
    expect((await profiles.optedOutAddresses()).has(addressKey)).toBe(false);
  });

  test('who came back stays, whatever is told later of the time before', async () => {
    const id = fresh('p');
    await keep(profile(id, 'l', 'a@reader.example'));
    await profiles.optOut(id, at, 'complaint');
    await profiles.optIn(id, '2026-11-24T12:00:00.000Z');
    await profiles.optOut(id, at, 'complaint');
    expect((await profiles.get(id))?.optedOut).toBeUndefined();
    await profiles.optOut(id, '2026-11-24T13:00:00.000Z', 'page');
    expect((await profiles.get(id))?.optedOut?.source).toBe('page');
    expect((await profiles.get(id))?.changes?.map(({ kind, cause }) => [kind, cause])).toEqual([
      ['optedOut', 'complaint'],
      ['optedIn', null],
      ['optedOut', 'page'],
    ]);
  });

  test('who opts out and in without end can still opt out', async () => {
    const id = fresh('p');
    await keep(profile(id, 'l', 'a@reader.example'));
    const instant = (minute: number): string => new Date(Date.UTC(2026, 10, 25, 0, minute)).toISOString();
    for (let turn = 0; turn < 60; turn += 2) {
      await profiles.optOut(id, instant(turn), 'page');
      await profiles.optIn(id, instant(turn + 1));
    }
    await profiles.optOut(id, instant(60), 'oneClick');
    const known = await profiles.get(id);
    expect(known).toMatchObject({ optedOut: { at: instant(60), source: 'oneClick' }, optedInAt: instant(59) });
    expect(known?.changes).toHaveLength(50);
  });

  test('who was erased comes back by no link; an erasure leaves nobody who moved', async () => {
    const id = fresh('p');
    await keep(profile(id, 'l', 'a@reader.example'));
    const left = { ...profile(id, 'l', ''), lists: [], optedOut: { at, source: 'erasure' as const }, erasedAt: at };
    expect(await profiles.erase(left, 'b@reader.example')).toBe(false);
    expect(await profiles.erase(left, 'a@reader.example')).toBe(true);
    expect(await profiles.optIn(id, at)).toBe(false);
    expect(await profiles.get(id)).toEqual(left);
  });

  test('what is known of an address stays as long as somebody else has it', async () => {
    const [one, other] = [fresh('p'), fresh('p')];
    const key = `${one}@reader.example`;
    await keep(profile(one, 'l', key));
    await keep(profile(other, 'l', key));
    await profiles.replaceAddressStatus({ addressKey: key, softErrors: 1 });
    await profiles.forgetAddressStatus(key, one);
    expect((await profiles.addressStatus(key))?.softErrors).toBe(1);
    await profiles.erase(profile(other, 'l', ''), key);
    await profiles.forgetAddressStatus(key, one);
    expect(await profiles.addressStatus(key)).toBeUndefined();
  });

  test('of two that judge an address at the same time one has to read again', async () => {
    const status = { addressKey: `${fresh('s')}@reader.example`, softErrors: 1 };
    const outcomes = await Promise.all([profiles.replaceAddressStatus(status), profiles.replaceAddressStatus(status)]);
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    expect(await profiles.addressStatuses([status.addressKey, 'nobody@reader.example'])).toEqual([
      { ...status, version: 1 },
    ]);
    expect(await profiles.replaceAddressStatus({ ...status, softErrors: 2, version: 1 })).toBe(true);
  });

  test('a quarantined address is known by its key', async () => {
    const addressKey = `${fresh('q')}@reader.example`;
    await profiles.replaceAddressStatus({
      addressKey,
      quarantine: { since: at, reason: 'userUnknown' },
      softErrors: 0,
    });
    expect(await profiles.quarantined()).toContain(addressKey);
    expect((await profiles.addressStatus(addressKey))?.quarantine?.reason).toBe('userUnknown');
  });

  test('an address that SES suppresses is none that was quarantined for what happened here', async () => {
    const addressKey = `${fresh('s')}@reader.example`;
    await profiles.replaceAddressStatus({ addressKey, quarantine: { since: at, reason: 'suppressed' }, softErrors: 0 });
    expect(await profiles.suppressed()).toContain(addressKey);
    expect(await profiles.quarantined()).not.toContain(addressKey);
  });
});

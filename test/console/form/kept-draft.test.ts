import { describe, expect, test } from '@jest/globals';
import { emptyCondition } from '../../../console/src/form/draft-audience.ts';
import { nthRow, row } from '../../../console/src/form/draft-frequency.ts';
import { emptyDraft, type Draft } from '../../../console/src/form/draft.ts';
import {
  draftKeeper,
  keepDraft,
  readKept,
  removeOld,
  shelfKey,
  type Shelf,
} from '../../../console/src/form/kept-draft.ts';

const shelfOf = (): Shelf & { items: Map<string, string> } => {
  const items = new Map<string, string>();
  return {
    items,
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
};

const at = '2026-11-28T10:00:00.000Z';
const now = Date.parse(at) + 60_000;
const key = shelfKey('Ada@freigabe.example', 'c1');

const written: Partial<Draft> = {
  name: 'Garden letter',
  subject: 'Plant now',
  source: '<mjml>{{ first_name }}, ask info@lindenhof.example</mjml>',
  template: { name: 'letter', version: 1 },
  mode: 'recurring',
  weekdays: [1, 5],
  times: [row('08:00'), row('12:00')],
  nthWeekdays: [nthRow('2', '3')],
  fourEyes: true,
};
const personal: Partial<Draft> = {
  senderAddress: 'news@lindenhof.example',
  replyTo: 'office@lindenhof.example',
  askedPeople: 'anna@lindenhof.example',
  excludedDomains: 'x@y.example',
  conditions: [{ ...emptyCondition(), attribute: 'email', value: 'anna@lindenhof.example' }],
};

describe('a draft that the browser keeps', () => {
  test('is what was written, over what is stored', () => {
    const shelf = shelfOf();
    const draft = { ...emptyDraft(), ...written };
    expect(keepDraft(shelf, key, { at, version: 3, draft })).toBe(true);
    expect(readKept(shelf, key, emptyDraft(), now)).toMatchObject({ at, version: 3, draft: written });
  });

  test('holds no address, in its name neither; those that are stored come back', () => {
    const shelf = shelfOf();
    keepDraft(shelf, key, { at, version: 3, draft: { ...emptyDraft(), ...personal } });
    expect(JSON.stringify([...shelf.items])).not.toContain('@');
    const stored = { ...emptyDraft(), ...personal };
    expect(readKept(shelf, key, stored, now)?.draft).toMatchObject(personal);
  });

  test.each([
    ['no JSON', 'x'],
    ['another form', '{"draft":{}}'],
    ['a month old', JSON.stringify({ at: '2026-10-20T10:00:00.000Z', version: null, fields: {} })],
  ])('is gone when it is %s', (_, text) => {
    const shelf = shelfOf();
    shelf.setItem(key, text);
    expect(readKept(shelf, key, emptyDraft(), now)).toBeUndefined();
    expect(shelf.items.size).toBe(0);
  });

  test('of another version of the console brings what is still known', () => {
    const shelf = shelfOf();
    const fields = { name: 'Kept', gone: 'x', weekdays: 'monday', times: [{ at: 8 }], later: { a: 1 }, mode: 'onDate' };
    shelf.setItem(key, JSON.stringify({ at, version: null, fields }));
    const stored = emptyDraft();
    expect(readKept(shelf, key, stored, now)?.draft).toEqual({ ...stored, name: 'Kept', mode: 'onDate' });
  });

  test('belongs to one person and one campaign', () => {
    const keys = [key, shelfKey('bob@freigabe.example', 'c1'), shelfKey('ada@freigabe.example', 'c2')];
    expect(new Set(keys).size).toBe(3);
    expect(shelfKey('ADA@freigabe.example', 'c1')).toBe(key);
  });

  test('that has no room says so', () => {
    const full = {
      ...shelfOf(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(keepDraft(full, key, { at, version: null, draft: emptyDraft() })).toBe(false);
  });
});

describe('drafts of one campaign in two windows', () => {
  const windowOn = (shelf: Shelf) => {
    const kept = readKept(shelf, key, emptyDraft(), now);
    const keeper = draftKeeper(shelf, key, kept);
    const write = (subject: string, when = at): boolean =>
      keeper.keep({ at: when, version: 3, draft: { ...emptyDraft(), subject } });
    return { kept, keeper, write };
  };
  const subjectOn = (shelf: Shelf) => readKept(shelf, key, emptyDraft(), now)?.draft.subject;

  test('one where nothing is written takes nothing away', () => {
    const shelf = shelfOf();
    const [idle, writing] = [windowOn(shelf), windowOn(shelf)];
    writing.write('Mine');
    idle.keeper.remove();
    expect(subjectOn(shelf)).toBe('Mine');
    writing.keeper.remove();
    expect(shelf.items.size).toBe(0);
  });

  test('one that is left later does not put what is older over what is newer', () => {
    const shelf = shelfOf();
    const [one, other] = [windowOn(shelf), windowOn(shelf)];
    one.write('Older');
    other.write('Newer');
    expect(one.write('Older')).toBe(true);
    expect(subjectOn(shelf)).toBe('Newer');
  });

  test('what the other one discarded or saved is kept again while it is open here', () => {
    const shelf = shelfOf();
    const one = windowOn(shelf);
    one.write('Mine');
    const other = windowOn(shelf);
    other.keeper.remove();
    expect(shelf.items.size).toBe(0);
    one.write('Mine');
    expect(subjectOn(shelf)).toBe('Mine');
  });

  test('what was brought back keeps the time at which it was written', () => {
    const shelf = shelfOf();
    windowOn(shelf).write('Mine');
    const next = windowOn(shelf);
    next.write('Mine', '2026-11-28T12:00:00.000Z');
    expect(windowOn(shelf).kept?.at).toBe(at);
  });

  test('a browser without room says so each time, until there is some', () => {
    const shelf = shelfOf();
    const setItem = shelf.setItem;
    const one = windowOn(shelf);
    shelf.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect([one.write('Mine'), one.write('Mine')]).toEqual([false, false]);
    shelf.setItem = setItem;
    expect(one.write('Mine')).toBe(true);
  });
});

test('drafts of campaigns that nobody opens any more are removed after a month, and nothing else is', () => {
  const shelf = shelfOf();
  const kept = (when: string) => JSON.stringify({ at: when, version: null, fields: {} });
  shelf.setItem(shelfKey('bob@freigabe.example', 'gone'), kept('2026-10-20T10:00:00.000Z'));
  shelf.setItem(shelfKey('bob@freigabe.example'), 'x');
  shelf.setItem(key, kept(at));
  shelf.setItem('freigabe.language', 'de');
  removeOld(shelf, now);
  expect([...shelf.items.keys()]).toEqual([key, 'freigabe.language']);
});

import { describe, expect, test } from '@jest/globals';
import type { Campaign } from '../../../domain/model/campaign.ts';
import { nthRow, row } from '../../../console/src/form/draft-frequency.ts';
import { emptyCondition } from '../../../console/src/form/draft-audience.ts';
import { contentFields, hasOwnText } from '../../../console/src/form/draft-content.ts';
import { draftOf, emptyDraft, readDraft, type Draft } from '../../../console/src/form/draft.ts';

const filled: Partial<Draft> = {
  name: 'Garden letter',
  list: 'garden',
  senderName: 'Lindenhof',
  senderAddress: ' news@lindenhof.example ',
  subject: 'Plant now',
  source: '<mjml></mjml>',
  text: 'Plant now',
  zone: 'Europe/Berlin',
};

const read = (change: Partial<Draft> = {}) => readDraft({ ...emptyDraft(), ...filled, ...change });
const inputOf = (change: Partial<Draft> = {}) => {
  const result = read(change);
  if ('wrong' in result) throw new Error(`wrong: ${result.wrong.join()}`);
  return result.input;
};

describe('a draft that is read', () => {
  test('names every field that is wrong, once', () => {
    expect(readDraft(emptyDraft())).toEqual({ wrong: ['name', 'sender.name', 'sender.address', 'list'] });
  });

  test('has its labels, each once, with commas between them', () => {
    expect(inputOf({ labels: ' Summer, news,,SUMMER ,' }).labels).toEqual(['Summer', 'news']);
    expect(inputOf().labels).toEqual([]);
    expect(read({ labels: 'x'.repeat(41) })).toEqual({ wrong: ['labels'] });
  });

  test('keeps its source under the language that it is written in', () => {
    expect(inputOf().content).toMatchObject({ mjml: '<mjml></mjml>' });
    expect(inputOf({ format: 'html', source: '<p>' }).content).toEqual({
      subject: 'Plant now',
      preheader: '',
      text: 'Plant now',
      html: '<p>',
    });
  });

  test('keeps what is attached, and says where there is too much of it', () => {
    const file = { name: 'a.pdf', type: 'application/pdf', bytes: 4_000_000, sha256: 'a'.repeat(64) };
    const { content } = inputOf({ attachments: [file] });
    expect(content.attachments).toEqual([file]);
    expect(contentFields({ content }).attachments).toEqual([file]);
    expect(inputOf().content).not.toHaveProperty('attachments');
    expect(read({ attachments: [file, { ...file, name: 'b.pdf' }] })).toEqual({ wrong: ['content.attachments'] });
  });

  test('has a text of its own once somebody begins one, whoever puts another draft in its place', () => {
    const begun = { ...emptyDraft(), textFor: '0123456789abcdef' };
    const { content } = inputOf({ text: 'Mine' });
    expect([emptyDraft(), begun, { ...begun, text: 'Mine' }, contentFields({ content })].map(hasOwnText)).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect(hasOwnText({ ...begun, ...contentFields({ content: { ...content, text: '' } }) })).toBe(false);
  });

  test('remembers beside what its text was written, and nothing of a text that is made', () => {
    const textFor = '0123456789abcdef';
    expect(inputOf({ textFor }).content.textFor).toBe(textFor);
    expect(inputOf({ textFor, text: ' ' }).content).not.toHaveProperty('textFor');
  });

  test('remembers with which template it was begun, through saving and opening', () => {
    const template = { name: 'newsletter', version: 1 };
    expect(inputOf({ template }).template).toEqual(template);
    expect(inputOf()).not.toHaveProperty('template');
  });

  test('names the longer of its texts when they are more than can be saved, before anything is sent', () => {
    const long = '한'.repeat(340_000);
    expect(read({ source: long })).toEqual({ wrong: ['content.source'] });
    expect(read({ text: long })).toEqual({ wrong: ['content.text'] });
    expect(inputOf({ source: long.slice(0, 300_000) }).content.mjml).toHaveLength(300_000);
  });

  test('leaves out what was left empty', () => {
    expect(inputOf()).not.toHaveProperty('replyTo');
    expect(inputOf()).not.toHaveProperty('topic');
    expect(inputOf({ topic: 'offers' }).topic).toBe('offers');
    expect(inputOf({ mode: 'recurring' }).schedule).not.toHaveProperty('endsOn');
  });

  test('leaves to the stage what it does not ask for, and tells nobody about it', () => {
    expect(inputOf()).not.toHaveProperty('policy');
    expect(inputOf()).not.toHaveProperty('checkLimits');
    expect(inputOf({ approvals: '2' }).policy).toEqual({ approvals: 2 });
    expect(inputOf({ reminded: 'at', remindAt: '25 %, 80 %' }).policy).toEqual({ remindAt: [25, 80] });
    expect(inputOf({ reminded: 'never', remindAt: '50' }).policy).toEqual({ remindAt: [] });
  });

  test('asks for confirmation unless it is recurring and says otherwise', () => {
    expect(inputOf({ requestConfirmation: false }).requestConfirmation).toBe(true);
    expect(inputOf({ mode: 'recurring', requestConfirmation: false }).requestConfirmation).toBe(false);
  });

  test.each([
    [{ mode: 'onDate', startSendingFrom: '' }, 'schedule.startSendingFrom'],
    [{ mode: 'onDate', zone: 'Mars/Crater' }, 'schedule.zone'],
    [{ mode: 'recurring', kind: 'minutes', every: '5' }, 'schedule.frequency.every'],
    [{ mode: 'recurring', kind: 'daily', times: [row('')] }, 'schedule.frequency.times'],
    [{ mode: 'recurring', kind: 'daily', times: [row('09:00'), row('')] }, 'schedule.frequency.times'],
    [{ mode: 'recurring', kind: 'daily', interval: '0' }, 'schedule.frequency.every'],
    [{ mode: 'recurring', kind: 'daily', timesBy: 'window', betweenEvery: '5' }, 'schedule.frequency.window'],
    [{ mode: 'recurring', kind: 'daily', timesBy: 'window', betweenTo: '08:00' }, 'schedule.frequency.window'],
    [{ mode: 'recurring', kind: 'weekly', weekdays: [] }, 'schedule.frequency.weekdays'],
    [{ mode: 'recurring', kind: 'monthly', monthDays: '' }, 'schedule.frequency.days'],
    [{ mode: 'recurring', kind: 'monthly', monthDays: '1, 32' }, 'schedule.frequency.days'],
    [{ mode: 'recurring', kind: 'monthly', monthDays: 'last' }, 'schedule.frequency.days'],
    [{ mode: 'recurring', kind: 'monthly', nthWeekdays: [nthRow(), nthRow()] }, 'schedule.frequency.nthWeekdays'],
    [{ mode: 'recurring', kind: 'yearly', months: [2], monthDays: '30' }, 'schedule.frequency.days'],
    [{ mode: 'recurring', kind: 'yearly', months: [] }, 'schedule.frequency.months'],
    [{ mode: 'recurring', except: [row('2027-02-03'), row('2027-02-03')] }, 'schedule.except'],
    [{ mode: 'recurring', startsOn: '2027-01-01T00:00', endsOn: '2026-01-01T00:00' }, 'schedule.endsOn'],
    [{ mode: 'recurring', runs: 'two' }, 'schedule.runs'],
    [{ replyTo: 'nobody' }, 'replyTo'],
    [{ fatigueMessages: '2' }, 'rules.fatigue'],
    [{ approvals: '6' }, 'policy.approvals'],
    [{ asked: 'people', askedPeople: '' }, 'policy.ask'],
    [{ asked: 'group', askedGroup: 'two words' }, 'policy.ask'],
    [{ deadlineHours: '721' }, 'policy.deadlineSeconds'],
    [{ reminded: 'at', remindAt: '' }, 'policy.remindAt'],
    [{ reminded: 'at', remindAt: '90, 50' }, 'policy.remindAt'],
    [{ reminded: 'at', remindAt: 'half' }, 'policy.remindAt'],
    [{ reminded: 'never', escalateTo: 'administration' }, 'policy.remindAt'],
    [{ hasWindow: true, windowDays: [] }, 'checkLimits.sendWindow.days'],
    [{ hasWindow: true, windowFrom: '18:00', windowTo: '08:00' }, 'checkLimits.sendWindow.to'],
    [{ audienceChange: '0' }, 'checkLimits.audienceChangePercent'],
    [{ conditions: [{ ...emptyCondition(), attribute: 'country' }] }, 'filter'],
  ] satisfies [Partial<Draft>, string][])('%j is called wrong at %s', (change, field) => {
    expect(read(change)).toEqual({ wrong: [field] });
  });
});

describe('a frequency that is written', () => {
  test.each<[Partial<Draft>, object]>([
    [{ kind: 'daily' }, { kind: 'daily', time: '09:00' }],
    [
      { kind: 'weekly', weekdays: [5] },
      { kind: 'weekly', weekday: 5, time: '09:00' },
    ],
    [
      { kind: 'monthly', monthDays: '31' },
      { kind: 'monthly', day: 31, time: '09:00' },
    ],
    [
      { kind: 'yearly', monthDays: '24', months: [12] },
      { kind: 'yearly', month: 12, day: 24, time: '09:00' },
    ],
    [
      { kind: 'weekly', weekdays: [5, 2] },
      { kind: 'weeks', every: 1, weekdays: [2, 5], times: ['09:00'] },
    ],
    [
      { kind: 'daily', interval: '2' },
      { kind: 'days', every: 2, times: ['09:00'] },
    ],
    [
      { kind: 'monthly', monthDays: '', lastDay: true },
      { kind: 'months', every: 1, skip: 'omit', days: [-1], times: ['09:00'] },
    ],
    [
      { kind: 'monthly', monthDays: '31', skip: 'backward' },
      { kind: 'months', every: 1, skip: 'backward', days: [31], times: ['09:00'] },
    ],
  ])('is kept in the form that earlier versions know where that says the same: %j', (change, frequency) => {
    expect(inputOf({ mode: 'recurring', ...change }).schedule).toMatchObject({ frequency });
  });
});

describe('a stored campaign that is opened and saved unchanged', () => {
  const kinds: Partial<Draft>[] = [
    { mode: 'onceConfirmed' },
    {
      list: '',
      join: 'any',
      conditions: [
        { ...emptyCondition(), attribute: 'country', value: 'DE' },
        { ...emptyCondition(), is: 'oneOf', attribute: 'plan', value: 'free, basic' },
        { ...emptyCondition(), is: 'missing', attribute: 'phone' },
        { ...emptyCondition(), is: 'notInList', inList: 'press' },
      ],
    },
    {
      conditions: [
        { ...emptyCondition(), is: 'notOpened', named: 'c1', called: 'Letter', which: 'all' },
        { ...emptyCondition(), is: 'got', of: 'days', days: '7' },
        { ...emptyCondition(), is: 'clicked', named: 'c1', called: 'Letter', which: 'r1', sent: '24.11.2026' },
        { ...emptyCondition(), is: 'notInSegment', named: 's1', called: 'Idle' },
        {
          ...emptyCondition(),
          is: 'anyOf',
          held: { is: 'anyOf', conditions: [{ is: 'exists', attribute: 'city' }] },
        },
      ],
    },
    { mode: 'onDate', startSendingFrom: '2026-10-06T09:00', fatigueMessages: '2', fatigueDays: '7' },
    { mode: 'recurring', kind: 'minutes', every: '30' },
    { mode: 'recurring', kind: 'daily', times: [row('17:00')], requestConfirmation: false },
    { mode: 'recurring', kind: 'weekly', weekdays: [5], runs: '3' },
    { mode: 'recurring', kind: 'monthly', monthDays: '31', endsOn: '2027-01-01T00:00' },
    { mode: 'recurring', kind: 'daily', interval: '2', times: [row('08:00'), row('18:00')] },
    { mode: 'recurring', kind: 'daily', timesBy: 'window', betweenEvery: '30' },
    { mode: 'recurring', kind: 'weekly', weekdays: [2, 5], except: [row('2027-12-24'), row('')] },
    { mode: 'recurring', kind: 'weekly', weekdays: [2], isLong: true },
    { mode: 'recurring', kind: 'monthly', monthDays: '31, 1', lastDay: true, skip: 'backward' },
    { mode: 'recurring', kind: 'monthly', monthDays: '', nthWeekdays: [nthRow('-1', '5'), nthRow('2', '2')] },
    { mode: 'recurring', kind: 'yearly', months: [10, 1], monthDays: '1', interval: '2' },
    { mode: 'recurring', kind: 'yearly', months: [1], monthDays: '1', isLong: true },
    { approvals: '2', fourEyes: true, extraAbove: '0', deadlineHours: '1.5', escalateTo: 'board', unanswered: 'hold' },
    { reminded: 'at', remindAt: '25, 80', escalateTo: 'board' },
    { reminded: 'never' },
    { asked: 'people', askedPeople: 'anna@lindenhof.example\nboard@lindenhof.example' },
    { asked: 'group', askedGroup: 'board', audienceChange: '7.5' },
    { hasWindow: true, windowDays: [6, 7], windowFrom: '10:00', windowTo: '12:30', windowBlocks: true, zone: 'UTC' },
    { mode: 'recurring', kind: 'yearly', monthDays: '24', months: [12], replyTo: 'hello@lindenhof.example' },
  ];

  test.each(kinds)('stays what it was: %j', (change) => {
    const input = inputOf(change);
    const by = { sub: 'p', email: 'p@lindenhof.example', name: 'P', language: 'en' } as const;
    const at = '2026-10-05T10:00:00.000Z';
    const stored: Campaign = {
      ...input,
      id: 'c',
      version: 1,
      createdAt: at,
      createdBy: by,
      updatedAt: at,
      updatedBy: by,
    };
    expect(readDraft(draftOf(stored))).toEqual({ input });
  });
});

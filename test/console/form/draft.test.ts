import { describe, expect, test } from '@jest/globals';
import type { Campaign } from '../../../domain/model/campaign.ts';
import { emptyCondition } from '../../../console/src/form/draft-audience.ts';
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

  test('keeps its source under the language that it is written in', () => {
    expect(inputOf().content).toMatchObject({ mjml: '<mjml></mjml>' });
    expect(inputOf({ format: 'html', source: '<p>' }).content).toEqual({
      subject: 'Plant now',
      preheader: '',
      text: 'Plant now',
      html: '<p>',
    });
  });

  test('names the longer of its texts when they are more than can be saved, before anything is sent', () => {
    const long = '한'.repeat(340_000);
    expect(read({ source: long })).toEqual({ wrong: ['content.source'] });
    expect(read({ text: long })).toEqual({ wrong: ['content.text'] });
    expect(inputOf({ source: long.slice(0, 300_000) }).content.mjml).toHaveLength(300_000);
  });

  test('leaves out what was left empty', () => {
    expect(inputOf()).not.toHaveProperty('replyTo');
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
    [{ mode: 'recurring', kind: 'minutes', every: '5' }, 'schedule.frequency'],
    [{ mode: 'recurring', kind: 'daily', time: '' }, 'schedule.frequency'],
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
    { mode: 'onDate', startSendingFrom: '2026-10-06T09:00', fatigueMessages: '2', fatigueDays: '7' },
    { mode: 'recurring', kind: 'minutes', every: '30' },
    { mode: 'recurring', kind: 'daily', time: '17:00', requestConfirmation: false },
    { mode: 'recurring', kind: 'weekly', weekday: '5', runs: '3' },
    { mode: 'recurring', kind: 'monthly', day: '31', endsOn: '2027-01-01T00:00' },
    { approvals: '2', fourEyes: true, extraAbove: '0', deadlineHours: '1.5', escalateTo: 'board', unanswered: 'hold' },
    { reminded: 'at', remindAt: '25, 80', escalateTo: 'board' },
    { reminded: 'never' },
    { asked: 'people', askedPeople: 'anna@lindenhof.example\nboard@lindenhof.example' },
    { asked: 'group', askedGroup: 'board', audienceChange: '7.5' },
    { hasWindow: true, windowDays: [6, 7], windowFrom: '10:00', windowTo: '12:30', windowBlocks: true, zone: 'UTC' },
    { mode: 'recurring', kind: 'yearly', day: '24', month: '12', replyTo: 'hello@lindenhof.example' },
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

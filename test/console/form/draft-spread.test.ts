import { expect, test } from '@jest/globals';
import { ScheduleInput } from '../../../domain/model/schedule-input.ts';
import { spreadFields, spreadOf } from '../../../console/src/form/draft-spread.ts';

const once = { mode: 'onceConfirmed' };
const at = { mode: 'onDate', startSendingFrom: '2026-12-24T09:00', zone: 'Europe/Berlin' };

test.each([
  ['nothing', once],
  ['shares', { ...once, waves: { split: { by: 'share', percents: [10, 30, 60] }, gapMinutes: 30 } }],
  ['numbers', { ...at, waves: { split: { by: 'number', numbers: [50, 500] }, gapMinutes: 600 } }],
  ['values', { ...once, waves: { split: { by: 'field', attribute: 'tier', values: ['gold'] }, gapMinutes: 10 } }],
  ['a ramp', { ...at, waves: { split: { by: 'ramp', first: 150, growthPercent: 60 }, gapMinutes: 1440 } }],
  ['zones', { ...at, recipientZone: { attribute: 'zone', default: 'UTC', passed: 'leaveOut' } }],
  ['an end', { ...at, validity: { by: 'hours', hours: 12 } }],
])('%s: opened and saved again it is the same', (_, given) => {
  const schedule = ScheduleInput.parse(given);
  const { zone = 'Europe/Berlin', ...draft } = spreadFields(schedule);
  const fields = schedule.mode === 'onDate' ? { startSendingFrom: schedule.startSendingFrom, zone: schedule.zone } : {};
  expect({ mode: schedule.mode, ...fields, ...spreadOf(draft, schedule.mode, zone) }).toEqual(schedule);
});

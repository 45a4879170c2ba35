import { describe, expect, test } from '@jest/globals';
import { ScheduleInput } from '../../../domain/model/schedule-input.ts';
import { holidayRoutes } from '../../../domain/schedule/holiday-routes.ts';
import { dateHolidays } from '../../../lambdas/adapters/holidays/date-holidays.ts';
import { listHolidays } from '../../../lambdas/schedule/list-holidays.ts';
import { actorOf } from './series-people.ts';

const ask = async (query: Record<string, string>) =>
  listHolidays({ holidays: dateHolidays })({
    params: {},
    query: holidayRoutes.listHolidays.query.parse(query),
    body: undefined,
    actor: actorOf('paula'),
    origin: { ip: '192.0.2.1', userAgent: 'test' },
  });

describe('public holidays', () => {
  test('of a part of a country are its own, named in the language that is read, each day once and in order', async () => {
    const { items } = await ask({ region: 'DE-BY', from: '2027', to: '2028', language: 'de' });
    expect(items).toContainEqual({ date: '2027-01-06', name: 'Heilige Drei Könige' });
    expect(items).toContainEqual({ date: '2028-12-25', name: '1. Weihnachtstag' });
    const dates = items.map(({ date }) => date);
    expect(dates).toEqual([...new Set(dates)].toSorted());
    const berlin = await ask({ region: 'DE-BE', from: '2027', to: '2027' });
    expect(berlin.items.map(({ date }) => date)).not.toContain('2027-01-06');
  });

  test('are days that a series takes', async () => {
    const { items } = await ask({ region: 'TR', from: '2027', to: '2027' });
    const series = {
      mode: 'recurring',
      frequency: { kind: 'daily', time: '09:00' },
      zone: 'UTC',
      startsOn: '2027-01-01T00:00',
    };
    expect(ScheduleInput.safeParse({ ...series, except: items.map(({ date }) => date) }).error).toBeUndefined();
  });

  test.each(['QQ', 'DE-QQ', 'DE-toString'])('of %s are not known', async (region) => {
    await expect(ask({ region, from: '2027', to: '2027' })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  test('of every region that is offered can be asked for', () => {
    for (const { code, parts } of dateHolidays.regions('en'))
      for (const region of [code, ...parts.map((part) => part.code)]) {
        expect(holidayRoutes.listHolidays.query.safeParse({ region, from: 2027, to: 2027 }).success).toBe(true);
        expect(dateHolidays.days(region, [], 'en')).toEqual([]);
      }
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { nextOccurrences } from '../../../domain/calendar/occurrence.ts';
import { ScheduleInput } from '../../../domain/model/schedule-input.ts';

/** Starts by python-dateutil and zoneinfo: starts.py says how. */
const Case = z.object({ name: z.string(), schedule: ScheduleInput, from: z.string(), starts: z.array(z.string()) });
const cases = readFileSync(new URL('starts.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => Case.parse(JSON.parse(line)));

describe('the starts that an independent reference finds', () => {
  test.each(cases)('$name', ({ schedule, from, starts }) => {
    expect(nextOccurrences(schedule, from, 12)).toEqual(starts);
    const [, second] = starts;
    // Whatever is asked for: the same.
    if (second !== undefined) expect(nextOccurrences(schedule, second, 5)).toEqual(starts.slice(1, 6));
  });
});

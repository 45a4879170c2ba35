import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod';
import { counterNames, type Counters } from '../../../domain/model/figures.ts';
import { KpiItem, kpiItems } from '../../../domain/kpi/kpi-table.ts';
import { computeFigures } from '../../../domain/kpi/figures.ts';
import { awaiting, now, person } from '../samples.ts';

const counters = fc.record(
  Object.fromEntries(counterNames.map((name) => [name, fc.nat(8)])) as Record<keyof Counters, fc.Arbitrary<number>>,
);

const itemsOf = (counted: Counters, asOf = now) =>
  kpiItems(
    computeFigures({
      run: { ...awaiting, state: 'Finished', startAt: now, sendingStartedAt: now, finishedAt: now },
      tallies: [],
      counters: counted,
      settledUnknown: 0,
      asOf,
    }),
  );

/** Every text in a value, wherever it stands. */
const texts = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
};

describe('the KPI table', () => {
  test('holds ids, instants, states and numbers: nothing of the people that its run knows', () => {
    fc.assert(
      fc.property(counters, (counted) => {
        for (const item of itemsOf(counted)) {
          expect(new Set(texts(item))).toEqual(new Set([item.pk, item.sk, 'r', 'c', 'Finished', now]));
          expect(JSON.stringify(item)).not.toContain(person.email);
          expect(JSON.stringify(item)).not.toContain(awaiting.campaignName);
        }
      }),
    );
  });

  test('what is written is what the published schema says', () => {
    const schema: unknown = JSON.parse(
      readFileSync(path.join(import.meta.dirname, '../../../docs/kpi-table.schema.json'), 'utf8'),
    );
    const published = z.fromJSONSchema(z.record(z.string(), z.unknown()).parse(schema));
    fc.assert(
      fc.property(counters, (counted) => {
        for (const item of itemsOf(counted)) {
          expect(published.safeParse(item).success).toBe(true);
          expect(KpiItem.parse(item)).toEqual(item);
        }
      }),
    );
  });

  test('a second publication in the hour takes the place of the first', () => {
    const zero = Object.fromEntries(counterNames.map((name) => [name, 0])) as Counters;
    const keys = (asOf: string): string[] => itemsOf(zero, asOf).map(({ sk }) => sk);
    expect(keys('2026-11-24T10:00:07.000Z')).toEqual(keys('2026-11-24T10:59:59.999Z'));
    expect(keys('2026-11-24T10:00:07.000Z')).toEqual(['KPI#LATEST', 'KPI#2026-11-24T10:00Z']);
  });
});

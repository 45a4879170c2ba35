import { parse } from 'csv-parse/sync';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { zeroCounters, type Figures } from '../../../domain/model/figures.ts';
import { computeFigures } from '../../../domain/kpi/figures.ts';
import { kpiRoutes } from '../../../domain/kpi/routes.ts';
import { campaignTotal } from '../../../domain/kpi/sum.ts';
import { answerOf } from '../../../lambdas/entry/http-answer.ts';
import { awaiting, now } from '../samples.ts';

const asCsv = { headers: { accept: 'text/csv' }, queryStringParameters: {} };
const asJson = { headers: {}, queryStringParameters: {} };
const Rows = z.array(z.record(z.string(), z.string()));

const rowsOf = (route: Parameters<typeof answerOf>[0], body: unknown) =>
  Rows.parse(parse(String(answerOf(route, body, asCsv).body), { columns: true }));

const figuresOf = (runId: string, delivered: number): Figures =>
  computeFigures({
    run: { ...awaiting, id: runId },
    tallies: [{ chunk: 0, closed: 1, handedOver: 8, refused: 0, optedOut: 0, open: 0 }],
    counters: { ...zeroCounters(), delivered, opened: delivered > 0 ? 1 : 0 },
    settledUnknown: 0,
    asOf: now,
  });

describe('figures as CSV', () => {
  test('the tile is one row with count, denominator and per cent of each rate; no per cent is an empty cell', () => {
    const view = {
      figures: figuresOf('r', 0),
      nextAt: now,
      live: false,
      stale: false,
      series: [],
      usual: null,
      perSecond: 0,
      waves: [],
      variants: [],
      underway: null,
    };
    const [row, ...others] = rowsOf(kpiRoutes.getKpis, view);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      'figures.runId': 'r',
      'figures.sent.count': '8',
      'figures.sent.of': '8',
      'figures.sent.percent': '100',
      'figures.opened.percent': '',
      'figures.books.balanced': expect.any(String),
    });
  });

  test('a campaign is one row for each run', () => {
    const items = [figuresOf('two', 8), figuresOf('one', 4)];
    const rows = rowsOf(kpiRoutes.getCampaignKpis, {
      total: campaignTotal(items),
      profiles: null,
      periods: [],
      items,
      unreadable: [],
      cursor: null,
    });
    expect(rows.map((row) => [row['runId'], row['delivered.count'], row['opened.percent']])).toEqual([
      ['two', '8', '12.5'],
      ['one', '4', '25'],
    ]);
  });

  test('a label that a spreadsheet would run is defused', () => {
    const line = {
      label: '=1+1',
      link: '',
      messages: 3,
      messagesByHuman: 2,
      messagesByMachine: 1,
      messagesByUnknown: 0,
      clicks: 4,
      clicksByHuman: 2,
      clicksByMachine: 2,
      clicksByUnknown: 0,
    };
    const [row] = rowsOf(kpiRoutes.listLinks, { items: [line], cursor: null, asOf: now });
    expect(row).toMatchObject({ label: "'=1+1", messages: '3', messagesByHuman: '2', clicks: '4' });
  });
});

describe('compute stats answers', () => {
  const report = {
    before: figuresOf('r', 4),
    after: figuresOf('r', 8),
    difference: { delivered: 4 },
    corrected: [{ counter: 'delivered', before: 4, after: 8 }],
    computedAt: now,
    computedBy: 'Anton',
    durationMs: 5,
  };

  test('with 200 and its report, or with 202 and how far it is', () => {
    const done = answerOf(kpiRoutes.computeStats, report, asJson);
    expect([done.statusCode, JSON.parse(String(done.body))]).toEqual([200, report]);
    const underway = { state: 'counting', since: now, askedBy: 'Anton', percent: 16, pass: 1 };
    const later = answerOf(kpiRoutes.computeStats, underway, asJson);
    expect([later.statusCode, JSON.parse(String(later.body))]).toEqual([202, underway]);
  });
});

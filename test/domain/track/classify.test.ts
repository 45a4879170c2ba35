import { expect, test } from '@jest/globals';
import { classify } from '../../../domain/model/classify.ts';
import type { TrackingLine } from '../../../domain/model/message.ts';

const opened = (agent: string) => {
  const line: TrackingLine = { kind: 'open', at: '2026-11-20T18:40:00.000Z', agent };
  return classify(line, [{ kind: 'delivery', at: '2026-11-20T09:00:00.000Z' }, line]).actorClass;
};

test.each([
  'Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Linux; Android 10; CUBOT_P40) AppleWebKit/537.36',
  'Mozilla/5.0 (Linux; U; Android 9; de; CUBOT X20 PRO Build/PPR1)',
  'CUBOT/1.0',
])('the phone of a maker called Cubot is no robot: %s', (agent) => {
  expect(opened(agent)).toBe('human');
});

test.each([
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'LinkedInBot/1.0',
  'Mozilla/5.0 (compatible; SemrushBot/7~bl)',
  'Bot',
  'ExampleSpider',
  'Mozilla/5.0 (Linux; Android 13; CUBOT P80; compatible; bingbot/2.0)',
])('a program that says so is one: %s', (agent) => {
  expect(opened(agent)).toBe('machine');
});

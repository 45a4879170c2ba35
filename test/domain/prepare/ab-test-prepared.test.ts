import { expect, test } from '@jest/globals';
import { contentGot } from '../../../domain/model/ab-test.ts';
import { Chunk, chunkKey } from '../../../domain/model/manifest.ts';
import type { Schedule } from '../../../domain/model/schedule.ts';
import { groupMail } from '../../../domain/send/group-mail.ts';
import { frozenLoader } from '../../../lambdas/content/load-frozen.ts';
import { previewRun } from '../../../lambdas/prepare/preview-run.ts';
import { orderly, peopleWith, PrepareWorld, type Content } from './prepare-world.ts';

const schedule: Schedule = {
  mode: 'onceConfirmed',
  abTest: { share: { by: 'percent', percent: 20 }, decideBy: 'clicks', afterHours: 4 },
};
const variants = [
  { id: 'b', for: { by: 'abTest' as const }, content: { ...orderly, subject: 'Other', html: '', text: '' } },
];

test('a test is prepared with its people, and the rest gets the content that wins, with the text of the own one', async () => {
  const content: Content = { ...orderly, variants };
  const people = peopleWith(Array.from({ length: 50 }, (_, index) => ({ name: `N${index}` })));
  const world = new PrepareWorld(content, people).scheduled(schedule);
  const run = await world.prepare();
  if (run.state !== 'AwaitingConfirmation') throw new Error(JSON.stringify(run));
  const { preparation } = run;
  expect(preparation.variants?.map(({ id, recipients }) => [id, recipients])).toEqual([
    [null, 5],
    ['b', 5],
    ['winner', 40],
  ]);
  expect(preparation.checks.find(({ code }) => code === 'abTest')).toMatchObject({
    verdict: 'warning',
    facts: { variants: 2, people: 10, others: 40, least: 5, hours: 4 },
  });
  const frozen = await frozenLoader(world.ports.content)(preparation);
  const { samples } = frozen.manifest;
  const hashed = samples.filter(({ mailHash }) => mailHash !== undefined);
  const contentsOf = (some: typeof samples) => new Set(some.map(({ variant }) => variant));
  expect([contentsOf(samples), contentsOf(hashed)]).toEqual([
    new Set([undefined, 'b', 'winner']),
    new Set([undefined, 'b']),
  ]);
  const place = frozen.manifest.chunks.findIndex(({ variant }) => variant === 'winner');
  const chunk = Chunk.parse(JSON.parse(String(world.objects.get(chunkKey(preparation.prefix, place)))));
  const result = {
    decidedAt: preparation.preparedAt,
    winner: 'b',
    reason: 'most' as const,
    isClear: true,
    figures: [],
  };
  expect(() => frozen.mailOf(contentGot(chunk.variant, undefined))).toThrow('winner');
  const mail = frozen.mailOf(contentGot(chunk.variant, result));
  const template = {
    ...mail,
    manifest: frozen.manifest,
    unsubscribeUrl: () => 'https://u',
    viewUrl: () => 'https://v',
  };
  const { mail: sent, failed } = groupMail(template, chunk, [place * 500]);
  expect(failed).toEqual([]);
  expect(sent.skeleton.subject).toContain('Other');
  expect(sent.skeleton.text).toBe(frozen.mailOf(undefined).content.text.skeleton);
});

const chosen = (winner: string | null) => ({
  decidedAt: '2026-11-27T12:00:00.000Z',
  winner,
  reason: 'chosen' as const,
  isClear: false,
  figures: [],
});

test.each(['b', null])(
  'after the decision for %s a preview shows everybody the mail that they were frozen with',
  async (winner) => {
    const people = peopleWith(Array.from({ length: 50 }, (_, index) => ({ name: `N${index}` })));
    const world = new PrepareWorld({ ...orderly, variants }, people).scheduled(schedule);
    const run = await world.prepare();
    if (run.state !== 'AwaitingConfirmation') throw new Error(JSON.stringify(run));
    const { prefix, chunks } = run.preparation;
    const sent = { ...run, state: 'Finished' as const, abTest: chosen(winner) };
    const ports = {
      runs: { get: async () => sent },
      content: {
        ...world.ports.content,
        getBytes: async (key: string) => world.objects.get(key),
      },
      consoleUrl: '',
    } as never;
    const seen = new Map<string | undefined, string>();
    for (let place = 0; place < chunks; place += 1) {
      const chunk = Chunk.parse(JSON.parse(String(world.objects.get(chunkKey(prefix, place)))));
      const [first] = chunk.recipients;
      const query = { as: 0, profile: first?.profileId };
      const { variant, subject } = await previewRun(ports)({ params: { id: 'r' }, query } as never);
      expect(variant).toBe(chunk.variant === 'winner' ? winner : (chunk.variant ?? null));
      seen.set(chunk.variant, subject);
    }
    expect(seen.get('b')).toContain('Other');
    expect(seen.get('winner')).toBe(seen.get(winner ?? undefined));
  },
);

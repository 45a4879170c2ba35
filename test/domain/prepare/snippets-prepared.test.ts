import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { templateOf } from '../../../domain/content/skeleton.ts';
import { Manifest, manifestKey } from '../../../domain/model/manifest.ts';
import { prepareRun } from '../../../lambdas/prepare/prepare-run.ts';
import { snippetsOfAttempt } from '../../../lambdas/prepare/attempt-snippets.ts';
import { hanna, snippetOf } from '../snippet-of.ts';
import { orderly, peopleWith, PrepareWorld } from './prepare-world.ts';

const html = orderly.html.replace('<p>', "<p>{% render 'imprint' %} ");

const worldWith = (texts: Record<string, string>): PrepareWorld => {
  const world = new PrepareWorld({ html }, peopleWith([{ name: 'Ada' }]));
  for (const [name, text] of Object.entries(texts)) world.snippets.set(name, snippetOf(name, text));
  return world;
};

test('what a snippet says is frozen, hashed and confirmed as part of the content', async () => {
  const world = worldWith({ imprint: "Sample Ltd., {% include 'who' %}", who: 'Ms {{ name }}', other: 'x' });
  const run = await world.prepare();
  const manifest = Manifest.parse(JSON.parse(world.objects.get(manifestKey('runs/r/attempt/'))?.toString() ?? ''));
  expect(templateOf(manifest.content.html)).toContain('Sample Ltd., Ms {{ name }}');
  const snippets = ['imprint', 'who'].map((name) => ({
    name,
    sha256: createHash('sha256')
      .update(world.snippets.get(name)?.text ?? '')
      .digest('hex'),
  }));
  expect(manifest.snippets).toEqual(snippets);
  expect(run).toMatchObject({ state: 'AwaitingConfirmation', preparation: { snippets } });
  expect(run.authors).toContainEqual(hanna);
});

test.each([
  [{}, 'there is no snippet “imprint”'],
  [{ imprint: "{% render 'imprint' %}" }, 'snippets ask for one another in a circle: “imprint” → “imprint”'],
])('one that cannot stand there blocks the run: %j', async (texts, cause) => {
  const run = await worldWith(texts).prepare();
  expect(run).toMatchObject({
    state: 'PreparationFailed',
    checks: [{ code: 'templateValid', verdict: 'blocking', facts: { cause } }],
  });
});

test('a later step of a preparation goes on with what the first one read, whatever was changed meanwhile', async () => {
  const world = worldWith({ imprint: 'before' });
  const campaign = await world.ports.campaigns.withContent('c');
  if (!campaign) throw new Error('it is there');
  const first = await snippetsOfAttempt(world.ports, campaign, { prefix: 'p/', leg: 0 });
  world.snippets.set('imprint', snippetOf('imprint', 'after'));
  expect(await snippetsOfAttempt(world.ports, campaign, { prefix: 'p/', leg: 1 })).toEqual(first);
  expect(first).toMatchObject([{ text: 'before' }]);
});

test('a preparation without snippets asks for none', async () => {
  const world = new PrepareWorld({}, peopleWith([{ name: 'Ada' }]));
  const asked = async () => Promise.reject(new Error('it asked'));
  await prepareRun({ ...world.ports, snippets: { getMany: asked } })({ runId: 'r' }, () => 900_000);
  expect(world.run.state).toBe('AwaitingConfirmation');
});

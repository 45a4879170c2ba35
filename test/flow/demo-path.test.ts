import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from '@jest/globals';
import { MessageLine } from '../../domain/track/api.ts';
import { demoProfiles, expectedExclusions, toCsv } from '../../local/demo/audience.ts';
import { foretell } from '../../local/demo/foretell.ts';
import type { Api } from '../../local/demo/api.ts';
import { enter, mailsOf, type World } from './world.ts';

/** A list as CSV: its pages put behind each other, followed by their `link` headers. */
const csvOf = async (api: Api, path: string): Promise<unknown> => {
  let text = '';
  let query: string | undefined = path;
  while (query !== undefined) {
    const answer = await fetch(api.url + query, {
      headers: { authorization: `Bearer ${api.token}`, accept: 'text/csv' },
    });
    text += await answer.text();
    const next = /<([^>]*)>/.exec(answer.headers.get('link') ?? '')?.[1];
    query = next === undefined ? undefined : path.replace(/\?.*$/, next);
  }
  return parse(text, { columns: true });
};

let world: World;
beforeAll(async () => {
  world = await enter();
});

test('the main job: from a CSV to figures that were foretold, with books that balance at every step', async () => {
  const { story, since } = world;
  const profiles = demoProfiles(300);
  await story.inbox.behave('demo', 7);
  try {
    await story.importProfiles('demo-path', toCsv(profiles));
    const run = await story.prepare('demo-path');
    const excluded = Object.fromEntries(
      run.counts.excluded.filter(({ count }) => count > 0).map(({ cause, count }) => [cause, count]),
    );
    expect(excluded).toEqual(expectedExclusions(profiles));
    const log = await story.exclusions(run.id);
    expect(log).toHaveLength(run.counts.targeted - run.counts.toDeliver);
    expect(
      log.every(
        ({ profileId, cause }) =>
          profiles.some((p) => p.cells['id'] === profileId && p.cause === cause) || cause === 'duplicate',
      ),
    ).toBe(true);
    expect(await mailsOf(world, run.id)).toEqual([]);

    await story.confirmByMail(since);
    await story.watchSending(run.id);

    const lines = await story.messages(run.id);
    const expected = foretell(
      7,
      lines.map(({ address }) => address),
    );
    const figures = await story.measure(
      run.id,
      ({ delivered, opened, clicked, failed }) =>
        delivered.count === expected.delivered &&
        failed.count === expected.failed &&
        opened.count === expected.opened &&
        clicked.count === expected.clicked,
    );
    expect({
      delivered: figures.delivered.count,
      failed: figures.failed.count,
      opened: figures.opened.count,
      clicked: figures.clicked.count,
    }).toEqual(expected);
    expect(figures.books).toMatchObject({ balanced: true, difference: 0, pending: 0, unknown: 0 });

    const mails = await mailsOf(world, run.id);
    expect(mails).toHaveLength(run.counts.toDeliver);
    expect(new Set(mails.map(({ to }) => to.toLowerCase())).size).toBe(run.counts.toDeliver);
    expect(mails.every(({ subject }) => !subject.includes('{{'))).toBe(true);

    const failedOnly = await story.preparer.all(`/runs/${run.id}/messages?state=failed`, MessageLine);
    expect(failedOnly).toHaveLength(expected.failed);
    expect(failedOnly.every(({ state }) => state === 'failed')).toBe(true);
    expect(await csvOf(story.preparer, `/runs/${run.id}/messages?limit=200`)).toEqual(
      lines.map(({ number, address }) => expect.objectContaining({ number: String(number), address })),
    );

    const reader = lines.find(({ state }) => state === 'delivered');
    expect(await story.history(reader?.profileId ?? '')).toEqual([
      expect.objectContaining({ runId: run.id, state: 'delivered', campaignName: 'Autumn letter' }),
    ]);
  } finally {
    await story.inbox.behave('plain', 1);
  }
});

import { expect, test } from '@jest/globals';
import type { Campaign } from '../../../domain/model/campaign.ts';
import { CONTENT_BYTES, contentBytes, refuseTooLarge, SETTINGS_BYTES } from '../../../domain/write/campaign-size.ts';
import { itemBytes } from '../../../domain/write/item-size.ts';
import { Check } from '../../../domain/model/preparation.ts';
import { withinBounds } from '../../../domain/prepare/check-bounds.ts';
import { copyCampaign, createCampaign, editCampaign } from '../../../lambdas/write/campaigns.ts';
import { answerOf as answerOfRoute, problemAnswer } from '../../../lambdas/entry/http-answer.ts';
import { showRun } from '../../../domain/model/show-run.ts';
import { writeRoutes } from '../../../domain/write/routes.ts';
import { GateWorld } from '../confirm/fakes.ts';
import { author, awaiting, makingOf, now, person } from '../samples.ts';
import { noLives } from '../schedule/series-timers.ts';

const input = {
  name: 'Letter',
  list: 'friends',
  sender: { name: 'Shop', address: 'news@shop.example' },
  content: { subject: 'Hi', preheader: '', html: '<p>Hi</p>', text: 'Hi' },
  schedule: { mode: 'onceConfirmed' as const },
  requestConfirmation: true,
};
const campaign: Campaign = {
  ...input,
  id: 'c',
  version: 1,
  createdAt: now,
  createdBy: author,
  updatedAt: now,
  updatedBy: author,
};
const large = { ...input.content, html: '한'.repeat(340_000) };

const asked = {
  query: {},
  actor: { ...person, groups: ['prepare-deliveries'] },
  origin: { ip: '192.0.2.1', userAgent: 'test' },
  making: makingOf('n'),
};

/** The handlers over a store that holds one campaign. */
const withStored = (stored: Campaign) => {
  const world = new GateWorld(awaiting, []);
  const written: Campaign[] = [];
  const write = async (one: Campaign) => void written.push(one);
  const campaigns = {
    get: async () => stored,
    withContent: async () => stored,
    create: write,
    replace: write,
  };
  const ports = {
    ...world.ports,
    campaigns,
    lives: noLives,
    policy: { unaskedSeries: 'allowed' as const },
    templateEditors: { of: async () => [] },
    brandEditors: { of: async () => [] },
  };
  return { create: createCampaign(ports), edit: editCampaign(ports), copy: copyCampaign(ports), world, written };
};

const answerOf = async (call: Promise<unknown>) => {
  try {
    await call;
  } catch (error) {
    const { statusCode, body } = problemAnswer(error);
    return { statusCode, ...(JSON.parse(body ?? '') as object) };
  }
  throw new Error('it was not refused');
};

const refusal = { statusCode: 413, code: 'too-large', cause: 'campaignTooLarge', limit: CONTENT_BYTES };

test('a content that does not fit is refused with its size, created as well as changed', async () => {
  const { create, edit, world, written } = withStored(campaign);
  const bytes = contentBytes(large);
  expect(bytes).toBe(340_000 * 3 + 'Hi'.length * 2);
  expect(await answerOf(create({ ...asked, params: {}, body: { ...input, content: large } }))).toMatchObject({
    ...refusal,
    bytes,
  });
  const body = { ...input, content: large, version: 1 };
  expect(await answerOf(edit({ ...asked, params: { id: 'c' }, body }))).toMatchObject({ ...refusal, bytes });
  expect(world.run).toEqual(awaiting);
  expect(written).toEqual([]);
});

test.each([
  ['500 KB', 'x'.repeat(500_000)],
  ['455,000 letters', 'x'.repeat(455_000)],
  ['300,000 letters of three bytes each', '한'.repeat(300_000)],
])('a content of %s is taken, and can be changed and copied', async (_what, html) => {
  const { create, written } = withStored(campaign);
  await create({ ...asked, params: {}, body: { ...input, content: { ...input.content, html } } });
  const [stored] = written;
  const again = withStored(stored ?? campaign);
  const content = { ...input.content, html: `${html}!` };
  await again.edit({ ...asked, params: { id: 'n' }, body: { ...input, content, version: 1 } });
  await again.copy({ ...asked, params: { id: 'n' }, body: { name: 'Copy' } });
  expect(again.written.map((one) => one.content.html?.length)).toEqual([html.length + 1, html.length]);
});

test('a campaign with all that fits, and fifty runs of it, is one answer of the API', () => {
  const values = Array.from({ length: 100 }, (_, index) => `${index} "ü" `.padEnd(50, 'x'));
  const oneOf = { is: 'oneOf' as const, attribute: 'city', values };
  const filterOf = (count: number) => ({
    join: 'any' as const,
    conditions: Array.from({ length: count }, () => oneOf),
  });
  const isTaken = (count: number): boolean => {
    try {
      refuseTooLarge({ ...campaign, filter: filterOf(count) });
      return true;
    } catch {
      return false;
    }
  };
  const most = Array.from({ length: 20 }, (_, index) => index + 1).findLast(isTaken) ?? 0;
  const filter = filterOf(most);
  expect(itemBytes(filter)).toBeGreaterThan(SETTINGS_BYTES * 0.9);
  const line =
    '<p style="margin:0 0 12px;font:16px/1.5 Georgia">Bed 1: peas, beans and marigolds stand side by side.</p>\n';
  const content = { ...input.content, html: line.repeat(Math.floor((CONTENT_BYTES - 10) / line.length)) };
  const runs = Array.from({ length: 50 }, () => showRun({ ...awaiting, filter }, asked.actor));
  const detail = { campaign: { ...campaign, content, filter }, runs, unreadable: [], nextRuns: [], scheduleFaults: [] };
  const answer = answerOfRoute(writeRoutes.getCampaign, detail, { headers: {} });
  // Lambda quotas: 6 MB of response payload, which is the JSON that carries the body.
  expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(6 * 1024 * 1024);
});

test('what a check names fits into its run, however much a template names', () => {
  const unknown = Array.from({ length: 60_000 }, (_, index) => `a${index}`);
  const check = Check.parse({
    code: 'variablesKnown',
    verdict: 'blocking',
    facts: { unknown, cause: '\u{1F600}'.repeat(9999) },
  });
  const kept = withinBounds(check);
  expect(kept.facts['unknown']).toEqual(unknown.slice(0, 50));
  expect(itemBytes(kept)).toBeLessThan(4000);
  expect(JSON.stringify(kept).isWellFormed()).toBe(true);
});

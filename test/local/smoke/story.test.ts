import { describe, expect, test } from '@jest/globals';
import { cleanUp } from '../../../operator/smoke/clean-up.ts';
import { isProven, type Line } from '../../../operator/smoke/line.ts';
import { recipientsOf } from '../../../operator/smoke/scenarios.ts';
import { tellStory, type Parts } from '../../../operator/smoke/story.ts';
import { FakeApi, FakeProduct, me } from './fake-product.ts';

const recipients = recipientsOf('smoke-1');

type Different = ConstructorParameters<typeof FakeProduct>[1];

type Who = { approver?: boolean; admin?: boolean };

/** @param waitMs below 0: one look at the events */
const told = async (different: Different = {}, who: Who = {}, waitMs = -1) => {
  const product = new FakeProduct(recipients, different);
  const lines: Line[] = [];
  const known = (name: string) => ({ api: new FakeApi(product, name), me: me(name) });
  const preparer = known('paula');
  const parts: Parts = {
    mark: 'smoke-1',
    recipients,
    sender: 'freigabe@freigabe.example',
    people: {
      preparer,
      approvers: who.approver === false ? [] : [known('anton')],
      admin: who.admin === false ? undefined : known('ada'),
    },
    waitMs,
    say: (line) => void lines.push(line),
    made: { isImported: false, runId: undefined },
  };
  const error = await tellStory(parts, preparer.api).catch((thrown: unknown) => thrown);
  await cleanUp(parts);
  return { lines, product, error, verdictOf: (what: string) => lines.find((line) => line.what === what)?.verdict };
};

test('a stage in order: a line for each part, all of them ok, and what was imported is erased', async () => {
  const { lines, product } = await told();
  expect(lines.map(({ verdict, what }) => `${verdict} ${what}`)).toEqual([
    'ok import',
    'ok prepare',
    'note checks',
    'ok confirm',
    'ok send',
    ...['success', 'ooto', 'complaint', 'bounce', 'suppressionlist'].map((scenario) => `ok ${scenario}`),
    'ok figures',
    'ok books',
    'ok history',
    'ok events',
    'ok clean up',
    'ok stays',
  ]);
  expect(isProven(lines)).toBe(true);
  expect(product.asked).toContain('anton POST /runs/r/decision');
  expect(product.asked.filter((asked) => asked === 'ada POST /profiles/X/erase')).toHaveLength(recipients.length);
});

test('what SES does not promise is waited for too, once everything else has come', async () => {
  const { lines } = await told({}, {}, 60_000);
  expect(lines).toContainEqual({ verdict: 'ok', what: 'ooto', says: '1 delivered, autoReply' });
});

describe('what is not in order is told where it is, and everything made so far is cleaned up', () => {
  test.each<[what: string, verdict: string, different: Different]>([
    ['import', 'failed', { accepted: 9 }],
    ['prepare', 'failed', { blocking: 'senderVerified' }],
    ['prepare', 'failed', { excluded: 1 }],
    ['send', 'failed', { pausedFor: 'bounceRatio' }],
    ['complaint', 'notSeen', { unheard: 'complaint' }],
    ['success', 'notSeen', { unheard: 'success' }],
    ['figures', 'failed', { complained: 0 }],
    ['books', 'failed', { balanced: false }],
    ['recount', 'note', { corrected: { delivered: 1 } }],
    ['events', 'note', { newInEvents: 'delivery.shape' }],
  ])('%s: %s for %j', async (what, verdict, different) => {
    const { lines, product, verdictOf } = await told(different);
    expect(verdictOf(what)).toBe(verdict);
    expect(isProven(lines)).toBe(verdict === 'note');
    expect(product.asked.filter((asked) => asked.endsWith('/erase'))).toHaveLength(recipients.length);
    for (const line of lines) if (line.verdict !== 'ok') expect(line.mend).toBeDefined();
  });

  test('nobody who confirms: the run is stopped by whoever prepared it, and who could is told', async () => {
    const { lines, product, verdictOf } = await told({}, { approver: false });
    expect([verdictOf('confirm'), verdictOf('stopped')]).toEqual(['notDone', 'ok']);
    expect(lines.find(({ what }) => what === 'confirm')?.mend).toContain('start-deliveries');
    expect(product.asked).toContain('paula POST /runs/r/stop');
    expect(product.asked.some((asked) => asked.includes('decision'))).toBe(false);
  });

  test('a paused run is stopped', async () => {
    const { product } = await told({ pausedFor: 'bounceRatio' });
    expect(product.asked.some((asked) => asked.endsWith('/stop'))).toBe(true);
  });

  test('nobody who erases: a note that says who can, and the stage is proven all the same', async () => {
    const { lines, verdictOf } = await told({}, { admin: false });
    expect(verdictOf('clean up')).toBe('note');
    expect(isProven(lines)).toBe(true);
  });

  test.each<[Different, number]>([
    [{ importRefused: true }, 409],
    [{ decisionRefused: true }, 403],
  ])('what the API refuses ends the story and is cleaned up: %j', async (different, status) => {
    const { error, product } = await told(different);
    expect(error).toMatchObject({ status });
    expect(product.asked.at(-1)).toMatch(/erase$/);
  });
});

test('no line has a token or an address in it', async () => {
  for (const different of [{}, { unheard: 'complaint' }, { accepted: 1 }, { excluded: 1 }]) {
    const { lines } = await told(different);
    expect(JSON.stringify(lines)).not.toMatch(/@|a-secret-token/);
  }
});

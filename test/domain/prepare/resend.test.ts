import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../domain/people/people.ts';
import { Problem } from '../../../domain/http/problem.ts';
import type { Run, RunIn } from '../../../domain/model/run.ts';
import { transition } from '../../../domain/model/transition.ts';
import type { Unknown } from '../../../domain/model/unknown.ts';
import { derivedId } from '../../../lambdas/entry/derived-id.ts';
import { resendRun } from '../../../lambdas/prepare/resend-run.ts';
import { author, awaiting, makingOf, now, preparation } from '../samples.ts';

const later = '2026-11-24T11:00:00.000Z';
const finished: RunIn<'Finished'> = {
  ...awaiting,
  id: 'original',
  state: 'Finished',
  startAt: now,
  sendingStartedAt: now,
  finishedAt: now,
};
const paula: Actor = { ...author, groups: ['prepare-deliveries'] };

/** The tables and the machine behind the handler. */
class World {
  readonly runs = new Map<string, Run>();
  readonly started: string[] = [];
  readonly history: string[] = [];
  /** Called once, just before the next run is replaced. */
  beforeReplace: () => void = () => undefined;
  unknown: Unknown = { numbers: [3, 4, 9], deadline: now };

  constructor(original: Run = finished) {
    this.runs.set(original.id, original);
  }

  readonly ask = async (messages = 3, actor = paula, of = 'original') =>
    resendRun({
      runs: {
        get: async (id) => this.runs.get(id),
        create: async (run) => {
          if (this.runs.has(run.id)) return false;
          this.runs.set(run.id, run);
          return true;
        },
        replace: async (run) => {
          const call = this.beforeReplace;
          this.beforeReplace = () => undefined;
          call();
          if (this.runs.get(run.id)?.version !== run.version - 1) throw new Problem('conflict', 'moved', 'again');
          this.runs.set(run.id, run);
        },
        ofCampaign: async () => [],
        openOfCampaign: async () => [],
        listOfCampaign: async () => ({ items: [], unreadable: [] }),
        current: async () => ({ items: [], unreadable: [], cursor: null }),
        recent: async () => ({ items: [], unreadable: [] }),
        open: async () => [],
      },
      unknown: { ofRun: async () => this.unknown },
      machine: { start: async (name) => void this.started.push(name), running: async () => new Set() },
      audit: { append: async ({ what }) => void this.history.push(what), ofRun: async () => [] },
      clock: () => Date.parse(later),
      derivedId,
    })({
      params: { id: of },
      query: {},
      body: { messages },
      actor,
      origin: { ip: '', userAgent: '' },
      making: makingOf('r'),
    });

  become(id: string, change: (run: Run) => Run): void {
    const run = this.runs.get(id);
    if (run) this.runs.set(id, change(run));
  }
}

const refusal = (code: string, text: RegExp) => ({ code, message: expect.stringMatching(text) });
const sent = (run: Run): Run => ({ ...finished, ...run, state: 'Finished', preparation, sendingStartedAt: later });

describe('sending the unknown messages of a run again', () => {
  test('makes one run with a gate of its own, linked both ways', async () => {
    const world = new World();
    const run = await world.ask();
    expect(run).toMatchObject({ state: 'Preparing', resendOf: 'original', requestConfirmation: true, sendAt: null });
    expect(world.runs.get('original')).toMatchObject({ state: 'Finished', resentAs: run.id, version: 2 });
    expect(world.started).toEqual([run.id]);
    expect(world.history).toEqual(['resendAsked']);
  });

  test('a repeated call answers the same run, also after a crash between any two of its writes', async () => {
    const world = new World();
    const { id } = await world.ask();
    expect((await world.ask()).id).toBe(id);
    world.runs.set('original', finished);
    expect((await world.ask()).id).toBe(id);
    expect([...world.runs.keys()]).toEqual(['original', id]);
    expect(world.runs.get('original')).toMatchObject({ resentAs: id });
  });

  test('goes on when the original is written at the same moment, so that no run is left without its execution', async () => {
    const world = new World();
    world.beforeReplace = () => world.become('original', (run) => ({ ...run, version: run.version + 1 }));
    const { id } = await world.ask();
    expect(world.runs.get('original')).toMatchObject({ resentAs: id });
    expect(world.started).toEqual([id]);
  });

  test('while one is open, a second for another number of messages is refused and names it', async () => {
    const world = new World();
    const { id } = await world.ask();
    world.unknown = { numbers: [3, 4], deadline: now };
    await expect(world.ask(2)).rejects.toMatchObject({
      ...refusal('conflict', /3 unknown messages .* Preparing/),
      cause: 'resendUnderway',
      facts: { runId: id, state: 'Preparing', messages: 3 },
    });
    world.runs.set('original', finished);
    await expect(world.ask(2)).rejects.toMatchObject(refusal('conflict', /3 unknown messages/));
  });

  test('after one that was rejected, expired or stopped unsent a new one can be asked for', async () => {
    const world = new World();
    const { id } = await world.ask();
    world.become(id, (run) => transition(run, { type: 'stopped', at: later, by: author, cause: 'stopped' }));
    const second = await world.ask();
    expect(second.id).not.toBe(id);
    expect(world.runs.get('original')).toMatchObject({ resentAs: second.id });
    expect(second.id > id).toBe(true);
  });

  test('what was sent again is never sent a third time from the original', async () => {
    const world = new World();
    const { id } = await world.ask();
    world.become(id, sent);
    await expect(world.ask()).rejects.toMatchObject(refusal('conflict', /sent again already/));
    expect(await world.ask(3, paula, id)).toMatchObject({ resendOf: id });
  });

  test('only of a run that has ended, for the number that is unknown now, once SES can answer no more', async () => {
    const asking = (world: World, messages = 3) => expect(world.ask(messages)).rejects;
    await asking(new World({ ...awaiting, id: 'original' })).toMatchObject(refusal('wrong-state', /Await/));
    await asking(new World(), 4).toMatchObject(refusal('conflict', /Now 3 .* not 4/));
    const busy = new World();
    busy.unknown = { numbers: [1], deadline: '2026-11-24T11:00:30.000Z' };
    await asking(busy, 1).toMatchObject(refusal('busy', /may still answer/));
    const none = new World();
    none.unknown = { numbers: [], deadline: '' };
    await asking(none).toMatchObject(refusal('conflict', /No message/));
  });

  test('not once its message rows have ended: which of them are unknown is not known any more', async () => {
    const world = new World({ ...finished, preparation: { ...preparation, rowsUntil: now } });
    await expect(world.ask()).rejects.toMatchObject({ code: 'rows-ended' });
    expect(world.runs.size).toBe(1);
  });
});

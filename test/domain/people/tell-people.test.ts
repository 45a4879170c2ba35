import { beforeEach, describe, expect, test } from '@jest/globals';
import { mailKinds, type MailKind } from '../../../domain/people/mail-choice.ts';
import type { ConsoleWords } from '../../../domain/people/run-notice-mail.ts';
import { noticeOf } from '../../../domain/people/run-notice.ts';
import { NotMailed, type SingleMail } from '../../../domain/ports/single-mailer.ts';
import { Check } from '../../../domain/model/preparation.ts';
import { PauseCause, SkipCause, type Decision, type Run } from '../../../domain/model/run.ts';
import { StopCause } from '../../../domain/model/stop-cause.ts';
import { peopleIn } from '../../../lambdas/adapters/cognito/people.ts';
import { consoleWords } from '../../../lambdas/entry/console-words.ts';
import { tellPeople, type TellPorts } from '../../../lambdas/people/tell-people.ts';
import { author, awaiting, now, person, preparation, preparing } from '../samples.ts';
import { UserPool } from './user-pool.ts';

const decision: Decision = {
  decision: 'confirm',
  manifestHash: preparation.manifestHash,
  acknowledged: [],
  by: person,
  at: now,
  via: 'link',
};
const released = { ...awaiting, approvals: [decision], decision, startAt: now };
const started = { ...released, sendingStartedAt: now };
const missing = {
  since: now,
  needed: 1,
  canTake: [{ sub: 'd', email: 'd@freigabe.example', name: 'Dora', language: 'en' as const }],
};
const gate = {
  requestedAt: now,
  deadline: now,
  approvers: [],
  notMailed: 0,
  reminded: [],
  escalated: false,
  relieved: [],
};
const blocking = (code: Check['code'], facts: Check['facts'] = {}): Check => ({ code, verdict: 'blocking', facts });

const failed: Run = {
  ...preparing,
  state: 'PreparationFailed',
  failedAt: now,
  checks: [
    blocking('subjectPresent'),
    blocking('variablesKnown', { unknown: ['first_nam', 'city'] }),
    { code: 'size', verdict: 'warning', facts: {} },
  ],
};
const finished: Run = { ...started, state: 'Finished', finishedAt: now };
const pausedFor = (pauseCause: PauseCause): Run => ({
  ...started,
  state: 'Paused',
  pausedAt: now,
  pausedBy: null,
  pauseCause,
});
const stoppedFor = (cause: Exclude<StopCause, 'stopped' | 'edited'>): Run => ({
  ...preparing,
  state: 'Stopped',
  stoppedAt: now,
  stoppedBy: null,
  cause,
  changed: [],
});
const skippedFor = (cause: SkipCause): Run => ({ ...preparing, state: 'Skipped', skippedAt: now, cause });

const told: [string, Run][] = [
  ['a preparation that is blocked', failed],
  ['an expired question', { ...awaiting, state: 'Expired', expiredAt: now }],
  ['a run that is over', finished],
  ['a question that nobody can answer', { ...awaiting, gate: { ...gate, missing } }],
  [
    'a question that nobody at all can answer',
    { ...awaiting, gate: { ...gate, missing: { ...missing, needed: 2, canTake: [] } } },
  ],
  ...PauseCause.options.map((cause): [string, Run] => [`a pause for ${cause}`, pausedFor(cause)]),
  ...SkipCause.options.map((cause): [string, Run] => [`a start skipped for ${cause}`, skippedFor(cause)]),
  ...StopCause.options
    .filter((cause) => cause !== 'stopped' && cause !== 'edited')
    .map((cause): [string, Run] => [`a stop for ${cause}`, stoppedFor(cause)]),
];
const untold: [string, Run][] = [
  ['what goes its way', preparing],
  ['an open question', { ...awaiting, gate }],
  ['a run that waits for its time', { ...released, state: 'Scheduled' }],
  ['a run that is sent', { ...started, state: 'Sending' }],
  ['a pause by somebody', { ...started, state: 'Paused', pausedAt: now, pausedBy: person }],
  [
    'a stop by somebody',
    { ...preparing, state: 'Stopped', stoppedAt: now, stoppedBy: person, cause: 'stopped', changed: [] },
  ],
  [
    'a rejection, which is told by itself',
    { ...awaiting, state: 'Rejected', decision: { ...decision, decision: 'reject' } },
  ],
  ['the end of a run that asked nobody', { ...finished, decision: undefined }],
];

/** Runs to tell of, a user pool and a mail box. Paula (German) asks, Anton confirms, Ada administers. */
class TellWorld {
  readonly pool = new UserPool();
  readonly mails: SingleMail[] = [];
  readonly claims = new Set<string>();
  readonly off = new Map<string, MailKind[]>();
  readonly queue = new Set(['r']);
  run: Run = preparing;
  at = Date.parse(now) + 60_000;
  refusal: Error | undefined;
  crash: Error | undefined;
  tried = 0;
  /** What is left of its time before each mail, in milliseconds. */
  timeLeft = 55_000;

  constructor() {
    for (const { sub, email, name, language } of [author, person])
      this.pool.with(sub, { groups: ['start-deliveries'], attributes: { email, name, locale: language } });
    this.pool.with('ada', { groups: ['administration'] });
    this.pool.with('gone', { groups: ['administration', 'start-deliveries'], enabled: false });
  }

  get ports(): TellPorts {
    const keyOf = (telling: object): string => JSON.stringify(telling);
    return {
      notices: {
        untold: async () => [...this.queue],
        markTold: async ({ id }) => void this.queue.delete(id),
        claim: async (telling) => !this.claims.has(keyOf(telling)) && Boolean(this.claims.add(keyOf(telling))),
        release: async (telling) => void this.claims.delete(keyOf(telling)),
      },
      runs: { get: async () => this.run },
      people: peopleIn(this.pool.port, () => 0),
      ledger: {
        tallies: async () => [{ chunk: 0, closed: 1, handedOver: 1200, refused: 3, optedOut: 2, open: 1 }],
      },
      choices: { offOf: async (sub) => this.off.get(sub) ?? [] },
      mailer: {
        send: async (mail) => {
          this.tried += 1;
          if (this.refusal) throw this.refusal;
          this.mails.push(mail);
          if (this.crash) throw this.crash;
        },
      },
      words: consoleWords,
      clock: () => this.at,
      consoleUrl: 'https://console.example',
      sender: 'freigabe@freigabe.example',
      report: () => undefined,
    };
  }

  look = async (run: Run): Promise<string[]> => {
    this.run = run;
    this.queue.add('r');
    this.mails.length = 0;
    await tellPeople(this.ports)(() => this.timeLeft);
    return this.mails.map(({ to }) => to.slice(0, to.indexOf('@'))).toSorted();
  };
}

let world: TellWorld;
beforeEach(() => {
  world = new TellWorld();
});

describe.each(told)('%s', (_what, run) => {
  test('is told to whoever asked, in their language, with one link and the words of the console', async () => {
    expect(await world.look(run)).toContain('paula');
    const mail = world.mails.find(({ to }) => to === author.email);
    expect(mail?.text).toMatch(/^Letter: .*\n\nGuten Tag Paula, es geht um Letter\./);
    expect(mail?.text.match(/https?:\/\/\S+/g)).toEqual(['https://console.example/runs/r']);
    // A key that has no words, or a value that a sentence lacks.
    for (const { text, html } of world.mails)
      expect(`${text}${html}`).not.toMatch(/run\.say|confirm\.missing|prepare\.|[{}]|–\D*\n\n/);
  });

  test('once, however often it is looked at', async () => {
    await world.look(run);
    expect(await world.look(run)).toEqual([]);
    expect(world.queue.size).toBe(0);
  });

  test('and not when it is no news any more', async () => {
    world.at += 3 * 86_400_000;
    expect(await world.look(run)).toEqual([]);
    expect(world.queue.size).toBe(0);
  });
});

test.each(untold)('%s is no mail', async (_what, run) => {
  expect(noticeOf(run)).toBeUndefined();
  expect(await world.look(run)).toEqual([]);
});

test('what a check found is said in words, and times on the clock of its zone', async () => {
  const [starts, until, ends] = ['2026-12-01T08:00:00.000Z', '2026-12-01T10:00:00.000Z', '2026-12-01T13:00:00.000Z'];
  const zone = 'Europe/Berlin';
  await world.look({
    ...failed,
    checks: [
      blocking('unsubscribeLink', { missing: ['html', 'text'] }),
      blocking('sendWindow', { starts, ends, zone }),
      blocking('validity', { until, ends, zone }),
    ],
  });
  const mail = world.mails.find(({ to }) => to === author.email);
  expect(mail?.text).toContain('Kein sichtbarer Abmeldelink in: HTML, Textfassung');
  expect(mail?.text).toContain('Außerhalb der erlaubten Stunden: 01.12.2026, 09:00 bis 01.12.2026, 14:00');
  expect(mail?.text).toContain(
    'Gültig bis 01.12.2026, 11:00, die letzte Nachricht geht vielleicht erst 01.12.2026, 14:00',
  );
});

describe('who is told', () => {
  test.each<[string, Run, string[]]>([
    ['of a blocked preparation who asked', failed, ['paula']],
    ['of the end also who confirmed it', finished, ['anton', 'paula']],
    ['of a pause also who may resume it', pausedFor('bounceRatio'), ['anton', 'paula']],
    [
      'of a question without approvers also administrators',
      { ...awaiting, gate: { ...gate, missing } },
      ['ada', 'paula'],
    ],
  ])('%s', async (_what, run, names) => {
    expect(await world.look(run)).toEqual(names);
  });

  test('nobody who could not sign in to look', async () => {
    world.pool.with(author.sub, { enabled: false });
    expect(await world.look(finished)).toEqual(['anton']);
    world.pool.users.delete(person.sub);
    expect(await world.look(pausedFor('accessDenied'))).toEqual([]);
  });

  test('nobody who does without such a mail', async () => {
    world.off.set(author.sub, ['finished']);
    expect(await world.look(finished)).toEqual(['anton']);
    world.off.set(
      author.sub,
      mailKinds.filter((kind) => kind !== 'finished'),
    );
    expect(await world.look({ ...finished, id: 'r2' })).toEqual(['anton', 'paula']);
  });

  test('at most once a day of each cause for which starts of a series are skipped', async () => {
    await world.look(skippedFor('earlierRunPending'));
    const next = { ...skippedFor('earlierRunPending'), id: 'r2' };
    expect(await world.look(next)).toEqual([]);
    expect(await world.look({ ...next, cause: 'emptyAudience' } as Run)).toEqual(['paula']);
  });

  test('of a second pause again', async () => {
    await world.look(pausedFor('bounceRatio'));
    const later = new Date(Date.parse(now) + 1000).toISOString();
    expect(await world.look({ ...pausedFor('bounceRatio'), pausedAt: later } as Run)).toEqual(['anton', 'paula']);
  });
});

describe('what is told', () => {
  test('of a blocked preparation: its causes, as the page says them', async () => {
    world.pool.with(author.sub, { attributes: { email: author.email, name: 'Paula', locale: 'en' } });
    await world.look(failed);
    const text = world.mails[0]?.text ?? '';
    expect(text).toContain(consoleWords.en('prepare.check.subjectPresent.wrong', {}));
    expect(text).toContain('Unknown placeholders: first_nam, city');
    expect(text).toContain('Look at the checks, change the campaign, then prepare again.');
  });

  test('of the end: its figures', async () => {
    await world.look(finished);
    expect(world.mails.find(({ to }) => to === person.email)?.text).toContain(
      '8 to deliver: 1,200 handed over to SES, 3 refused, 1 unknown, 2 opted out after the confirmation.',
    );
  });

  test('a number that is zero is said, and what is not known is a dash', () => {
    const said = (values: Record<string, number>) => consoleWords.en('confirm.missing', { since: 'noon', ...values });
    expect(said({ count: 0, n: 0 })).toBe('Since noon 0 people are missing who could confirm this.');
    expect(said({ count: 2 })).toBe('Since noon – people are missing who could confirm this.');
  });

  test('has words for every check that can block', () => {
    for (const say of Object.values<ConsoleWords['en']>(consoleWords))
      for (const code of Check.shape.code.options)
        expect([code, say(`prepare.check.${code}.wrong`, {})]).toEqual([code, expect.any(String)]);
  });
});

describe('a mail that does not go', () => {
  test('for now is tried again, by whoever looks next', async () => {
    world.refusal = new NotMailed('rate', 'Throttling');
    await world.look(failed);
    expect(world.queue.size).toBe(1);
    world.refusal = undefined;
    expect(await world.look(failed)).toEqual(['paula']);
  });

  test.each(['rate', 'quota'] as const)('ends the look: SES takes no other one either (%s)', async (why) => {
    world.refusal = new NotMailed(why, 'Throttling');
    world.queue.add('r2').add('r3');
    await world.look(pausedFor('bounceRatio'));
    expect([world.tried, world.queue.size, world.claims.size]).toEqual([1, 3, 0]);
  });

  test('because the time is over is not begun, and claimed by nobody', async () => {
    world.timeLeft = 5000;
    await world.look(failed);
    expect([world.tried, world.queue.size, world.claims.size]).toEqual([0, 1, 0]);
    world.timeLeft = 55_000;
    expect(await world.look(failed)).toEqual(['paula']);
  });

  test('at all is not tried for ever, and one of which nobody knows not a second time', async () => {
    world.refusal = new NotMailed('mail', 'MessageRejected');
    await world.look(failed);
    expect(world.queue.size).toBe(0);
    world.refusal = undefined;
    world.crash = new Error('socket hang up');
    expect(await world.look(finished)).toHaveLength(2);
    world.crash = undefined;
    expect(await world.look(finished)).toEqual([]);
  });
});

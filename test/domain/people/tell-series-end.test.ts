import { beforeEach, expect, test } from '@jest/globals';
import { whyOver } from '../../../domain/calendar/why-over.ts';
import type { MailKind } from '../../../domain/people/mail-choice.ts';
import { NotMailed, type SingleMail } from '../../../domain/ports/single-mailer.ts';
import type { Schedule } from '../../../domain/model/schedule.ts';
import { endTold, type SeriesLife } from '../../../domain/model/series-life.ts';
import type { SeriesEnd } from '../../../domain/model/stage-event.ts';
import type { Person } from '../../../domain/people/people.ts';
import { tellSeriesEnd } from '../../../lambdas/people/tell-series-end.ts';
import { author, now, person } from '../samples.ts';
import { armedLife, campaignWith } from '../schedule/launch-world.ts';
import { PublishWorld } from './publish-world.ts';

const daily = {
  mode: 'recurring' as const,
  frequency: { kind: 'daily' as const, time: '09:00' },
  zone: 'UTC',
  startsOn: '2026-11-25T00:00',
};

/** A series of Paula's (German) that ends, the bus, and a mail box. */
class EndWorld extends PublishWorld {
  readonly mails: SingleMail[] = [];
  readonly claims = new Set<string>();
  off: MailKind[] = [];
  to: Person | undefined = author;
  mailRefusal: Error | undefined;

  override get ports() {
    const tellSeries = tellSeriesEnd({
      notices: {
        claim: async (told) => !this.claims.has(JSON.stringify(told)) && Boolean(this.claims.add(JSON.stringify(told))),
        release: async (told) => void this.claims.delete(JSON.stringify(told)),
      },
      mailer: {
        send: async (mail) => {
          if (this.mailRefusal) throw this.mailRefusal;
          this.mails.push(mail);
        },
      },
      choices: { offOf: async () => this.off },
      campaigns: { get: async () => ({ ...campaignWith(daily), updatedBy: author }) },
      people: { person: async () => this.to },
      clock: () => this.at,
      consoleUrl: 'https://console.example',
      sender: 'freigabe@freigabe.example',
      report: () => undefined,
    });
    return { ...super.ports, tellSeries };
  }

  ends = async (end: SeriesEnd, by?: Person, minutes = 3): Promise<SingleMail | undefined> => {
    const changed = by && { act: 'ended' as const, by, at: now };
    const life: SeriesLife = { ...armedLife, ...(changed && { changed }) };
    this.lives.set('c', endTold(life, { campaignId: 'c', at: now, ...end }));
    await this.pass(minutes);
    return this.mails[0];
  };
}

let world: EndWorld;
beforeEach(() => {
  world = new EndWorld();
});

test.each<[string, SeriesEnd, Person | undefined, [string, string]]>([
  ['byHand', { cause: 'byHand' }, person, [`${person.name} hat sie beendet.`, `${person.name} ended it.`]],
  ['by whom nobody knows', { cause: 'byHand' }, undefined, ['Jemand hat sie beendet.', 'Somebody ended it.']],
  ['endDate', { cause: 'noStartLeft', reason: 'endDate' }, undefined, ['Das Enddatum', 'The end date']],
  ['runs', { cause: 'noStartLeft', reason: 'runs' }, undefined, ['so viele Ausführungen', 'as many runs']],
  [
    'endSet',
    { cause: 'noStartLeft', reason: 'endSet' },
    undefined,
    ['das jemand für sie gesetzt', 'that somebody set'],
  ],
  ['an earlier event', { cause: 'noStartLeft' }, undefined, ['keinen Start mehr', 'no start any more']],
])('the end of a series is told with its reason, in their language: %s', async (_what, end, by, [german, english]) => {
  const mail = await world.ends(end, by);
  expect([mail?.to, world.mails.length]).toEqual([author.email, 1]);
  expect(mail?.text).toContain(german);
  expect(mail?.text.match(/https?:\/\/\S+/g)).toEqual(['https://console.example/campaigns/c']);
  expect(world.lives.get('c')?.unpublished).toBeUndefined();
  world = new EndWorld();
  world.to = { ...author, language: 'en' };
  expect((await world.ends(end, by))?.text).toContain(english);
});

test('not to who ended it, who does without such mails, who is gone, or when it is no news', async () => {
  expect(await world.ends({ cause: 'byHand' }, author)).toBeUndefined();
  world.off = ['seriesEnded'];
  expect(await world.ends({ cause: 'byHand' }, person)).toBeUndefined();
  world.off = ['finished'];
  world.to = undefined;
  expect(await world.ends({ cause: 'byHand' }, person)).toBeUndefined();
  world.to = author;
  world.at += 3 * 86_400_000;
  expect(await world.ends({ cause: 'byHand' }, person)).toBeUndefined();
  expect(world.lives.get('c')?.unpublished).toBeUndefined();
});

test('a mail that SES does not take for now goes later, and the bus has the event once', async () => {
  world.mailRefusal = new NotMailed('rate', 'Throttling');
  expect(await world.ends({ cause: 'byHand' }, person)).toBeUndefined();
  world.mailRefusal = undefined;
  await world.pass(3);
  expect([world.mails.length, world.bus.length]).toEqual([1, 1]);
});

test.each<[string, Partial<Extract<Schedule, { mode: 'recurring' }>>, Partial<SeriesLife>]>([
  ['endDate', { endsOn: '2026-11-26T23:00' }, {}],
  ['endDate', { endsOn: '2026-11-26T23:00', runs: 9 }, {}],
  ['runs', { endsOn: '2027-11-26T23:00', runs: 2 }, {}],
  ['runs', { runs: 2 }, {}],
  ['endSet', { runs: 9 }, { lastStart: '2026-11-26T09:00:00.000Z' }],
  ['endDate', { endsOn: '2026-11-26T23:00', runs: 2 }, {}],
])('why a series has no start any more: %s (%j, %j)', (reason, rule, life) => {
  const series = { campaign: { schedule: { ...daily, ...rule } }, life: { ...armedLife, ...life } };
  expect(whyOver(series, '2026-11-26T09:00:00.000Z')).toBe(reason);
});

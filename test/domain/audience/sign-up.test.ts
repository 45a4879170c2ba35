import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PendingSignUp } from '../../../domain/audience/sign-up.ts';
import { callerOf, networkOf } from '../../../domain/audience/sign-up.ts';
import { PER_NETWORK } from '../../../domain/audience/sign-up-rules.ts';
import { addressKey } from '../../../domain/model/address.ts';
import { NotMailed, type SingleMail } from '../../../domain/ports/single-mailer.ts';
import {
  confirmSignUp,
  showSignUpConfirmation,
  type ConfirmSignUpPorts,
} from '../../../lambdas/audience/confirm-sign-up.ts';
import { signUp } from '../../../lambdas/audience/sign-up.ts';
import { shortHash } from '../../../lambdas/adapters/dynamodb/profile-item.ts';
import { OptOutWorld, oneClick } from './opt-out-world.ts';

const consent = 'I want to get news by mail, and can unsubscribe at any time.';
const keyed = (text: string): string => createHash('sha256').update(`secret ${text}`).digest('base64url');

/** What is kept of sign-ups, with DynamoDB's conditions, beside the profiles and their opt-outs. */
class SignUpWorld {
  readonly people = new OptOutWorld();
  readonly mails: SingleMail[] = [];
  readonly proofs: { runId: string; what: string; facts: Record<string, string | number> }[] = [];
  readonly lists = new Set<string>();
  refusal: Error | undefined;
  /** Dies before this step of a confirmation. */
  diesAt = Number.POSITIVE_INFINITY;
  private readonly pending = new Map<string, PendingSignUp>();
  private readonly counts = new Map<string, number>();
  private steps = 0;

  constructor() {
    this.people.topics.push({ id: 'news', en: 'News', de: 'Neues' }, { id: 'offers', en: 'Offers', de: 'Angebote' });
  }

  private count(keys: readonly [string, number][]): boolean {
    if (keys.some(([key, most]) => (this.counts.get(key) ?? 0) >= most)) return false;
    for (const [key] of keys) this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    return true;
  }

  private step(): void {
    this.steps += 1;
    if (this.steps > this.diesAt) throw new Error('the Lambda died');
  }

  get ports(): ConfirmSignUpPorts {
    const { imports } = this.people;
    const { profiles } = this.people;
    const step = (): void => this.step();
    return {
      lists: { ensure: async ([name = '']) => void this.lists.add(name) },
      signUps: {
        countNetwork: async (network, at, most) => this.count([[`n ${network} ${at.slice(0, 13)}`, most]]),
        countMail: async (key, at, most) =>
          this.count([
            [`a ${key} ${at.slice(0, 10)}`, 1],
            [`s ${at.slice(0, 13)}`, most],
          ]),
        giveBack: async (key, at) => void this.counts.delete(`a ${key} ${at.slice(0, 10)}`),
        keep: async (pending) => {
          const token = `t${this.pending.size}`;
          this.pending.set(token, pending);
          return token;
        },
        get: async (token) => this.pending.get(token),
        confirmed: async (token, at) => {
          step();
          this.pending.set(token, { ...this.pending.get(token)!, address: '', confirmedAt: at });
        },
        join: async ({ id, address, list, language, at }) => {
          step();
          const known = imports.profiles.get(id);
          if (known?.erasedAt !== undefined || imports.stored.get(id)?.base.merged) return false;
          const lists = [...new Set([...(known?.lists ?? []), list])];
          imports.keep({ address, attributes: { language }, importedAt: at, ...known, id, lists });
          return true;
        },
      },
      profiles: {
        ...profiles,
        findByAddress: async (key: string) =>
          [...imports.profiles.values()].filter(({ address }) => addressKey(address) === key),
        replaceAddressOptOuts: async (...given: Parameters<typeof profiles.replaceAddressOptOuts>) => {
          step();
          return profiles.replaceAddressOptOuts(...given);
        },
        optIn: async (...given: Parameters<typeof profiles.optIn>) => {
          step();
          return profiles.optIn(...given);
        },
      } as never,
      audit: {
        append: async ({ runId, what, facts = {} }) => {
          step();
          this.proofs.push({ runId, what, facts });
        },
      },
      mailer: {
        send: async (mail) => {
          if (this.refusal) throw this.refusal;
          this.mails.push(mail);
        },
      },
      signer: async () => keyed,
      clock: () => imports.at,
      rules: {
        list: 'signed-up',
        sender: { name: 'Shop <b>', address: 'news@shop.example' },
        consent: { en: consent, de: 'Ich möchte Neuigkeiten per Mail bekommen.' },
        perHour: 50,
      },
      topics: this.people.topics,
      consoleUrl: 'https://f.example',
      idOf: shortHash,
      report: () => {},
    };
  }

  async ask(email: string, form: Record<string, string> = {}, ip = '198.51.100.7, 203.0.113.1'): Promise<string> {
    const body = { email, consent: 'yes', 'topic.news': 'yes', ...form };
    const request = { params: {}, query: {}, body, actor: undefined, origin: { ip, userAgent: '' } };
    return (await signUp(this.ports)(request)).html;
  }

  get token(): string {
    return /\/api\/subscribe\/(\S+)/.exec(this.mails.at(-1)?.text ?? '')?.[1] ?? '';
  }

  async press(token: string, form: Record<string, string> = { confirm: 'yes' }) {
    this.steps = 0;
    return confirmSignUp(this.ports)({ params: { token }, query: {}, body: form } as never);
  }

  async getsMails(topic?: string): Promise<string[]> {
    return (await this.people.send(topic)).map(({ address }) => address);
  }

  later(hours: number): void {
    this.people.imports.at += hours * 3_600_000;
  }
}

let world: SignUpWorld;
beforeEach(() => {
  world = new SignUpWorld();
});

describe('asking for the mail', () => {
  test('says the same of an address that is new, known, opted out, suppressed or in quarantine, or had its mail', async () => {
    await world.people.import({ id: 'k', address: 'known@post.example', out: false });
    await world.people.import({ id: 'o', address: 'out@post.example', out: true });
    world.people.suppressions.add('domain', createHash('sha256').update('rival.example').digest('hex'));
    world.people.imports.statuses.set('q@post.example', {
      addressKey: 'q@post.example',
      softErrors: 0,
      quarantine: { since: '2026-11-01T00:00:00Z', reason: 'complaint' },
    });
    const addresses = [
      'new@post.example',
      'known@post.example',
      'out@post.example',
      'x@rival.example',
      'q@post.example',
    ];
    const answers = [];
    for (const address of [...addresses, 'NEW@post.example', 'robot@post.example'])
      answers.push(await world.ask(address, address.startsWith('robot') ? { website: 'x' } : {}));
    expect(new Set(answers).size).toBe(1);
    expect(world.mails.map(({ to }) => to)).toEqual(['new@post.example', 'known@post.example', 'out@post.example']);
    expect(await world.getsMails()).toEqual(['known@post.example']);
  });

  test('names what is missing, and does nothing', async () => {
    expect(await world.ask('nobody')).toContain('Please enter a mail address');
    expect(await world.ask('a@post.example', { consent: 'no' })).toContain('Please tick the box beside');
    expect(await world.ask('a@post.example', { 'topic.news': '' })).toContain('what you would like');
    expect(await world.ask('a@post.example', { consent: 'no', language: 'de' })).toContain('lang="de"');
    expect(world.mails).toEqual([]);
  });

  test('mails an address once a day, a network and the stage so often an hour, whatever is asked', async () => {
    const Ask = fc.record({ who: fc.nat(30), ip: fc.nat(4), minutes: fc.nat(60) });
    await fc.assert(
      fc.asyncProperty(fc.array(Ask, { maxLength: 200 }), async (asks) => {
        world = new SignUpWorld();
        const sent: { to: string; hour: string; day: string; ip: number }[] = [];
        for (const { who, ip, minutes } of asks) {
          world.later(minutes / 600);
          const before = world.mails.length;
          await world.ask(`n${who}@post.example`, {}, `10.9.8.7, 198.51.${ip}.${who}, 203.0.113.1`);
          const at = new Date(world.people.imports.at).toISOString();
          if (world.mails.length > before)
            sent.push({ to: `n${who}`, hour: at.slice(0, 13), day: at.slice(0, 10), ip });
        }
        const most = (of: (one: (typeof sent)[number]) => string): number =>
          Math.max(0, ...[...Map.groupBy(sent, of).values()].map(({ length }) => length));
        expect(most(({ to, day }) => `${to} ${day}`)).toBeLessThanOrEqual(1);
        expect(most(({ hour, ip }) => `${ip} ${hour}`)).toBeLessThanOrEqual(PER_NETWORK);
        expect(most(({ hour }) => hour)).toBeLessThanOrEqual(50);
      }),
      { numRuns: 30 },
    );
  });

  test('leaves an address its mail of the day when SES certainly took none', async () => {
    world.refusal = new NotMailed('rate', 'Throttling');
    await world.ask('a@post.example');
    world.refusal = undefined;
    await world.ask('a@post.example');
    expect(world.mails).toHaveLength(1);
  });

  test('writes nothing of whoever asked into the mail, and no address or IP address into what is kept', async () => {
    await world.ask('a@post.example', { language: 'de' });
    const [mail] = world.mails;
    expect(mail).toMatchObject({ to: 'a@post.example', subject: 'Bitte bestätigen: Mails von Shop <b>' });
    expect(mail?.html).toContain('Shop &lt;b&gt;');
    await world.press(world.token);
    expect(JSON.stringify(world.proofs)).not.toMatch(/post\.example|198\.51/);
  });
});

describe('the link of the mail', () => {
  test('shows a page, changes nothing by itself or by a form that is submitted as it stands, and then confirms once', async () => {
    await world.ask('a@post.example', { tracking: 'yes' });
    const { token } = world;
    const shown = await showSignUpConfirmation(world.ports)({ params: { token } } as never);
    expect(shown.html).toContain(consent);
    expect((await world.press(token, {})).html).toContain('Tick the box');
    expect(await world.getsMails('news')).toEqual([]);
    expect((await world.press(token)).html).toContain('You are subscribed.');
    expect((await world.press(token)).html).toContain('You are subscribed.');
    expect(await world.getsMails('news')).toEqual(['a@post.example']);
    expect(await world.getsMails('offers')).toEqual([]);
    expect([...world.lists]).toEqual([world.ports.rules.list]);
    expect(world.proofs).toEqual([
      expect.objectContaining({
        what: 'signedUp',
        facts: expect.objectContaining({ text: consent, topics: 'news', tracking: 'given' }),
      }),
    ]);
    const detail = await world.people.look(shortHash('a@post.example'));
    expect(detail.tracking).toMatchObject({ choice: 'given', source: 'signUp' });
    expect(detail.profile.lists).toEqual(['signed-up']);
  });

  test('is dead after three days, and where it is none', async () => {
    await world.ask('a@post.example');
    world.later(73);
    expect((await world.press(world.token)).isFound).toBe(false);
    expect((await world.press('nonsense')).isFound).toBe(false);
    expect(await world.getsMails()).toEqual([]);
  });

  test('brings back who had left, and takes from nobody what they had', async () => {
    await world.people.import({ id: 'a', address: 'a@post.example', out: false });
    const [mail] = await world.people.send('offers');
    await world.people.follow(mail!, oneClick);
    await world.ask('a@post.example', { 'topic.news': '', 'topic.offers': 'yes' });
    await world.press(world.token);
    expect([await world.getsMails('offers'), await world.getsMails('news')]).toEqual([
      ['a@post.example'],
      ['a@post.example'],
    ]);
    const [other] = await world.people.send();
    await world.people.follow(other!, 'action=all');
    expect(await world.getsMails()).toEqual([]);
    world.later(24);
    await world.ask('A@Post.example');
    await world.press(world.token);
    expect([await world.getsMails('news'), await world.getsMails('offers')]).toEqual([['a@post.example'], []]);
  });

  test('of an address that came onto the suppression list meanwhile does nothing', async () => {
    await world.ask('x@rival.example');
    world.people.suppressions.add('domain', createHash('sha256').update('rival.example').digest('hex'));
    await world.press(world.token);
    expect(world.people.imports.profiles.size).toBe(0);
  });

  test('of somebody whose person was erased takes another id', async () => {
    const id = shortHash('a@post.example');
    await world.people.import({ id, address: 'a@post.example', out: false });
    await world.people.erase(id);
    await world.ask('a@post.example');
    await world.press(world.token);
    expect(await world.getsMails('news')).toEqual(['a@post.example']);
    expect(world.people.imports.profiles.get(id)?.erasedAt).toBeDefined();
  });

  test('at the address of a profile that was merged into another takes another id', async () => {
    const { stored, snapshot } = world.people.imports;
    await world.people.import({ id: shortHash('a@post.example'), address: 'a@post.example', out: false });
    const merged = { into: 'b', number: snapshot.seq, at: new Date().toISOString() };
    for (const [id, one] of stored) stored.set(id, { ...one, base: { ...one.base, merged } });
    await world.ask('a@post.example');
    await world.press(world.token);
    expect(await world.getsMails('news')).toEqual(['a@post.example']);
  });

  test('that was cut short anywhere and is pressed again comes to the same', async () => {
    for (let diesAt = 0; diesAt < 10; diesAt += 1) {
      world = new SignUpWorld();
      await world.ask('a@post.example');
      world.diesAt = diesAt;
      await world.press(world.token).catch(() => undefined);
      world.diesAt = Number.POSITIVE_INFINITY;
      await world.press(world.token);
      expect([await world.getsMails('news'), await world.getsMails('offers')]).toEqual([['a@post.example'], []]);
      expect((await world.people.look(shortHash('a@post.example'))).tracking?.choice).toBe('refused');
    }
  });
});

test.each([
  ['198.51.100.7, 203.0.113.1', '198.51.100.7', '198.51.100'],
  ['1.2.3.4, 198.51.100.7, 203.0.113.1', '198.51.100.7', '198.51.100'],
  ['2001:db8:1:2::9, 203.0.113.1', '2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002:aaaa::1, 203.0.113.1', '2001:0DB8:0001:0002:aaaa::1', '2001:db8:1:2'],
  ['::1, 203.0.113.1', '::1', '0:0:0:0'],
  ['127.0.0.1', '127.0.0.1', '127.0.0'],
])('%s was asked from %s, which is in %s', (chain, caller, network) => {
  expect([callerOf(chain), networkOf(callerOf(chain))]).toEqual([caller, network]);
});

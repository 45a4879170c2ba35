import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressKey } from '../../../domain/model/address.ts';
import { again, oneClick, OptOutWorld, page, type Mail } from './opt-out-world.ts';

const keysOf = (mails: readonly Mail[]): string[] => mails.map(({ address }) => addressKey(address)).toSorted();

/** What everybody said, in the plainest form: the opt-outs of each address by what said them, and who has which address. */
class Oracle {
  readonly said = new Map<string, Set<string>>();
  readonly people = new Map<string, { key: string; isOut: boolean; isErased: boolean }>();

  of(key: string): Set<string> {
    const known = this.said.get(key) ?? new Set();
    this.said.set(key, known);
    return known;
  }

  import(id: string, key: string, isOut: boolean): void {
    const known = this.people.get(id);
    // Their id says nothing of who is meant, and a no is one of the address.
    if (known?.isErased) {
      if (isOut) this.of(key).add('import');
      return;
    }
    if (known?.isOut && known.key !== key) for (const by of this.of(known.key)) this.of(key).add(by);
    if (isOut) this.of(key).add('import');
    this.people.set(id, { key, isOut: isOut || known?.isOut === true, isErased: false });
  }

  optOut({ profileId, address }: Mail, by: string): void {
    this.of(addressKey(address)).add(by);
    const person = this.people.get(profileId);
    if (!person || person.isErased) return;
    person.isOut = true;
    this.of(person.key).add(by);
  }

  resubscribe({ profileId, address }: Mail, by: string): void {
    const person = this.people.get(profileId);
    if (!person || person.isErased || person.key !== addressKey(address)) return;
    const left = this.of(person.key);
    const isBack = left.delete(by) && left.size === 0;
    if (isBack) person.isOut = false;
  }

  erase(id: string): void {
    const person = this.people.get(id);
    if (!person || person.isErased) return;
    this.of(person.key).add('erasure');
    person.isErased = true;
  }

  /** Those who may be written to, and of them those to whom it is certain. */
  mailable(): { may: Set<string>; must: Set<string> } {
    const people = [...this.people.values()].filter(({ isErased }) => !isErased);
    const may = people.filter(({ key }) => this.of(key).size === 0);
    const must = may.filter(({ isOut }) => !isOut);
    return { may: new Set(may.map(({ key }) => key)), must: new Set(must.map(({ key }) => key)) };
  }
}

const id = fc.constantFrom('p1', 'p2', 'p3');
const address = fc.constantFrom(
  'anna@post.example',
  ' ANNA@Post.example ',
  'bo@bücher.example',
  'Bo@xn--bcher-kva.example',
  'cy@post.example',
);
const nth = fc.nat(30);
const step = fc.oneof(
  { arbitrary: fc.record({ kind: fc.constant('import' as const), id, address, out: fc.boolean() }), weight: 4 },
  { arbitrary: fc.record({ kind: fc.constant('send' as const) }), weight: 3 },
  { arbitrary: fc.record({ kind: fc.constantFrom('oneClick' as const, 'page' as const), nth }), weight: 3 },
  { arbitrary: fc.record({ kind: fc.constant('again' as const), nth }), weight: 4 },
  { arbitrary: fc.record({ kind: fc.constant('complaint' as const), nth }), weight: 1 },
  { arbitrary: fc.record({ kind: fc.constant('erase' as const), id }), weight: 1 },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const byOf = ({ runId, number }: Mail): string => `${runId}.${number}`;

const onMail = async (world: OptOutWorld, oracle: Oracle, kind: Step['kind'], mail: Mail): Promise<void> => {
  if (kind === 'complaint') {
    oracle.optOut(mail, 'complaint');
    return world.complain(mail);
  }
  if (kind === 'again') {
    oracle.resubscribe(mail, byOf(mail));
    await world.follow(mail, again);
    return undefined;
  }
  oracle.optOut(mail, byOf(mail));
  await world.follow(mail, kind === 'page' ? page : oneClick);
  return undefined;
};

const take = async (world: OptOutWorld, oracle: Oracle, one: Step): Promise<void> => {
  if (one.kind === 'import') {
    oracle.import(one.id, addressKey(one.address), one.out);
    await world.import(one);
  } else if (one.kind === 'erase') {
    oracle.erase(one.id);
    if (world.imports.profiles.has(one.id)) await world.erase(one.id);
  } else if (one.kind === 'send') {
    const { may, must } = oracle.mailable();
    const sent = keysOf(await world.send());
    expect(sent.filter((key) => !may.has(key))).toEqual([]);
    expect([...must].filter((key) => !sent.includes(key))).toEqual([]);
  } else {
    const mail = world.mails[one.nth % Math.max(world.mails.length, 1)];
    if (mail) await onMail(world, oracle, one.kind, mail);
  }
};

describe('who opted out', () => {
  test('is written to again by no sequence of imports, moves, links and complaints, and who may be is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 30 }), async (steps) => {
        const world = new OptOutWorld();
        const oracle = new Oracle();
        for (const one of [...steps, { kind: 'send' as const }]) await take(world, oracle, one);
      }),
      { numRuns: 150 },
    );
  });

  const begin = async (out = false): Promise<{ world: OptOutWorld; mail: Mail }> => {
    const world = new OptOutWorld();
    await world.import({ id: 'shop-17', address: 'Rosa@Post.example', out });
    const [mail] = await world.send();
    return { world, mail: mail ?? { runId: 'r1', number: 0, profileId: 'shop-17', address: 'rosa@post.example' } };
  };

  const waysIn: [string, (world: OptOutWorld, mail: Mail) => Promise<unknown>][] = [
    ['one click', async (world, mail) => world.follow(mail, oneClick)],
    ['the page', async (world, mail) => world.follow(mail, page)],
    ['a complaint', async (world, mail) => world.complain(mail)],
    ['an import', async (world) => world.import({ id: 'shop-17', address: 'rosa@post.example', out: true })],
    ['an erasure', async (world) => world.erase('shop-17')],
  ];

  test.each(waysIn)('by %s, gets nothing under another id and spelling', async (_way, optOut) => {
    const { world, mail } = await begin();
    expect(keysOf([mail])).toEqual(['rosa@post.example']);
    await optOut(world, mail);
    await world.import({ id: 'fair', address: ' ROSA@post.example', out: false });
    expect(await world.send()).toEqual([]);
    expect(world.imports.feed).toContain('rosa@post.example');
  });

  test.each(waysIn.slice(2))('by %s, comes back by no link, whoever followed it before', async (_way, optOut) => {
    const { world, mail } = await begin();
    await world.follow(mail, oneClick);
    await optOut(world, mail);
    expect((await world.follow(mail, again)).html).not.toContain('You are subscribed again');
    expect(await world.send()).toEqual([]);
  });

  test('comes back by the link that said it, and by no other', async () => {
    const { world, mail } = await begin();
    const [later] = await world.send();
    await world.follow(mail, oneClick);
    expect((await world.follow(later ?? mail, again)).html).toContain('cannot subscribe you again');
    expect(await world.send()).toEqual([]);
    expect((await world.follow(mail, again)).html).toContain('You are subscribed again');
    expect(keysOf(await world.send())).toEqual(['rosa@post.example']);
  });

  test('does not come back at another address by the link of the earlier one, nor does who is there', async () => {
    const { world, mail } = await begin();
    await world.follow(mail, page);
    await world.import({ id: 'shop-17', address: 'rosa@work.example', out: false });
    expect((await world.follow(mail, again)).html).toContain('cannot subscribe you again');
    await world.import({ id: 'fair', address: 'rosa@work.example', out: false });
    expect(await world.send()).toEqual([]);
  });

  test('by a row that leaves out their address, is out at the one that was known', async () => {
    const { world } = await begin();
    await world.imports.import(['id,email,opted_out', 'shop-17,,yes', 'bo,bo@post.example,no']);
    await world.import({ id: 'fair', address: 'rosa@post.example', out: false });
    expect(keysOf(await world.send())).toEqual(['bo@post.example']);
  });

  test('by a link of a run whose people are deleted, opts out the address of today, and is not brought back by it', async () => {
    const { world, mail } = await begin();
    world.imports.objects.clear();
    await world.follow(mail, oneClick);
    expect((await world.follow(mail, again)).html).toContain('cannot subscribe you again');
    await world.import({ id: 'fair', address: 'rosa@post.example', out: false });
    expect(await world.send()).toEqual([]);
  });
});

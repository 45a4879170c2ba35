import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AddressOptOuts, OptOut } from '../../../domain/model/address-opt-outs.ts';
import { byLink, withOptOut, withoutOptOut } from '../../../domain/model/opt-out.ts';
import { MAX_CHANGES } from '../../../domain/model/profile.ts';
import { exclusionName } from '../../../domain/track/why-names.ts';
import { releaseAddress } from '../../../lambdas/audience/release-address.ts';
import { refuseOptedOut } from '../../../lambdas/prepare/refuse-opted-out.ts';
import { person } from '../samples.ts';
import { again, oneClick, OptOutWorld } from './opt-out-world.ts';

const ROSA = 'rosa@post.example';

/** Rosa opted out by the link of her mail; the same address stands in another list under another id. */
const begin = async (): Promise<OptOutWorld> => {
  const world = new OptOutWorld();
  await world.import({ id: 'shop-17', address: ROSA, out: false });
  for (const mail of await world.send()) await world.follow(mail, oneClick);
  await world.import({ id: 'fair', address: 'ROSA@post.example', out: false });
  return world;
};

describe('a proof', () => {
  test.each(['one click', 'a complaint', 'an erasure'])('is not sent to who opted out by %s', async (way) => {
    const world = await begin();
    const [mail = { runId: 'r1', number: 0, profileId: 'shop-17', address: ROSA }] = world.mails;
    if (way === 'a complaint') await world.complain(mail);
    if (way === 'an erasure') await world.erase('shop-17');
    const ports = { profiles: world.profiles };
    const refused = refuseOptedOut(ports, ['anna@post.example', ' Rosa@Post.example', 'bo@post.example', ROSA]);
    await expect(refused).rejects.toMatchObject({
      code: 'invalid-input',
      cause: 'proofOptedOut',
      facts: { positions: [2, 4] },
      message: expect.not.stringMatching(/rosa/i),
    });
    await expect(refuseOptedOut(ports, ['anna@post.example'])).resolves.toBeUndefined();
  });

  test('is not sent to an address that is in quarantine for a complaint, though it was opted in since', async () => {
    const world = await begin();
    const quarantine = { since: '2026-11-24T10:00:00.000Z', reason: 'complaint' };
    world.imports.statuses.set('cy@post.example', { addressKey: 'cy@post.example', softErrors: 0, quarantine });
    await expect(refuseOptedOut({ profiles: world.profiles }, ['cy@post.example'])).rejects.toThrow('no. 1');
  });
});

describe('a new consent', () => {
  test('ends the opt-outs of profile and address, and what is told later of before changes nothing', async () => {
    const world = await begin();
    const { profile, addressOptOut, changes } = await world.consent('shop-17');
    expect([profile.optedOut, addressOptOut]).toEqual([undefined, null]);
    expect(changes[0]).toMatchObject({ kind: 'optedIn' });
    expect((await world.send()).map(({ profileId }) => profileId)).toEqual(['shop-17']);
  });

  test('ends an erasure for who signed up again under a new id, and not for the one that was erased', async () => {
    const world = await begin();
    await world.erase('shop-17');
    await expect(world.consent('shop-17')).rejects.toMatchObject({ cause: 'personErased' });
    expect(await world.send()).toEqual([]);
    await world.consent('fair');
    expect((await world.send()).map(({ profileId }) => profileId)).toEqual(['fair']);
  });

  test('ends no complaint that comes while it is being recorded', async () => {
    const world = await begin();
    world.beforeOptOut = async () => {
      world.beforeOptOut = async () => {};
      await world.complain(world.mails[0]!);
    };
    expect((await world.consent('fair')).addressOptOut).toMatchObject({ source: 'complaint' });
    expect(await world.send()).toEqual([]);
  });

  test('is refused where nobody opted out', async () => {
    const world = new OptOutWorld();
    await world.import({ id: 'p1', address: ROSA, out: false });
    await expect(world.consent('p1')).rejects.toMatchObject({ cause: 'notOptedOut' });
  });
});

test('an erasure is heard by a run that was frozen for an address that the person has no more', async () => {
  const world = await begin();
  await world.import({ id: 'fair', address: 'rosa@work.example', out: false });
  world.imports.feed.clear();
  await world.erase('fair');
  expect([...world.imports.feed]).toEqual(expect.arrayContaining(['fair', 'rosa@work.example']));
});

test('a release of which nobody can say who answers for it releases nothing', async () => {
  const world = await begin();
  await world.complain(world.mails[0]!);
  const append = async (): Promise<void> => {
    throw new Error('the table is not there');
  };
  const ports = { profiles: world.profiles, audit: { append }, clock: () => world.imports.at };
  const request = { params: { id: 'fair' }, query: {}, body: { reason: 'asked' }, actor: person, origin: {} };
  await expect(releaseAddress(ports as never)(request as never)).rejects.toThrow('not there');
  expect((await world.look('fair')).standing?.quarantine?.reason).toBe('complaint');
});

test('a profile says that its address opted out under another id, when and how', async () => {
  const world = await begin();
  const { profile, addressOptOut, changes } = await world.look('fair');
  expect(profile.optedOut).toBeUndefined();
  expect(addressOptOut).toMatchObject({ source: 'oneClick' });
  expect(changes).toEqual([{ at: addressOptOut?.at, kind: 'optedOut', cause: 'oneClick', by: null }]);
  expect(exclusionName('optedOut').en).toContain('another of the same address');
  expect(exclusionName('optedOut').de).toContain('einem anderen derselben Adresse');
});

test('a link that nobody signed opts out nobody, and its POST says so by its status', async () => {
  const world = await begin();
  const forged = { runId: 'r1.x', number: 0, profileId: 'fair', address: ROSA };
  expect(await world.follow(forged, oneClick)).toMatchObject({ isFound: false });
  expect(await world.follow(forged, again)).toMatchObject({ isFound: false });
});

describe('the opt-outs of an address', () => {
  const links = fc.uniqueArray(fc.nat(500), { minLength: 1, maxLength: 150 });

  test('are so many at most; those by links past that are undone by no link', () => {
    fc.assert(
      fc.property(links, (numbers) => {
        const said = numbers.map((number, minute): OptOut => ({
          at: new Date(Date.UTC(2026, 10, 24, 0, minute)).toISOString(),
          source: 'page',
          by: byLink({ runId: 'r', number }),
        }));
        let known: AddressOptOuts = { addressKey: ROSA, standing: [] };
        for (const one of said) known = withOptOut(known, one) ?? known;
        expect(known.standing.length).toBe(Math.min(numbers.length, MAX_CHANGES + 1));
        for (const { by } of said) known = withoutOptOut(known, { by }, '2026-11-25T00:00:00.000Z') ?? known;
        expect(known.standing.length > 0).toBe(numbers.length > MAX_CHANGES);
      }),
    );
  });
});

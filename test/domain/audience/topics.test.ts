import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Topics } from '../../../domain/model/topics.ts';
import { refuseOptedOut } from '../../../lambdas/prepare/refuse-opted-out.ts';
import { ofKnownTopic } from '../../../lambdas/write/known-topic.ts';
import { endImports } from '../../../lambdas/audience/end-imports.ts';
import { open } from './import-gate.ts';
import { OptOutWorld, tokenOf, type Mail } from './opt-out-world.ts';

const ROSA = 'rosa@post.example';
const form = 'application/x-www-form-urlencoded';
const topics = Topics.parse([
  { id: 'newsletter', en: 'Newsletter', de: 'Rundbrief' },
  { id: 'offers', en: 'Offers', de: 'Angebote' },
]);

const begin = async (about?: string): Promise<{ world: OptOutWorld; mail: Mail }> => {
  const world = new OptOutWorld();
  world.topics.push(...topics);
  await world.import({ id: 'shop-17', address: ROSA, out: false });
  const [mail] = await world.send(about);
  if (!mail) throw new Error('nobody was written to');
  return { world, mail };
};

const post = async (world: OptOutWorld, mail: Mail, body: string): Promise<string> =>
  (await world.ask({ method: 'POST', token: tokenOf(mail), body, type: form })).body;

/** To which kinds of campaign the person would be written. */
const gets = async (world: OptOutWorld): Promise<string[]> => {
  const sent: string[] = [];
  for (const about of ['newsletter', 'offers', undefined])
    if ((await world.send(about)).length > 0) sent.push(about ?? 'none');
  return sent;
};

describe('the link of a mail about a topic', () => {
  test.each(['List-Unsubscribe=One-Click', 'action=unsubscribe', ''])('leaves this topic by "%s"', async (body) => {
    const { world, mail } = await begin('newsletter');
    expect(await post(world, mail, body)).toContain('You are unsubscribed from “Newsletter”.');
    expect(await gets(world)).toEqual(['offers', 'none']);
    expect(world.imports.feed).toContain(ROSA);
    const { addressOptOut, leftTopics, profile } = await world.look('shop-17');
    expect([addressOptOut, leftTopics, profile.optedOut]).toEqual([null, ['newsletter'], undefined]);
  });

  test('leaves all mails by its second button, and those by one press of a mail about none', async () => {
    const { world, mail } = await begin('newsletter');
    expect(await post(world, mail, 'action=all')).toContain('You are unsubscribed.');
    expect(await gets(world)).toEqual([]);
    const other = await begin();
    expect(await post(other.world, other.mail, 'List-Unsubscribe=One-Click')).toContain('You are unsubscribed.');
    expect(await gets(other.world)).toEqual([]);
  });

  test('leaves all mails when the stage no longer has the topic', async () => {
    const { world, mail } = await begin('newsletter');
    world.topics.length = 0;
    expect(await post(world, mail, 'List-Unsubscribe=One-Click')).toContain('You are unsubscribed.');
    expect(await gets(world)).toEqual([]);
  });

  test('holds under another id and spelling, in proofs about the topic, and at a new address', async () => {
    const { world, mail } = await begin('newsletter');
    await post(world, mail, '');
    await world.import({ id: 'fair', address: ' ROSA@post.example', out: false });
    await world.import({ id: 'shop-17', address: 'rosa@work.example', out: false });
    expect(await world.send('newsletter')).toEqual([]);
    expect(await world.send('offers')).toHaveLength(2);
    const ports = { profiles: world.profiles };
    await expect(refuseOptedOut(ports, ['Rosa@post.example'], 'newsletter')).rejects.toThrow('no. 1');
    await expect(refuseOptedOut(ports, ['Rosa@post.example'], 'offers')).resolves.toBeUndefined();
  });

  test('holds at a new address from the moment the import counts that brings it, whoever dies before it is settled', async () => {
    const { world, mail } = await begin('newsletter');
    await post(world, mail, '');
    const dies = async (): Promise<void> => {
      if (world.imports.snapshot.settling.length > 0) throw new Error('the Lambda died');
    };
    await world.imports.import(['id,email', 'shop-17,rosa@work.example'], dies);
    expect(world.imports.profiles.get('shop-17')?.address).toBe('rosa@work.example');
    expect(await gets(world)).toEqual(['offers', 'none']);
    // The next one moves them on, and has no topic to take along yet.
    world.imports.at += 60_000;
    await world.imports.import(['id,email', 'shop-17,rosa@home.example']);
    expect(await gets(world)).toEqual(['offers', 'none']);
    world.imports.at += 3_600_000;
    await endImports(world.imports.portsBehind(open));
    expect(world.imports.snapshot.settling).toEqual([]);
    expect(await gets(world)).toEqual(['offers', 'none']);
  });

  test('holds at the address that an import gives the person while the link is followed', async () => {
    const { world, mail } = await begin('newsletter');
    world.beforeOptOut = async () => {
      world.beforeOptOut = async () => {};
      await world.import({ id: 'shop-17', address: 'rosa@work.example', out: false });
    };
    await post(world, mail, '');
    expect(world.imports.profiles.get('shop-17')?.address).toBe('rosa@work.example');
    expect(await gets(world)).toEqual(['offers', 'none']);
  });

  test('that another system leaves holds at the address that an import gives the person meanwhile', async () => {
    const { world } = await begin('newsletter');
    world.beforeOptOut = async () => {
      world.beforeOptOut = async () => {};
      await world.import({ id: 'shop-17', address: 'rosa@work.example', out: false });
    };
    await world.leave('shop-17', ['newsletter']);
    expect(world.imports.profiles.get('shop-17')?.address).toBe('rosa@work.example');
    expect(await gets(world)).toEqual(['offers', 'none']);
  });

  test('gives back what it took, and not what was left otherwise', async () => {
    const { world, mail } = await begin('newsletter');
    await post(world, mail, '');
    const [other] = await world.send('offers');
    if (!other) throw new Error('nobody was written to');
    expect(await post(world, other, 'action=topics&shown=offers&stay.offers=yes&join.newsletter=yes')).toContain(
      'cannot subscribe you again',
    );
    expect(await gets(world)).toEqual(['offers', 'none']);
    await post(world, mail, 'action=topics&shown=offers&stay.offers=yes&join.newsletter=yes');
    expect(await gets(world)).toEqual(['newsletter', 'offers', 'none']);
    await post(world, mail, '');
    await world.complain(mail);
    await post(world, mail, 'action=topics&join.newsletter=yes');
    await post(world, mail, 'action=resubscribe&again=yes');
    expect(await gets(world)).toEqual([]);
  });
});

test('the link that left all mails gives those back whose topic was not left otherwise', async () => {
  const { world, mail } = await begin('newsletter');
  await world.leave('shop-17', ['newsletter']);
  await post(world, mail, 'action=all');
  expect(await post(world, mail, 'action=resubscribe&again=yes')).toContain('This is saved.');
  expect(await gets(world)).toEqual(['offers', 'none']);
  expect(await post(world, mail, 'action=resubscribe&again=yes')).toContain('cannot subscribe you again');
});

describe('the page', () => {
  test('names topics in both languages, that of the person first, and ticks those that they get', async () => {
    const { world, mail } = await begin('newsletter');
    await post(world, mail, '');
    const address = world.imports.profiles.get('shop-17')?.address;
    await world.imports.send(Buffer.from(`id,email,sprache\nshop-17,${address},Deutsch\n`));
    const { body } = await world.ask({ method: 'GET', token: tokenOf(mail) });
    expect(body).toContain('<html lang="de">');
    expect(body.indexOf('Rundbrief')).toBeLessThan(body.indexOf('Newsletter'));
    expect(body).toContain('name="stay.offers" value="yes" checked');
    expect(body).toContain('name="join.newsletter" value="yes">');
  });

  test('says that other mails still come when no topic is left, and how to end those', async () => {
    const { world, mail } = await begin('newsletter');
    expect(await post(world, mail, 'action=topics&shown=newsletter,offers&stay.offers=yes')).not.toContain(
      'still come',
    );
    const last = await post(world, mail, 'action=topics&shown=offers');
    for (const words of ['about none of these topics still come', 'value="all"']) expect(last).toContain(words);
    expect(await post(world, mail, 'action=all')).not.toContain('still come');
    expect(await gets(world)).toEqual([]);
  });

  test('escapes what a stage calls its topics', async () => {
    const { world, mail } = await begin('x');
    world.topics.push({ id: 'x', en: '<b>$&"', de: '<i>' });
    const { body } = await world.ask({ method: 'GET', token: tokenOf(mail) });
    expect(body).not.toMatch(/<b>|<i>/);
    expect(body).toContain('Unsubscribe from “&lt;b&gt;$&amp;&#34;”');
  });
});

const steps = fc.array(fc.record({ who: fc.constantFrom(0, 1), box: fc.constantFrom('in', 'out', 'again') }), {
  minLength: 1,
  maxLength: 6,
});

/** The fields of the form of topics as the page shows it; `flip` changes the box of one. */
const boxesOf = (page: string, flip?: string): string => {
  const fields = new URLSearchParams({ action: 'topics' });
  fields.set('shown', /name="shown" value="([^"]*)"/.exec(page)?.[1] ?? '');
  for (const [, name = '', rest = ''] of page.matchAll(
    /type="checkbox" name="((?:stay|join)\.[^"]*)" value="yes"([^>]*)>/g,
  )) {
    const isTicked = rest.includes('checked') !== (flip !== undefined && name.endsWith(`.${flip}`));
    if (isTicked && !rest.includes('disabled')) fields.set(name, 'yes');
  }
  return fields.toString();
};

test('the form as it stands changes nothing, and a box that is changed changes its topic, as often as somebody does', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const { world, mail } = await begin('newsletter');
      const wanted = new Set(['newsletter', 'offers']);
      for (const { who, box } of all) {
        const { body } = await world.ask({ method: 'GET', token: tokenOf(mail) });
        const topic = topics[who]?.id ?? '';
        await post(world, mail, boxesOf(body, box === 'again' ? undefined : topic));
        if (box !== 'again') wanted[wanted.has(topic) ? 'delete' : 'add'](topic);
        // What a program kept of an earlier page brings nobody back.
        await post(world, mail, boxesOf(body));
        expect(await gets(world)).toEqual([...topics.map(({ id }) => id).filter((id) => wanted.has(id)), 'none']);
      }
    }),
    { numRuns: 40 },
  );
});

test('a campaign is about a topic of the stage or about none, and a stage names each once', async () => {
  const save = ofKnownTopic(topics, async () => 'saved');
  expect(await save({ body: {} })).toBe('saved');
  expect(await save({ body: { topic: 'offers' } })).toBe('saved');
  await expect(save({ body: { topic: 'news' } })).rejects.toMatchObject({
    cause: 'topicUnknown',
    mend: 'Take one of newsletter, offers, or leave it out.',
  });
  expect(Topics.safeParse([...topics, ...topics]).success).toBe(false);
  expect(Topics.safeParse([{ id: 'A,b', en: 'x', de: 'y' }]).success).toBe(false);
});

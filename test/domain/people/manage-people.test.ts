import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { verifyChain } from '../../../domain/model/audit-chain.ts';
import { roles } from '../../../domain/people/roles.ts';
import { ManageWorld } from './manage-world.ts';

const admin = ['administration'];
const reason = 'moved to another team';

const worldOf = (...administrators: string[]): ManageWorld => {
  const world = new ManageWorld();
  for (const name of administrators) world.pool.with(name, { groups: admin });
  return world;
};

const asIs = { name: 'Ada', language: 'en', groups: admin, enabled: true, reason };
const verified = ({ audit }: ManageWorld) =>
  verifyChain(audit.map((record) => JSON.stringify(record)).join('\n'), (text) =>
    createHash('sha256').update(text).digest('hex'),
  );

describe('an administrator', () => {
  test('invites somebody by mail in their language, with a first password that is nowhere kept', async () => {
    const world = worldOf('ada');
    const body = {
      address: 'Berta@Freigabe.example',
      name: 'Berta',
      language: 'de',
      groups: ['start-deliveries'],
      reason,
    };
    const { status, body: invited } = await world.ask('ada', 'POST /people', body);
    expect([status, invited]).toEqual([
      201,
      expect.objectContaining({
        address: 'berta@freigabe.example',
        state: 'invited',
        mailed: true,
        groups: body.groups,
      }),
    ]);
    const [mail] = world.mails;
    expect(mail).toMatchObject({ to: 'berta@freigabe.example', subject: '[Freigabe] Ihr Zugang zu Freigabe' });
    expect(mail?.text).toMatch(/ada lädt Sie zu Freigabe ein.*Ihre Rolle: Sendungen starten/);
    expect(mail?.text).toContain('https://console.example');
    const password = /Passwort:\n\n(\S{16})\n/.exec(mail?.text ?? '')?.[1] ?? '';
    for (const kind of [/[a-z]/, /[A-Z]/, /\d/, /[^\w]|_/]) expect(password).toMatch(kind);
    expect(JSON.stringify([world.audit, invited])).not.toContain(password);
    expect(world.audit).toMatchObject([{ runId: 'people', what: 'invited', by: { sub: 'ada' }, facts: { reason } }]);
    expect((await world.ask('ada', 'POST /people', body)).body).toMatchObject({ cause: 'personExists' });
    expect(world.audit.map(({ what }) => what)).toEqual(['invited', 'invited', 'notDone']);
  });

  test('learns when the mail did not go, and invites again with another password', async () => {
    const world = worldOf('ada');
    world.mailRefused = true;
    const body = { address: 'b@freigabe.example', name: 'B', groups: ['prepare-deliveries'], reason };
    const { body: invited } = await world.ask('ada', 'POST /people', body);
    expect(invited).toMatchObject({ mailed: false });
    world.mailRefused = false;
    const again = `POST /people/${String(invited['sub'])}/invitation`;
    expect(await world.ask('ada', again, { reason })).toMatchObject({ status: 200, body: { mailed: true } });
    expect(await world.ask('ada', 'POST /people/ada/invitation', { reason })).toMatchObject({
      status: 409,
      body: { cause: 'notInvited' },
    });
  });

  test('changes roles, name and language; what is taken ends the sign-ins, and other groups stay', async () => {
    const world = worldOf('ada');
    world.pool.with('carl', { groups: ['start-deliveries', 'board'] });
    const body = { name: 'Carl C', language: 'de', groups: ['prepare-deliveries'], enabled: true, reason };
    expect(await world.ask('ada', 'PUT /people/carl', body)).toMatchObject({
      status: 200,
      body: { name: 'Carl C', language: 'de', groups: ['prepare-deliveries'], state: 'active' },
    });
    expect(world.pool.users.get('carl')?.groups).toEqual(['board', 'prepare-deliveries']);
    expect(world.pool.asked).toContain('AdminUserGlobalSignOut');
    expect(world.audit[0]?.facts).toEqual({
      person: 'carl',
      name: 'carl',
      address: 'carl@freigabe.example',
      reason,
      changes: 'left start-deliveries, joined prepare-deliveries, described',
    });
    expect(await world.ask('ada', 'PUT /people/carl', { ...body, enabled: false })).toMatchObject({
      body: { state: 'disabled' },
    });
    expect(await world.ask('ada', 'PUT /people/carl', body)).toMatchObject({ body: { state: 'active' } });
  });

  test('changes only what is said: an old look at somebody gives nothing back, and any name can be disabled', async () => {
    const world = worldOf('ada');
    world.pool.with('carl', {
      enabled: false,
      groups: ['prepare-deliveries'],
      attributes: { name: 'carl@freigabe.example' },
    });
    expect(await world.ask('ada', 'PUT /people/carl', { groups: ['start-deliveries'], reason })).toMatchObject({
      status: 200,
      body: { state: 'disabled', groups: ['start-deliveries'] },
    });
    for (const enabled of [true, false])
      expect(await world.ask('ada', 'PUT /people/carl', { enabled, reason })).toMatchObject({
        status: 200,
        body: { state: enabled ? 'active' : 'disabled', groups: ['start-deliveries'], language: 'en' },
      });
    expect(world.pool.asked).not.toContain('AdminUpdateUserAttributes');
    expect(await world.ask('ada', 'PUT /people/ada', { enabled: false, reason })).toMatchObject({
      body: { cause: 'lastAdministrator' },
    });
    expect(await world.ask('ada', 'PUT /people/ada', { name: 'Ada A', reason })).toMatchObject({
      status: 200,
      body: { name: 'Ada A', groups: admin, state: 'active' },
    });
  });

  test('takes a role that stands behind many other groups', async () => {
    const world = worldOf('ada');
    world.pool.with('carl', { groups: ['board', 'news', 'sales', 'administration'] });
    expect(await world.ask('ada', 'PUT /people/carl', { groups: [], reason })).toMatchObject({ status: 200 });
    expect(world.pool.users.get('carl')?.groups).toEqual(['board', 'news', 'sales']);
  });

  test('sees no address where a name is shown', async () => {
    const world = worldOf('ada');
    world.pool.with('carl', { attributes: { name: 'carl@freigabe.example' } });
    const { body } = await world.ask('ada', 'POST /people/carl/reset-mfa', { reason });
    expect([body['name'], world.audit[0]?.facts['name']]).toEqual(['carl', 'carl']);
  });

  test('sees everybody, page by page', async () => {
    const world = worldOf('ada', 'bea', 'cleo');
    const first = await world.ask('ada', 'GET /people');
    const next = await world.ask('ada', `GET /people?cursor=${String(first.body['cursor'])}`);
    const subs = [first, next].flatMap(({ body }) => body['items'] as { sub: string }[]).map(({ sub }) => sub);
    expect([subs, next.body['cursor']]).toEqual([['ada', 'bea', 'cleo'], null]);
    expect(JSON.stringify(first.body)).not.toContain('username');
  });

  test('needs a reason, a name that is none of an address, and a role', async () => {
    const world = worldOf('ada');
    const body = { address: 'b@freigabe.example', name: 'B', groups: admin, reason };
    for (const wrong of [
      { reason: ' ' },
      { name: 'b@freigabe.example' },
      { name: 'B\r\nBcc: x' },
      { groups: [] },
      { address: 'b' },
      { address: `${'b'.repeat(60)}@${'c'.repeat(60)}.example` },
    ])
      expect(await world.ask('ada', 'POST /people', { ...body, ...wrong })).toMatchObject({ status: 400 });
    expect(await world.ask('ada', 'PUT /people/nobody', asIs)).toMatchObject({
      status: 404,
      body: { cause: 'personGone' },
    });
    expect(world.audit).toEqual([]);
  });

  test.each([
    ['removed', 'POST /people/ada/remove', { reason }],
    ['disabled', 'PUT /people/ada', { ...asIs, enabled: false }],
    ['degraded', 'PUT /people/ada', { ...asIs, groups: ['start-deliveries'] }],
  ])('who is the last one who could sign in cannot be %s', async (_how, call, body) => {
    const world = worldOf('ada');
    world.pool
      .with('off', { groups: admin, enabled: false })
      .with('new', { groups: admin, status: 'FORCE_CHANGE_PASSWORD' });
    expect(await world.ask('ada', call, body)).toMatchObject({ status: 409, body: { cause: 'lastAdministrator' } });
    expect(world.audit).toEqual([]);
    world.pool.with('bea', { groups: admin });
    expect(await world.ask('ada', call, body)).toMatchObject({ status: 200 });
  });
});

test('everybody can end all sign-ins of their own, and does nothing else', async () => {
  const world = worldOf('ada');
  world.pool.with('emil', { groups: [] });
  expect(await world.ask('emil', 'POST /me/sign-out')).toEqual({ status: 200, body: { signedOut: true } });
  expect(await world.ask('emil', 'GET /people')).toMatchObject({ status: 403 });
});

const names = ['ada', 'bea', 'cleo', 'dora'] as const;
const who = fc.constantFrom(...names);
const act = fc.oneof(
  fc.record({ by: who, of: who, kind: fc.constantFrom('remove' as const, 'reset-mfa' as const) }),
  fc.record({
    by: who,
    of: who,
    kind: fc.constant('change' as const),
    groups: fc.subarray([...roles]),
    enabled: fc.boolean(),
  }),
);

test('whatever administrators do to each other, one who can sign in is left, only they did it, and the chain holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 15 }), async (acts) => {
      const world = worldOf('ada', 'bea');
      world.pool.with('cleo', { groups: ['start-deliveries'] }).with('dora', { groups: admin, enabled: false });
      const isAdministrator = (name: string): boolean => {
        const known = world.pool.users.get(name);
        return known !== undefined && known.enabled !== false && (known.groups ?? []).includes('administration');
      };
      for (const each of acts) {
        const isAllowed = isAdministrator(each.by);
        const entries = world.audit.length;
        const { status } =
          each.kind === 'change'
            ? await world.ask(each.by, `PUT /people/${each.of}`, {
                ...asIs,
                groups: each.groups,
                enabled: each.enabled,
              })
            : await world.ask(each.by, `POST /people/${each.of}/${each.kind}`, { reason });
        expect([status, status === 403]).toEqual([status, !isAllowed]);
        if (status !== 200) expect(world.audit).toHaveLength(entries);
        expect(names.some(isAdministrator)).toBe(true);
      }
      expect(verified(world)).toMatchObject({ holds: true, entries: world.audit.length });
    }),
    { numRuns: 100 },
  );
});

describe('somebody who signs in by a provider', () => {
  const identities = '[{"providerName":"Contoso"}]';
  const worldWith = (groups: { boss: ['administration'] } | null): ManageWorld => {
    const world = worldOf('ada');
    world.pool.rules = {
      passwords: 'allowed',
      providers: [{ name: 'Contoso', domains: ['contoso.example'], addresses: 'trusted', groups }],
    };
    const attributes = { email: 'carl@contoso.example', name: 'Carl', identities, 'custom:groups': '["boss"]' };
    world.pool.with('carl', { status: 'EXTERNAL_PROVIDER', groups: ['pool_Contoso'], attributes });
    return world;
  };
  const decided: { boss: ['administration'] } = { boss: ['administration'] };

  test('is listed with where they sign in and the roles that follow from it', async () => {
    const { body } = await worldWith(decided).ask('ada', 'GET /people');
    expect(body['items']).toMatchObject([
      { sub: 'ada', provider: null, rolesFrom: 'administration' },
      { sub: 'carl', provider: 'Contoso', rolesFrom: 'provider', groups: admin, state: 'active' },
    ]);
  });

  test.each([
    ['given another role', 'PUT /people/carl', { groups: ['start-deliveries'] }],
    ['taken their role', 'PUT /people/carl', { groups: [] }],
    ['renamed', 'PUT /people/carl', { name: 'Karl' }],
    ['asked for a second factor of ours', 'POST /people/carl/reset-mfa', {}],
  ])('is not %s, and nothing is written about it', async (_what, call, body) => {
    const world = worldWith(decided);
    const answer = await world.ask('ada', call, { ...body, reason });
    expect(answer).toMatchObject({ status: 409, body: { cause: 'setByProvider', name: 'Contoso' } });
    expect(world.audit).toEqual([]);
  });

  test('is disabled and removed as everybody, and counts as an administrator', async () => {
    const world = worldWith(decided);
    expect((await world.ask('carl', 'PUT /people/ada', { groups: [], reason })).status).toBe(200);
    expect((await world.ask('carl', 'PUT /people/carl', { enabled: false, reason })).body).toMatchObject({
      cause: 'lastAdministrator',
    });
    world.pool.with('ada', { groups: admin });
    expect((await world.ask('ada', 'PUT /people/carl', { enabled: false, reason })).body).toMatchObject({
      state: 'disabled',
    });
    expect((await world.ask('ada', 'POST /people/carl/remove', { reason })).status).toBe(200);
    expect(world.pool.users.has('carl')).toBe(false);
  });

  test('is given roles by hand where the provider does not decide', async () => {
    const world = worldWith(null);
    const { body } = await world.ask('ada', 'PUT /people/carl', { groups: ['start-deliveries'], reason });
    expect(body).toMatchObject({ rolesFrom: 'administration', groups: ['start-deliveries'] });
  });

  test('is not invited: an account with a password would be a second one of the same person', async () => {
    const world = worldWith(decided);
    const body = { address: 'Eva@Contoso.example', name: 'Eva', groups: admin, reason };
    expect(await world.ask('ada', 'POST /people', body)).toMatchObject({
      status: 409,
      body: { cause: 'signsInByProvider' },
    });
    expect(world.mails).toEqual([]);
  });
});

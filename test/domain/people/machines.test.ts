import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { needsSignIn } from '../../../domain/people/authorisation.ts';
import { machineScopes } from '../../../domain/people/machine-scope.ts';
import { scopesFor } from '../../../domain/people/machine-operations.ts';
import { LIMIT } from '../../../domain/people/request-limit.ts';
import { prepareRoutes } from '../../../domain/prepare/routes.ts';
import { writeRoutes } from '../../../domain/write/routes.ts';
import { allRoutes } from '../http/all-routes.ts';
import { MachineWorld } from './machine-world.ts';

const guarded = allRoutes.filter((route) => needsSignIn(route.may));

/** What no machine may ever do, whatever else is thought of: a change of it is a decision, so it stands here by name. */
const forPeople = [
  'decideRun',
  'decideByLink',
  'withdrawConfirmation',
  'reassignApprover',
  'resumeRun',
  'pauseRun',
  'stopRun',
  'chooseWinner',
  'resendRun',
  'releaseAddress',
  'recordConsent',
  'recordTracking',
  'erasePerson',
  'deleteProfile',
  'exportPerson',
  'exportList',
  'deleteList',
  'armSeries',
  'pauseSeries',
  'resumeSeries',
  'skipStart',
  'endSeries',
  'archiveCampaign',
  'unarchiveCampaign',
  'deleteCampaign',
  'sendProofs',
  'sendDraftProofs',
  'removeSuppression',
  'testSuppression',
  'listExclusions',
  'listMessages',
  'getMessageMail',
  'listEvents',
  'getAudit',
  'getSeriesAudit',
  'previewRun',
];

test('people alone confirm, resume, release, erase, arm a series, send proofs and change people, webhooks and machines', () => {
  expect(forPeople.filter((operation) => scopesFor(operation).length > 0)).toEqual([]);
  const managing = guarded.filter(({ may }) =>
    ['managePeople', 'manageWebhooks', 'manageMachines', 'manageBrand', 'identify'].includes(may),
  );
  expect(managing.length).toBeGreaterThan(15);
  expect(managing.filter(({ operation }) => scopesFor(operation).length > 0)).toEqual([]);
});

test('each operation of a scope is one of the API', () => {
  const known = new Set(guarded.map(({ operation }) => operation));
  const opened = machineScopes.map(
    (scope) => guarded.filter(({ operation }) => scopesFor(operation).includes(scope)).length,
  );
  expect(opened).toEqual([14, 9, 26, 9]);
  expect(forPeople.filter((operation) => !known.has(operation))).toEqual([]);
});

describe.each(guarded.map((route) => [route.operation, route] as const))('the route %s', (operation, route) => {
  test.each(machineScopes)(
    'follows the table of scopes for a machine with %s, before it reads the body',
    async (scope) => {
      const world = new MachineWorld();
      const { clientId } = await world.machine([scope]);
      const { status, seen, body } = await world.ask(route, clientId);
      const enough = scopesFor(operation);
      if (enough.includes(scope)) expect(status).not.toBe(403);
      else {
        expect({ status, seen }).toEqual({ status: 403, seen: undefined });
        expect(body['cause']).toBe(enough.length > 0 ? 'scopeMissing' : 'onlyPeople');
      }
    },
  );
});

const { getRun } = prepareRoutes;

describe('a machine', () => {
  test('is known by its name, has no address and is in no group', async () => {
    const world = new MachineWorld();
    const { id, clientId } = await world.machine(['look']);
    const { seen } = await world.ask(getRun, clientId);
    expect(seen).toEqual({ sub: `machine-${id}`, email: '', name: 'Shop', language: 'en', groups: [] });
  });

  test('may do no more than its token says, and no more than it may now', async () => {
    const world = new MachineWorld();
    const { id, clientId } = await world.machine(['look', 'prepare']);
    const asked = async (scopes: string) =>
      (await world.ask(writeRoutes.createCampaign, clientId, { scopes })).body['cause'];
    expect(await asked('freigabe/look')).toBe('scopeMissing');
    expect(await asked('freigabe/prepare')).toBeUndefined();
    await world.manage(`PUT /machines/${id}`, { scopes: ['look'] });
    expect(await asked('freigabe/prepare')).toBe('scopeMissing');
    expect(world.clients.get(clientId)).toEqual(['look']);
  });

  test('that is revoked is refused at once, whatever token it has, and its client is gone', async () => {
    const world = new MachineWorld();
    const { id, clientId } = await world.machine(['look']);
    expect((await world.manage(`POST /machines/${id}/revoke`, {})).status).toBe(200);
    const { status, body } = await world.ask(getRun, clientId);
    expect([status, body['cause'], world.clients.size]).toEqual([403, 'machineRevoked', 0]);
    expect((await world.manage(`POST /machines/${id}/revoke`, {})).body['cause']).toBe('machineGone');
  });

  test('gets a new secret, and has a day to change over', async () => {
    const world = new MachineWorld();
    const { id, clientId: old } = await world.machine(['look']);
    const { body } = await world.manage(`POST /machines/${id}/secret`, {});
    const { clientId } = body['machine'] as { clientId: string };
    expect(body['secret']).toMatch(/^secret/);
    const causes = async () =>
      Promise.all([old, clientId].map(async (one) => (await world.ask(getRun, one)).body['cause']));
    expect(await causes()).toEqual([undefined, undefined]);
    world.now += 86_400_000;
    expect(await causes()).toEqual(['machineRevoked', undefined]);
    await world.manage(`PUT /machines/${id}`, { name: 'Warehouse' });
    expect([...world.clients.keys()]).toEqual([clientId]);
  });

  test('that needs a third secret loses the first one at once', async () => {
    const world = new MachineWorld();
    const { id, clientId } = await world.machine(['look']);
    await world.manage(`POST /machines/${id}/secret`, {});
    await world.manage(`POST /machines/${id}/secret`, {});
    expect((await world.ask(getRun, clientId)).body['cause']).toBe('machineRevoked');
    expect(world.clients.size).toBe(2);
  });
});

describe('the page of machines', () => {
  test('keeps each change with its reason in the audit of people, and no secret', async () => {
    const world = new MachineWorld();
    const { id } = await world.machine(['audience']);
    await world.manage(`PUT /machines/${id}`, { name: 'Warehouse', reason: 'It moved.' });
    await world.manage(`POST /machines/${id}/secret`, {});
    await world.manage(`POST /machines/${id}/revoke`, {});
    expect(world.audit.map(({ what, runId }) => [what, runId])).toEqual([
      ['machineAdded', 'people'],
      ['machineChanged', 'people'],
      ['machineSecretRotated', 'people'],
      ['machineRevoked', 'people'],
    ]);
    expect(world.audit[1]?.facts).toMatchObject({ reason: 'It moved.', name: 'Warehouse', scopes: 'audience' });
    expect(JSON.stringify([world.audit, world.list, (await world.manage('GET /machines')).body])).not.toMatch(
      /secret\d/,
    );
  });

  test('takes each name once, and twenty of them', async () => {
    const world = new MachineWorld();
    await world.machine(['look'], 'shop 0');
    const again = await world.manage('POST /machines', { name: 'SHOP 0', scopes: ['look'] });
    expect([again.status, again.body['cause']]).toEqual([409, 'machineNamed']);
    for (let each = 1; each < 20; each += 1) await world.machine(['look'], `shop ${each}`);
    const more = await world.manage('POST /machines', { name: 'One more', scopes: ['look'] });
    expect([more.body['cause'], world.clients.size]).toEqual(['tooManyMachines', 20]);
  });

  test('leaves no app client behind when somebody else was faster, and says so', async () => {
    const world = new MachineWorld();
    const { id } = await world.machine(['look']);
    world.isBehind = true;
    for (const call of ['POST /machines', `POST /machines/${id}/secret`]) {
      const given = call === 'POST /machines' ? { name: 'Other', scopes: ['look'] } : {};
      expect((await world.manage(call, given)).body['cause']).toBe('machinesMovedOn');
    }
    expect(world.clients.size).toBe(1);
    expect(world.audit.at(-1)?.what).toBe('notDone');
  });

  test('refuses what is no scope, no reason and no name', async () => {
    const world = new MachineWorld();
    for (const wrong of [
      { scopes: ['confirm'] },
      { scopes: [] },
      { reason: '' },
      { name: 'a@b.example' },
      { name: 'a\nb' },
    ])
      expect((await world.manage('POST /machines', { name: 'Shop', scopes: ['look'], ...wrong })).status).toBe(400);
    expect([world.clients.size, world.audit]).toEqual([0, []]);
  });
});

describe('requests of a machine', () => {
  test('are counted by minutes, told in headers, and refused above the limit with the time to wait', async () => {
    const world = new MachineWorld();
    const { clientId } = await world.machine(['look']);
    const container = world.container();
    world.writes = 0;
    const first = await world.ask(getRun, clientId, { container });
    expect(first.headers).toMatchObject({
      'ratelimit-policy': '"machine";q=600;w=60',
      ratelimit: '"machine";r=599;t=60',
    });
    for (let each = 1; each < LIMIT; each += 1) await world.ask(getRun, clientId, { container });
    world.now += 15_000;
    const over = await world.ask(getRun, clientId, { container });
    expect([over.status, over.body['code'], over.body['cause']]).toEqual([429, 'too-many', 'machineTooFast']);
    expect(over.headers).toMatchObject({ 'retry-after': '45', ratelimit: '"machine";r=0;t=45' });
    for (let each = 0; each < 50; each += 1) await world.ask(getRun, clientId, { container });
    expect(world.writes).toBe(LIMIT / 20);
    world.now += 45_000;
    expect((await world.ask(getRun, clientId, { container })).headers['ratelimit']).toBe('"machine";r=599;t=60');
  });

  test('of people are not', async () => {
    const world = new MachineWorld();
    expect((await world.manage('GET /machines')).headers['ratelimit']).toBeUndefined();
    expect(world.writes).toBe(0);
  });

  test('never exceed the limit, however many Lambdas answer them, and nearly use it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 700, maxLength: 700 }), async (which) => {
        const world = new MachineWorld();
        const { clientId } = await world.machine(['look']);
        const containers = Array.from({ length: 5 }, () => world.container());
        let granted = 0;
        for (const one of which) {
          const { body } = await world.ask(getRun, clientId, { container: containers[one] ?? world.container() });
          if (body['code'] === 'busy') granted += 1;
        }
        expect(granted).toBeLessThanOrEqual(LIMIT);
        expect(granted).toBeGreaterThan(LIMIT - 5 * 20);
      }),
      { numRuns: 3 },
    );
  });
});

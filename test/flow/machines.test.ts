import { beforeAll, expect, test } from '@jest/globals';
import { Freigabe, machineTokens } from '../../client/freigabe.ts';
import { MachineView, MachineWithSecret, Machines } from '../../domain/people/machine-api.ts';
import { Api } from '../../local/demo/api.ts';
import { waitForState } from '../../local/demo/wait.ts';
import { testSettings } from '../instance.ts';
import { confirm, confirmation, content, enter, refusalOf, type World } from './world.ts';

let world: World;
let admin: Api;
beforeAll(async () => {
  world = await enter();
  admin = await Api.as('admin@freigabe.example', testSettings, world.outputs);
});

const reason = 'The shop prepares its letters itself.';

test('a machine signs in with its secret, prepares what a person confirms, gets a new secret, and is revoked', async () => {
  const list = 'machines';
  await world.story.importProfiles(list, 'id,email,first_name\nmachines-1,machines.one@reader.example,Ada\n');
  const asked = { name: 'Shop', scopes: ['look', 'prepare'], reason };
  const { machine, secret } = await admin.post('/machines', asked, MachineWithSecret);
  const { tokenUrl } = await admin.get('/machines', Machines);
  const shop = new Freigabe(admin.url, machineTokens(tokenUrl, { clientId: machine.clientId, secret }));

  const sender = { name: 'Shop', address: 'news@freigabe.example' };
  const body = { name: list, list, sender, content, schedule: { mode: 'onceConfirmed' as const } };
  const key = `${list}-${world.since}`;
  const campaign = await shop.call('createCampaign', { body, key });
  expect(await shop.call('createCampaign', { body, key })).toEqual(campaign);
  const other = { ...body, name: 'Other' };
  expect((await refusalOf(shop.call('createCampaign', { body: other, key }))).status).toBe(422);
  const params = { id: campaign.id };
  const { id } = await shop.call('startRun', { params, key: `${key}-run` });
  expect((await shop.call('startRun', { params, key: `${key}-run` })).id).toBe(id);
  const run = await waitForState(world.preparer, id, ['AwaitingConfirmation']);
  expect(run.requestedBy).toMatchObject({ name: 'Shop', email: '' });

  const decision = { ...confirmation(run), decision: 'confirm' as const, manifestHash: run.manifestHash ?? '' };
  for (const forPeople of [
    shop.call('decideRun', { params: { id }, body: decision }),
    shop.call('listPeople', {}),
    shop.call('getKpis', { params: { id } }),
  ])
    expect(await refusalOf(forPeople)).toMatchObject({ status: 403, code: 'not-permitted' });
  expect((await confirm(world.approver, run)).id).toBe(id);

  const renewed = await admin.post(`/machines/${machine.id}/secret`, { reason }, MachineWithSecret);
  const { clientId } = renewed.machine;
  const again = new Freigabe(admin.url, machineTokens(tokenUrl, { clientId, secret: renewed.secret }));
  for (const client of [shop, again]) expect((await client.call('getRun', { params: { id } })).id).toBe(id);
  await admin.post(`/machines/${machine.id}/revoke`, { reason }, MachineView);
  for (const client of [shop, again])
    expect((await refusalOf(client.call('getRun', { params: { id } }))).status).toBe(403);
  expect((await refusalOf(machineTokens(tokenUrl, { clientId, secret: renewed.secret })())).status).toBe(400);
});

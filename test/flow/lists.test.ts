import { beforeAll, expect, test } from '@jest/globals';
import { ListCount, ListDetail, MemberPage } from '../../domain/audience/lists.ts';
import { FoundProfiles } from '../../domain/audience/profile-routes.ts';
import { ProfileBatchReport, WrittenProfile } from '../../domain/audience/profile-rows.ts';
import { ProfileDetail } from '../../domain/model/profile-detail.ts';
import { Api } from '../../local/demo/api.ts';
import { testSettings } from '../instance.ts';
import { enter, type World } from './world.ts';

let world: World;
let admin: Api;
beforeAll(async () => {
  world = await enter();
  admin = await Api.as('admin@freigabe.example', testSettings, world.outputs);
});

const send = async (
  path: string,
  method: string,
  { body, headers = {} }: { body?: unknown; headers?: object } = {},
) => {
  const { url, token } = admin;
  return fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
};

const batch = {
  profiles: [
    {
      id: 'crm-1',
      address: 'crm.one@reader.example',
      attributes: { 'First Name': 'Ada', phone: '+49 30' },
      lists: ['crm'],
    },
    { id: 'crm 2', address: 'crm.two@reader.example' },
    { address: 'crm.three@reader.example', attributes: { opted_out: 'ja' }, lists: ['crm'] },
  ],
};

test('another system writes profiles; a repeated request changes nothing, and a no stays', async () => {
  const headers = { 'idempotency-key': `key-${world.since}` };
  const first = ProfileBatchReport.parse(await (await send('/profiles', 'POST', { body: batch, headers })).json());
  expect(first).toMatchObject({ accepted: 2, rejected: 1, rejections: [{ index: 1, code: 'fields' }] });
  const [, third] = first.profiles;
  await world.preparer.put('/profiles/crm-1', { attributes: { first_name: 'Grace' } }, WrittenProfile);
  expect(await (await send('/profiles', 'POST', { body: batch, headers })).json()).toEqual(first);
  const other = await send('/profiles', 'POST', { body: { profiles: [{ id: 'x' }] }, headers });
  expect(other.status).toBe(422);
  const { profile } = await world.preparer.get('/profiles/crm-1', ProfileDetail);
  expect(profile).toMatchObject({ attributes: { first_name: 'Grace', phone: '+49 30' }, lists: ['crm'] });
  const { addressOptOut } = await world.preparer.get(`/profiles/${third?.id}`, ProfileDetail);
  expect(addressOptOut).toMatchObject({ source: 'api' });
  // A file that comes later has the last word on what it says, and none on the rest.
  await world.story.importProfiles('crm', 'id,email,first_name\ncrm-1,crm.one@reader.example,Ada\n');
  const { profile: imported } = await world.preparer.get('/profiles/crm-1', ProfileDetail);
  expect(imported.attributes).toEqual({ first_name: 'Ada', phone: '+49 30' });
});

test('people are found by the beginning of their address, and by their id', async () => {
  await world.preparer.put('/profiles/crm-1', { address: 'crm.moved@reader.example' }, WrittenProfile);
  const find = async (q: string) => {
    const { items } = await world.preparer.get(`/profiles/search?q=${encodeURIComponent(q)}`, FoundProfiles);
    return items.map(({ address }) => address);
  };
  expect(await find('CRM.')).toEqual(['crm.moved@reader.example', 'crm.three@reader.example']);
  expect(await find('crm-1')).toEqual(['crm.moved@reader.example']);
  expect(await find('crm.one')).toEqual([]);
});

test('a list is entitled, counted, exported, left and deleted, and its name begins anew', async () => {
  await send('/lists/crm', 'PUT', { body: { title: 'From the CRM' } });
  const { list, campaigns } = await world.preparer.get('/lists/crm', ListDetail);
  expect([list.title, campaigns]).toEqual(['From the CRM', []]);
  const count = await world.preparer.get('/lists/crm/count', ListCount);
  expect(count).toEqual({ profiles: 2, optedOut: 1, attributes: ['first_name', 'phone'], cursor: null });
  const csv = await send('/lists/crm/profiles?attributes=first_name,phone', 'GET', { headers: { accept: 'text/csv' } });
  const lines = (await csv.text()).split('\r\n');
  expect(lines[0]).toBe('id,email,opted_out,first_name,phone');
  expect(lines).toContain("crm-1,crm.moved@reader.example,no,Ada,'+49 30");
  const members = async () =>
    MemberPage.parse(await (await send('/lists/crm/profiles', 'GET')).json()).items.map(({ id }) => id);
  expect((await send('/lists/crm/profiles/crm-1', 'DELETE')).status).toBe(200);
  expect(await members()).not.toContain('crm-1');
  expect((await send('/lists/crm', 'DELETE')).status).toBe(200);
  expect(await members()).toEqual([]);
  expect((await send('/lists/crm', 'GET')).status).toBe(404);
  expect((await send('/lists/crm/profiles/crm-1', 'PUT')).status).toBe(200);
  expect(await members()).toEqual(['crm-1']);
  expect((await send('/profiles/crm-1', 'DELETE')).status).toBe(200);
  const { profile } = await world.preparer.get('/profiles/crm-1', ProfileDetail);
  expect(profile).toMatchObject({ address: '', lists: [], erasedAt: expect.any(String) });
});

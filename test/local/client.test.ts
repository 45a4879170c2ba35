import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { Freigabe, machineTokens, Refusal } from '../../client/freigabe.ts';

const known = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = known;
});

/** Answers one after the other, and keeps what was asked. */
const answering = (...answers: Response[]) => {
  const fetching = jest.fn<typeof fetch>(async () => answers.shift() ?? Response.json({}));
  globalThis.fetch = fetching;
  return fetching;
};

const client = new Freigabe('https://freigabe.example/api', async () => 'token');

describe('the client of the API', () => {
  test('asks an operation by its name, with what is in its path, its query and its body', async () => {
    const fetching = answering(Response.json({ id: 'r' }));
    await client.call('startRun', { params: { id: 'a/b' }, key: 'k' });
    expect(fetching).toHaveBeenCalledWith('https://freigabe.example/api/campaigns/a%2Fb/runs', {
      method: 'POST',
      headers: { authorization: 'Bearer token', 'idempotency-key': 'k' },
    });
    await client.call('listRuns', { query: { limit: 5, cursor: undefined } });
    expect(fetching.mock.lastCall?.[0]).toBe('https://freigabe.example/api/runs?limit=5');
    await client.call('importProfiles', { query: { list: 'friends' }, body: Buffer.from([0xff]) });
    expect(fetching.mock.lastCall?.[1]).toMatchObject({ headers: { 'content-type': 'application/octet-stream' } });
  });

  test('says in words what was refused, and when to ask again', async () => {
    const problem = { detail: 'Too fast.', mend: 'Wait.', code: 'too-many' };
    answering(
      Response.json(problem, { status: 429, headers: { 'retry-after': '7' } }),
      new Response('<html>', { status: 502 }),
    );
    const refused = async () => client.call('getRun', { params: { id: 'r' } }).catch((error: unknown) => error);
    expect(await refused()).toMatchObject({ message: 'Too fast. Wait.', status: 429, code: 'too-many', retryAfter: 7 });
    expect(await refused()).toMatchObject({ message: 'answered with HTTP 502', status: 502, retryAfter: undefined });
  });
});

describe('the tokens of a machine', () => {
  const granted = (token: string) => Response.json({ access_token: token, expires_in: 3600, token_type: 'Bearer' });

  test('are asked for by client id and secret, and each is used until it nearly ends', async () => {
    let now = 0;
    const fetching = answering(granted('one'), granted('two'));
    const tokens = machineTokens('https://pool.example/oauth2/token', { clientId: 'id', secret: 'se:cret' }, () => now);
    expect([await tokens(), await tokens()]).toEqual(['one', 'one']);
    now = 3_540_000;
    expect(await tokens()).toBe('two');
    expect(fetching).toHaveBeenCalledTimes(2);
    const [url, asked] = fetching.mock.lastCall ?? [];
    expect([url, asked?.headers, asked?.body]).toEqual([
      'https://pool.example/oauth2/token',
      { authorization: `Basic ${Buffer.from('id:se:cret').toString('base64')}` },
      new URLSearchParams('grant_type=client_credentials'),
    ]);
  });

  test('that are refused say why, without the secret', async () => {
    answering(Response.json({ error: 'invalid_client' }, { status: 400 }));
    const asked = machineTokens('https://pool.example/oauth2/token', { clientId: 'id', secret: 'secret1' })();
    const error = await asked.catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(Refusal);
    expect(String(error)).toContain('invalid_client');
    expect(String(error)).not.toContain('secret1');
  });
});

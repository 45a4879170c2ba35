import type { lookup } from 'node:dns';
import http, { type IncomingMessage } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isPublic, outsideOf } from '../../../lambdas/adapters/https/outside.ts';

const outside = outsideOf('public');

describe('an address to which nothing is sent', () => {
  test.each([
    ['not an address', 'noAddress'],
    ['http://example.com/in', 'notHttps'],
    ['ftp://example.com/in', 'notHttps'],
    ['file:///etc/passwd', 'notHttps'],
    ['https://user:secret@example.com/', 'hasCredentials'],
    ['https://example.com:8443/', 'hasPort'],
    ['https://localhost/', 'notPublic'],
    ['https://a.localhost/', 'notPublic'],
    ['https://metadata/', 'notPublic'],
    ['https://metadata.google.internal/', 'notPublic'],
    ['https://127.0.0.1/', 'notPublic'],
    ['https://0x7f.1/', 'notPublic'],
    ['https://2130706433/', 'notPublic'],
    ['https://0177.0.0.1/', 'notPublic'],
    ['https://10.1.2.3/', 'notPublic'],
    ['https://169.254.169.254/latest/meta-data/', 'notPublic'],
    ['https://[::1]/', 'notPublic'],
    ['https://[::ffff:10.0.0.1]/', 'notPublic'],
    ['https://[fd00:ec2::254]/', 'notPublic'],
    ['https://[fe80::1]/', 'notPublic'],
    ['https://[64:ff9b::a00:1]/', 'notPublic'],
    ['https://[2002:0a00:0001::]/', 'notPublic'],
    ['https://100.64.0.1/', 'notPublic'],
    ['https://0.0.0.0/', 'notPublic'],
  ])('%s', async (address, why) => {
    expect(outside.fault(address)).toBe(why);
    await expect(outside.post({ address, headers: {}, body: '{}' })).rejects.toMatchObject({ why: 'notPublic' });
  });

  test('none of a public server is among them', () => {
    for (const address of ['https://hooks.slack.com/services/T/B/x', 'https://8.8.8.8/', 'https://[2606:4700::1111]/'])
      expect([address, outside.fault(address)]).toEqual([address, undefined]);
  });

  test('no private address of IPv4 is public, however it is written', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.constantFrom('10', '127', '0', '224', '255'), byte, byte, byte, (first, b, c, d) => {
        expect(isPublic(`${first}.${b}.${c}.${d}`)).toBe(false);
        const number = ((Number(first) * 256 + b) * 256 + c) * 256 + d;
        expect(outside.fault(`https://${number}/`)).toBe('notPublic');
      }),
      { numRuns: 100 },
    );
  });
});

let server: http.Server | undefined;
afterEach(() => {
  server?.close();
  server = undefined;
});

const serving = async (answer: (request: IncomingMessage, reply: http.ServerResponse) => void): Promise<string> =>
  new Promise((resolve) => {
    server = http.createServer(answer).listen(0, '127.0.0.1', () => {
      const at = server?.address();
      resolve(`http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}/in`);
    });
  });

test('a local AWS posts to the same machine: the status is the answer, and no redirect is followed', async () => {
  const asked: string[] = [];
  const address = await serving((request, reply) => {
    asked.push(`${request.method} ${request.url}`);
    reply.writeHead(302, { location: '/elsewhere' }).end('x'.repeat(100_000));
  });
  expect(await outsideOf('loopback').post({ address, headers: {}, body: '{}' })).toBe(302);
  expect(asked).toEqual(['POST /in']);
});

test('a connection that breaks is no answer', async () => {
  const address = await serving((request) => void request.socket.destroy());
  const posting = outsideOf('loopback').post({ address, headers: {}, body: '{}' });
  await expect(posting).rejects.toMatchObject({ why: 'connection' });
});

test.each([[['10.0.0.1']], [['127.0.0.1']], [['8.8.8.8', '192.168.0.1']], [['2606:4700::1111', '::1']]])(
  'a name that leads to %j is not public, whatever else it leads to',
  async (addresses) => {
    const all = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    const resolve = ((_name: string, _options: object, done: (error: null, found: typeof all) => void) =>
      done(null, all)) as unknown as typeof lookup;
    const posting = outsideOf('public', resolve).post({ address: 'https://example.com/', headers: {}, body: '{}' });
    await expect(posting).rejects.toMatchObject({ why: 'notPublic' });
  },
);

import { describe, expect, test } from '@jest/globals';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import fc from 'fast-check';
import type { People } from '../../../domain/people/ports/people.ts';
import { audienceRoutes } from '../../../domain/audience/routes.ts';
import { httpApi } from '../../../lambdas/entry/http-api.ts';
import { importProfiles } from '../../../lambdas/audience/import-profiles.ts';
import { person } from '../samples.ts';
import { open } from './import-gate.ts';
import { ImportWorld } from './import-world.ts';

/**
 * What an HTTP API makes of a request: text of text/*, Base64 of octets
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
 */
const eventOf = (bytes: Uint8Array, type: string) => {
  const isText = type.startsWith('text/');
  return {
    rawPath: '/api/profiles/imports',
    requestContext: {
      http: { method: 'POST', path: '/api/profiles/imports', sourceIp: '', userAgent: '' },
      authorizer: {
        lambda: { token_use: 'access', sub: 's', username: 'u', 'cognito:groups': '[prepare-deliveries]' },
      },
    },
    version: '2.0',
    headers: { 'content-type': type },
    queryStringParameters: { list: 'garden' },
    isBase64Encoded: !isText,
    body: Buffer.from(bytes).toString(isText ? 'utf8' : 'base64'),
  } as unknown as APIGatewayProxyEventV2;
};

const people = { actor: async () => ({ ...person, groups: ['prepare-deliveries'] }) } as unknown as People;

const post = async (bytes: Uint8Array, type: string) => {
  const world = new ImportWorld();
  const routes = { importProfiles: audienceRoutes.importProfiles };
  const handler = httpApi(routes, { importProfiles: importProfiles(world.portsBehind(open)) }, people);
  const serve = handler as unknown as (
    event: unknown,
    context: unknown,
  ) => Promise<{ statusCode: number; body: string }>;
  const { statusCode, body } = await serve(eventOf(bytes, type), {});
  return { world, statusCode, answer: JSON.parse(body) as Record<string, unknown> };
};

const namesIn = ({ profiles }: ImportWorld) => [...profiles.values()].map(({ attributes }) => attributes['name']);
const latin1 = Buffer.from('email;name\njuergen@post.example;Jürgen Müller\n', 'latin1');

describe('a file of Windows-1252', () => {
  test('that came as text is refused, with the way on, since its letters are lost', async () => {
    const { world, statusCode, answer } = await post(latin1, 'text/csv');
    expect(statusCode).toBe(400);
    expect(answer).toMatchObject({ cause: 'bytesLost', mend: expect.stringContaining('application/octet-stream') });
    expect([world.writes, world.objects.size]).toEqual([0, 0]);
  });

  test('that came as octets is read right', async () => {
    const { world, answer } = await post(latin1, 'application/octet-stream');
    expect(answer).toMatchObject({ encoding: 'windows-1252', accepted: 1 });
    expect(namesIn(world)).toEqual(['Jürgen Müller']);
  });
});

test('no file is stored with a replacement sign that was not in it, however it is sent', async () => {
  const name = fc.string({ unit: 'grapheme', maxLength: 10 }).map((text) => `N${text.replaceAll(/["\r\n\0]/g, '')}`);
  const encode = fc.constantFrom(
    (text: string) => Buffer.from(text),
    (text: string) => Buffer.from(text, 'latin1'),
    (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  );
  const type = fc.constantFrom('text/csv', 'text/plain; charset=iso-8859-1', 'application/octet-stream');
  await fc.assert(
    fc.asyncProperty(name, encode, type, async (given, encoded, sent) => {
      const { world, statusCode } = await post(encoded(`email,name\na@post.example,"${given}"\n`), sent);
      expect([200, 400]).toContain(statusCode);
      if (!given.includes('\uFFFD')) expect(namesIn(world).join()).not.toContain('\uFFFD');
    }),
  );
});

describe('a file as spreadsheets write it', () => {
  const rows = 'email\tname\r\nines@post.example\tInès\r\nlukasz@post.example\tŁukasz\r\n';
  test.each([
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${rows}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 without', Buffer.from(rows, 'utf16le'), 'utf-16le'],
    ['UTF-16, the other way round', Buffer.from(`\uFEFF${rows}`, 'utf16le').swap16(), 'utf-16be'],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${rows}`), 'utf-8'],
  ])('%s', async (_, bytes, encoding) => {
    const { world, answer } = await post(bytes, 'application/octet-stream');
    expect(answer).toMatchObject({ encoding, accepted: 2 });
    expect(namesIn(world)).toEqual(['Inès', 'Łukasz']);
  });

  test.each([
    ['sep=;\r\nid;email;name\r\ns1;ines@post.example;"Ulm, Ines"\r\n', ';'],
    ['\uFEFFsep=,\nid,email,name\ns1,ines@post.example,"Ulm, Ines"\n', ','],
    ['"Name, first";"Name";"Email, work";Email\na;"Ulm, Ines";;ines@post.example\n', ';'],
  ])('with a line that names its delimiter, or delimiters in its headers: %j', async (csv, delimiter) => {
    const { world, answer } = await post(Buffer.from(csv), 'text/csv');
    expect(answer).toMatchObject({ delimiter, accepted: 1 });
    expect(namesIn(world)).toEqual(['Ulm, Ines']);
  });

  test('one byte of another program is told by its line; nobody else is garbled', async () => {
    const csv = Buffer.concat([
      Buffer.from('email,name\na@post.example,Jürgen\nb@post.example,Club 10 '),
      Buffer.from([0x96]),
      Buffer.from(' 20\n'),
    ]);
    for (const file of [csv, Buffer.concat([Buffer.from('\uFEFF'), csv])]) {
      const { world, statusCode, answer } = await post(file, 'application/octet-stream');
      expect(statusCode).toBe(200);
      expect(answer).toMatchObject({ encoding: 'utf-8', accepted: 1, rejections: [{ line: 3, code: 'badBytes' }] });
      expect(namesIn(world)).toEqual(['Jürgen']);
    }
  });

  test('what is no text of these encodings is refused', async () => {
    const bytes = Buffer.from('email,name\na@post.example,\0\xff\x01\xfe\n', 'latin1');
    const { answer } = await post(bytes, 'application/octet-stream');
    expect(answer['cause']).toBe('encodingUnknown');
  });

  test('a quotation mark that is not closed is told by its line, without what stands in the cell', async () => {
    const { answer } = await post(
      Buffer.from('email,name\na@post.example,x\n"b@post.example,y\nc@post.example,z\n'),
      'text/csv',
    );
    expect(answer).toMatchObject({ cause: 'csvUnreadable', detail: expect.stringContaining('line 3') });
    expect(JSON.stringify(answer)).not.toContain('post.example');
  });
});

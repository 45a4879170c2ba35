import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { attachmentKey } from '../../../domain/model/attachment.ts';
import { AttachQuery } from '../../../domain/write/attachment-routes.ts';
import { getAttachment, uploadAttachment } from '../../../lambdas/write/attachments.ts';

const pdf = Buffer.from('%PDF-1.7\nhello');
const sha256 = createHash('sha256').update(pdf).digest('hex');

const world = () => {
  const files = new Map<string, Uint8Array>();
  const attached = { keep: async (hash: string, bytes: Uint8Array) => void files.set(attachmentKey(hash), bytes) };
  const content = { getBytes: async (key: string) => files.get(key) };
  const upload = async (name: string, body: Uint8Array): Promise<unknown> =>
    uploadAttachment({ attached })({ query: AttachQuery.parse({ name }), body } as never);
  return { files, ports: { attached, content }, upload };
};

test('a file lies under the hash of its bytes, and is given back byte for byte', async () => {
  const { files, ports, upload } = world();
  expect(await upload('Programm.pdf', pdf)).toEqual({
    name: 'Programm.pdf',
    type: 'application/pdf',
    bytes: 14,
    sha256,
  });
  expect([...files.keys()]).toEqual([attachmentKey(sha256)]);
  const answer = await getAttachment(ports)({ params: { sha256 } } as never);
  expect(answer).toEqual({ bytes: 14, base64: pdf.toString('base64') });
});

test('letters that a Mac takes apart are put together', async () => {
  expect(await world().upload('Pru\u0308fung.pdf', pdf)).toMatchObject({ name: 'Prüfung.pdf' });
});

test('what is not there is not found', async () => {
  const { ports } = world();
  await expect(getAttachment(ports)({ params: { sha256 } } as never)).rejects.toMatchObject({
    code: 'not-found',
  });
});

test.each([
  ['a.exe', pdf, 'attachmentKindRefused'],
  ['a.exe.pdf', pdf, 'attachmentNameRefused'],
  ['a/b.pdf', pdf, 'attachmentNameRefused'],
  ['a.pdf', Buffer.from('MZ'), 'attachmentNotAsNamed'],
  ['a.txt', Buffer.alloc(0), 'attachmentNotAsNamed'],
  ['a.pdf', Buffer.concat([pdf, Buffer.alloc(4_000_000)]), 'attachmentTooLarge'],
])('nothing of %s is kept: %#', async (name, body, cause) => {
  const { files, upload } = world();
  await expect(upload(name, body)).rejects.toMatchObject({ cause });
  expect(files.size).toBe(0);
});
